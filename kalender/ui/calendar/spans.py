# SPDX-License-Identifier: EUPL-1.2
"""Which stretch of days is in front: a month, or one week of it, made at its first visit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from kalender.domain.days.month import shifted
from kalender.domain.days.week import week_of
from kalender.ui.calendar.grid.view import PostGrid
from kalender.ui.calendar.holding import Holding
from kalender.ui.calendar.month.model import MonthModel
from kalender.ui.calendar.toolbar import Toolbar

if TYPE_CHECKING:  # the week is imported with its first visit: the first month comes sooner
    from kalender.ui.calendar.week.view import WeekView


class Spans:
    """Turns the pages of the calendar. week: the view of the week once it was visited; by_week: it is in front."""

    def __init__(self, holding: Holding, model: MonthModel, toolbar: Toolbar) -> None:
        self._holding = holding
        self._model = model
        self._toolbar = toolbar
        self.week: WeekView | None = None
        self.by_week = False

    def show(self, day: date) -> None:
        """Show the month or the week of a day; a week that lies in the month shown turns no month."""
        on = day.date() if isinstance(day, datetime) else day
        days = week_of(on)
        inside = self._model.first <= days[0] and days[-1] <= self._model.last
        self._holding.week = (days[0], days[-1]) if self.by_week else None
        self._holding.show(self._model.month if self.by_week and inside else on)
        if self.by_week and self.week is not None:
            self.week.show_week(on)

    def page(self, pages: int) -> date:
        """Return a day so many months or weeks on."""
        if self.by_week and self.week is not None:
            return date.fromordinal(self.week.days[0].toordinal() + 7 * pages)
        return shifted(self._model.month, pages)

    def name(self) -> None:
        """Say in the toolbar what is shown."""
        if self.by_week and self.week is not None:
            self._toolbar.show_week(self.week.days[0], self.week.days[-1])
        else:
            self._toolbar.show_month(self._model.month)

    def grids(self, month: PostGrid) -> list[PostGrid]:
        """Return the month and, once it was visited, the week."""
        return [grid for grid in (month, self.week) if grid is not None]

    def choose(self, *, by_week: bool, make: Callable[[], WeekView], day: date) -> None:
        """Show weeks from now on, or months; day: where the cursor stands. A month that holds the day stays in front."""
        self.by_week = by_week
        if by_week:
            self.week = self.week or make()
        on = day.date() if isinstance(day, datetime) else day
        shown = self._model.first <= on <= self._model.last
        self.show(on if by_week or not shown else self._model.month)
