# SPDX-License-Identifier: EUPL-1.2
"""A button that says a day and opens the choice of another."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.controls.moment import MomentPopover
from kalender.wording.dates import WEEKDAYS, day_long


class DayButton(Button):
    """Says a day ("Fr 11.12.2026"). label: what it is the day of. chosen(date)."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, label: str, day: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", icon="ri.calendar-2-line", parent=parent)
        self._themed, self._label = theme, label
        self.day = day
        self.setAutoDefault(
            False
        )  # Enter belongs to the main button of a sheet; the space bar opens the days
        self.clicked.connect(lambda _checked=False: self._open())
        self.set_day(day)

    def set_day(self, day: date) -> None:
        """Show a day."""
        self.day = day
        self.set_words(f"{WEEKDAYS[day.weekday()][:2]} {day:%d.%m.%Y}")
        self.setAccessibleName(f"{self._label}: {day_long(day)}")

    def set_label(self, label: str) -> None:
        """Say of what it is the day."""
        self._label = label
        self.set_day(self.day)

    def _open(self) -> None:
        popover = MomentPopover(
            self._themed,
            self,
            datetime.combine(self.day, time(0)),
            today=self.day,
            clock=False,
            undated=False,
        )
        popover.chosen.connect(self._take)
        popover.open_under()

    def _take(self, moment: datetime | None) -> None:
        if moment is not None and moment.date() != self.day:
            self.set_day(moment.date())
            self.chosen.emit(self.day)
