# SPDX-License-Identifier: EUPL-1.2
"""Recurrence rules of calendars (RFC 5545), asked day by day: the work depends on the days asked for, never on the rule.

A rule is a question to a day: does it lie in a period that counts, and does it pass every BY part? So a rule that repeats
a thousand million times, or never, costs as much as any other.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from itertools import product

from kalender.domain.frozen import frozen

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_COUNT = 10_000
MOST_TIMES = 24
"""Moments a rule may have in a day."""

_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?)?Z?")
_RANGES = {
    "BYMONTH": (1, 12), "BYMONTHDAY": (-31, 31), "BYYEARDAY": (-366, 366), "BYWEEKNO": (-53, 53), "BYSETPOS": (-366, 366),
    "BYHOUR": (0, 23), "BYMINUTE": (0, 59), "BYSECOND": (0, 60),
}  # fmt: skip
_ZERO = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})


class RuleFault(StrEnum):
    """Why a rule is not taken."""

    UNREADABLE = "rule_unreadable"
    TOO_FINE = "rule_too_fine"
    TOO_MANY = "rule_too_many"


class BadRule(ValueError):  # noqa: N818 - an answer about a rule, not a defect
    """A rule that is not taken, and why."""

    def __init__(self, fault: RuleFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@frozen
class Rule:
    """A rule in parts. weekdays: (ordinal, weekday), ordinal 0 for every one. until: inclusive wall time. count: 0 for none."""

    freq: str
    interval: int = 1
    count: int = 0
    until: datetime | None = None
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    weekdays: tuple[tuple[int, int], ...] = ()
    positions: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    week_start: int = 0

    @staticmethod
    def parse(text: str) -> Rule:
        """Return the rule of a text such as FREQ=WEEKLY;BYDAY=TU. Raises BadRule."""
        parts = _parts(text)
        freq = parts.get("FREQ", "")
        if freq in {"SECONDLY", "MINUTELY", "HOURLY"}:
            raise BadRule(RuleFault.TOO_FINE)
        if freq not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
            raise BadRule(RuleFault.UNREADABLE)
        numbers = {name: _numbers(name, parts.get(name, "")) for name in _RANGES}
        size = 1
        for name in _ZERO:
            size *= max(1, len(numbers[name]))
        if size > MOST_TIMES:
            raise BadRule(RuleFault.TOO_FINE)
        return Rule(
            freq=freq,
            interval=_whole(parts.get("INTERVAL", "1")),
            count=_whole(parts["COUNT"]) if "COUNT" in parts else 0,
            until=_until(parts["UNTIL"]) if parts.get("UNTIL") else None,
            months=frozenset(numbers["BYMONTH"]),
            month_days=frozenset(numbers["BYMONTHDAY"]),
            year_days=frozenset(numbers["BYYEARDAY"]),
            weeks=frozenset(numbers["BYWEEKNO"]),
            weekdays=_weekdays(parts.get("BYDAY", "")),
            positions=numbers["BYSETPOS"],
            hours=numbers["BYHOUR"],
            minutes=numbers["BYMINUTE"],
            week_start=WEEKDAYS.index(parts["WKST"]) if parts.get("WKST") in WEEKDAYS else 0,
        )

    def on(self, day: date, start: datetime) -> bool:
        """Tell whether the rule, begun at start, falls on a day, whatever its end says."""
        if not self._period(day, start.date()):
            return False
        if not self.positions:
            return self._passes(day, start)
        days = [one for one in _days(*self._span(day)) if self._passes(one, start)]
        picked = [days[at - 1 if at > 0 else at] for at in self.positions if 0 < abs(at) <= len(days)]
        return day in picked

    def times(self, start: datetime) -> list[time]:
        """Return when on each of its days."""
        hours, minutes = self.hours or (start.hour,), self.minutes or (start.minute,)
        return sorted(time(hour, minute) for hour, minute in product(hours, minutes))

    def _period(self, day: date, start: date) -> bool:
        """Tell whether a day lies in a period that counts: every second week, every third month."""
        match self.freq:
            case "DAILY":
                away = (day - start).days
            case "WEEKLY":
                away = (_monday(day, self.week_start) - _monday(start, self.week_start)) // 7
            case "MONTHLY":
                away = (day.year - start.year) * 12 + day.month - start.month
            case _:
                away = day.year - start.year
        return away >= 0 and away % self.interval == 0

    def _span(self, day: date) -> tuple[date, date]:
        """Return the first and last day of the period of a day."""
        match self.freq:
            case "DAILY":
                return day, day
            case "WEEKLY":
                first = _monday(day, self.week_start)
                return date.fromordinal(max(1, first)), date.fromordinal(min(first + 6, date.max.toordinal()))
            case "MONTHLY":
                return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
            case _:
                return date(day.year, 1, 1), date(day.year, 12, 31)

    def _passes(self, day: date, start: datetime) -> bool:
        """Tell whether a day passes all parts; where none says which day, that of the start does."""
        if self.months and day.month not in self.months:
            return False
        length = monthrange(day.year, day.month)[1]
        if self.month_days and not {day.day, day.day - length - 1} & self.month_days:
            return False
        if self.year_days:
            number, whole = day.timetuple().tm_yday, 365 + isleap(day.year)
            if not {number, number - whole - 1} & self.year_days:
                return False
        if self.weeks and not self._week(day):
            return False
        if self.weekdays:
            return any(self._weekday(day, nth, weekday, length) for nth, weekday in self.weekdays)
        return bool(self.month_days or self.year_days) or self._like_start(day, start)

    def _like_start(self, day: date, start: datetime) -> bool:
        match self.freq:
            case "DAILY":
                return True
            case "WEEKLY":
                return day.weekday() == start.weekday()
            case "MONTHLY":
                return day.day == start.day
            case _ if self.weeks:
                return day.weekday() == start.weekday()
            case _:
                return day.day == start.day and bool(self.months or day.month == start.month)

    def _weekday(self, day: date, nth: int, weekday: int, length: int) -> bool:
        if day.weekday() != weekday:
            return False
        if nth == 0 or self.freq in {"DAILY", "WEEKLY"}:
            return True
        if self.freq == "MONTHLY" or self.months:
            at, end = day.day, length
        else:
            at, end = day.timetuple().tm_yday, 365 + isleap(day.year)
        return nth in {(at - 1) // 7 + 1, -((end - at) // 7) - 1}

    def _week(self, day: date) -> bool:
        number, weeks = _week_number(day, self.week_start)
        return number in self.weeks or number - weeks - 1 in self.weeks


def moments(rule: Rule, start: datetime, first: date, last: date, *, most: int) -> Iterator[datetime]:
    """Yield when a rule falls from first to last (inclusive), at most so many times. rule: without a count."""
    times = rule.times(start)
    day, final = max(first, start.date()), last
    if rule.until is not None:
        final = min(final, rule.until.date())
    found = 0
    for one in _days(day, final):
        if rule.on(one, start):
            for clock in times:
                moment = datetime.combine(one, clock)
                if moment < start or (rule.until is not None and moment > rule.until):
                    continue
                yield moment
                found += 1
                if found >= most:
                    return


def last_moment(rule: Rule, start: datetime, *, most_days: int) -> tuple[datetime | None, int]:
    """Return when a rule with a count ends, None where that lies beyond so many days, and how many days were asked.

    Raises BadRule TOO_MANY for a count over MOST_COUNT.
    """
    if rule.count > MOST_COUNT:
        raise BadRule(RuleFault.TOO_MANY)
    last, left, asked = None, rule.count, 0
    times = rule.times(start)
    for one in _days(start.date(), date.max):
        asked += 1
        if asked > most_days:
            return None, asked
        if rule.on(one, start):
            for clock in times:
                moment = datetime.combine(one, clock)
                if moment >= start:
                    last, left = moment, left - 1
                if left == 0:
                    return last, asked
    return last, asked


def with_end(text: str, until: datetime) -> str:
    """Return a rule's text with this end instead of its own."""
    parts = [
        item
        for item in text.split(";")
        if item and not re.match(r"\s*(COUNT|UNTIL)\s*=", item, re.IGNORECASE)
    ]
    return ";".join([*parts, f"UNTIL={until:%Y%m%dT%H%M%S}"])


def _days(first: date, last: date) -> Iterator[date]:
    for number in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(number)


def _monday(day: date, week_start: int) -> int:
    """Return the number of the first day of the week of a day."""
    return day.toordinal() - (day.weekday() - week_start) % 7


def _week_number(day: date, week_start: int) -> tuple[int, int]:
    """Return the number of a day's week in its year and how many weeks that year has; week 1 holds four days of it."""
    middle = min(_monday(day, week_start) + 3, date.max.toordinal())
    year = date.fromordinal(max(1, middle)).year
    first = _monday(date(year, 1, 4), week_start)
    following = _monday(date(year + 1, 1, 4), week_start) if year < date.max.year else first + 364
    return (_monday(day, week_start) - first) // 7 + 1, (following - first) // 7


def _parts(text: str) -> Mapping[str, str]:
    pairs = (item.partition("=") for item in text.replace(" ", "").upper().split(";") if item)
    found = {}
    for name, equals, value in pairs:
        if not equals or name in found:
            raise BadRule(RuleFault.UNREADABLE)
        found[name] = value
    return found


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text[:12]) == 0:
        raise BadRule(RuleFault.UNREADABLE)
    return int(text[:12])


def _numbers(name: str, text: str) -> tuple[int, ...]:
    if not text:
        return ()
    low, high = _RANGES[name]
    found = set()
    for item in text.split(",")[:1000]:
        try:
            number = int(item[:5])
        except ValueError as error:
            raise BadRule(RuleFault.UNREADABLE) from error
        if not low <= number <= high or (number == 0 and name not in _ZERO):
            raise BadRule(RuleFault.UNREADABLE)
        found.add(number)
    return tuple(sorted(found))


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    found = set()
    for item in filter(None, text.split(",")[:400]):
        said = _BYDAY.fullmatch(item)
        if said is None:
            raise BadRule(RuleFault.UNREADABLE)
        found.add((int(said[1] or 0), WEEKDAYS.index(said[2])))
    return tuple(sorted(found))


def _until(text: str) -> datetime:
    """Return the end as wall time; a day without a time ends at its last minute."""
    said = _UNTIL.fullmatch(text)
    if said is None:
        raise BadRule(RuleFault.UNREADABLE)
    year, month, day, hour, minute, second = said.groups()
    try:
        if hour is None:
            return datetime(int(year), int(month), int(day), 23, 59, 59)
        return datetime(int(year), int(month), int(day), int(hour), int(minute), min(59, int(second or 0)))
    except ValueError as error:
        raise BadRule(RuleFault.UNREADABLE) from error
