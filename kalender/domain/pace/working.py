# SPDX-License-Identifier: EUPL-1.2
"""Working days of a town hall, counted over weekends, holidays of the place and days on which it is closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta

from kalender.domain.frozen import frozen

_DAY = timedelta(days=1)

LONGEST_REST = 60
"""Days without a working day after which closed days no longer count: nobody closes for two months on purpose."""

_YEARLY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_ONCE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@frozen
class Closed:
    """Days on which nobody works, both ends inclusive: each year (12-24 to 12-31) or once (2026-05-15)."""

    first: str
    last: str

    @staticmethod
    def parse(text: str) -> Closed:
        """Return the days of 12-24, 12-24/01-01, 2026-05-15 or 2026-05-15/2026-05-16; raises ValueError for another form."""
        first, _, last = text.partition("/")
        last = last or first
        for form in (_YEARLY, _ONCE):
            if form.fullmatch(first) and form.fullmatch(last):
                if form is _ONCE and date.fromisoformat(last) < date.fromisoformat(first):
                    break
                return Closed(first=first, last=last)
        raise ValueError(f"no stretch of days: {text!r}")

    def covers(self, day: date) -> bool:
        """Tell whether a day is among them; a yearly stretch may reach over New Year."""
        if len(self.first) > 5:
            return self.first <= day.isoformat() <= self.last
        key = f"{day.month:02d}-{day.day:02d}"
        if self.first <= self.last:
            return self.first <= key <= self.last
        return key >= self.first or key <= self.last


class OfficeDays:
    """Counts working days: Monday to Friday without holidays and closed days.

    holidays: the public holidays of the place in a year, asked once for each year.
    """

    def __init__(self, holidays: Callable[[int], Collection[date]], closed: Iterable[Closed] = ()) -> None:
        self._holidays = holidays
        self._closed = tuple(closed)
        self._years: dict[int, frozenset[date]] = {}

    def works(self, day: date) -> bool:
        """Tell whether someone works on a day."""
        return self._weekday(day) and not any(item.covers(day) for item in self._closed)

    def back(self, day: date, count: int) -> date:
        """Return the working day so many working days before a day; 0: the day itself, or the last working day before it."""
        return self._count(day, count, -_DAY)

    def forward(self, day: date, count: int) -> date:
        """Return the last day that back() leads to day or before; with 0 the next working day from day on."""
        return self._count(day, count, _DAY)

    def _count(self, day: date, count: int, step: timedelta) -> date:
        found = day
        try:
            if count == 0:
                return self._next(found, step, inclusive=True)
            for _number in range(count):
                found = self._next(found, step)
        except OverflowError:
            return date.min if step < timedelta() else date.max
        return found

    def _next(self, day: date, step: timedelta, *, inclusive: bool = False) -> date:
        found = day if inclusive else day + step
        for _number in range(LONGEST_REST):
            if self.works(found):
                return found
            found += step
        found = day if inclusive else day + step
        while not self._weekday(found):
            found += step
        return found

    def _weekday(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self._in(day.year)

    def _in(self, year: int) -> frozenset[date]:
        if year not in self._years:
            self._years[year] = frozenset(self._holidays(year))
        return self._years[year]
