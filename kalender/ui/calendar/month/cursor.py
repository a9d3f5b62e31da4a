# SPDX-License-Identifier: EUPL-1.2
"""Where the keys lead: from day to day, through the posts of a day, to the edges of the week, to other months."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from kalender.domain.days.month import shifted
from kalender.domain.frozen import frozen


class Step(Enum):
    """A key that moves the cursor."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    WEEK_START = "week_start"
    WEEK_END = "week_end"
    MONTH_BEFORE = "month_before"
    MONTH_AFTER = "month_after"


@frozen
class Cursor:
    """A day, and the number of the post on it that is stepped on; -1: the day itself."""

    day: date
    post: int = -1


def step(cursor: Cursor, key: Step, posts: dict[date, int]) -> Cursor:
    """Return where a key leads. posts: how many posts can be stepped on, by day.

    Up and down go through the posts of a day before they go to another week, so each post is reached by both.
    """
    day, count = cursor.day, posts.get(cursor.day, 0)
    if key is Step.DOWN:
        if cursor.post + 1 < count:
            return Cursor(day=day, post=cursor.post + 1)
        return Cursor(day=day + timedelta(days=7))
    if key is Step.UP:
        if cursor.post >= 0:
            return Cursor(day=day, post=cursor.post - 1)
        above = day - timedelta(days=7)
        return Cursor(day=above, post=posts.get(above, 0) - 1)
    target = {
        Step.LEFT: day - timedelta(days=1),
        Step.RIGHT: day + timedelta(days=1),
        Step.WEEK_START: day - timedelta(days=day.weekday()),
        Step.WEEK_END: day + timedelta(days=6 - day.weekday()),
        Step.MONTH_BEFORE: same_day(day, -1),
        Step.MONTH_AFTER: same_day(day, 1),
    }[key]
    return Cursor(day=target, post=min(cursor.post, posts.get(target, 0) - 1))


def same_day(day: date, months: int) -> date:
    """Return the same day of another month, or its last one where it is shorter."""
    first = shifted(day, months)
    last = shifted(first, 1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
