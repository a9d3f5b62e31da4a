# SPDX-License-Identifier: EUPL-1.2
"""Dates as Germans write them: 24.11., Dienstag, 3. Dezember 2026, Sa 5. Dez."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_MONTHS = (
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
)
_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_NEAR = {"gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}


class Mention(NamedTuple):
    """A date in a text.

    day is None where the calendar has no such day (31.11.). weekday: 0 is Monday, None where none is named.
    sure: the year is written. offset: days from today by a word such as morgen beside it, or None.
    """

    start: int
    end: int
    day: date | None
    weekday: int | None
    sure: bool
    offset: int | None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    months = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    short = r"Jan|Feb|Mrz|Mär|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez"
    weekdays = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
    return re.compile(
        r"(?:\b(?P<near>[Gg]estern|[Hh]eute|[Mm]orgen|[Üü]bermorgen)[ ,(–-]+(?:am )?)?"
        rf"(?:\b(?P<weekday>{weekdays}|Mo|Di|Mi|Do|Fr|Sa|So)(?:s|abend|nachmittag|morgen|vormittag)?\.?,?\s+"
        r"(?:(?:den|dem|der)\s+)?)?"
        r"(?<![\d.,:§])(?P<day>\d{1,2})\.\s?"
        rf"(?:(?P<month>1[0-2]|0?[1-9])\.(?!\d\.)(?:\s?(?P<year>\d{{4}}|\d{{2}})(?![\d.,:]\d|\d))?(?!\d)"
        rf"|(?P<name>{months}|(?:{short})\b\.?)(?!\w)(?:\s+(?P<named_year>\d{{4}})(?!\d))?)"
    )


def dates_in(text: str, near: date) -> list[Mention]:
    """Return the dates of a text in order. A year that is not written is the one that brings the day nearest."""
    found: list[Mention] = []
    for match in _pattern().finditer(text):
        day, month = int(match["day"]), _month(match)
        if not 1 <= day <= 31:
            continue
        written = match["year"] or match["named_year"]
        moment = _day(int(written) + (2000 if len(written) == 2 else 0), month, day) if written else None
        if not written:
            moment = _nearest(month, day, near)
        offset = _NEAR[match["near"].lower()] if match["near"] else None
        weekday = _weekday(match["weekday"]) if match["weekday"] else None
        found.append(Mention(match.start(), match.end(), moment, weekday, bool(written), offset))
    return found


def _month(match: re.Match[str]) -> int:
    if match["month"]:
        return int(match["month"])
    name = match["name"].lower().rstrip(".").replace("jänner", "januar").replace("mrz", "mär")
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name[:3]))


def _weekday(name: str) -> int:
    name = name.lower().replace("sonnabend", "samstag")
    return next(number for number, weekday in enumerate(_WEEKDAYS) if weekday.startswith(name[:2]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, near: date) -> date | None:
    years = (near.year - 1, near.year, near.year + 1)
    possible = [moment for year in years if (moment := _day(year, month, day)) is not None]
    return min(possible, key=lambda moment: abs((moment - near).days), default=None)
