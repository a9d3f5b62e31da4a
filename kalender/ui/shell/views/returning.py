# SPDX-License-Identifier: EUPL-1.2
"""Which days the calendar showed when the window closed, and whether it is worth while to show them again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from kalender.settings.preferences import PreferenceFile
from kalender.ui.calendar.page import CalendarPage
from kalender.ui.calendar.toolbar import LIST, MONTH, QUARTER, YEAR
from kalender.ui.opened import Open

KEPT = timedelta(days=7)
"""After so many days the window opens on today again."""


def left_at(values: tuple[str, ...], folder: Path, today: date) -> date | None:
    """Return the day to show again, or None: another plan, too long ago, or nothing that can be read."""
    if len(values) != 3 or values[0] != str(folder):
        return None
    try:
        front, on = date.fromisoformat(values[1]), date.fromisoformat(values[2])
    except ValueError:
        return None
    return front if timedelta() <= today - on <= KEPT else None


def return_to(page: CalendarPage, preferences: PreferenceFile, house: Open) -> None:
    """Show what was in front when the window closed, unless that was in another plan or long ago."""
    day = left_at(preferences.values.calendar_left, house.folder, house.posts.now().date())
    if day is not None:
        page.go_to(day)


def leave(page: CalendarPage, preferences: PreferenceFile, house: Open) -> None:
    """Note what is in front; nothing where that is what a start shows anyway."""
    front, folder, today = page.spans.front(), house.folder, house.posts.now().date()
    home = at_home(page.view, front, today)
    left = () if home else (str(folder), front.isoformat(), today.isoformat())
    week = page.spans.week
    week_from = preferences.values.week_from if week is None else week.begins()
    preferences.change(calendar_left=left, week_from=week_from)


def at_home(view: str, front: date, today: date) -> bool:
    """Tell whether a view that begins with a day shows today near its beginning."""
    if view == YEAR:
        return front.year == today.year
    if view == QUARTER:
        return (front.year, (front.month - 1) // 3) == (today.year, (today.month - 1) // 3)
    if view in {MONTH, LIST}:
        return (front.year, front.month) == (today.year, today.month)
    return timedelta() <= today - front < KEPT
