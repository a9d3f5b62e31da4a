# SPDX-License-Identifier: EUPL-1.2
"""A series: a rule by which posts recur, what each of them says, and on which days they fall.

Times are wall time: 09:00 stays 09:00 whatever the clocks do. The day on which the rule falls is the origin of a post
and its name within the series; where the post lies, or is moved to later, is another matter.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import ClassVar

from kalender.domain.days.recurrence import Rule, with_end
from kalender.domain.frozen import frozen
from kalender.domain.post import Attachment, Post, Todo, Version

AHEAD = 6
"""Months for which posts are made ahead where a series has no near end."""

WHOLE = 60
"""A series that ends after no more days than this is made as a whole."""

FARTHEST = timedelta(days=366 * 20)
"""Time after which nobody looks for the end of a series."""

_NEAR = 21
"""Days round a holiday in which a working day is found, and in which posts may meet."""


class OnHoliday(StrEnum):
    """What becomes of a post whose day is a public holiday."""

    KEEP = "keep"
    SKIP = "skip"
    BEFORE = "before"
    AFTER = "after"


@frozen
class Skip:
    """A day of the rule that is left out; id is the day, so that two people mean the same."""

    id: str


@frozen
class Series:
    """A rule (RFC 5545 without DTSTART) from start on, in wall time of zone, and the content its posts begin with.

    root: the series it was split from, whose posts share its names. source: the post it was made from, its first.
    paused: nothing is made for the time being. The content is that of a post; versions and attachments included,
    the language too, but not the original: each post of a series says its own day.
    """

    KIND: ClassVar[str] = "series"

    id: str
    rule: str = ""
    start: datetime | None = None
    zone: str = "Europe/Berlin"
    on_holiday: OnHoliday = OnHoliday.KEEP
    paused: bool = False
    root: str = ""
    source: str = ""
    title: str = ""
    text: str = ""
    topic: str = ""
    responsible: str = ""
    link: str = ""
    place: str = ""
    note: str = ""
    task: str = ""
    goal: str = ""
    contact: str = ""
    campaign: str = ""
    alternative: str = ""
    language: str = ""
    labels: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    checklist: tuple[Todo, ...] = ()
    skips: tuple[Skip, ...] = ()
    versions: tuple[Version, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def parsed(self) -> Rule:
        """The rule in parts; raises BadRule."""
        return Rule.parse(self.rule)

    @property
    def bounded(self) -> bool:
        """Tell whether the rule has an end."""
        rule = self.parsed
        return bool(rule.count) or rule.until is not None

    def left_out(self, day: date) -> bool:
        """Tell whether a day is an exception."""
        return any(item.id == day.isoformat() for item in self.skips)


CONTENT = tuple(
    item.name
    for item in fields(Series)
    if item.name not in {"id", "rule", "start", "on_holiday", "paused", "root", "source", "skips"}
)
"""Fields of a series that its posts take over."""


@frozen
class Turn:
    """One time it is a series' turn: the day of the rule, and when the post is to appear."""

    origin: date
    planned: datetime


def origins(series: Series, last: date) -> Iterator[date]:
    """Yield the days of the rule up to last, exceptions included, in order; the first is that of the start.

    As in RFC 5545, the day a series begins with counts, even where the rule itself does not fall on it.
    """
    if series.start is None:
        return
    rule, first = series.parsed, series.start.date()
    final = min(last, rule.until.date()) if rule.until is not None else last
    if first > last:
        return
    yield first
    left = rule.count - 1 if rule.count else -1
    day = first
    while left and day < final:
        day += timedelta(days=1)
        if rule.on(day, series.start):
            yield day
            left -= 1


def turns(series: Series, last: date, off: Callable[[date], bool] = lambda _day: False) -> list[Turn]:
    """Return when it is a series' turn up to the day last of the rule. off: whether a day is a public holiday.

    A post that makes way for a holiday comes to the nearest working day, unless one of the series lies there already.
    """
    if series.start is None:
        return []
    clock, first = series.start.time(), series.start.date()
    days = list(origins(series, _plus(last, _NEAR)))
    kept = [day for day in days if not series.left_out(day)]
    taken = set(kept)
    found = []
    for day in kept:
        place: date | None = day
        if day != first and series.on_holiday is not OnHoliday.KEEP and off(day):
            place = None if series.on_holiday is OnHoliday.SKIP else _makes_way(day, series.on_holiday, off)
            if place in taken:
                place = None
        if place is not None:
            taken.add(place)
            if day <= last:
                found.append(Turn(origin=day, planned=datetime.combine(place, clock)))
    return found


def _makes_way(day: date, how: OnHoliday, off: Callable[[date], bool]) -> date | None:
    step = timedelta(days=-1 if how is OnHoliday.BEFORE else 1)
    place = day
    for _ in range(_NEAR):
        place += step
        if place.weekday() < 5 and not off(place):
            return place
    return None


def total(series: Series, off: Callable[[date], bool] = lambda _day: False) -> int | None:
    """Return how many posts a series has, those left out not counted; None where it has no end."""
    if series.start is None or not series.bounded:
        return None
    return len(turns(series, _plus(series.start.date(), FARTHEST.days), off))


def reach(series: Series, today: date) -> date:
    """Return the last day of the rule for which posts are to be there: the end where it is near, else the end of a month."""
    months = today.year * 12 + today.month - 1 + AHEAD
    year, month = divmod(months, 12)
    ahead = date(year, month + 1, monthrange(year, month + 1)[1])
    if series.start is not None and series.bounded:
        days: list[date] = []
        for day in origins(series, _plus(series.start.date(), FARTHEST.days)):
            days.append(day)
            if len(days) > WHOLE:
                return ahead
        return days[-1]
    return ahead


def post_id(series: Series, origin: date) -> str:
    """Return the id of the post of a day: the same on every computer that makes it."""
    if series.start is not None and series.source and origin == series.start.date():
        return series.source
    from uuid import NAMESPACE_URL, uuid5

    return str(uuid5(NAMESPACE_URL, f"kalender:series:{series.root or series.id}:{origin.isoformat()}"))


def instance(series: Series, turn: Turn) -> Post:
    """Return the post of a turn as it begins: a draft with the content of the series and nobody's approval."""
    content = {name: getattr(series, name) for name in CONTENT}
    draft = Post(
        id=post_id(series, turn.origin),
        planned=series.start,
        series=series.id,
        origin=turn.origin,
        **content,
    )
    return draft.moved_to(turn.planned)


def series_of(post: Post, *, id_: str, rule: str, on_holiday: OnHoliday = OnHoliday.KEEP) -> Series:
    """Return the series that a dated post begins, with its content. Raises ValueError for one without a date."""
    if post.planned is None:
        raise ValueError("a post without a date begins no series")
    content = {name: getattr(post, name) for name in CONTENT}
    content["checklist"] = tuple(replace(item, by="", at=None) for item in post.checklist)
    return Series(id=id_, rule=rule, start=post.planned, on_holiday=on_holiday, source=post.id, **content)


def place_in(series: Series, origin: date) -> tuple[int, int | None]:
    """Return which post of the series that of a day is, from 1, and how many there are, None without an end.

    0 where the rule does not fall on that day (any more).
    """
    last = origin
    if series.bounded and series.start is not None:
        last = max(origin, _plus(series.start.date(), FARTHEST.days))
    days = [day for day in origins(series, last) if not series.left_out(day)]
    number = days.index(origin) + 1 if origin in days else 0
    return number, len(days) if series.bounded else None


def ended(series: Series, last: date) -> Series:
    """Return the series with this last day instead of its own end."""
    return replace(series, rule=with_end(series.rule, datetime.combine(last, time(23, 59, 59))))


def split(series: Series, origin: date, first: Post) -> tuple[Series, Series]:
    """Return a series up to the day before one of its days, and the series that goes on from there; first: its post.

    What is left of a count goes over to the second. Its id follows from the day, so two who split at once agree.
    """
    from uuid import NAMESPACE_URL, uuid5

    if series.start is None:
        raise ValueError("a series that never begins cannot be split")
    root = series.root or series.id
    rule = series.parsed
    text = series.rule
    if rule.count:
        before = sum(1 for _day in origins(series, origin - timedelta(days=1)))
        text = _with_count(text, max(1, rule.count - before))
    later = replace(
        series,
        id=str(uuid5(NAMESPACE_URL, f"kalender:split:{root}:{origin.isoformat()}")),
        rule=text,
        start=datetime.combine(origin, series.start.time()),
        root=root,
        source=first.id,
        skips=tuple(item for item in series.skips if item.id >= origin.isoformat()),
        versions=tuple(_shifted(item, origin - series.start.date()) for item in series.versions),
    )
    return ended(series, origin - timedelta(days=1)), later


def _shifted(version: Version, days: timedelta) -> Version:
    return version if version.planned is None else replace(version, planned=version.planned + days)


def _with_count(text: str, count: int) -> str:
    parts = [item for item in text.split(";") if not item.upper().startswith("COUNT=")]
    return ";".join([*parts, f"COUNT={count}"])


def _plus(day: date, days: int) -> date:
    return date.fromordinal(min(date.max.toordinal(), day.toordinal() + days))
