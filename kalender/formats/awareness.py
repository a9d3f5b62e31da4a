# SPDX-License-Identifier: EUPL-1.2
"""Days of action, remembrance and flags: rules in resources/practice/aktionstage.toml, and the days of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kalender.domain.days.layers import Flying, NamedDay
from kalender.domain.frozen import frozen
from kalender.domain.plan import Land
from kalender.formats.resources import folder
from kalender.formats.schema import Fault, Problem, Wrong, read

FILE = "aktionstage.toml"
VERSION = 1

_WHEN = ("date", "weekday", "advent", "easter", "yearly")
_KEYS = frozenset((*_WHEN, "name", "flag", "silent", "silent_in", "lands", "confidence", "note"))
_DATE = re.compile(r"(?:(\d{4})-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_LIMITS = {"nth": {-1, 1, 2, 3, 4, 5}, "day": set(range(1, 8)), "month": set(range(1, 13))}


@frozen
class DayRule:
    """A named day before it has a year. when: which of the five ways (date, weekday …), and its value.

    silent_in: Länder in which it is a silent day by law. lands: where it is named at all; none: everywhere.
    """

    name: str
    when: str
    value: Any
    flag: Flying = Flying.NONE
    silent: bool = False
    confidence: str = "medium"
    note: str = ""
    silent_in: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()

    def in_year(self, year: int) -> date | None:
        """Return the day of a year, or None where there is none or it has to be entered by hand."""
        if self.when == "date":
            own_year, month, day = _DATE.fullmatch(self.value).groups()  # type: ignore[union-attr]  # checked when read
            return _day(year, int(month), int(day)) if own_year in {None, str(year)} else None
        if self.when == "weekday":
            return _nth(year, self.value["month"], self.value["nth"], self.value["day"])
        if self.when == "advent":
            return first_advent(year) + timedelta(days=self.value)
        if self.when == "easter":
            from dateutil.easter import easter

            return easter(year) + timedelta(days=self.value)
        return None


class Awareness:
    """The named days that are known, and the user's file if it was refused."""

    def __init__(self, rules: tuple[DayRule, ...], problems: tuple[Problem, ...] = ()) -> None:
        self.rules = rules
        self.problems = problems

    def days(self, year: int, land: str = "") -> tuple[NamedDay, ...]:
        """Return the named days of a year in order of the calendar, those of one day as they stand in the file.

        land: short form of the Land whose silent days count; days of other Länder alone are left out.
        """
        found = ((rule.in_year(year), rule) for rule in self.rules if not rule.lands or land in rule.lands)
        dated = [
            NamedDay(
                day=day,
                name=rule.name,
                flag=rule.flag,
                silent=rule.silent or land in rule.silent_in,
                note=rule.note,
            )
            for day, rule in found
            if day is not None
        ]
        return tuple(sorted(dated, key=lambda item: item.day))

    def to_enter(self) -> tuple[str, ...]:
        """Return the names of days that others set anew each year."""
        return tuple(rule.name for rule in self.rules if rule.when == "yearly")


def load(user_folder: Path | None = None) -> Awareness:
    """Return the named days. A file aktionstage.toml of user_folder adds days; one of the same name is replaced.

    A file that is not right is refused as a whole and named in problems. Raises Wrong where the shipped one is not.
    """
    rules = {rule.name: rule for rule in _rules(folder() / "practice" / FILE)}
    problems: tuple[Problem, ...] = ()
    own = user_folder / FILE if user_folder is not None else None
    if own is not None and own.is_file():
        try:
            rules |= {rule.name: rule for rule in _rules(own)}
        except Wrong as wrong:
            problems = (wrong.in_file(FILE),)
    return Awareness(tuple(rules.values()), problems)


def first_advent(year: int) -> date:
    """Return the first Sunday of Advent: the fourth Sunday before Christmas Day."""
    christmas = date(year, 12, 25)
    return christmas - timedelta(days=christmas.isoweekday() % 7 or 7) - timedelta(weeks=3)


def _nth(year: int, month: int, nth: int, weekday: int) -> date | None:
    if nth < 0:
        last = (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7, weeks=nth - 1)
    return day if day.month == month else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _rules(path: Path) -> Iterator[DayRule]:
    document = read(path)
    if document.get("schema", VERSION) != VERSION:
        raise Wrong("schema", Fault.NEWER, str(VERSION))
    days = document.get("days")
    if not isinstance(days, list):
        raise Wrong("days", Fault.MISSING, "list of tables")
    return (_rule(entry, f"days[{number}]") for number, entry in enumerate(days, 1))


def _rule(entry: object, path: str) -> DayRule:
    if not isinstance(entry, dict):
        raise Wrong(path, Fault.WRONG_VALUE, "a table")
    for key in entry:
        if key not in _KEYS:
            raise Wrong(f"{path}.{key}", Fault.UNKNOWN_KEY, ", ".join(sorted(_KEYS)))
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip():
        raise Wrong(f"{path}.name", Fault.MISSING, "text, not empty")
    ways = [key for key in _WHEN if key in entry]
    if len(ways) != 1:
        raise Wrong(path, Fault.CONTRADICTION if ways else Fault.MISSING, "one of " + ", ".join(_WHEN))
    _check_value(ways[0], entry[ways[0]], f"{path}.{ways[0]}")
    flag = entry.get("flag", "")
    if flag not in set(Flying):
        raise Wrong(f"{path}.flag", Fault.WRONG_VALUE, "full or half")
    if type(entry.get("silent", False)) is not bool:
        raise Wrong(f"{path}.silent", Fault.WRONG_VALUE, "true or false")
    for key in ("silent_in", "lands"):
        if not isinstance(entry.get(key, []), list) or not set(entry.get(key, [])) <= set(Land):
            raise Wrong(f"{path}.{key}", Fault.WRONG_VALUE, ", ".join(Land))
    for key in ("note", "confidence"):
        if not isinstance(entry.get(key, ""), str):
            raise Wrong(f"{path}.{key}", Fault.WRONG_VALUE, "text")
    return DayRule(
        name=name,
        when=ways[0],
        value=entry[ways[0]],
        flag=Flying(flag),
        silent=entry.get("silent", False),
        confidence=entry.get("confidence", "medium"),
        note=entry.get("note", ""),
        silent_in=frozenset(entry.get("silent_in", ())),
        lands=frozenset(entry.get("lands", ())),
    )


def _check_value(way: str, value: object, path: str) -> None:
    if way == "date":
        right = isinstance(value, str) and _DATE.fullmatch(value) is not None
        expected = "MM-DD or YYYY-MM-DD"
    elif way == "weekday":
        right = isinstance(value, Mapping) and _is_weekday(value)
        expected = "{ nth, day, month }"
    elif way == "yearly":
        right, expected = value is True, "true"
    else:
        right, expected = type(value) is int and -366 <= value <= 366, "days, -366 to 366"
    if not right:
        raise Wrong(path, Fault.WRONG_VALUE, expected)


def _is_weekday(value: Mapping[str, object]) -> bool:
    return set(value) == set(_LIMITS) and all(
        type(number) is int and number in _LIMITS[key] for key, number in value.items()
    )
