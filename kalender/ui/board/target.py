# SPDX-License-Identifier: EUPL-1.2
"""The place in a column that says what letting go of a card would do, or why it does nothing."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text

_END = re.compile(r"(?<=\w{3}[.!?])\s")


class DropHere(Ground):
    """A dashed box over the column; it never takes the mouse."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget) -> None:
        super().__init__(
            theme, "accent-tint", edges="all", line="accent", radius=6, dashed=True, parent=parent
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = icon
        row = spaced(theme, QHBoxLayout(self), (10, 10, 10, 10), 6)
        self._symbol = Symbol(theme, icon, "accent", size=14)
        self._words = Text(theme, "", "small", ink="accent", weight=600, wrap=True)
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str, *, allowed: bool) -> None:
        """Show an invitation, or the first sentence of a reason."""
        ink = "accent" if allowed else "err"
        self.set_ground("accent-tint" if allowed else "err-bg", ink)
        self._symbol.set_symbol(self._icon if allowed else "ri.forbid-line", ink)
        self._words.set_ink(ink)
        self._words.setText(first_sentence(words))
        self.setAccessibleName(words)

    def text(self) -> str:
        """Return what is said."""
        return self._words.text()

    def place(self, left: int, top: int, width: int, lowest: int) -> None:
        """Lie at a place of the parent, moved up where the box would reach below lowest; all in px."""
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(left, min(top, lowest - height), width, height)
        self.raise_()


def first_sentence(words: str) -> str:
    """Return the first sentence of a reason; short words with a full stop, such as Dr., end none."""
    return _END.split(words, maxsplit=1)[0]
