# SPDX-License-Identifier: EUPL-1.2
"""Holidays of single municipalities and days without school: resources/practice/feiertage.toml, laid over the library."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from kalender.domain.days.layers import Holiday
from kalender.domain.days.month import Band, BandKind
from kalender.domain.frozen import frozen
from kalender.domain.plan import Land
from kalender.formats.awareness import DayRule
from kalender.formats.resources import folder
from kalender.formats.schema import Fault, Wrong, read

FILE = "feiertage.toml"
VERSION = 1

HOLIDAY, SCHOOL = "holiday", "school"
_WHEN = ("date", "weekday", "advent", "easter")


@frozen
class LocalDay:
    """A day of a Land that holds in some places. towns: by law; choice: the municipality says so itself."""

    id: str
    rule: DayRule
    land: Land
    what: str = HOLIDAY
    towns: tuple[str, ...] = ()
    choice: bool = False
    source: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.rule.name

    def applies(self, town: str, chosen: Collection[str]) -> bool:
        """Tell whether it holds in a municipality; chosen: ids it named."""
        if self.what == SCHOOL:
            return True
        return town.strip().casefold() in {item.casefold() for item in self.towns} or (
            self.choice and self.id in chosen
        )


def load(own: Path | None = None) -> tuple[LocalDay, ...]:
    """Return the local days. own: another file than the one that ships. Raises Wrong where it is not right."""
    document = read(own or folder() / "practice" / FILE)
    if document.get("schema", VERSION) != VERSION:
        raise Wrong("schema", Fault.NEWER, str(VERSION))
    days = document.get("days")
    if not isinstance(days, list):
        raise Wrong("days", Fault.MISSING, "list of tables")
    return tuple(_day(entry, f"days[{number}]") for number, entry in enumerate(days, 1))


def _day(entry: object, path: str) -> LocalDay:
    if not isinstance(entry, dict):
        raise Wrong(path, Fault.WRONG_VALUE, "a table")
    when = [key for key in _WHEN if key in entry]
    for key in ("id", "name", "land", "source"):
        if not isinstance(entry.get(key), str):
            raise Wrong(f"{path}.{key}", Fault.MISSING, "text")
    if len(when) != 1:
        raise Wrong(path, Fault.WRONG_VALUE, ", ".join(_WHEN))
    if entry.get("what", HOLIDAY) not in {HOLIDAY, SCHOOL}:
        raise Wrong(f"{path}.what", Fault.WRONG_VALUE, f"{HOLIDAY}, {SCHOOL}")
    try:
        land = Land(entry["land"])
    except ValueError as error:
        raise Wrong(f"{path}.land", Fault.WRONG_VALUE, ", ".join(Land)) from error
    return LocalDay(
        id=entry["id"],
        rule=DayRule(name=entry["name"], when=when[0], value=entry[when[0]]),
        land=land,
        what=entry.get("what", HOLIDAY),
        towns=tuple(entry.get("towns", ())),
        choice=bool(entry.get("choice", False)),
        source=entry["source"],
    )


def holidays_of(days: Collection[LocalDay], year: int, town: str, chosen: Collection[str]) -> list[Holiday]:
    """Return the local holidays of a year that hold in a municipality."""
    found = [
        Holiday(day=day, name=item.name)
        for item in days
        if item.what == HOLIDAY and item.applies(town, chosen) and (day := _in(item, year))
    ]
    return sorted(found, key=lambda item: item.day)


def school_free(days: Collection[LocalDay], year: int) -> list[Band]:
    """Return the single days of a year on which schools are closed and everybody else works."""
    return [
        Band(kind=BandKind.SCHOOL, first=day, last=day, label=item.name, short=item.name)
        for item in days
        if item.what == SCHOOL and (day := _in(item, year))
    ]


def _in(item: LocalDay, year: int) -> date | None:
    return item.rule.in_year(year)
