# SPDX-License-Identifier: EUPL-1.2
"""What applies to the days of the view beside posts: holidays, meetings, bands, days of action."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from kalender.domain.days.month import Band, BandKind
from kalender.domain.frozen import frozen
from kalender.wording.dates import clock
from kalender.wording.tr import tr


class Layer(StrEnum):
    """What can be shown and hidden under Ebenen, in the order of the menu."""

    HOLIDAYS = "holidays"
    SCHOOL = "school"
    AWARENESS = "awareness"
    MEETINGS = "meetings"
    BLACKOUTS = "blackouts"
    GAPS = "gaps"
    DEADLINES = "deadlines"
    EVENTS = "events"

    @property
    def text(self) -> str:
        """The German word in the menu."""
        return tr(_WORDS[self])


_WORDS = {
    Layer.HOLIDAYS: "Feiertage",
    Layer.SCHOOL: "Schulferien",
    Layer.AWARENESS: "Aktionstage",
    Layer.MEETINGS: "Gremien",
    Layer.BLACKOUTS: "Sperrzeiten",
    Layer.GAPS: "Lücken",
    Layer.DEADLINES: "Fristen",
    Layer.EVENTS: "Veranstaltungen",
}

_OF_BANDS = {
    BandKind.SCHOOL: Layer.SCHOOL,
    BandKind.BLACKOUT: Layer.BLACKOUTS,
    BandKind.GAP: Layer.GAPS,
    BandKind.EVENT: Layer.EVENTS,
}


@frozen
class Line:
    """A line of a day: a council meeting, or an entry of a layer. icon, ink: symbol and colour; what: kind of layer in words.

    entry: <entry>@<day> of one that was read into a layer.
    """

    title: str
    start: datetime | None = None
    icon: str = "ri.auction-line"
    ink: str = "council"
    council: bool = True
    what: str = ""
    entry: str = ""


class DueLines(Mapping[date, tuple[Line, ...]]):
    """Deadlines by day, read when someone first asks for them: the month, turned most, does not show them."""

    def __init__(self, read: Callable[[], Mapping[date, tuple[Line, ...]]]) -> None:
        self._read = read

    @cached_property
    def _found(self) -> Mapping[date, tuple[Line, ...]]:
        return self._read()

    def __getitem__(self, day: date) -> tuple[Line, ...]:
        """Return the lines of a day."""
        return self._found[day]

    def __iter__(self) -> Iterator[date]:
        """Go through the days that have some."""
        return iter(self._found)

    def __len__(self) -> int:
        """Return how many days have some."""
        return len(self._found)


@frozen
class Almanac:
    """Names by day and bands over days, as far as their layers are shown.

    deadlines: by when something of a post is due; shown where a day has room for it: in week, agenda and list.
    inks: role of the colour of a layer whose days are only written, where it was given one.
    """

    holidays: Mapping[date, str] = field(default_factory=dict)
    awareness: Mapping[date, tuple[str, ...]] = field(default_factory=dict)
    meetings: Mapping[date, tuple[Line, ...]] = field(default_factory=dict)
    bands: tuple[Band, ...] = ()
    deadlines: Mapping[date, tuple[Line, ...]] = field(default_factory=dict)
    inks: Mapping[Layer, str] = field(default_factory=dict)

    @property
    def holiday_ink(self) -> str:
        """The role of the colour of holidays."""
        return self.inks.get(Layer.HOLIDAYS, "holiday")

    @property
    def follows_posts(self) -> bool:
        """Whether a post that was written or approved may change a line of a day."""
        return isinstance(self.deadlines, DueLines)

    def lines(self, day: date) -> tuple[Line, ...]:
        """Return the lines of a day: meetings and entries first, then deadlines."""
        return (*self.meetings.get(day, ()), *self.deadlines.get(day, ()))

    def only(self, layers: frozenset[Layer]) -> Almanac:
        """Return what is left when only these layers are shown."""
        return Almanac(
            holidays=self.holidays if Layer.HOLIDAYS in layers else {},
            awareness=self.awareness if Layer.AWARENESS in layers else {},
            meetings=self.meetings if Layer.MEETINGS in layers else _without_council(self.meetings),
            bands=tuple(band for band in self.bands if _OF_BANDS.get(band.kind) in {None, *layers}),
            deadlines=self.deadlines if Layer.DEADLINES in layers else {},
            inks=self.inks,
        )

    def over(self, day: date, kind: BandKind | None = None) -> tuple[Band, ...]:
        """Return the bands that lie on a day, all or those of one kind."""
        return tuple(band for band in self.bands if band.covers(day) and kind in {None, band.kind})

    def blocked(self, day: date) -> bool:
        """Tell whether a blackout lies on a day."""
        return bool(self.over(day, BandKind.BLACKOUT))

    def words(self, day: date) -> list[str]:
        """Return what applies to a day in the words of its accessible name."""
        found = [self.holidays[day]] if day in self.holidays else []
        found += self.awareness.get(day, ())
        for meeting in self.lines(day):
            at = f" {clock(meeting.start)}" if meeting.start else ""
            found.append(f"{meeting.what}: {meeting.title}{at}" if meeting.what else f"{meeting.title}{at}")
        found += [band.short or band.label for band in self.over(day)]
        return found


def _without_council(lines: Mapping[date, tuple[Line, ...]]) -> Mapping[date, tuple[Line, ...]]:
    left = {day: tuple(item for item in some if not item.council) for day, some in lines.items()}
    return {day: some for day, some in left.items() if some}


AlmanacOf = Callable[[date, date], Almanac]
"""Gives what applies to the days from first to last, inclusive."""
