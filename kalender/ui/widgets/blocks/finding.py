# SPDX-License-Identifier: EUPL-1.2
"""One finding of the checks: severity, what, why, and at most two ways to settle it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind, Size, literal
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.tr import tr

WORDS = {"err": "Muss", "warn": "Bitte prüfen", "info": "Tipp", "ok": "Bestanden"}
"""The word of each severity."""

ROOM = 256
"""Px at 100 % that the buttons of a finding have beside each other in the narrowest column."""

LONGEST = 18
"""Letters of a word that are never broken."""

BREAK = "\u200b"
"""A place to break a line at that nobody sees."""

_LONG = re.compile(rf"[^\s\-{BREAK}]{{{LONGEST + 4},}}")

_SIGNS = re.compile(r"(?<=[/._?=&])(?=[^/._?=&])")

Shape = tuple[str, tuple[tuple[str, str], ...], bool]
"""Severity, words and symbol of each remedy, whether it may be left as it is."""

Remedy = tuple[str, str, Callable[[], object]]
"""Words, symbol (or empty), what to do."""


class FindingRow(QAbstractButton):
    """A finding. severity: err, warn, info or ok; aside: leaves it as it is; clicking the row emits selected.

    Another finding of the same shape can be shown in it: then nothing is made anew, and the keyboard stays.
    Keys: Enter selects, the space bar does the first remedy, arrows ask for the row below or above (stepped).
    """

    selected = Signal()
    stepped = Signal(int)

    def __init__(
        self,
        theme: Theme,
        severity: str,
        title: str,
        why: str,
        *,
        remedies: Sequence[Remedy] = (),
        aside: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themed = theme
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setForegroundRole(
            QPalette.ColorRole.WindowText
        )  # words in it are words of a ground, not of a button
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self.selected)
        theme.changed.connect(self.update)
        self.severity = severity
        self.shape = shape_of(severity, remedies, aside)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._actions: list[Callable[[], object]] = []
        self._chosen = False
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(10))
        symbol = Symbol(theme, SEVERITY[severity], severity, size=16, name=tr(WORDS[severity]))
        row.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        self.title = Text(theme, "", "body", weight=600, wrap=True)
        self.why = Text(theme, "", "small", ink="text-2", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.why)
        self.buttons: list[Button] = []
        for words, icon, _action in remedies[:2]:
            self.buttons.append(self._button(words, icon, Kind.NORMAL))
        if aside is not None:
            self.buttons.append(self._button(tr("So lassen"), "", Kind.QUIET))
        for line in self._lines():
            column.addLayout(line)
        row.addLayout(column, 1)
        self.show_finding(title, why, remedies=remedies, aside=aside)

    def _button(self, words: str, icon: str, kind: Kind) -> Button:
        theme, number = self._themed, len(self.buttons)
        room = theme.px(ROOM) - theme.px(44 if icon else 24)
        short = theme.metrics("small", 600).elidedText(words, Qt.TextElideMode.ElideRight, room)
        button = Button(
            theme, literal(short), icon=icon, kind=kind, size=Size.DENSE, clicked=lambda: self._do(number)
        )
        if short != words:
            button.setAccessibleName(words)
            button.setToolTip(words)
        return button

    def _do(self, number: int) -> None:
        self._actions[number]()

    def _lines(self) -> list[QHBoxLayout]:
        """Return the buttons in lines none of which is wider than there is room for."""
        theme = self._themed
        lines: list[QHBoxLayout] = []
        left = 0
        for button in self.buttons:
            width = button.sizeHint().width() + theme.px(6)
            if not lines or width > left:
                left = theme.px(ROOM) + theme.px(6)
                line = QHBoxLayout()
                line.setContentsMargins(0, theme.px(4), 0, 0)
                line.setSpacing(theme.px(6))
                lines.append(line)
            lines[-1].addWidget(button)
            left -= width
        for line in lines:
            line.addStretch(1)
        return lines

    def show_finding(
        self,
        title: str,
        why: str,
        *,
        remedies: Sequence[Remedy] = (),
        aside: Callable[[], object] | None = None,
    ) -> None:
        """Show a finding of this shape. Raises ValueError for another one."""
        if shape_of(self.severity, remedies, aside) != self.shape:
            raise ValueError(title)
        self._actions = [action for _words, _icon, action in remedies[:2]]
        if aside is not None:
            self._actions.append(aside)
        self.title.setText(breakable(title))
        self.why.setText(breakable(why))
        name = f"{tr(WORDS[self.severity])}: {title}"
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if why != self.accessibleDescription():
            self.setAccessibleDescription(why)
        for button in self.buttons:
            button.setAccessibleDescription(f"{title}. {why}")

    def set_chosen(self, *, chosen: bool) -> None:
        """Mark the row whose place in the text is shown."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, and the line to the next row."""
        theme, painter = self._themed, QPainter(self)
        rect, width = QRectF(self.rect()), theme.line_width
        painter.fillRect(rect, theme.colour("bg-selected" if self._chosen else "bg-surface"))
        painter.fillRect(QRectF(0, rect.height() - width, rect.width(), width), theme.colour("line-subtle"))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the place, mend it, or ask for the next row."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.selected.emit()
        elif key == Qt.Key.Key_Space and self.shape[1]:
            self.buttons[0].click()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


def shape_of(severity: str, remedies: Sequence[Remedy], aside: Callable[[], object] | None) -> Shape:
    """Return what a row of a finding is made of."""
    return severity, tuple((words, icon) for words, icon, _do in remedies[:2]), aside is not None


def breakable(text: str) -> str:
    """Return a text in which long words without a break, such as addresses, may go on in the next line."""
    if len(text) <= LONGEST:
        return text
    return _LONG.sub(lambda found: BREAK.join(_pieces(found.group())), text)


def _pieces(word: str) -> list[str]:
    """Return a word cut behind its own signs, as addresses have them, and where there are none after so many letters."""
    parts = _SIGNS.split(word)
    return [part[at : at + LONGEST] for part in parts for at in range(0, len(part), LONGEST)]
