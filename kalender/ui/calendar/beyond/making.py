# SPDX-License-Identifier: EUPL-1.2
"""Makes the views beside the month at their first visit, and joins them to the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from kalender.domain.days.year import QUARTER as THREE
from kalender.domain.days.year import YEAR as TWELVE
from kalender.ui.calendar.doing.joining import join_grid, join_list, listen
from kalender.ui.calendar.doing.verdicts import day_of
from kalender.ui.calendar.toolbar import AGENDA, LIST, MONTH, QUARTER, WEEK

if TYPE_CHECKING:
    from kalender.ui.calendar.agenda.view import AgendaView
    from kalender.ui.calendar.doing.choice import Dated
    from kalender.ui.calendar.holding import Holding
    from kalender.ui.calendar.listing.view import ListingView
    from kalender.ui.calendar.page import CalendarPage
    from kalender.ui.calendar.year.view import YearView


def make_view(
    page: CalendarPage, view: str, holding: Holding, now: Callable[[], datetime], zone: Callable[[], str]
) -> Dated:
    """Return a view by its key. holding: where it reads. now: local time; zone: name of that of the plan."""
    if view == WEEK:
        from kalender.ui.calendar.week.making import make_week

        week, hands = make_week(page.month, page.carry, now=now, zone=zone)
        join_grid(page, hands, week)
        page.choice.join(week)
        page.ahead.watch(week)
        if page.spans.week_from >= 0:
            week.begin_at(page.spans.week_from)
        page.spans.week = week
        return week
    if view == LIST:
        return _listing(page)
    return _agenda(page, holding) if view == AGENDA else _year(page, view, holding)


def _listing(page: CalendarPage) -> ListingView:
    from kalender.ui.calendar.listing.view import ListingView

    view = ListingView(page.month.theme, page.month.texts, page.model, page.looks.note)
    view.month_wanted.connect(lambda pages: page.go_to(page.spans.page(pages)))
    view.day_opened.connect(page.list_day)
    join_list(page, view)
    page.choice.join(view)
    return view


def _agenda(page: CalendarPage, holding: Holding) -> AgendaView:
    from kalender.ui.calendar.agenda.hands import AgendaHands
    from kalender.ui.calendar.agenda.view import AgendaView

    view = AgendaView(page.month.theme, page.month.texts, page.looks, holding, page)
    view.agenda.lines_of = page.lines_of
    hands = AgendaHands(view, page.carry)
    listen(page, hands)
    view.delegate.renamed.connect(page.deeds.rename)
    view.turned.connect(lambda _day: page.spans.name())
    page.choice.join(view)
    return view


def _year(page: CalendarPage, key: str, holding: Holding) -> YearView:
    from kalender.ui.calendar.year.view import YearView

    months = THREE if key == QUARTER else TWELVE
    view = YearView(page.month.theme, page.month.texts, page.carry, holding, months=months, parent=page)

    def show_month(day: date) -> None:
        page.toolbar.viewed.emit(MONTH)
        page.step_to(day_of(day))

    view.day_wanted.connect(show_month)
    view.day_opened.connect(page.list_day)
    view.today_wanted.connect(page.go_to_today)
    view.turned.connect(page.go_to)
    page.choice.join(view)
    return view
