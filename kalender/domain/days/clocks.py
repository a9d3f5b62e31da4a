# SPDX-License-Identifier: EUPL-1.2
"""What the clocks of a zone show: hours that are skipped, and days on which they are changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


def shown_by_clocks(moment: datetime, zone: str) -> datetime:
    """Return what the clocks of a zone show when a local time has come: the time itself, or an hour later where it is skipped.

    A time that comes twice is the first of the two. In a zone that nobody knows, and at the ends of all time, no time is skipped.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        place = ZoneInfo(zone)
        return moment.replace(tzinfo=place).astimezone(UTC).astimezone(place).replace(tzinfo=None)
    except (ZoneInfoNotFoundError, ValueError, OverflowError, OSError):
        return moment


def turned_on(day: date, zone: str) -> bool:
    """Tell whether the clocks of a zone are changed on a day, forwards or back; never where nobody knows the zone."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        place = ZoneInfo(zone)
        start = datetime(day.year, day.month, day.day, tzinfo=place)
        return start.utcoffset() != (start + timedelta(days=1)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OverflowError, OSError):
        return False
