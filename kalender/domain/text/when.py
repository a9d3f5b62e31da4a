# SPDX-License-Identifier: EUPL-1.2
"""A day as someone types it: nächster Dienstag, KW 50, 17.12., +2 Wochen, Ostern, Ende Januar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from functools import lru_cache
from typing import NamedTuple

_DAYS = {"montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5, "sonntag": 6}  # fmt: skip
_SHORT = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
_MONTHS = {"jan": 1, "jaen": 1, "feb": 2, "mae": 3, "mrz": 3, "mar": 3, "apr": 4, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "nov": 11, "dez": 12}  # fmt: skip
_NEAR = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "uebermorgen": 2, "ubermorgen": 2}
_NUMBERS = {"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fuenf": 5, "sechs": 6, "sieben": 7, "acht": 8, "zehn": 10, "zwoelf": 12, "vierzehn": 14}  # fmt: skip
_FIXED = {
    "neujahr": (1, 1), "dreikoenige": (1, 6), "heilige drei koenige": (1, 6), "valentinstag": (2, 14), "tag der arbeit": (5, 1),
    "tag der deutschen einheit": (10, 3), "reformationstag": (10, 31), "halloween": (10, 31), "allerheiligen": (11, 1),
    "martinstag": (11, 11), "nikolaus": (12, 6), "heiligabend": (12, 24), "weihnachten": (12, 25),
    "1. weihnachtstag": (12, 25), "2. weihnachtstag": (12, 26), "silvester": (12, 31), "jahresende": (12, 31),
}  # fmt: skip
_EASTER = {
    "rosenmontag": -48, "aschermittwoch": -46, "gruendonnerstag": -3, "karfreitag": -2, "ostern": 0, "ostersonntag": 0,
    "ostermontag": 1, "himmelfahrt": 39, "christi himmelfahrt": 39, "pfingsten": 49, "pfingstsonntag": 49,
    "pfingstmontag": 50, "fronleichnam": 60,
}  # fmt: skip
_PASSED = 60
"""Days after which a date without a year no longer means the one that has passed."""

_DAY_NAME = r"(?P<weekday>montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|(?:mo|di|mi|do|fr|sa|so)(?![a-z]))\.?s?"
_MONTH_NAME = (
    r"(?P<month>jan(?:uar)?|jaenner|feb(?:ruar)?|maerz|marz|maer|mrz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|"
    r"sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)\.?"
)
_WEEK = r"(?:kw|woche|kalenderwoche)"
_NEXT = r"(?P<which>diese|naechste|nachste|kommende|folgende|uebernaechste|letzte|vorige|vergangene)[rsnm]?"
_UNIT = r"(?P<unit>t(?:age?n?)?|w(?:ochen?)?|m(?:onate?n?)?|j(?:ahre?n?)?)"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_CLOCK = re.compile(r"(?:,|\bum|\bab)?\s*(?<![\d.])(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|h)$|(?:,|\bum|\bab)?\s*(?<![\d.])(\d{1,2}):(\d{2})$|\bum\s+(\d{1,2})$")  # fmt: skip
_FILLER = re.compile(r"\b(?:am|an|den|dem|der|die|das|im|bis|zum|zur|nach|auf|ab|jahr)\b")


class Typed(NamedTuple):
    """What was typed: a day, a time of day, or both; None where it was not."""

    day: date | None
    clock: time | None


def when(text: str, today: date) -> date | None:
    """Return the day a text means, or None where it means none; a time behind it does not matter.

    A week, a month or a year means its first day. A weekday means the coming one, today included; "nächster" the one after
    today. A date without a year means the coming one, or the one that passed less than 60 days ago.
    """
    return typed(text, today).day


def typed(text: str, today: date) -> Typed:
    """Return the day and the time a text means: "Fr 17:30", "morgen um 9 Uhr", "18 Uhr"."""
    words = _plain(text)
    clock = None
    found = _CLOCK.search(words)
    if found is not None:
        hour, minute = (found[1] or found[3] or found[5]), (found[2] or found[4] or "0")
        if int(hour) < 24 and int(minute) < 60:
            clock = time(int(hour), int(minute))
            words = words[: found.start()].strip(" ,")
    try:
        return Typed(_day(words, today) if words else None, clock)
    except (ValueError, OverflowError):  # 31.11., KW 60, a year beyond the calendar
        return Typed(None, clock)


def _plain(text: str) -> str:
    """Return a text in small letters without umlauts, with single blanks."""
    words = " ".join(text.casefold().split())
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("–", "-"), ("−", "-")):
        words = words.replace(letter, plain)
    return words.strip(" ,;")


def _day(words: str, today: date) -> date | None:
    for pattern, meant in _patterns():
        found = pattern.fullmatch(words)
        if found is not None:
            return meant(found, today)
    named = _feast(words, today)
    if named is not None:
        return named
    shorter = " ".join(_FILLER.sub(" ", words).replace(",", " ").split())
    if shorter and shorter != words:
        return _day(shorter, today)
    return _with_weekday(words, today)


def _with_weekday(words: str, today: date) -> date | None:
    """Return the day of what stands beside a weekday: Do 17.12., Dienstag in 2 Wochen, KW 50 Freitag."""
    found = re.fullmatch(rf"{_DAY_NAME} (?P<rest>.+)", words) or re.fullmatch(
        rf"(?P<rest>.+) {_DAY_NAME}", words
    )
    if found is None:
        return None
    rest, weekday = found["rest"].strip(), _weekday(found)
    near = re.fullmatch(r"in (\w+) wochen?|in acht tagen", rest)
    if near is not None:
        weeks = _number(near[1]) if near[1] else 1
        return _coming(weekday, today) + timedelta(weeks=weeks)
    if re.search(rf"{_WEEK}\b|{_WEEK}\d|\bw\d", rest):
        day = _day(rest, today)
        return day + timedelta(days=weekday) if day is not None else None
    day = _day(rest, today)
    if day is None or re.search(r"\d{4}|\.\d{2}$", rest):
        return day
    years = (day.year + shift for shift in (0, 1, -1, 2, 3, 4, 5))
    same = (_dated(year, day.month, day.day) for year in years)
    return next((other for other in same if other and other.weekday() == weekday), day)


def _dated(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _near_year(month: int, day: int, today: date) -> date:
    """Return the coming such day, or the one that passed lately; raises ValueError where no year has it."""
    least = today - timedelta(days=_PASSED)
    for year in range(least.year, least.year + 9):
        found = _dated(year, month, day)
        if found is not None and found >= least:
            return found
    raise ValueError(f"{day}.{month}.")


def _weekday(found: re.Match[str]) -> int:
    name = found["weekday"]
    return _DAYS[name] if name in _DAYS else _SHORT[name]


def _month(found: re.Match[str]) -> int:
    name = found["month"]
    return _MONTHS.get(name[:4]) or _MONTHS[name[:3]]


def _number(word: str) -> int:
    """Return a number in digits or in words; raises ValueError for another word."""
    plain = word if word in _NUMBERS else word.removesuffix("er").removesuffix("em").removesuffix("e")
    return _NUMBERS[plain] if plain in _NUMBERS else int(word)


def _full(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)


def _coming(weekday: int, day: date) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _next_weekday(found: re.Match[str], today: date) -> date:
    which, weekday = found["which"], _weekday(found)
    if which in {"letzte", "vorige", "vergangene"}:
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    if which == "diese":
        return _coming(weekday, today)
    after = _coming(weekday, today + timedelta(days=1))
    return after + timedelta(weeks=1) if which == "uebernaechste" else after


def _next_span(found: re.Match[str], today: date) -> date:
    which = found["which"]
    step = {"diese": 0, "letzte": -1, "vorige": -1, "vergangene": -1, "uebernaechste": 2}.get(which, 1)
    if found["unit"] == "woche":
        return today - timedelta(days=today.weekday()) + timedelta(weeks=step)
    if found["unit"] == "monat":
        return _shifted(today.replace(day=1), step)
    return date(today.year + step, 1, 1)


def _shifted(day: date, months: int) -> date:
    """Return the same day so many months on, or the last one of a month that is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return min(_last(year, month + 1), date(year, month + 1, 1) + timedelta(days=day.day - 1))


def _last(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _moved(found: re.Match[str], today: date) -> date:
    sign = -1 if found["sign"] in {"-", "vor"} else 1
    count = sign * _number(found["count"])
    match (found["unit"] or "t")[0]:
        case "t":
            return today + timedelta(days=count)
        case "w":
            return today + timedelta(weeks=count)
        case "m":
            return _shifted(today, count)
    return _shifted(today, 12 * count)


def _week(found: re.Match[str], today: date) -> date:
    number = int(found["week"])
    if found["year"]:
        return date.fromisocalendar(_full(found["year"]), number, 1)
    least = today - timedelta(days=_PASSED)
    for year in range(least.year, least.year + 9):
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:  # a week 53 where the year has 52
            continue
        if monday >= least:
            return monday
    raise ValueError(number)


def _written(found: re.Match[str], today: date) -> date:
    month = int(found["month"]) if found["month"].isdigit() else _month(found)
    if found["year"]:
        return date(_full(found["year"]), month, int(found["day"]))
    return _near_year(month, int(found["day"]), today)


def _named_month(found: re.Match[str], today: date) -> date:
    month = _month(found)
    first = date(_full(found["year"]), month, 1) if found["year"] else _near_year(month, 1, today)
    part = found.groupdict().get("part")
    return {"ende": _last(first.year, month), "mitte": first.replace(day=15)}.get(part or "", first)


def _weekday_of_month(found: re.Match[str], today: date) -> date:
    named = _named_month(found, today)
    first, weekday = named.replace(day=1), _weekday(found)
    if found["place"].startswith("letzte"):
        last = _last(first.year, first.month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    words = {"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "fuenfte": 5}
    place = found["place"].rstrip(".").removesuffix("r").removesuffix("n")
    day = _coming(weekday, first) + timedelta(weeks=words.get(place) or int(place), days=-7)
    if day.month != first.month:
        raise ValueError(found[0])
    return day


def _day_of_month(found: re.Match[str], today: date) -> date:
    number = int(found["day"])
    months = (_shifted(today.replace(day=1), shift) for shift in range(13))
    days = (_dated(month.year, month.month, number) for month in months)
    return (
        next(day for day in days if day is not None and day >= today) if 1 <= number <= 31 else date(1, 1, 32)
    )


def _feast(words: str, today: date) -> date | None:
    """Return a feast that is called by its name, with a year behind it or the coming one."""
    found = re.fullmatch(r"(?P<name>.*?)(?: (?P<year>\d{4}))?", words)
    if found is None:
        return None
    year, name = (int(found["year"]) if found["year"] else 0), found["name"]
    advent = re.fullmatch(r"(?:(?P<number>[1-4])\.? ?)?advent", name)
    if name not in _FIXED and name not in _EASTER and not advent:
        return None

    def of(year: int) -> date:
        if name in _FIXED:
            return date(year, *_FIXED[name])
        if name in _EASTER:
            from dateutil.easter import easter

            return easter(year) + timedelta(days=_EASTER[name])
        eve = date(year, 12, 24)
        fourth = eve - timedelta(days=(eve.weekday() + 1) % 7)
        return fourth - timedelta(weeks=4 - int(advent["number"] or 1 if advent else 1))

    if year:
        return of(year)
    least = today - timedelta(days=_PASSED)
    return next(day for day in map(of, range(least.year, least.year + 3)) if day >= least)


_Meant = Callable[[re.Match[str], date], date]


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], _Meant], ...]:
    """Return the ways to write a day, each with what it means; compiled with the first use."""
    near = "|".join(_NEAR)
    place = r"(?P<place>\d\.|erste[rn]?|zweite[rn]?|dritte[rn]?|vierte[rn]?|fuenfte[rn]?|letzte[rn]?)"
    ways: tuple[tuple[str, _Meant], ...] = (
        (rf"(?P<near>{near})", lambda found, today: today + timedelta(days=_NEAR[found["near"]])),
        (_DAY_NAME, lambda found, today: _coming(_weekday(found), today)),
        (rf"{_NEXT} {_DAY_NAME}", _next_weekday),
        (rf"{_NEXT} (?P<unit>woche|monat|jahr)", _next_span),
        (rf"(?P<sign>[+-]|in|vor)? ?(?P<count>\d+|[a-z]+?) ?{_UNIT}", _moved),
        (r"(?P<sign>[+-]) ?(?P<count>\d+)(?P<unit>)", _moved),
        (rf"{_WEEK} ?(?P<week>\d{{1,2}})(?:[ /.-]+{_YEAR})?", _week),
        (rf"(?P<week>\d{{1,2}})\. ?{_WEEK}(?:[ /-]+{_YEAR})?", _week),
        (r"(?P<year>\d{4})-?w(?P<week>\d{2})", _week),
        (r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", _written),
        (rf"(?P<day>\d{{1,2}})[./-] ?(?P<month>\d{{1,2}})(?:[./-] ?{_YEAR})?\.?", _written),
        (rf"(?P<day>\d{{1,2}})\.? ?{_MONTH_NAME}(?: ?{_YEAR})?", _written),
        (rf"(?:(?P<part>anfang|mitte|ende) )?{_MONTH_NAME}(?: {_YEAR})?", _named_month),
        (r"(?P<month>1[0-2]|0?[1-9])[./](?P<year>\d{4})", _numbered_month),
        (rf"{place} {_DAY_NAME} (?:im )?{_MONTH_NAME}(?: {_YEAR})?", _weekday_of_month),
        (r"(?P<day>\d{1,2})\.?", _day_of_month),
        (r"(?P<year>20\d{2})", lambda found, _today: date(int(found["year"]), 1, 1)),
        ("monatsende", lambda _found, today: _last(today.year, today.month)),
    )
    return tuple((re.compile(pattern), meant) for pattern, meant in ways)


def _numbered_month(found: re.Match[str], _today: date) -> date:
    return date(int(found["year"]), int(found["month"]), 1)
