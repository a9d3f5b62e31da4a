# SPDX-License-Identifier: EUPL-1.2
"""The geometry of a week by the hour: posts at their times, side by side where they meet, "+3" where there is no room.

Pure arithmetic in px of the column of a day, counted from midnight. Every post has a time, so none lies above the hours.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from kalender.domain.days.clocks import shown_by_clocks, turned_on
from kalender.domain.days.month import DAYS
from kalender.domain.frozen import frozen

STEP = 15
"""Minutes of a slot: what is carried or moved by key comes to rest on a multiple of it."""

HOURS = 24
WHOLE = HOURS * 60
"""Minutes on the axis of every day, on those of the clock change too: times are those of the wall clock."""


@frozen
class Measures:
    """Sizes in px. hour: height of an hour; row, one, two: a card in a single row, with one and with two title lines.

    gap: between cards, both ways; least: width from which on a card can be read; pill: width of "+3".
    """

    hour: int = 52
    row: int = 24
    one: int = 41
    two: int = 56
    gap: int = 2
    least: int = 46
    pill: int = 30


@frozen
class Box:
    """A rectangle in the column of a day, in px."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first px beside."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first px below."""
        return self.top + self.height

    def beside(self, other: Box) -> bool:
        """Tell whether one lies wholly to the side of the other."""
        return self.right <= other.left or other.right <= self.left


@frozen
class Pill:
    """The place of "+3" and the numbers of the posts it stands for, in order."""

    box: Box
    posts: tuple[int, ...]


@frozen
class DayPlan:
    """The places of the posts of a day by their numbers; None: left to one of the pills."""

    boxes: tuple[Box | None, ...] = ()
    pills: tuple[Pill, ...] = ()


def week_of(day: date) -> tuple[date, ...]:
    """Return the days from Monday to Sunday of the week of a day."""
    first = day - timedelta(days=day.weekday())
    return tuple(first + timedelta(days=at) for at in range(DAYS))


def minute_of(moment: datetime) -> int:
    """Return the minute of the day of a local time."""
    return moment.hour * 60 + moment.minute


def at_minute(day: date, minute: int) -> datetime:
    """Return the local time of a minute of a day."""
    return datetime.combine(day, time(minute // 60, minute % 60))


def slot_of(minute: float) -> int:
    """Return the slot in which a minute lies, as the minute it begins with; the last one for all that is later."""
    return max(0, min(int(minute // STEP) * STEP, WHOLE - STEP))


def nudged(moment: datetime, days: int, minutes: int) -> datetime:
    """Return the same clock time days later, or the next multiple of minutes after a time; before it, where negative."""
    if not minutes:
        return moment + timedelta(days=days)
    step, at = abs(minutes), minute_of(moment)
    target = (at // step + 1) * step if minutes > 0 else (at - 1) // step * step
    return moment.replace(hour=0, minute=0) + timedelta(days=days, minutes=target)


@lru_cache(maxsize=128)
def skipped(day: date, zone: str) -> tuple[int, int] | None:
    """Return the minutes, first and end, that the clocks of a zone skip on a day, or None on nearly all days."""
    if not turned_on(day, zone):
        return None
    gone = [
        minute
        for minute in range(0, WHOLE, STEP)
        if shown_by_clocks(at_minute(day, minute), zone) != at_minute(day, minute)
    ]
    return (gone[0], gone[-1] + STEP) if gone else None


def pack_day(minutes: Sequence[int], *, width: int, measures: Measures, lines: Sequence[int] = ()) -> DayPlan:
    """Lay out the posts of a day on width px. minutes: of each post, in order; lines: of each title, 1 where not told.

    Posts whose rows would meet stand side by side, the earlier one to the left. Where that would make them narrower
    than can be read, the later ones are left to a pill; two are always both shown. What has room below is as high as its title needs.
    """
    end = HOURS * measures.hour
    tops = [max(0, min(minute * measures.hour // 60, end - measures.row)) for minute in minutes]
    boxes: list[Box | None] = [None] * len(tops)
    pills: list[Pill] = []
    for cluster in _clusters(tops, measures):
        columns = _columns(cluster, tops, measures, limit=len(cluster))
        count = max(columns.values()) + 1
        room = width
        if count > max(2, _fitting(width, measures)):
            room = max(1, width - measures.pill - measures.gap)
            count = _fitting(room, measures)
            columns = _columns(cluster, tops, measures, limit=count)
            pills += _pills([at for at in cluster if at not in columns], tops, width, measures)
        for at, column in columns.items():
            left = (room + measures.gap) * column // count
            right = (room + measures.gap) * (column + 1) // count - measures.gap
            boxes[at] = Box(left=left, top=tops[at], width=max(1, right - left), height=measures.row)
    return DayPlan(boxes=_grown(boxes, pills, end, measures, lines), pills=tuple(pills))


def _fitting(width: int, measures: Measures) -> int:
    return max(1, (width + measures.gap) // (measures.least + measures.gap))


def _clusters(tops: Sequence[int], measures: Measures) -> list[list[int]]:
    """Return the numbers of posts that meet, directly or through others."""
    clusters: list[list[int]] = []
    bottom = 0
    for at in sorted(range(len(tops)), key=lambda at: (tops[at], at)):
        if not clusters or tops[at] >= bottom:
            clusters.append([])
        clusters[-1].append(at)
        bottom = tops[at] + measures.row + measures.gap
    return clusters


def _columns(
    cluster: Sequence[int], tops: Sequence[int], measures: Measures, *, limit: int
) -> dict[int, int]:
    """Give each post the leftmost column that is free at its time; those for which there is none are left out."""
    free: list[int] = []
    columns: dict[int, int] = {}
    for at in cluster:
        column = next((number for number, bottom in enumerate(free) if bottom <= tops[at]), len(free))
        if column >= limit:
            continue
        if column == len(free):
            free.append(0)
        free[column] = tops[at] + measures.row + measures.gap
        columns[at] = column
    return columns


def _pills(left_out: Sequence[int], tops: Sequence[int], width: int, measures: Measures) -> list[Pill]:
    groups: list[list[int]] = []
    for at in left_out:
        if groups and tops[at] < tops[groups[-1][0]] + measures.row + measures.gap:
            groups[-1].append(at)
        else:
            groups.append([at])
    wide = min(measures.pill, width)
    return [
        Pill(
            box=Box(left=width - wide, top=tops[group[0]], width=wide, height=measures.row),
            posts=tuple(group),
        )
        for group in groups
    ]


def _grown(
    boxes: Sequence[Box | None], pills: Sequence[Pill], end: int, measures: Measures, lines: Sequence[int]
) -> tuple[Box | None, ...]:
    """Make each card as high as it may be before the next thing below it begins."""
    taken = sorted([box for box in boxes if box] + [pill.box for pill in pills], key=lambda box: box.top)
    grown = list(boxes)
    for at, box in enumerate(boxes):
        if box is None:
            continue
        below = (other.top - measures.gap for other in taken if other.top > box.top and not box.beside(other))
        room = min(next(below, end), end) - box.top
        wanted = (measures.two, measures.one) if at < len(lines) and lines[at] > 1 else (measures.one,)
        height = next((height for height in wanted if height <= room), measures.row)
        grown[at] = Box(left=box.left, top=box.top, width=box.width, height=height)
    return tuple(grown)
