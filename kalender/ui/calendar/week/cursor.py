# SPDX-License-Identifier: EUPL-1.2
"""Where the keys lead in a week: through quarters of an hour and the posts in them, from day to day, to other weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import Enum

from kalender.domain.days.week import STEP, WHOLE, slot_of
from kalender.domain.frozen import frozen


class Step(Enum):
    """A key that moves the cursor."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    POST_BEFORE = "post_before"
    POST_AFTER = "post_after"
    WEEK_START = "week_start"
    WEEK_END = "week_end"
    WEEK_BEFORE = "week_before"
    WEEK_AFTER = "week_after"


_DAYS = {Step.LEFT: -1, Step.RIGHT: 1, Step.WEEK_BEFORE: -7, Step.WEEK_AFTER: 7}


@frozen
class Spot:
    """A slot of a day, as the minute it begins with, and the number of the post in it that is stepped on."""

    day: date
    minute: int
    post: int = 0


def posts_in(minutes: Sequence[int], slot: int) -> list[int]:
    """Return the numbers, counted over the day, of the posts that lie in a slot."""
    return [at for at, minute in enumerate(minutes) if slot_of(minute) == slot]


def step(spot: Spot, key: Step, posts: Mapping[date, Sequence[int]]) -> Spot:
    """Return where a key leads. posts: the minutes of the posts of each day, in order.

    Up and down go through the posts of a slot before they leave it; the day ends at its edges.
    """
    day, slot = spot.day, spot.minute
    here = len(posts_in(posts.get(day, ()), slot))
    if key is Step.DOWN:
        if spot.post + 1 < here:
            return Spot(day=day, minute=slot, post=spot.post + 1)
        return Spot(day=day, minute=slot + STEP) if slot + STEP < WHOLE else spot
    if key is Step.UP:
        if spot.post > 0:
            return Spot(day=day, minute=slot, post=spot.post - 1)
        above = slot - STEP
        if above < 0:
            return spot
        return Spot(day=day, minute=above, post=max(0, len(posts_in(posts.get(day, ()), above)) - 1))
    if key in {Step.POST_BEFORE, Step.POST_AFTER}:
        return _post(spot, posts, 1 if key is Step.POST_AFTER else -1)
    if key in _DAYS:
        return Spot(day=day + timedelta(days=_DAYS[key]), minute=slot)
    first = day - timedelta(days=day.weekday())
    return Spot(day=first if key is Step.WEEK_START else first + timedelta(days=6), minute=slot)


def _post(spot: Spot, posts: Mapping[date, Sequence[int]], way: int) -> Spot:
    """Return the next or the last post of the week before a spot; the spot itself where there is none."""
    stops = [
        Spot(day=day, minute=slot, post=number)
        for day in sorted(posts)
        for slot in sorted({slot_of(minute) for minute in posts[day]})
        for number in range(len(posts_in(posts[day], slot)))
    ]
    here = (spot.day, spot.minute, spot.post)
    found = [stop for stop in stops if way * _compare((stop.day, stop.minute, stop.post), here) > 0]
    if not found:
        return spot
    return found[0] if way > 0 else found[-1]


def _compare(one: tuple[date, int, int], other: tuple[date, int, int]) -> int:
    return (one > other) - (one < other)
