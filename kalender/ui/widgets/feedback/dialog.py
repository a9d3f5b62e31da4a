# SPDX-License-Identifier: EUPL-1.2
"""Dialogs that never stop the program: what, why, what now, what is safe. Open them with open()."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.focus import FocusRing
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.tr import tr


class Sheet(QDialog):
    """A dialog over its window with room for content (`body`) and buttons at the foot (`buttons`)."""

    def __init__(self, theme: Theme, parent: QWidget | None, *, title: str, width: int = 440) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(width))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = Ground(theme, "bg-surface")
        self.body = QVBoxLayout(top)
        pad = theme.px(20)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(theme.px(8))
        column.addWidget(top, 1)
        foot = Ground(theme, "bg-subtle", edges="t")
        self.buttons = QHBoxLayout(foot)
        self.buttons.setContentsMargins(pad, theme.px(10), pad, theme.px(10))
        self.buttons.setSpacing(theme.px(8))
        self.buttons.addStretch(1)
        column.addWidget(foot)
        self._ring = FocusRing(self, theme)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Show the ring from the first Tab on."""
        self._ring.by_keyboard()
        return super().focusNextPrevChild(forward)

    def add_button(
        self,
        words: str,
        clicked: Callable[[], object] | None = None,
        *,
        kind: Kind = Kind.NORMAL,
        closes: bool = True,
    ) -> Button:
        """Add a button at the right; it closes the dialog first unless closes is false."""

        def act() -> None:
            if closes:
                self.close()
            if clicked is not None:
                clicked()

        button = Button(self.theme, words, kind=kind, clicked=act)
        button.setAutoDefault(kind in {Kind.PRIMARY, Kind.DELETE})
        self.buttons.addWidget(button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close with Esc; Enter presses the focused or the main button."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)


class MessageDialog(Sheet):
    """A message in the order what, why, what now. severity: warn, err, info. The safe choice has the focus."""

    settled = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        title: str,
        why: str,
        now: str = "",
        severity: str = "warn",
        details: str = "",
    ) -> None:
        super().__init__(theme, parent, title="Kalender")
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(Symbol(theme, SEVERITY[severity], severity, size=26), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        self.title = Text(theme, title, "title-3", wrap=True)
        column.addWidget(self.title)
        column.addWidget(Text(theme, why, "body", ink="text-2", wrap=True))
        if now:
            column.addWidget(Text(theme, now, "body", wrap=True))
        if details:
            self._fold(column, details)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{why} {now}".strip())

    def _fold(self, column: QVBoxLayout, details: str) -> None:
        theme = self.theme
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setFont(theme.font("small"))
        text.setAccessibleName(tr("Technische Einzelheiten"))
        text.setMaximumHeight(theme.px(140))
        text.hide()
        toggle = Button(
            theme,
            tr("Technische Einzelheiten"),
            icon="ri.arrow-right-s-line",
            kind=Kind.QUIET,
            size=Size.DENSE,
            checkable=True,
        )

        def fold(shown: bool) -> None:
            text.setVisible(shown)
            toggle.set_icon("ri.arrow-down-s-line" if shown else "ri.arrow-right-s-line")
            self.adjustSize()

        toggle.toggled.connect(fold)
        column.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(text)


def tell(
    theme: Theme,
    parent: QWidget,
    *,
    title: str,
    why: str,
    now: str = "",
    severity: str = "err",
    details: str = "",
    choices: tuple[tuple[str, Callable[[], object]], ...] = (),
) -> MessageDialog:
    """Open a message. choices: words and what to do, the last one the main one; "Schließen" stands before them."""
    dialog = MessageDialog(theme, parent, title=title, why=why, now=now, severity=severity, details=details)
    safe = dialog.add_button(tr("Abbrechen") if choices else tr("Schließen"))
    for number, (words, action) in enumerate(choices, start=1):
        dialog.add_button(words, action, kind=Kind.PRIMARY if number == len(choices) else Kind.NORMAL)
    dialog.open()
    safe.setFocus()
    return dialog


def confirm(
    theme: Theme,
    parent: QWidget,
    *,
    title: str,
    why: str,
    yes: str,
    done: Callable[[], object],
    danger: bool = False,
) -> MessageDialog:
    """Ask before what cannot be undone; yes: a verb such as "Endgültig löschen". The safe choice has the focus."""
    dialog = MessageDialog(theme, parent, title=title, why=why)
    safe = dialog.add_button(tr("Abbrechen"))
    dialog.add_button(yes, done, kind=Kind.DELETE if danger else Kind.PRIMARY)
    dialog.open()
    safe.setFocus()
    return dialog
