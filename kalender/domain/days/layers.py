# SPDX-License-Identifier: EUPL-1.2
"""What applies to days beside posts: holidays, named days, and stretches without a post on a channel.

Stretches with a name of their own, such as school holidays, are the Band of domain/days/month.py.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from kalender.domain.frozen import frozen


class Flying(StrEnum):
    """How public buildings fly the flag on a day."""

    NONE = ""
    FULL = "full"
    HALF = "half"


@frozen
class Holiday:
    """A public holiday of a Land."""

    day: date
    name: str


@frozen
class NamedDay:
    """A day of action or remembrance. silent: nothing cheerful is posted (stiller Tag)."""

    day: date
    name: str
    flag: Flying = Flying.NONE
    silent: bool = False
    note: str = ""


@frozen
class Gap:
    """Days in a row without a post on a channel that promises so many a week, or a month; last is inclusive."""

    channel: str
    per_week: int
    first: date
    last: date
    per_month: int = 0

    @property
    def days(self) -> int:
        """How many days the gap lasts."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """The day in the middle, where a post would help most."""
        return self.first + timedelta(days=(self.days - 1) // 2)


def longest_pause(per_week: int, per_month: int = 0) -> int:
    """Return how many days without a post a promise allows: less than twice the even distance of its posts.

    7 a week: 1 day, 3 a week: 4 days, 2 a week: 6 days, once a week: 13 days, once a month: 59 days.
    """
    return (-(-14 // per_week) if per_week > 0 else -(-60 // per_month)) - 1


def gaps(
    channel: str, per_week: int, days: Iterable[date], first: date, last: date, per_month: int = 0
) -> list[Gap]:
    """Return the gaps of a channel between first and last (both inclusive), in order.

    days: when the channel publishes or has published, in any order, also outside the stretch: a pause that begins
    before first counts with its whole length and is shown from first on. Without a promise there is no gap.
    """
    if (per_week <= 0 and per_month <= 0) or first > last:
        return []
    posts = sorted(set(days))
    before = max((day for day in posts if day < first), default=first - timedelta(days=1))
    after = min((day for day in posts if day > last), default=last + timedelta(days=1))
    marks = [before, *(day for day in posts if first <= day <= last), after]
    found = []
    for earlier, later in itertools.pairwise(marks):
        if (later - earlier).days - 1 > longest_pause(per_week, per_month):
            start, end = max(first, earlier + timedelta(days=1)), min(last, later - timedelta(days=1))
            if start <= end:
                gap = Gap(channel=channel, per_week=per_week, per_month=per_month, first=start, last=end)
                found.append(gap)
    return found
