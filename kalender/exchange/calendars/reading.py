# SPDX-License-Identifier: EUPL-1.2
"""Reads a calendar, whatever its name says: ICS by its first words, everything else as a table of dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from kalender.domain.refusal import RefusalKind
from kalender.exchange.calendars.events import Events, Refusal, cancelled, title_of
from kalender.exchange.calendars.found import (
    MOST_BAD,
    MOST_BYTES,
    MOST_ENTRIES,
    BadEntry,
    CalendarReading,
    Doubt,
    Doubtful,
    Fault,
    FoundEntry,
)
from kalender.exchange.calendars.lines import Component, components
from kalender.exchange.calendars.zones import Zones
from kalender.exchange.sheets import TableRefused

_OTHER = frozenset({"VTODO", "VJOURNAL", "VFREEBUSY"})
"""Components with dates that are no events: each is named."""


def is_ics(start: bytes) -> bool:
    """Tell by the first bytes of a file whether it is an ICS calendar, or a piece of one."""
    words = start.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n")[:64].upper()
    return words.startswith((b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"BEGIN:VTODO", b"BEGIN:VJOURNAL"))


def read_calendar(path: Path, zone: str, today: date) -> CalendarReading:
    """Return the entries of a file; meant to run in a child process with limits, so only plain values come back.

    zone: of the municipality. Raises TableRefused: FILE_MISSING, FILE_UNREADABLE, CALENDAR_TOO_LARGE, CALENDAR_EMPTY,
    TABLE_ENCRYPTED.
    """
    try:
        if not path.is_file():
            raise TableRefused(RefusalKind.FILE_MISSING)
        if path.stat().st_size > MOST_BYTES:
            raise TableRefused(RefusalKind.CALENDAR_TOO_LARGE)
        data = path.read_bytes()
    except OSError as error:
        raise TableRefused(RefusalKind.FILE_UNREADABLE) from error
    if is_ics(data[:400]) or path.suffix.casefold() in {".ics", ".ical", ".vcs", ".ifb"}:
        return read_ics(data, zone)
    from kalender.exchange.calendars.dated import read_dated
    from kalender.exchange.tables import read_tables

    return read_dated(read_tables(path), today)


def read_ics(data: bytes, zone: str) -> CalendarReading:
    """Return the entries of an ICS file; what is bad is named and costs nothing else. Raises TableRefused CALENDAR_EMPTY."""
    parts = list(components(data))
    calendar = parts.pop()
    events = Events(Zones(item for item in parts if item.name == "VTIMEZONE"), zone)
    found: list[tuple[FoundEntry, int]] = []
    off: list[FoundEntry] = []
    bad: list[BadEntry] = []
    for part in _dated(parts):
        if part.name in _OTHER:
            bad.append(BadEntry(line=part.line, fault=Fault.NO_EVENT, what=title_of(part)))
            continue
        try:
            entry = events.entry(part)
        except Refusal as refusal:
            bad.append(refusal.bad)
            continue
        if cancelled(part):
            off.append(entry)
        elif not entry.title:
            bad.append(BadEntry(line=part.line, fault=Fault.NO_TITLE, what=f"{entry.start:%d.%m.%Y}"))
        elif len(found) >= MOST_ENTRIES:
            bad.append(BadEntry(line=part.line, fault=Fault.TOO_MANY, what=entry.title))
        else:
            found.append((entry, _version(part)))
    if not found and not bad and not off:
        bad += [BadEntry(line=number, fault=Fault.NO_EVENT) for number in calendar.skipped[:MOST_BAD]]
        if not bad:
            raise TableRefused(RefusalKind.CALENDAR_EMPTY)
    doubts = [Doubtful(line=number, doubt=Doubt.LINE_SKIPPED) for number in calendar.skipped]
    return CalendarReading(
        name=calendar.text("X-WR-CALNAME") or calendar.text("NAME"),
        entries=tuple(_without(_once(found), off)),
        bad=tuple(bad[:MOST_BAD]),
        doubts=tuple(sorted([*events.doubts, *doubts], key=lambda item: item.line)[:MOST_BAD]),
        cancelled=tuple(item.key for item in off),
    )


def _dated(parts: Iterable[Component]) -> Iterable[Component]:
    """Yield what may be an entry, also from inside of what is none."""
    for part in parts:
        if part.name == "VEVENT" or part.name in _OTHER:
            yield part
        elif part.name != "VTIMEZONE":
            yield from _dated(part.parts)


def _version(part: Component) -> int:
    said = part.text("SEQUENCE")
    return int(said[:9]) if said.isascii() and said.isdigit() else 0


def _once(found: Sequence[tuple[FoundEntry, int]]) -> list[FoundEntry]:
    """Return each entry once: of two versions the later; two that only share a number stay apart by their moment."""
    by_key: dict[str, list[tuple[FoundEntry, int]]] = {}
    for entry, version in found:
        by_key.setdefault(entry.key, []).append((entry, version))
    kept = []
    for same in by_key.values():
        latest = max(version for _entry, version in same)
        newest = {(item.start, item.title): item for item, version in same if version == latest}
        first = next(iter(newest.values()))
        kept += [
            item
            if item is first
            else replace(item, key=f"{item.key}\n{item.start.isoformat()}\n{item.title}")
            for item in newest.values()
        ]
    return kept


def _without(entries: Iterable[FoundEntry], off: Sequence[FoundEntry]) -> list[FoundEntry]:
    """Return the entries less the single moments that were called off."""
    gone: dict[str, set[str]] = {}
    for item in off:
        if item.of:
            gone.setdefault(item.of, set()).add(item.instance)
    whole = {item.key for item in off}
    return [
        replace(item, without=tuple(sorted({*item.without, *gone[item.key]}))) if item.key in gone else item
        for item in entries
        if item.key not in whole
    ]
