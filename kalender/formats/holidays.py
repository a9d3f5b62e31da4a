# SPDX-License-Identifier: EUPL-1.2
"""Public holidays and school holidays of a Land, from the library holidays (data of the KMK for schools).

The library is imported with the first question: that alone takes some 100 ms, a year of a Land some 2 ms. Keep what
is returned; it never changes while the program runs. What the library does not know stands in local_days.py, or comes
with a calendar file: movable days of single schools, the islands.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from kalender.domain.days.layers import Holiday
from kalender.domain.days.month import Band, BandKind
from kalender.domain.plan import Land

_NAMES = {
    "Erster Mai": "Tag der Arbeit",
    "Erster Weihnachtstag": "1. Weihnachtstag",
    "Zweiter Weihnachtstag": "2. Weihnachtstag",
}
_SPRING = "Oster-/Frühjahrsferien"
_WHITSUN = "Himmelfahrts-/Pfingstferien"
_LATEST = 2100
_DAY = timedelta(days=1)


def public_holidays(land: Land, year: int) -> tuple[Holiday, ...]:
    """Return the holidays that apply in the whole Land, in order."""
    return tuple(
        Holiday(day=day, name=_NAMES.get(name, name))
        for day, name in sorted(_days(land, year, "public").items())
    )


def school_holidays(land: Land, year: int) -> tuple[Band, ...]:
    """Return the school holidays that touch a year, whole: those of Christmas also reach into the years beside it.

    Weekends and public holidays between two days of the same holidays belong to them.
    """
    days: dict[date, str] = {}
    free: set[date] = set()
    for near in (year - 1, year, year + 1):
        days |= _days(land, near, "school")
        free |= set(_days(land, near, "public"))
    bands: list[Band] = []
    for day in sorted(days):
        last = bands[-1] if bands else None
        if last is not None and days[last.first] == days[day] and _bridged(last.last, day, free):
            bands[-1] = _band(last.first, day, days[day])
        else:
            bands.append(_band(day, day, days[day]))
    return tuple(band for band in bands if band.first.year <= year <= band.last.year)


def school_data_end(land: Land, today: date) -> date | None:
    """Return the last day of school holidays that is known, at or after the year before today; None without any."""
    end = None
    for year in range(today.year - 1, _LATEST):
        days = _days(land, year, "school")
        if not days:
            break
        end = max(days)
    return end


def _days(land: Land, year: int, category: str) -> Mapping[date, str]:
    """Return the days of one category alone: several at once would mix their names."""
    import holidays

    found = holidays.country_holidays(
        "DE", subdiv=land.value, years=year, expand=False, language="de", categories=(category,)
    )
    return dict(found.items())


def _bridged(last: date, day: date, free: set[date]) -> bool:
    """Tell whether only weekends and public holidays lie between two days."""
    between = [last + _DAY * number for number in range(1, (day - last).days)]
    return all(item.weekday() >= 5 or item in free for item in between)


def _band(first: date, last: date, name: str) -> Band:
    from dateutil.easter import easter

    sunday = easter(first.year)
    if name == _SPRING:
        near = first <= sunday + 10 * _DAY and last >= sunday - 10 * _DAY
        name = "Osterferien" if near else "Frühjahrsferien"
    elif name == _WHITSUN:
        ascension = sunday + 39 * _DAY
        near = first <= ascension + 4 * _DAY and last >= ascension - _DAY
        name = "Himmelfahrtsferien" if near else "Pfingstferien"
    return Band(kind=BandKind.SCHOOL, first=first, last=last, label=name, short=name)
