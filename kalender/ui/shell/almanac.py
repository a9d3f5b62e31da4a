# SPDX-License-Identifier: EUPL-1.2
"""Words what applies to days: from the layers of the plan to the almanac of the calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from kalender.domain.days.month import Band, BandKind
from kalender.domain.plan import Land, Meeting
from kalender.services.layers import DayLayers, Layers
from kalender.ui.calendar.almanac import Almanac
from kalender.wording.dates import day_month, day_range
from kalender.wording.lands import LANDS
from kalender.wording.tr import tr


def almanac(found: DayLayers, land: Land, channels: Mapping[str, str]) -> Almanac:
    """Return the almanac of a stretch of days. channels: name of each channel by its id."""
    days = {item.day: item.name for item in found.festive} | {item.day: item.name for item in found.holidays}
    awareness: dict[date, tuple[str, ...]] = {}
    for named in found.named:
        if days.get(named.day) != named.name:
            awareness[named.day] = (*awareness.get(named.day, ()), named.name)
    meetings: dict[date, tuple[Meeting, ...]] = {}
    for meeting in found.meetings:
        if meeting.start is not None:
            day = meeting.start.date()
            meetings[day] = (*meetings.get(day, ()), meeting)
    return Almanac(
        holidays=days,
        awareness=awareness,
        meetings=meetings,
        bands=(*_school(found, land), *_blackouts(found, channels), *_gaps(found, channels)),
    )


def _school(found: DayLayers, land: Land) -> list[Band]:
    bands = []
    for band in found.school:
        days = f"{band.first:%d.%m.}–{band.last:%d.%m.}"
        label = f"{band.label} {LANDS[land]} ({days})"
        bands.append(
            Band(
                kind=BandKind.SCHOOL,
                first=band.first,
                last=band.last,
                label=label,
                short=band.label,
                id=label,
            )
        )
    return bands


def _blackouts(found: DayLayers, channels: Mapping[str, str]) -> list[Band]:
    bands = []
    for item in found.blackouts:
        if item.first is None or item.last is None:
            continue
        label = tr("Sperrzeit: {title}").format(title=item.title)
        only = [name for id_, name in channels.items() if id_ in item.channels]
        label += f" ({', '.join(only)})" if only else ""
        why = (" – " if " " in item.title else ", ") + item.reason if item.reason else ""
        bands.append(
            Band(
                kind=BandKind.BLACKOUT,
                first=item.first,
                last=item.last,
                label=label + why,
                short=label,
                id=item.id,
            )
        )
    return bands


def _gaps(found: DayLayers, channels: Mapping[str, str]) -> list[Band]:
    bands = []
    for gap in found.gaps:
        label = tr("Lücke: {days} Tage ohne Beitrag auf {channel} ({span}), Ziel: {goal} pro Woche").format(
            days=gap.days,
            channel=channels.get(gap.channel, gap.channel),
            span=day_range(gap.first, gap.last) if gap.days > 1 else day_month(gap.first),
            goal=gap.per_week,
        )
        bands.append(
            Band(
                kind=BandKind.GAP,
                first=gap.first,
                last=gap.last,
                label=label,
                short=tr("{days} Tage ohne Beitrag").format(days=gap.days),
                channel=gap.channel,
                id=f"gap-{gap.channel}-{gap.first}",
            )
        )
    return bands


def almanac_of(
    layers: Layers, land: Callable[[], Land], channels: Callable[[], Mapping[str, str]]
) -> Callable[[date, date], Almanac]:
    """Return what gives the almanac of a stretch of days."""

    def read(first: date, last: date) -> Almanac:
        return almanac(layers.between(first, last), land(), channels())

    return read
