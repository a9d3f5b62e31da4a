# SPDX-License-Identifier: EUPL-1.2
"""Words what applies to days: from the layers of the plan to the almanac of the calendar."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from kalender.domain.days.month import Band, BandKind
from kalender.domain.plan import Land
from kalender.services.layers import DayLayers, Layers
from kalender.ui.calendar.almanac import Almanac, DueLines, Layer, Line
from kalender.wording.calendars.layers import KINDS, neutrality
from kalender.wording.dates import day_month, day_range
from kalender.wording.lands import LANDS
from kalender.wording.tr import tr

if TYPE_CHECKING:  # asked for after the first month was seen
    from kalender.services.pace.deadlines import Deadlines


def almanac(
    found: DayLayers,
    land: Land,
    channels: Mapping[str, str],
    hidden: Collection[str] = (),
    deadlines: Mapping[date, tuple[Line, ...]] | None = None,
    inks: Mapping[Layer, str] | None = None,
) -> Almanac:
    """Return the almanac of a stretch of days. channels: name of each channel by its id; hidden: ids of own layers.

    inks: role of the colour of each layer that was given one of its own.
    """
    inks = inks or {}
    days = {item.day: item.name for item in found.festive} | {item.day: item.name for item in found.holidays}
    awareness: dict[date, tuple[str, ...]] = {}
    for named in found.named:
        if days.get(named.day) != named.name:
            name = tr("{name} (stiller Tag)").format(name=named.name) if named.silent else named.name
            awareness[named.day] = (*awareness.get(named.day, ()), name)
    return Almanac(
        holidays=days,
        awareness=awareness,
        deadlines=deadlines or {},
        meetings=_lines(found, hidden, inks.get(Layer.MEETINGS, "council")),
        bands=(
            *_school(found, land, inks.get(Layer.SCHOOL, "")),
            *_own(found, hidden),
            *_blackouts(found, channels, inks.get(Layer.BLACKOUTS, "")),
            *_gaps(found, channels, inks.get(Layer.GAPS, "")),
            *_events(found, inks.get(Layer.EVENTS, "")),
        ),
        inks=inks,
    )


def _lines(found: DayLayers, hidden: Collection[str], council: str) -> Mapping[date, tuple[Line, ...]]:
    """Return meetings and what own layers hold on single days, by day and in order of time."""
    layers = {item.id: item for item in found.own_layers}
    lines: dict[date, list[Line]] = {}
    for meeting in found.meetings:
        layer = layers.get(meeting.layer)
        if meeting.start is not None and meeting.layer not in hidden:
            ink = layer.colour if layer is not None else council
            timed = meeting.start if meeting.start.time() != datetime.min.time() else None
            entry = meeting.id if layer is not None else ""
            line = Line(title=meeting.title, start=timed, ink=ink, entry=entry)
            lines.setdefault(meeting.start.date(), []).append(line)
    for item in found.own:
        layer = layers[item.layer]
        if item.first == item.last and layer.id not in hidden:
            icon = KINDS[layer.kind][1]
            line = Line(
                title=item.title,
                start=item.start,
                icon=icon,
                ink=layer.colour,
                council=False,
                what=layer.name,
                entry=f"{item.entry}@{item.first}",
            )
            lines.setdefault(item.first, []).append(line)
    return {day: tuple(sorted(some, key=lambda line: str(line.start or ""))) for day, some in lines.items()}


def _own(found: DayLayers, hidden: Collection[str]) -> list[Band]:
    """Return what own layers hold over several days, and the periods before elections."""
    layers = {item.id: item for item in found.own_layers}
    bands = [
        Band(
            kind=BandKind.OWN,
            first=item.first,
            last=item.last,
            label=f"{item.title} ({day_range(item.first, item.last)})",
            short=item.title,
            id=f"{item.entry}@{item.first}",
            ink=layers[item.layer].colour,
            icon=KINDS[layers[item.layer].kind][1],
        )
        for item in found.own
        if item.first != item.last and item.layer not in hidden
    ]
    bands += [
        Band(
            kind=BandKind.OWN,
            first=item.first,
            last=item.last,
            label=neutrality(item),
            short=tr("Karenzzeit"),
            ink=layers[item.layer].colour,
            icon=KINDS[layers[item.layer].kind][1],
        )
        for item in found.neutral
        if item.layer not in hidden
    ]
    return bands


def _school(found: DayLayers, land: Land, ink: str) -> list[Band]:
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
                ink=ink,
            )
        )
    return bands


def _blackouts(found: DayLayers, channels: Mapping[str, str], ink: str) -> list[Band]:
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
                ink=ink,
            )
        )
    return bands


def _gaps(found: DayLayers, channels: Mapping[str, str], ink: str) -> list[Band]:
    from kalender.wording.pace.cadence import goal

    bands = []
    for gap in found.gaps:
        label = tr("Lücke: {days} Tage ohne Beitrag auf {channel} ({span}), Ziel: {goal}").format(
            days=gap.days,
            channel=channels.get(gap.channel, gap.channel),
            span=day_range(gap.first, gap.last) if gap.days > 1 else day_month(gap.first),
            goal=goal(gap.per_week, gap.per_month),
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
                ink=ink,
            )
        )
    return bands


EVENT = "event/"
"""How the id of a band begins that is an event."""


def _events(found: DayLayers, ink: str) -> list[Band]:
    bands = []
    colours = {item.id: item.colour for item in found.topics}
    for item in found.events:
        if item.first is None or item.last is None:
            continue
        place = f", {item.place}" if item.place else ""
        days = f" ({day_range(item.first, item.last)})" if item.first != item.last else ""
        bands.append(
            Band(
                kind=BandKind.EVENT,
                first=item.first,
                last=item.last,
                label=f"{item.title}{place}{days}",
                short=item.title,
                id=f"{EVENT}{item.id}",
                ink=ink or colours.get(item.topic, "text-3"),
            )
        )
    return bands


def deadline_lines(
    deadlines: Deadlines, first: date, last: date, ink: str = "text-2"
) -> Mapping[date, tuple[Line, ...]]:
    """Return what is due on the days from first to last, one line for each open deadline; read when it is asked for."""
    return DueLines(lambda: _due(deadlines, first, last, ink)) if deadlines.terms.longest else {}


def _due(deadlines: Deadlines, first: date, last: date, ink: str) -> Mapping[date, tuple[Line, ...]]:
    from kalender.wording.pace.deadlines import ICONS, line

    today = deadlines.today()
    found: dict[date, list[Line]] = {}
    for item in deadlines.on(first, last):
        urgent = item.day <= today
        found.setdefault(item.day, []).append(
            Line(
                title=line(item),
                icon=ICONS[item.due],
                ink="warn" if urgent else ink,
                council=False,
                what=tr("Frist"),
            )
        )
    return {day: tuple(lines) for day, lines in found.items()}


def almanac_of(
    layers: Layers,
    land: Callable[[], Land],
    channels: Callable[[], Mapping[str, str]],
    hidden: Callable[[], Collection[str]] = tuple,
    deadlines: Callable[[], Deadlines] | None = None,
    inks: Callable[[], Mapping[Layer, str]] = dict,
) -> Callable[[date, date], Almanac]:
    """Return what gives the almanac of a stretch of days. hidden: ids of own layers that are not shown."""

    def read(first: date, last: date) -> Almanac:
        colours = inks()
        ink = colours.get(Layer.DEADLINES, "text-2")
        due = deadline_lines(deadlines(), first, last, ink) if deadlines is not None else {}
        return almanac(layers.between(first, last), land(), channels(), hidden(), due, colours)

    return read
