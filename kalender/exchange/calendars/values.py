# SPDX-License-Identifier: EUPL-1.2
"""Dates, times and durations of ICS, written well or nearly so."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from kalender.domain.frozen import frozen

_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]00:?00)?)?"
)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?",
    re.IGNORECASE,
)


class NoValue(ValueError):  # noqa: N818 - what the words are, in plain words
    """The words hold no moment or duration that exists."""


@frozen
class Moment:
    """A day, or a wall time. utc: it is said in UTC."""

    at: datetime
    all_day: bool = False
    utc: bool = False


def moment_of(text: str, *, as_day: bool = False) -> Moment:
    """Return what a value such as 20261204T180000Z says; as_day: only its day counts. Raises NoValue."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise NoValue(text)
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None or as_day:
            return Moment(at=datetime.combine(day, time()), all_day=True)
        hour = int(found[4])
        at = datetime.combine(day, time(hour % 24, int(found[5]), 0))
        return Moment(at=at + timedelta(days=hour == 24), utc=bool(found[7]))
    except (ValueError, OverflowError) as error:
        raise NoValue(text) from error


def duration_of(text: str) -> timedelta:
    """Return a duration such as PT1H30M or P2D; a negative one is none. Raises NoValue."""
    found = _DURATION.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        raise NoValue(text)
    weeks, days, hours, minutes, seconds = (int(item or 0) for item in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return timedelta(0) if found[1] == "-" else length
