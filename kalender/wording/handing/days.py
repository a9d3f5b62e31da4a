# SPDX-License-Identifier: EUPL-1.2
"""What applies to days, in the words of printed sheets: all of it as text, for paper has no tips and no colours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from kalender.domain.days.month import Band, BandKind
from kalender.services.layers import DayLayers
from kalender.wording.calendars.layers import neutrality
from kalender.wording.dates import clock, day_range
from kalender.wording.tr import tr


def holidays(found: DayLayers) -> dict[date, str]:
    """Return the names of holidays, and of the days everybody plans around, by day."""
    return {item.day: item.name for item in found.festive} | {item.day: item.name for item in found.holidays}


def notes(found: DayLayers) -> dict[date, list[str]]:
    """Return what else is on single days: meetings, entries of own layers, days of action and silent days, in this order."""
    layers = {item.id: item for item in found.own_layers}
    lines: list[tuple[date, int, str, str]] = []
    for meeting in found.meetings:
        if meeting.start is not None:
            at = clock(meeting.start) if meeting.start.time() != datetime.min.time() else ""
            lines.append((meeting.start.date(), 0, at, _timed(tr("Gremium"), at, meeting.title)))
    for item in found.own:
        if item.first == item.last:
            at = clock(item.start) if item.start is not None else ""
            lines.append((item.first, 1, at, _timed(layers[item.layer].name, at, item.title)))
    named = holidays(found)
    for day in found.named:
        if named.get(day.day) != day.name:
            words = tr("{name} (stiller Tag)").format(name=day.name) if day.silent else day.name
            lines.append((day.day, 2, "", words))
    by_day: dict[date, list[str]] = {}
    for on, _rank, _at, text in sorted(lines):
        by_day.setdefault(on, []).append(text)
    return by_day


def bands(found: DayLayers, channels: Mapping[str, str]) -> list[Band]:
    """Return what lies over several days: school holidays, entries of own layers, quiet before elections, blackouts, events."""
    some = [_band(BandKind.SCHOOL, item.first, item.last, item.label, item.label) for item in found.school]
    some += [
        _band(BandKind.OWN, item.first, item.last, item.title, item.title)
        for item in found.own
        if item.first != item.last
    ]
    some += [
        _band(BandKind.OWN, item.first, item.last, neutrality(item), tr("Karenzzeit"))
        for item in found.neutral
    ]
    for item in found.blackouts:
        if item.first is None or item.last is None:
            continue
        short = tr("Sperrzeit: {title}").format(title=item.title)
        only = [name for id_, name in channels.items() if id_ in item.channels]
        label = f"{short} ({', '.join(only)})" if only else short
        label += f" – {item.reason}" if item.reason else ""
        some.append(_band(BandKind.BLACKOUT, item.first, item.last, label, short))
    for event in found.events:
        if event.first is not None and event.last is not None:
            said = tr("Kampagne") in event.title or not event.campaign
            short = event.title if said else tr("Kampagne: {title}").format(title=event.title)
            label = f"{short}, {event.place}" if event.place else short
            some.append(_band(BandKind.EVENT, event.first, event.last, label, short))
    return some


def _band(kind: BandKind, first: date, last: date, label: str, short: str) -> Band:
    full = f"{label} ({day_range(first, last)})" if first != last else label
    return Band(kind=kind, first=first, last=last, label=full, short=short, id=f"{label}{first}")


def _timed(what: str, at: str, title: str) -> str:
    return f"{at} {what}: {title}" if at else f"{what}: {title}"
