# SPDX-License-Identifier: EUPL-1.2
"""Dialogs that never stop the program: what, why, what now, what is safe. Open them with open()."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.focus import FocusRing
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.tr import tr

_FRAME = QSize(16, 48)
"""Px that the frame and the title bar of a window take, at any size of text."""


class Sheet(QDialog):
    """A dialog over its window with room for content (`body`) and buttons at the foot (`buttons`).

    Where the content needs more than the screen has, it scrolls and the buttons stay in sight. narrow: the screen is
    not as wide as the dialog would like to be, so what stands side by side is better put one below the other.
    """

    def __init__(self, theme: Theme, parent: QWidget | None, *, title: str, width: int = 440) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.narrow = theme.px(width) > self.room.width()
        self.setMinimumWidth(min(theme.px(width), self.room.width()))
        self._scrolls, self._wanted = False, QSize()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = self._top = Ground(theme, "bg-surface")
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

    @property
    def room(self) -> QSize:
        """Px that a dialog may take on its screen."""
        return self.screen().availableSize() - _FRAME

    @property
    def scrolls(self) -> bool:
        """Tell whether the content needs more than the screen has."""
        return self._scrolls

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name
        """Fit into the screen first."""
        if visible and self.isWindow():
            self.ensurePolished()
            self._keep_in()
            self._enter()
        super().setVisible(visible)
        if visible and self.isWindow():
            self._keep_in()

    def event(self, event: QEvent) -> bool:
        """Fit into the screen again where the content has grown."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible() and self.isWindow():
            self._keep_in()
            self._keep_up()
        return done

    def tall(self, height: int) -> int:
        """Return px for a part that scrolls by itself: so many at 100 %, less where head and foot leave less."""
        return min(self.theme.px(height), max(self.theme.px(100), self.room.height() - self.theme.px(150)))

    def _enter(self) -> None:
        """Let Enter press the last button where none is the main one, instead of the first in the content."""
        last = self.buttons.itemAt(self.buttons.count() - 1)
        button = last.widget() if last is not None else None
        if isinstance(button, QPushButton) and not any(b.isDefault() for b in self.findChildren(QPushButton)):
            button.setDefault(True)

    def _keep_in(self) -> None:
        """Let the content scroll once it cannot be made as small as the screen; never grow beyond that."""
        room, column = self.room, self._column
        wide = max(column.totalMinimumSize().width(), self.minimumWidth())
        least = max(column.totalMinimumSize().height(), self.minimumHeight())
        if column.hasHeightForWidth():
            width = max(self.width(), wide) if self.isVisible() else max(column.totalSizeHint().width(), wide)
            least = max(self.minimumHeight(), column.totalMinimumHeightForWidth(min(width, room.width())))
        if not self._scrolls and (least > room.height() or wide > room.width()):
            from kalender.ui.widgets.feedback.scrolling import scrolling

            self._scrolls = True
            scrolling(column, self._top)
            self.setMinimumHeight(0)
        if self._scrolls:
            wanted = column.totalSizeHint().expandedTo(self.minimumSize()).boundedTo(room)
            wanted.setHeight(min(room.height(), column.totalHeightForWidth(wanted.width())))
            if wanted != self._wanted:  # the content is another; how large a person made it stays otherwise
                self._wanted = wanted
                self.resize(self.size().expandedTo(wanted).boundedTo(room) if self.isVisible() else wanted)
        else:
            size = self.size().boundedTo(room)
            if self.isVisible():  # Qt asks lines that are broken only for the height of their widest shape
                size = size.expandedTo(QSize(0, least))
            if size != self.size():
                self.resize(size)

    def _keep_up(self) -> None:
        """Move up where the foot has come below the end of the screen."""
        over = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if over > 0:
            self.move(self.x(), max(self.screen().availableGeometry().top(), self.y() - over))

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
        button.setAutoDefault(False)
        button.setDefault(kind in {Kind.PRIMARY, Kind.DELETE})
        self.buttons.addWidget(button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close with Esc; Enter presses the focused or the main button, never another one than has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        focus = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focus, QPushButton):
            focus.click()
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
