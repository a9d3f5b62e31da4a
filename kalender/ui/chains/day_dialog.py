# SPDX-License-Identifier: EUPL-1.2
"""Asks for one day, and says what it would do before it is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.day import DayButton
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.tr import tr


class DayDialog(Sheet):
    """title, verb, label: German words of the sheet, its button and the day. told: sentences of a day; done: with it."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        title: str,
        verb: str,
        label: str,
        about: str,
        day: date,
        told: Callable[[date], Sequence[str]],
        done: Callable[[date], object],
    ) -> None:
        super().__init__(theme, parent, title=title, width=460)
        self._told = told
        self.body.addWidget(Text(theme, title, "title-2"))
        self.body.addWidget(Text(theme, about, "body", ink="text-2", wrap=True))
        row = spaced(theme, QHBoxLayout(), gap=8)
        row.addWidget(Text(theme, label, "body"))
        self.day = DayButton(theme, label, day)
        self.day.chosen.connect(lambda _day: self.refresh())
        row.addWidget(self.day)
        row.addStretch(1)
        self.body.addLayout(row)
        self.words = Text(theme, "", "body", wrap=True)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(verb, lambda: done(self.day.day), kind=Kind.PRIMARY)
        self.go.setDefault(True)
        self.refresh()

    def refresh(self) -> None:
        """Say what that day would do."""
        self.words.setText("\n".join(self._told(self.day.day)))
