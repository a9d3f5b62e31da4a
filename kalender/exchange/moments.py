# SPDX-License-Identifier: EUPL-1.2
"""Days, times and weekdays as people write them into a plan, German forms first."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from kalender.domain.frozen import frozen
from kalender.exchange.sheets import Cell

_MONTHS = {
    "jan": 1, "jän": 1, "jaen": 1, "feb": 2, "mär": 3, "maer": 3, "mrz": 3, "mar": 3, "apr": 4, "mai": 5, "may": 5,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_WEEKDAYS = {
    "mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6,
    "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_FULL = re.compile(
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|tues|thur|thurs|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)s?\b\.?",
    re.IGNORECASE,
)
_OPEN = frozenset(
    {"", "-", "–", "—", "?", "??", "offen", "noch offen", "n.n.", "nn", "tbd", "tba", "unklar", "ohne", "folgt", "x", "n/a"}
)  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](.+))?$")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})\.?(?:[ ,]+(.+))?$")
_NUMBERS = re.compile(
    r"(\d{1,2})\s*[.\-/]\s*(\d{1,2})(?:\s*[.\-/]\s*(\d{4}|\d{2}))?\.?(?:[\s,;|–-]+(?:um\s+)?(.+))?$"
)
_NAMED = re.compile(
    r"(\d{1,2})\s*\.?\s*([A-Za-zäÄ]{3,9})\.?(?:\s*,?\s*(\d{4}|'?\d{2}(?![:.\d])))?(?:[\s,;|–-]+(?:um\s+)?(.+))?$"
)
_CLOCK = re.compile(
    r"(?:um|ab|ca\.?|gegen)?\s*(\d{1,2})(?:\s*[:.]\s*(\d{2}))?(?:\s*[:.]\s*\d{2})?\s*(uhr|h|am|pm|a\.m\.|p\.m\.)?"
    r"(?:\s*(?:-|–|—|bis)\s*\d{1,2}(?:[:.]\d{2})?\s*(?:uhr|h)?)?\.?$",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"([01]?\d|2[0-3])([0-5]\d)$")
_EXCEL_ZERO = datetime(1899, 12, 30)


class NoMoment(ValueError):  # noqa: N818 - what the cell is, in plain words
    """The cell holds something, but no day or time that exists."""


@frozen
class Day:
    """A day with what else its cell said: a time, a weekday (0 is Monday)."""

    day: date
    time: time | None = None
    weekday: int | None = None


def day_of(cell: Cell, today: date, year: int | None = None) -> Day | None:
    """Return the day in a cell, None where it is left open; raises NoMoment.

    A day without a year belongs to year, or to the year that fits its weekday and lies nearest to today.
    """
    if isinstance(cell, datetime):
        clock = None if cell.time() == time(0) else cell.time().replace(second=0, microsecond=0)
        return Day(day=cell.date(), time=clock)
    if isinstance(cell, date):
        return Day(day=cell)
    if isinstance(cell, time):
        raise NoMoment(str(cell))
    if isinstance(cell, int | float):
        return _serial(cell)
    text = " ".join(cell.replace("\u00a0", " ").split()).strip(" ,;")
    if text.casefold() in _OPEN:
        return None
    weekday, rest = _weekday_before(text)
    return _written(rest, today, year, weekday)


def _serial(value: float) -> Day:
    """Return the day of an Excel number: 46360 is the fourth of December 2026."""
    if not 20_000 <= value < 80_000:
        raise NoMoment(str(value))
    moment = _EXCEL_ZERO + timedelta(minutes=round(value * 1440))
    return Day(day=moment.date(), time=moment.time() if moment.time() != time(0) else None)


def _weekday_before(text: str) -> tuple[int | None, str]:
    found = _FULL.match(text)
    if found and found.end() < len(text):
        return weekday_of(found.group()), text[found.end() :].lstrip(" ,.;:-–")
    return None, text


def _written(text: str, today: date, year: int | None, weekday: int | None) -> Day:
    after = ""
    behind = re.search(r"[\s,(]+([A-Za-z]+)\.?\)?$", text)
    if behind and weekday_of(behind.group(1)) is not None:
        weekday, text = weekday_of(behind.group(1)), text[: behind.start()]
    found = _ISO.match(text) or _YEAR_FIRST.match(text)
    if found:
        parts = (int(found[1]), int(found[2]), int(found[3]))
        after = found[4] or ""
    else:
        found = _NUMBERS.match(text)
        if found:
            parts = (_year(found[3]), int(found[2]), int(found[1]))
        else:
            found = _NAMED.match(text)
            if not found:
                raise NoMoment(text)
            parts = (_year(found[3]), _month(found[2]), int(found[1]))
        after = found[4] or ""
    clock = time_of(after) if after.strip() else None
    return Day(day=_day(*parts, today, year, weekday), time=clock, weekday=weekday)


def _year(text: str | None) -> int:
    if not text:
        return 0
    number = int(text.strip("'"))
    return number if number > 99 else 2000 + number if number < 70 else 1900 + number


def _month(name: str) -> int:
    word = name.casefold()
    for start in (word[:4], word[:3]):
        if start in _MONTHS:
            return _MONTHS[start]
    raise NoMoment(name)


def _day(year: int, month: int, day: int, today: date, usual: int | None, weekday: int | None) -> date:
    years = [year] if year else [usual] if usual else [today.year, today.year + 1, today.year - 1]
    found = []
    for one in years:
        try:
            found.append(date(one, month, day))
        except ValueError:
            continue
    if not found:
        raise NoMoment(f"{day}.{month}.{year or ''}")
    fitting = [one for one in found if weekday is None or one.weekday() == weekday] or found
    return min(fitting, key=lambda one: abs((one - today).days))


def time_of(cell: Cell) -> time | None:
    """Return the time in a cell, None where it is left open; of a stretch the beginning. Raises NoMoment."""
    if isinstance(cell, datetime):
        return cell.time().replace(second=0, microsecond=0)
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0)
    if isinstance(cell, date):
        raise NoMoment(str(cell))
    if isinstance(cell, int | float):
        return _clock_number(cell)
    text = " ".join(cell.replace("\u00a0", " ").split()).strip(" ,;")
    if text.casefold() in _OPEN:
        return None
    compact = _COMPACT.match(text)
    found = _CLOCK.match(text)
    if compact and len(text) > 2:
        return time(int(compact[1]), int(compact[2]))
    if not found:
        raise NoMoment(text)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return _time(hour, minute, text)


def _clock_number(value: float) -> time:
    if 0 <= value < 1:
        minutes = round(value * 1440)
        return time(minutes // 60 % 24, minutes % 60)
    if not 0 <= value < 2400:  # no time, nor is what is no number at all
        raise NoMoment(str(value))
    if value <= 24 and value == int(value):
        return _time(int(value), 0, str(value))
    if value < 24:  # 17.30 typed with the point of the number pad
        return _time(int(value), round((value - int(value)) * 100), str(value))
    if 100 <= value <= 2359 and value == int(value):
        return _time(int(value) // 100, int(value) % 100, str(value))
    raise NoMoment(str(value))


def _time(hour: int, minute: int, text: str) -> time:
    try:
        return time(0 if hour == 24 else hour, minute)
    except ValueError as error:
        raise NoMoment(text) from error


def weekday_of(text: str) -> int | None:
    """Return the weekday a word names, 0 for Monday, or None."""
    word = text.strip().rstrip(".").casefold()
    if not word.isalpha() or not _FULL.fullmatch(word):
        return None
    if word == "sonnabend":
        return 5
    return _WEEKDAYS.get(word[:3], _WEEKDAYS.get(word[:2]))
