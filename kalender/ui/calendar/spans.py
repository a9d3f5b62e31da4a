# SPDX-License-Identifier: EUPL-1.2
"""Which stretch of days is in front: a month, one week of it, or what a view reads for itself."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from kalender.domain.days.month import shifted
from kalender.domain.days.week import week_of
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.grid.view import PostGrid
from kalender.ui.calendar.holding import Holding
from kalender.ui.calendar.month.model import MonthModel
from kalender.ui.calendar.toolbar import Toolbar
from kalender.wording.dates import month as month_name
from kalender.wording.tr import tr

if TYPE_CHECKING:  # all but the month are imported with their first visit: the first month comes sooner
    from kalender.ui.calendar.beyond.stretch import Stretch
    from kalender.ui.calendar.doing.choice import Dated
    from kalender.ui.calendar.week.view import WeekView


class Spans:
    """Turns the pages of the calendar. week: the view of the week once it was visited; by_week: it is in front.

    other: the view in front that reads its days for itself, such as the year, or None. week_from: minute of the day
    the week begins with when it is first visited, -1 for the morning.
    """

    def __init__(self, holding: Holding, model: MonthModel, toolbar: Toolbar) -> None:
        self._holding = holding
        self._model = model
        self._toolbar = toolbar
        self.week: WeekView | None = None
        self.by_week = False
        self.week_from = -1
        self.other: Stretch | None = None

    def show(self, day: date) -> None:
        """Show the month or the week of a day; a week that lies in the month shown turns no month."""
        on = day.date() if isinstance(day, datetime) else day
        if self.other is not None:
            self.other.show_day(on)
            return
        days = week_of(on)
        inside = self._model.first <= days[0] and days[-1] <= self._model.last
        self._holding.week = (days[0], days[-1]) if self.by_week else None
        self._holding.show(self._model.month if self.by_week and inside else on)
        if self.by_week and self.week is not None:
            self.week.show_week(on)

    def page(self, pages: int) -> date:
        """Return a day so many months or weeks on."""
        if self.other is not None:
            return self.other.paged(pages)
        if self.by_week and self.week is not None:
            return date.fromordinal(self.week.days[0].toordinal() + 7 * pages)
        return shifted(self._model.month, pages)

    def ahead(self, pages: int) -> str:
        """Say what comes when a post is held at an edge."""
        if self.other is not None:
            titles = self.other.titles()
            return titles.before if pages < 0 else titles.after
        day = self.page(pages)
        return tr("KW {number}").format(number=day.isocalendar().week) if self.by_week else month_name(day)

    def front(self) -> date:
        """Return a day of what is in front, by which it is found again."""
        if self.other is not None:
            return self.other.front()
        return self.week.days[0] if self.by_week and self.week is not None else self._model.month

    def name(self) -> None:
        """Say in the toolbar what is shown, read anew where something has changed."""
        if self.other is not None:
            self.other.read()
            self._holding.span = self.other.span
            titles = self.other.titles()
            self._toolbar.show_titles(titles.words, titles.before, titles.after)
        elif self.by_week and self.week is not None:
            self._toolbar.show_week(self.week.days[0], self.week.days[-1])
        else:
            self._toolbar.show_month(self._model.month)

    def almanac(self) -> Almanac:
        """Return what applies to the days in front."""
        return self.other.almanac if self.other is not None else self._holding.almanac

    def grids(self, month: PostGrid) -> list[PostGrid]:
        """Return the month and, once it was visited, the week."""
        return [grid for grid in (month, self.week) if grid is not None]

    def show_cut(self, month: PostGrid, ids: frozenset[str]) -> None:
        """Fade posts that were cut, wherever they are shown."""
        for grid in (*self.grids(month), self.other):
            if grid is not None:
                grid.show_cut(ids)

    def choose(self, widget: Dated, *, by_week: bool, day: date) -> None:
        """Show weeks from now on, or months, or what another view reads; day: where the cursor stands.

        A month that holds the day stays in front.
        """
        from kalender.ui.calendar.listing.view import ListingView  # late: no view is chosen at the start

        other = None if isinstance(widget, (PostGrid, ListingView)) else widget
        self.by_week, self.other = by_week, other
        if other is None:
            self._holding.span = None
        on = day.date() if isinstance(day, datetime) else day
        shown = self._model.first <= on <= self._model.last
        self.show(on if by_week or other is not None or not shown else self._model.month)
