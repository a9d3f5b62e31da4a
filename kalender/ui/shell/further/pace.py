# SPDX-License-Identifier: EUPL-1.2
"""Opens the strip of promises over the calendar, and does what is wanted from it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kalender.ui.calendar.pace.popover import PacePopover
from kalender.ui.preferences.page import SettingsPage
from kalender.ui.widgets.paint.values import channel_mark

if TYPE_CHECKING:
    from kalender.ui.calendar.page import CalendarPage
    from kalender.ui.shell.workplace import Workplace


def show_pace(work: Workplace) -> PacePopover | None:
    """Show the calendar, and over it the weeks around the day the cursor stands on."""
    work.window.show_page("calendar")
    page = work.visits.calendar
    if page is None:
        return None
    house = work.house
    at = page.cursor_day()
    day = date(at.year, at.month, at.day)
    popover = PacePopover(
        work.theme,
        page.toolbar,
        lambda weeks: house.cadence.around(day, weeks),
        {
            item.id: channel_mark(item, house.plan.platforms.get(item.platform))
            for item in house.plan.channels
        },
        house.posts.now().date(),
        room=page.width(),
    )
    popover.plan_wanted.connect(lambda channel, first, last: _plan(work, page, channel, first, last))
    popover.day_wanted.connect(page.go_to)
    popover.goals_wanted.connect(lambda: _goals(work))
    popover.open_under()
    popover.start()
    return popover


def _plan(work: Workplace, page: CalendarPage, channel: str, first: date, last: date) -> None:
    middle = date.fromordinal((first.toordinal() + last.toordinal()) // 2)
    moment = work.house.slots.within(channel, first, last, middle)
    page.deeds.begin(moment, [channel], usual=[channel])


def _goals(work: Workplace) -> None:
    work.visits.perform_elsewhere("app.settings")
    page = work.window.pages.page("settings")
    if isinstance(page, SettingsPage):
        page.show_part("channels")
