# SPDX-License-Identifier: EUPL-1.2
"""A calendar file for other programs (RFC 5545): stable numbers, versions that count up, and zones by the rule of the EU."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from kalender.domain.frozen import frozen

MOST_OCTETS = 75
"""Octets of a physical line, its end not counted (RFC 5545, 3.1)."""

PRODUCT = "-//Kalender//Redaktionskalender//DE"

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029]")


class Certainty(StrEnum):
    """STATUS of an entry: whether it will happen."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@frozen
class WrittenEvent:
    """An entry. uid: the same for ever; start: wall time in zone; version: counts up with every change; changed: aware.

    minutes: how long it is shown. text, place, link: as they are, without escapes.
    """

    uid: str
    start: datetime
    zone: str
    title: str
    version: int
    changed: datetime
    certainty: Certainty = Certainty.TENTATIVE
    minutes: int = 15
    text: str = ""
    place: str = ""
    link: str = ""
    labels: tuple[str, ...] = ()


def calendar_bytes(name: str, zone: str, events: Iterable[WrittenEvent]) -> bytes:
    """Return a whole file. zone: of the calendar, told even where no entry lies in it. The same entries give the same bytes."""
    some = sorted(events, key=lambda item: (item.start, item.uid))
    years = {item.start.year for item in some}
    ruled = {item.zone: offsets for item in some if (offsets := eu_rule(item.zone, years)) is not None}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"X-WR-CALNAME:{escaped(name)}", f"X-WR-TIMEZONE:{zone}"]
    for its in sorted(ruled):
        lines += _zone(its, *ruled[its])
    for event in some:
        lines += _event(event, ruled)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """Return a line with its end, broken where it is longer than 75 octets, never inside a letter."""
    pieces: list[bytes] = []
    piece = bytearray()
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(piece) + len(octets) > MOST_OCTETS - (1 if pieces else 0):
            pieces.append(bytes(piece))
            piece = bytearray()
        piece += octets
    pieces.append(bytes(piece))
    return b"\r\n ".join(pieces) + b"\r\n"


def escaped(text: str) -> str:
    """Return a text as a value: backslash, semicolon, comma and new line are escaped, control letters go."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    for letter, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(letter, instead)
    return _CONTROL.sub("", plain)


def eu_rule(zone: str, years: Iterable[int]) -> tuple[timedelta, timedelta] | None:
    """Return the offsets in winter and summer of a zone that keeps the rule of the EU in all these years, else None.

    The rule: summer time from the last Sunday in March to the last Sunday in October, at 1:00 UTC; equal where none is kept.
    """
    place = ZoneInfo(zone)
    found: set[tuple[timedelta, timedelta]] = set()
    for year in sorted(years):
        winter = _offset(datetime(year, 1, 10, 12, tzinfo=UTC), place)
        summer = _offset(datetime(year, 7, 10, 12, tzinfo=UTC), place)
        for month, before, after in ((3, winter, summer), (10, summer, winter)):
            turn = _turn(year, month)
            early, late = _offset(turn - timedelta(minutes=1), place), _offset(turn, place)
            if (early, late) != (before, after):
                return None
        found.add((winter, summer))
    return found.pop() if len(found) == 1 else None


def _offset(moment: datetime, place: ZoneInfo) -> timedelta:
    return moment.astimezone(place).utcoffset() or timedelta()


def _turn(year: int, month: int) -> datetime:
    """Return the last Sunday of a month at 1:00 UTC."""
    last = date(year, month, 31)
    day = last - timedelta(days=(last.weekday() + 1) % 7)
    return datetime(day.year, day.month, day.day, 1, tzinfo=UTC)


def _zone(name: str, winter: timedelta, summer: timedelta) -> list[str]:
    """Return the block of a zone: the rule, instead of each turn of the clock since 1893."""
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}", f"X-LIC-LOCATION:{name}"]
    turns = [("DAYLIGHT", winter, summer, 1981, 3), ("STANDARD", summer, winter, 1996, 10)]
    if winter == summer:
        return [*lines, *_part("STANDARD", winter, winter, "19700101T000000", ""), "END:VTIMEZONE"]
    for kind, before, after, since, month in turns:
        first = _turn(since, month).replace(tzinfo=None) + before
        rule = f"FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"
        lines += _part(kind, before, after, f"{first:%Y%m%dT%H%M%S}", rule)
    return [*lines, "END:VTIMEZONE"]


def _part(kind: str, before: timedelta, after: timedelta, start: str, rule: str) -> list[str]:
    lines = [f"BEGIN:{kind}", f"TZOFFSETFROM:{_signed(before)}", f"TZOFFSETTO:{_signed(after)}"]
    lines += [f"DTSTART:{start}", *([f"RRULE:{rule}"] if rule else []), f"END:{kind}"]
    return lines


def _signed(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"


def _event(event: WrittenEvent, ruled: dict[str, tuple[timedelta, timedelta]]) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"SEQUENCE:{event.version}"
    yield f"DTSTAMP:{_utc(event.changed)}"
    yield f"LAST-MODIFIED:{_utc(event.changed)}"
    if event.zone in ruled:
        yield f"DTSTART;TZID={event.zone}:{event.start:%Y%m%dT%H%M%S}"
    else:
        yield f"DTSTART:{_utc(event.start.replace(tzinfo=ZoneInfo(event.zone)))}"
    yield f"DURATION:PT{event.minutes}M"
    yield f"SUMMARY:{escaped(' '.join(event.title.split()))}"
    yield f"STATUS:{event.certainty.value}"
    yield "TRANSP:TRANSPARENT"
    texts: Sequence[tuple[str, str]] = (("DESCRIPTION", event.text), ("LOCATION", event.place))
    for name, text in texts:
        if text:
            yield f"{name}:{escaped(text)}"
    if event.labels:
        yield f"CATEGORIES:{','.join(escaped(item) for item in event.labels)}"
    if event.link and not re.search(r"[\s\x00-\x1f]", event.link):
        yield f"URL:{event.link}"
    yield "END:VEVENT"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
