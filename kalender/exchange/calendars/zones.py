# SPDX-License-Identifier: EUPL-1.2
"""Time zones by whatever name a calendar gives them: IANA, Windows, paths, a place in brackets, or just their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kalender.exchange.calendars.lines import Component

WINDOWS = {
    "w europe standard time": "Europe/Berlin", "central europe standard time": "Europe/Budapest",
    "central european standard time": "Europe/Warsaw", "romance standard time": "Europe/Paris",
    "western central europe": "Europe/Berlin", "mitteleuropaeische zeit": "Europe/Berlin",
    "mitteleuropaische zeit": "Europe/Berlin", "westeuropaeische normalzeit": "Europe/Berlin",
    "mitteleuropaeische normalzeit": "Europe/Berlin", "gmt standard time": "Europe/London", "greenwich standard time": "Africa/Abidjan",
    "gtb standard time": "Europe/Bucharest", "fle standard time": "Europe/Kyiv", "e europe standard time": "Europe/Chisinau",
    "turkey standard time": "Europe/Istanbul", "russian standard time": "Europe/Moscow", "kaliningrad standard time": "Europe/Kaliningrad",
    "belarus standard time": "Europe/Minsk", "israel standard time": "Asia/Jerusalem", "egypt standard time": "Africa/Cairo",
    "south africa standard time": "Africa/Johannesburg", "w central africa standard time": "Africa/Lagos",
    "arab standard time": "Asia/Riyadh", "arabian standard time": "Asia/Dubai", "iran standard time": "Asia/Tehran",
    "pakistan standard time": "Asia/Karachi", "india standard time": "Asia/Kolkata", "bangladesh standard time": "Asia/Dhaka",
    "se asia standard time": "Asia/Bangkok", "china standard time": "Asia/Shanghai", "singapore standard time": "Asia/Singapore",
    "w australia standard time": "Australia/Perth", "tokyo standard time": "Asia/Tokyo", "korea standard time": "Asia/Seoul",
    "aus eastern standard time": "Australia/Sydney", "e australia standard time": "Australia/Brisbane",
    "new zealand standard time": "Pacific/Auckland", "azores standard time": "Atlantic/Azores", "cape verde standard time": "Atlantic/Cape_Verde",
    "e south america standard time": "America/Sao_Paulo", "argentina standard time": "America/Argentina/Buenos_Aires",
    "atlantic standard time": "America/Halifax", "eastern standard time": "America/New_York", "us eastern standard time": "America/Indianapolis",
    "central standard time": "America/Chicago", "mountain standard time": "America/Denver", "us mountain standard time": "America/Phoenix",
    "pacific standard time": "America/Los_Angeles", "alaskan standard time": "America/Anchorage", "hawaiian standard time": "Pacific/Honolulu",
    "utc": "UTC", "coordinated universal time": "UTC", "gmt": "UTC", "z": "UTC", "cet": "Europe/Berlin", "mez": "Europe/Berlin",
    "cest": "Europe/Berlin", "mesz": "Europe/Berlin",
}  # fmt: skip
"""What Windows and German programs call a zone, in plain words, by the zone of its main place (after CLDR windowsZones)."""

_BY_OFFSETS = {
    (60, 120): "Europe/Berlin", (0, 60): "Europe/London", (120, 180): "Europe/Helsinki", (-300, -240): "America/New_York",
    (-360, -300): "America/Chicago", (-420, -360): "America/Denver", (-480, -420): "America/Los_Angeles",
    (600, 660): "Australia/Sydney", (720, 780): "Pacific/Auckland", (0, 0): "UTC",
}  # fmt: skip
"""Zones by their offsets in minutes, winter and summer."""

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d\d)?\b")


class Zones:
    """The zones of one file: names, and blocks that say what a name means there."""

    def __init__(self, blocks: Iterable[Component]) -> None:
        self._blocks = {item.text("TZID").strip('"'): item for item in blocks}
        self._known: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the IANA name of a zone, or nothing where it is not known."""
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def _found(self, name: str) -> str:
        block = self._blocks.get(name)
        place = block.text("X-LIC-LOCATION") if block is not None else ""
        for wanted in (name, place):
            found = _named(wanted)
            if found:
                return found
        return (_by_offsets(block) if block is not None else "") or _in_brackets(name)


def _named(name: str) -> str:
    text = name.strip().strip('"')
    if not text:
        return ""
    steps = [step for step in text.split("/") if step]
    tries = [
        text,
        "/".join(steps[-3:]),
        "/".join(steps[-2:]),
        text.replace("_", "/", 1),
        text.replace("-", "/", 1),
    ]
    for wanted in tries:
        if "/" in wanted and exists(wanted):
            return wanted
    words = re.sub(
        r"[^a-z]+", " ", text.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    ).strip()
    if re.search(r"[+-]\d", text) and not exists(text):
        return ""  # an offset, whatever stands before it
    return WINDOWS.get(words, "") or (text if exists(text) else "")


@lru_cache(maxsize=512)
def exists(name: str) -> bool:
    """Tell whether this is an IANA zone."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}", name):
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _by_offsets(block: Component) -> str:
    """Return a zone with the offsets of a block: its latest winter and summer."""
    found: dict[str, tuple[str, int]] = {}
    for part in block.parts:
        said = re.fullmatch(r"([+-]?)(\d\d):?(\d\d)(?::?\d\d)?", part.text("TZOFFSETTO"))
        if said is not None:
            minutes = (int(said[2]) * 60 + int(said[3])) * (-1 if said[1] == "-" else 1)
            begun = part.text("DTSTART")
            if begun >= found.get(part.name, ("", 0))[0]:
                found[part.name] = (begun, minutes)
    winter = found.get("STANDARD", found.get("DAYLIGHT"))
    if winter is None:
        return ""
    summer = found.get("DAYLIGHT", winter)
    return _BY_OFFSETS.get((winter[1], summer[1]), "") or (_fixed(winter[1]) if winter == summer else "")


def _in_brackets(name: str) -> str:
    """Return the zone of "(UTC+01:00) Amsterdam, Berlin, Bern" and of a bare offset."""
    for place in ("Berlin", "Vienna", "Zurich", "Paris", "London", "Rome"):
        if place in name:
            return f"Europe/{place}"
    said = _OFFSET.search(name)
    if said is None:
        return ""
    return _fixed((int(said[2]) * 60 + int(said[3] or 0)) * (-1 if said[1] == "-" else 1))


def _fixed(minutes: int) -> str:
    """Return the zone of a whole number of hours that never changes; Etc counts the other way round."""
    if minutes % 60 or not -12 <= minutes // 60 <= 14:
        return ""
    return f"Etc/GMT{-minutes // 60:+d}" if minutes else "UTC"
