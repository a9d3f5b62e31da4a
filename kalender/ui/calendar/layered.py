# SPDX-License-Identifier: EUPL-1.2
"""Words the layers of the plan as names of days and labels of bands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from kalender.domain.layers import Gap
from kalender.domain.month import Band, BandKind
from kalender.domain.plan import Blackout, Meeting
from kalender.services.layers import DayLayers, Layers
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.dates import day_range
from kalender.wording.tr import tr


class LayeredAlmanac:
    """Reads the layers for a stretch of days. land: name of the Land, said with its school holidays."""

    def __init__(
        self, layers: Layers, marks: Callable[[], Mapping[str, ChannelMark]], land: Callable[[], str]
    ) -> None:
        self._layers = layers
        self._marks = marks
        self._land = land

    def __call__(self, first: date, last: date) -> Almanac:
        """Return what applies to the days from first to last, inclusive."""
        found = self._layers.between(first, last)
        return Almanac(
            holidays=_holidays(found),
            awareness=_grouped((item.day, item.name) for item in found.named),
            meetings=_meetings(found.meetings),
            bands=(
                *(self._school(band) for band in found.school),
                *(_blackout(item) for item in found.blackouts),
                *(self._gap(gap) for gap in found.gaps),
            ),
        )

    def _school(self, band: Band) -> Band:
        land = self._land()
        days = f"{band.first:%d.%m.}–{band.last:%d.%m.}"
        label = f"{band.label} {land} ({days})" if land else f"{band.label} ({days})"
        return Band(
            kind=band.kind, first=band.first, last=band.last, label=label, short=band.short or band.label
        )

    def _gap(self, gap: Gap) -> Band:
        mark = self._marks().get(gap.channel)
        label = tr("Lücke: {days} Tage ohne Beitrag auf {channel} ({range}), Ziel: {goal} pro Woche").format(
            days=gap.days,
            channel=mark.short if mark else gap.channel,
            range=day_range(gap.first, gap.last),
            goal=gap.per_week,
        )
        short = tr("{days} Tage ohne Beitrag").format(days=gap.days)
        return Band(
            kind=BandKind.GAP, first=gap.first, last=gap.last, label=label, short=short, channel=gap.channel
        )


def _holidays(found: DayLayers) -> dict[date, str]:
    names = _grouped(
        [
            *((item.day, item.name) for item in found.holidays),
            *((item.day, item.name) for item in found.festive),
        ]
    )
    return {day: ", ".join(dict.fromkeys(names[day])) for day in names}


def _blackout(item: Blackout) -> Band:
    assert item.first is not None  # the service leaves out those without days
    assert item.last is not None
    short = tr("Sperrzeit: {title}").format(title=item.title)
    label = f"{short} – {item.reason}" if item.reason else short
    return Band(
        kind=BandKind.BLACKOUT, first=item.first, last=item.last, label=label, short=short, id=item.id
    )


def _meetings(found: Iterable[Meeting]) -> dict[date, tuple[Meeting, ...]]:
    days: dict[date, tuple[Meeting, ...]] = {}
    for item in found:
        if item.start is not None:
            day = item.start.date()
            days[day] = (*days.get(day, ()), item)
    return days


def _grouped(named: Iterable[tuple[date, str]]) -> dict[date, tuple[str, ...]]:
    days: dict[date, tuple[str, ...]] = {}
    for day, name in named:
        days[day] = (*days.get(day, ()), name)
    return days
