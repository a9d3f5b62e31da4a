# SPDX-License-Identifier: EUPL-1.2
"""Makes the week at its first visit, over what the month has already."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kalender.ui.calendar.doing.carry import Carry
from kalender.ui.calendar.month.view import MonthView
from kalender.ui.calendar.week.hands import WeekHands
from kalender.ui.calendar.week.view import WeekView


def make_week(
    month: MonthView, carry: Carry, *, now: Callable[[], datetime], zone: Callable[[], str]
) -> tuple[WeekView, WeekHands]:
    """Return a week over the model of a month, and its hands. now: local time; zone: name of that of the plan."""
    view = WeekView(month.theme, month.texts, month.month, now=now, zone=zone)
    view.delegate.strips, view.marks = month.delegate.strips, month.marks
    return view, WeekHands(view, carry)
