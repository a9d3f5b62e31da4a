# SPDX-License-Identifier: EUPL-1.2
"""Layers of one's own: meetings, deadlines, collections, elections from the calendars of others, and their days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from kalender.domain.days.recurrence import Rule, moments
from kalender.domain.frozen import frozen

MOST_DAYS = 1000
"""Days of one entry that are shown at once."""


class LayerKind(StrEnum):
    """What the entries of a layer are, which decides how they act."""

    COUNCIL = "council"
    GAZETTE = "gazette"
    REFUSE = "refuse"
    ELECTION = "election"
    OTHER = "other"


COLOURS = ("council", "th-rathaus", "th-leben", "th-bauen", "th-familie", "th-umwelt")
"""Roles of the theme that a layer can be painted in."""


@frozen
class OwnLayer:
    """A layer. colour: one of COLOURS. source: what its file calls itself. quiet: days of neutrality before an election."""

    KIND: ClassVar[str] = "layer"

    id: str
    name: str = ""
    kind: LayerKind = LayerKind.OTHER
    colour: str = "th-rathaus"
    source: str = ""
    quiet: int = 90


@frozen
class Entry:
    """An entry of a layer, once or by a rule. start, end: wall time in zone, empty for that of the municipality.

    all_day: start counts as a day, end is the last one. rule: an RRULE without COUNT; dates and without: more moments
    and fewer, in ISO form, 10 letters for the whole day. of, instance: this stands for that moment of another entry.
    said: short hashes of what its file said, see services/calendars.
    """

    KIND: ClassVar[str] = "entry"

    id: str
    layer: str = ""
    title: str = ""
    start: datetime | None = None
    end: datetime | None = None
    all_day: bool = False
    zone: str = ""
    rule: str = ""
    dates: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    of: str = ""
    instance: str = ""
    place: str = ""
    note: str = ""
    said: str = ""


@frozen
class Occurrence:
    """An entry on its days, last inclusive, in the zone of the municipality. start: None for whole days."""

    entry: str
    layer: str
    title: str
    first: date
    last: date
    start: datetime | None = None
    place: str = ""


@frozen
class Neutrality:
    """The days before an election in which a town hall holds back (Karenzzeit); last is the election itself."""

    layer: str
    title: str
    first: date
    last: date


def occurrences(
    entry: Entry, first: date, last: date, *, zone: str, replaced: Iterable[str] = ()
) -> Iterator[Occurrence]:
    """Yield the days of an entry that touch first to last, at most MOST_DAYS. replaced: moments others stand for."""
    if entry.start is None:
        return
    length = max(entry.end - entry.start, timedelta(0)) if entry.end is not None else timedelta(0)
    out = {*entry.without, *replaced}
    if not entry.rule and not entry.dates:  # by far the most: a single day
        if entry.start.isoformat(timespec="minutes") not in out:
            yield from _one(entry, entry.start, length, first, last, zone)
        return
    early, late = _shifted(first, -length.days - 2), _shifted(last, 2)
    given = {_moment(text, entry.start) for text in entry.dates}
    found = {item for item in given if item is not None and early <= item.date() <= late}
    if entry.rule:
        found.update(moments(Rule.parse(entry.rule), entry.start, early, late, most=MOST_DAYS))
    elif early <= entry.start.date() <= late:
        found.add(entry.start)
    for moment in sorted(found)[:MOST_DAYS]:
        if moment.isoformat(timespec="minutes") not in out and moment.date().isoformat() not in out:
            yield from _one(entry, moment, length, first, last, zone)


def neutralities(
    layers: Mapping[str, OwnLayer], elections: Iterable[Occurrence], first: date, last: date
) -> list[Neutrality]:
    """Return the periods before elections that touch first to last; two that meet on the way keep their own names."""
    found = set()
    for item in elections:
        layer = layers[item.layer]
        start = _shifted(item.first, -layer.quiet)
        if layer.quiet > 0 and start <= last and item.first >= first:
            found.add(Neutrality(layer=layer.id, title=item.title, first=start, last=item.first))
    return sorted(found, key=lambda item: (item.first, item.title))


def _one(
    entry: Entry, moment: datetime, length: timedelta, first: date, last: date, zone: str
) -> Iterator[Occurrence]:
    try:
        end = moment + length
        if not entry.all_day and entry.zone and entry.zone != zone:
            moment, end = _seen_from(zone, moment, entry.zone), _seen_from(zone, end, entry.zone)
    except OverflowError:
        return
    final = end.date()
    if not entry.all_day and final > moment.date() and end.time() == datetime.min.time():
        final -= timedelta(days=1)  # until midnight is not yet the day after
    if moment.date() <= last and final >= first:
        yield Occurrence(
            entry=entry.id,
            layer=entry.layer,
            title=entry.title,
            first=moment.date(),
            last=final,
            start=None if entry.all_day else moment,
            place=entry.place,
        )


def _seen_from(zone: str, moment: datetime, its: str) -> datetime:
    """Return the wall time at one place of a wall time at another; an unknown zone changes nothing."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return moment.replace(tzinfo=ZoneInfo(its)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return moment


def _moment(text: str, start: datetime) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return datetime.combine(found.date(), start.time()) if len(text) == 10 else found


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max
