# SPDX-License-Identifier: EUPL-1.2
"""Who hears what: views, their hands, baskets and inspector joined to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.ui.calendar.grid.hands import GridHands
from kalender.ui.calendar.grid.view import PostGrid

if TYPE_CHECKING:
    from kalender.ui.calendar.agenda.hands import AgendaHands
    from kalender.ui.calendar.backlog.view import IdeaList
    from kalender.ui.calendar.listing.view import ListingView
    from kalender.ui.calendar.page import CalendarPage


def join_grid(page: CalendarPage, hands: GridHands, view: PostGrid) -> None:
    """Let the page hear a grid and its hands."""
    view.month_wanted.connect(page.go_to)
    view.delegate.renamed.connect(page.deeds.rename)
    listen(page, hands)
    hands.gap_planned.connect(page.deeds.fill_gap)


def listen(page: CalendarPage, hands: GridHands | AgendaHands) -> None:
    """Let the page hear the hands of a view of posts."""
    hands.today_wanted.connect(page.go_to_today)
    hands.day_chosen.connect(page.new_on)
    hands.let_go.connect(lambda: page.deeds.keep((), cut=False))
    hands.post_opened.connect(page.open_post)
    hands.peeked.connect(page.peek)
    hands.menu_wanted.connect(page.open_menu)
    hands.day_opened.connect(page.list_day)
    hands.nudged.connect(page.deeds.nudge)


def join_list(page: CalendarPage, view: ListingView | IdeaList) -> None:
    """Let the page hear a list of posts."""
    view.post_opened.connect(page.open_post)
    view.peeked.connect(page.peek)
    view.menu_wanted.connect(page.open_menu)
    view.delegate.renamed.connect(page.deeds.rename)


def join_lists(page: CalendarPage) -> None:
    """Let the page hear the baskets."""
    for view in (page.backlog.list, page.strip.list):
        join_list(page, view)
    for basket in (page.backlog, page.strip):
        basket.idea_noted.connect(page.deeds.note)


def join_inspector(page: CalendarPage) -> None:
    """Let the page hear the inspector."""
    panel = page.inspector
    panel.renamed.connect(page.deeds.rename)
    panel.post_opened.connect(page.open_post)
    panel.export_wanted.connect(page.export_wanted)
    panel.review_wanted.connect(page.review_wanted)
    panel.menu_wanted.connect(page.open_menu)
