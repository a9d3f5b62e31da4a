# SPDX-License-Identifier: EUPL-1.2
"""One finding of the checks: severity, what, why, and at most two ways to settle it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.tr import tr

WORDS = {"err": "Muss", "warn": "Bitte prüfen", "info": "Tipp", "ok": "Bestanden"}
"""The word of each severity."""

ROOM = 256
"""Px at 100 % that the buttons of a finding have beside each other in the narrowest column."""

Remedy = tuple[str, str, Callable[[], object]]
"""Words, symbol (or empty), what to do."""


class FindingRow(Ground):
    """A finding. severity: err, warn, info or ok; aside: leaves it as it is; clicking the row emits selected."""

    selected = Signal()

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
        super().__init__(theme, "bg-surface", edges="b", parent=parent)
        self._themed = theme
        self.severity = severity
        word = tr(WORDS[severity])
        self.setAccessibleName(f"{word}: {title}")
        self.setAccessibleDescription(why)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(10))
        symbol = Symbol(theme, SEVERITY[severity], severity, size=16, name=word)
        row.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        self.title = Text(theme, title, "body", weight=600, wrap=True)
        self.why = Text(theme, why, "small", ink="text-2", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.why)
        self.buttons: list[Button] = []
        if remedies or aside is not None:
            buttons = QHBoxLayout()
            buttons.setContentsMargins(0, theme.px(4), 0, 0)
            buttons.setSpacing(theme.px(6))
            for words, icon, action in remedies[:2]:
                button = Button(theme, words, icon=icon, size=Size.DENSE, clicked=action)
                button.setAccessibleDescription(title)
                self.buttons.append(button)
                buttons.addWidget(button)
            if aside is not None:
                leave = Button(theme, tr("So lassen"), kind=Kind.QUIET, size=Size.DENSE, clicked=aside)
                leave.setAccessibleDescription(title)
                wide = sum(button.sizeHint().width() for button in (*self.buttons, leave))
                self.buttons.append(leave)
                if wide > theme.px(ROOM):
                    buttons.addStretch(1)
                    column.addLayout(buttons)
                    buttons = QHBoxLayout()
                buttons.addWidget(leave)
            buttons.addStretch(1)
            column.addLayout(buttons)
        row.addLayout(column, 1)

    def set_chosen(self, *, chosen: bool) -> None:
        """Mark the row whose place in the text is shown."""
        self.set_ground("bg-selected" if chosen else "bg-surface")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select with a click."""
        super().mousePressEvent(event)
        self.selected.emit()
