# SPDX-License-Identifier: EUPL-1.2
"""What applies to days beside posts: holidays, school holidays, named days, meetings, blackouts, broken promises."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kalender.domain.days.entries import LayerKind, Neutrality, Occurrence, OwnLayer
from kalender.domain.days.layers import Gap, Holiday, NamedDay, gaps, longest_pause
from kalender.domain.days.month import Band
from kalender.domain.frozen import frozen
from kalender.domain.plan import Blackout, Land, Meeting, Topic
from kalender.formats.schema import shipped
from kalender.services.calendars.own_days import OwnDays
from kalender.services.clock import Clock
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:  # read with the first month, not with the program
    from kalender.domain.chains.events import Event
    from kalender.formats.local_days import LocalDay

T = TypeVar("T")

FESTIVE = ("Advent", "Heiligabend", "Silvester")
"""Named days that calendars print like holidays, because everybody plans around them."""


@frozen
class DayLayers:
    """Everything that applies to a stretch of days; last days are inclusive.

    meetings: entered here or read into a layer of council meetings, each once. own: what other layers hold. topics: all of the plan.
    """

    holidays: tuple[Holiday, ...] = ()
    festive: tuple[NamedDay, ...] = ()
    named: tuple[NamedDay, ...] = ()
    school: tuple[Band, ...] = ()
    blackouts: tuple[Blackout, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    gaps: tuple[Gap, ...] = ()
    own: tuple[Occurrence, ...] = ()
    own_layers: tuple[OwnLayer, ...] = ()
    neutral: tuple[Neutrality, ...] = ()
    events: tuple[Event, ...] = ()
    topics: tuple[Topic, ...] = ()


class Layers:
    """Reads holidays once per year and Land; the rest comes from the plan."""

    def __init__(
        self,
        store: PlanFile,
        plan: PlanView,
        clock: Clock,
        *,
        own: OwnDays | None = None,
        user_folder: Path | None = None,
    ) -> None:
        self._store = store
        self._plan = plan
        self._clock = clock
        self._own = own
        self._user_folder = user_folder
        self._local_days: tuple[LocalDay, ...] | None = None
        self._years: dict[tuple[str, Land, int], Sequence[object]] = {}

    def between(self, first: date, last: date) -> DayLayers:
        """Return what applies to the days from first to last."""
        land = self._plan.municipality.land
        years = range(first.year, last.year + 1)
        holidays = [
            item
            for year in years
            for item in (*self._holidays(land, year), *self._local(year))
            if first <= item.day <= last
        ]
        named = [item for year in years for item in self._named(land, year) if first <= item.day <= last]
        names = {(item.day, item.name) for item in holidays}
        festive = [item for item in named if _festive(item) and (item.day, item.name) not in names]
        school = {
            (band.first, band.last, band.label): band
            for year in years
            for band in self._school(land, year)
            if band.first <= last and band.last >= first
        }
        own = self._own.between(first, last, self._plan.municipality.zone) if self._own else []
        layers = self._own.layers() if self._own else ()
        council = {item.id for item in layers if item.kind is LayerKind.COUNCIL}
        return DayLayers(
            holidays=tuple(holidays),
            festive=tuple(festive),
            named=tuple(item for item in named if not _festive(item)),
            school=tuple(school[key] for key in sorted(school)),
            blackouts=tuple(
                item
                for item in self._plan.blackouts
                if item.first and item.last and item.first <= last and item.last >= first
            ),
            meetings=_meetings(self._plan.meetings, own, council, first, last),
            gaps=self.gaps(first, last),
            own=tuple(item for item in own if item.layer not in council),
            own_layers=layers,
            neutral=self.neutral(first, last),
            events=self._events(first, last),
            topics=self._plan.topics,
        )

    def _events(self, first: date, last: date) -> tuple[Event, ...]:
        from kalender.domain.chains.events import Event

        return tuple(item for item in self._store.all(Event) if item.touches(first, last))

    def gaps(self, first: date, last: date) -> tuple[Gap, ...]:
        """Return the stretches from today on in which a channel's promise is not kept."""
        today = self._clock.local(self._plan.municipality.zone).date()
        start = max(first, today)
        if start > last:
            return ()
        promised = [
            item for item in self._plan.channels if item.active and (item.per_week > 0 or item.per_month > 0)
        ]
        if not promised:
            return ()
        reach = timedelta(days=max(longest_pause(item.per_week, item.per_month) for item in promised) + 1)
        days: dict[str, list[date]] = {item.id: [] for item in promised}
        for day, channels in self._store.days_of_channels(start - reach, last + reach):
            for channel in channels:
                if channel in days:
                    days[channel].append(day)
        return tuple(
            gap
            for item in promised
            for gap in gaps(item.id, item.per_week, days[item.id], start, last, item.per_month)
        )

    def school_data_end(self) -> date | None:
        """Return the last day of school holidays that is known for the Land of the plan."""
        from kalender.formats.holidays import school_data_end

        today = self._clock.local(self._plan.municipality.zone).date()
        return school_data_end(self._plan.municipality.land, today)

    def holidays(self, year: int) -> Mapping[date, str]:
        """Return the public holidays of the municipality in a year, with their names."""
        land = self._plan.municipality.land
        return {item.day: item.name for item in (*self._holidays(land, year), *self._local(year))}

    def silent_days(self, year: int) -> Mapping[date, str]:
        """Return the days of a year on which nothing cheerful is posted, with their names."""
        found = self._named(self._plan.municipality.land, year)
        return {item.day: item.name for item in found if item.silent}

    def neutral(self, first: date, last: date) -> tuple[Neutrality, ...]:
        """Return the periods before elections (Karenzzeiten) that touch the days from first to last."""
        if self._own is None:
            return ()
        return tuple(self._own.neutralities(first, last, self._plan.municipality.zone))

    def _holidays(self, land: Land, year: int) -> Sequence[Holiday]:
        def read(land: Land, year: int) -> Sequence[Holiday]:
            from kalender.formats.holidays import public_holidays

            return public_holidays(land, year)

        return self._once("public", land, year, read)

    def local_days(self) -> tuple[LocalDay, ...]:
        """Return the holidays of single municipalities and days without school of the Land, each with its source."""
        land = self._plan.municipality.land
        if self._local_days is None:
            from kalender.formats.local_days import load

            with shipped():
                self._local_days = load()
        return tuple(item for item in self._local_days if item.land is land)

    def _local(self, year: int) -> Sequence[Holiday]:
        from kalender.formats.local_days import holidays_of

        town = self._plan.municipality
        return holidays_of(self.local_days(), year, town.name, town.local_days)

    def _school(self, land: Land, year: int) -> Sequence[Band]:
        def read(land: Land, year: int) -> Sequence[Band]:
            from kalender.formats.holidays import school_holidays
            from kalender.formats.local_days import school_free

            return (*school_holidays(land, year), *school_free(self.local_days(), year))

        return self._once("school", land, year, read)

    def _named(self, land: Land, year: int) -> Sequence[NamedDay]:
        def read(land: Land, year: int) -> Sequence[NamedDay]:
            from kalender.formats.awareness import load

            return load(self._user_folder).days(year, land.value)

        return self._once("named", land, year, read)

    def _once(
        self, what: str, land: Land, year: int, read: Callable[[Land, int], Sequence[T]]
    ) -> Sequence[T]:
        key = (what, land, year)
        if key not in self._years:
            with shipped():
                self._years[key] = read(land, year)
        return self._years[key]  # type: ignore[return-value]  # the key names the kind of what was read


def _festive(item: NamedDay) -> bool:
    return any(word in item.name for word in FESTIVE)


def _meetings(
    entered: Iterable[Meeting], own: Iterable[Occurrence], council: Container[str], first: date, last: date
) -> tuple[Meeting, ...]:
    """Return the council meetings of these days: those entered here, and those of layers that are not the same."""
    found = {(item.start, _plain(item.title)): item for item in entered if _within(item.start, first, last)}
    for item in own:
        if item.layer in council:
            start = item.start or datetime.combine(item.first, time())
            meeting = Meeting(
                id=f"{item.entry}@{item.first}", title=item.title, start=start, layer=item.layer
            )
            found.setdefault((start, _plain(item.title)), meeting)
    return tuple(sorted(found.values(), key=lambda item: (str(item.start), item.id)))


def _within(moment: datetime | None, first: date, last: date) -> bool:
    return moment is not None and first <= moment.date() <= last


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
