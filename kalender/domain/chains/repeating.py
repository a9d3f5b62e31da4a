# SPDX-License-Identifier: EUPL-1.2
"""How a post is repeated, in the few words people use for it, and the rule of RFC 5545 that says so."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from kalender.domain.days.recurrence import WEEKDAYS, Rule
from kalender.domain.frozen import frozen


class Every(StrEnum):
    """What is counted."""

    DAY = "DAILY"
    WEEK = "WEEKLY"
    MONTH = "MONTHLY"
    YEAR = "YEARLY"


@frozen
class Repeat:
    """Every so many days, weeks, months or years. weekdays: 0 is Monday; of a week only.

    month_day: 1–31, or -1 for the last; nth, weekday: the second Tuesday (2, 1), the last Friday (-1, 4); of a month.
    until: last day, inclusive. count: how many posts, the first included; 0 for no such end.
    """

    every: Every = Every.WEEK
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    month_day: int = 0
    nth: int = 0
    weekday: int = 0
    until: date | None = None
    count: int = 0

    @property
    def text(self) -> str:
        """The rule of RFC 5545."""
        parts = [f"FREQ={self.every.value}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.every is Every.WEEK and self.weekdays:
            parts.append(f"BYDAY={','.join(WEEKDAYS[day] for day in sorted(set(self.weekdays)))}")
        if self.every is Every.MONTH and self.nth:
            parts.append(f"BYDAY={self.nth}{WEEKDAYS[self.weekday]}")
        elif self.every is Every.MONTH and self.month_day:
            parts.append(f"BYMONTHDAY={self.month_day}")
        if self.count:
            parts.append(f"COUNT={self.count}")
        elif self.until is not None:
            parts.append(f"UNTIL={datetime.combine(self.until, time(23, 59, 59)):%Y%m%dT%H%M%S}")
        return ";".join(parts)

    @staticmethod
    def of(rule: Rule, start: datetime) -> Repeat | None:
        """Return a rule in these words, begun at start, or None for one that needs more of them."""
        if rule.months or rule.year_days or rule.weeks or rule.positions or rule.hours or rule.minutes:
            return None
        every = Every(rule.freq)
        until = rule.until.date() if rule.until is not None else None
        plain = Repeat(every=every, interval=rule.interval, until=until, count=rule.count)
        nths = {nth for nth, _day in rule.weekdays}
        if every is Every.WEEK and not rule.month_days and nths <= {0}:
            days = tuple(day for _nth, day in rule.weekdays) or (start.weekday(),)
            return _with(plain, weekdays=days)
        if every is Every.MONTH and len(rule.weekdays) == 1 and not rule.month_days and 0 not in nths:
            nth, day = rule.weekdays[0]
            return _with(plain, nth=nth, weekday=day)
        if every is Every.MONTH and not rule.weekdays and len(rule.month_days) <= 1:
            return _with(plain, month_day=next(iter(rule.month_days), start.day))
        if every in {Every.DAY, Every.YEAR} and not rule.weekdays and not rule.month_days:
            return plain
        return None


def _with(repeat: Repeat, **values: object) -> Repeat:
    from dataclasses import replace

    return replace(repeat, **values)  # type: ignore[arg-type]  # the names are those of the fields


def nth_of(day: date) -> int:
    """Return the how manieth of its weekday a day is in its month: 1–4, or -1 where it is the last after the fourth."""
    nth = (day.day - 1) // 7 + 1
    return nth if nth < 5 else -1
