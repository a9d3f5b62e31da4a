# SPDX-License-Identifier: EUPL-1.2
"""The promise of a channel (so many posts a week or a month), and how weeks and months keep it."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum

from kalender.domain.frozen import frozen
from kalender.domain.pace.appearing import Appearance
from kalender.domain.plan import Channel

_WEEK = timedelta(days=7)


class Pace(StrEnum):
    """How a stretch of days keeps the promise of a channel."""

    BELOW = "below"
    KEPT = "kept"
    ABOVE = "above"


@frozen
class Cell:
    """A week, or a calendar month where the promise is monthly; last is inclusive. weeks: columns it covers."""

    first: date
    last: date
    count: int
    goal: int
    weeks: int = 1

    @property
    def pace(self) -> Pace:
        """How the goal is kept."""
        if self.count < self.goal:
            return Pace.BELOW
        return Pace.KEPT if self.count == self.goal else Pace.ABOVE


@frozen
class Row:
    """A channel with its cells. monthly: each is a month."""

    channel: str
    goal: int
    monthly: bool
    cells: tuple[Cell, ...]

    @property
    def reached(self) -> int:
        """How many cells keep the promise."""
        return sum(cell.pace is not Pace.BELOW for cell in self.cells)


@frozen
class Strip:
    """Weeks by their Mondays, and how each channel with a promise keeps it in them."""

    mondays: tuple[date, ...]
    rows: tuple[Row, ...]


def promises(channel: Channel) -> bool:
    """Tell whether a channel promises anything."""
    return channel.active and (channel.per_week > 0 or channel.per_month > 0)


def strip(channels: Iterable[Channel], posts: Collection[Appearance], monday: date, weeks: int) -> Strip:
    """Return how the channels keep their promises in so many weeks from a Monday on.

    posts: all that appear in reach() of these weeks, planned or published. A channel without a promise has no row.
    """
    mondays = tuple(monday + number * _WEEK for number in range(weeks))
    days: dict[str, list[date]] = {}
    for item in posts:
        for channel in item.channels:
            days.setdefault(channel, []).append(item.planned.date())
    rows = [
        Row(
            channel=item.id,
            goal=item.per_week or item.per_month,
            monthly=item.per_week <= 0,
            cells=_weekly(item, days.get(item.id, ()), mondays)
            if item.per_week > 0
            else _monthly(item, days.get(item.id, ()), mondays),
        )
        for item in channels
        if promises(item)
    ]
    return Strip(mondays=mondays, rows=tuple(rows))


def reach(monday: date, weeks: int) -> tuple[date, date]:
    """Return the first and the last day whose posts count for so many weeks: whole months at both ends."""
    months = list(_months([monday + number * _WEEK for number in range(weeks)]))
    last = monday + weeks * _WEEK - timedelta(days=1)
    return min(monday, months[0][0]), max(last, months[-1][1])


def _weekly(channel: Channel, days: Sequence[date], mondays: Sequence[date]) -> tuple[Cell, ...]:
    counts = dict.fromkeys(mondays, 0)
    for day in days:
        monday = day - timedelta(days=day.weekday())
        if monday in counts:
            counts[monday] += 1
    return tuple(
        Cell(first=monday, last=monday + timedelta(days=6), count=count, goal=channel.per_week)
        for monday, count in counts.items()
    )


def _monthly(channel: Channel, days: Sequence[date], mondays: Sequence[date]) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            first=first,
            last=last,
            count=sum(first <= day <= last for day in days),
            goal=channel.per_month,
            weeks=weeks,
        )
        for first, last, weeks in _months(mondays)
    )


def _months(mondays: Sequence[date]) -> Iterator[tuple[date, date, int]]:
    """Yield the months of weeks, first and last day, and how many weeks belong to each: those whose Thursday lies in it."""
    months = [(monday + timedelta(days=3)).replace(day=1) for monday in mondays]
    for first in dict.fromkeys(months):
        length = calendar.monthrange(first.year, first.month)[1]
        yield first, first.replace(day=length), months.count(first)
