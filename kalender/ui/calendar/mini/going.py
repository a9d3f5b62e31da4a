# SPDX-License-Identifier: EUPL-1.2
"""Gehe zu Datum: a day is typed or picked, and the calendar goes there."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from kalender.ui.calendar.mini.line import BusyDays, CountsOf, DayLine
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.moment import MomentPopover
from kalender.wording.dates import day_long
from kalender.wording.tr import tr


class GoPopover(MomentPopover):
    """Emits chosen with the day, as a datetime at midnight."""

    def __init__(self, theme: Theme, owner: QWidget, day: date, today: date, counts_of: CountsOf) -> None:
        start = datetime(day.year, day.month, day.day)
        super().__init__(theme, owner, start, today=today, clock=False, undated=False, accept=tr("Zeigen"))
        self.setAccessibleName(tr("Gehe zu Datum"))
        self.busy = BusyDays(theme, self.month, counts_of)
        self.line = DayLine(theme, self.month, today)
        self.told = Text(theme, "", "small", ink="text-2", wrap=True)
        self.body.insertWidget(0, self.line)
        self.setTabOrder(self.line, self.month)
        self.body.insertWidget(2, self.told)
        self.line.meant.connect(lambda _typed: self._tell())
        self.line.accepted.connect(self._accept)
        self.month.selectionChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        self.told.setText(unclear() if self.line.wrong else day_long(self.month.day))
        self.told.set_ink("warn" if self.line.wrong else "text-2")

    def _accept(self) -> None:
        if self.line.wrong:
            self._tell()
            self.line.setFocus()
            return
        super()._accept()


def unclear() -> str:
    """Return what is said of words that mean no day."""
    return tr(
        "Dieses Datum ist nicht zu verstehen. Tippen Sie zum Beispiel 17.12., nächster Dienstag oder KW 50."
    )
