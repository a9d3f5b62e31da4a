# SPDX-License-Identifier: EUPL-1.2
"""The time, injected: tests and samples bring their own."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the time."""

    def utc(self) -> datetime:
        """Return the aware time in UTC."""

    def local(self, zone: str) -> datetime:
        """Return the naive wall time of a zone."""


class SystemClock:
    """The clock of this computer."""

    def utc(self) -> datetime:
        """Return the aware time in UTC."""
        return datetime.now(UTC)

    def local(self, zone: str) -> datetime:
        """Return the naive wall time of a zone."""
        return self.utc().astimezone(ZoneInfo(zone)).replace(tzinfo=None)


class FixedClock:
    """A clock that stands still until it is set; given in local time of a zone."""

    def __init__(self, local: datetime, zone: str = "Europe/Berlin") -> None:
        self._zone = ZoneInfo(zone)
        self._now = local.replace(tzinfo=self._zone).astimezone(UTC)

    def set(self, local: datetime) -> None:
        """Move the hands to a local time."""
        self._now = local.replace(tzinfo=self._zone).astimezone(UTC)

    def utc(self) -> datetime:
        """Return the aware time in UTC."""
        return self._now

    def local(self, zone: str) -> datetime:
        """Return the naive wall time of a zone."""
        return self._now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
