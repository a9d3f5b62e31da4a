# SPDX-License-Identifier: EUPL-1.2
"""How long to wait before the disk is asked again to take what it did not."""

from __future__ import annotations

SOONEST, LATEST = 500, 10_000
"""Milliseconds until the first attempt, and between attempts at most."""


class Patience:
    """Waits twice as long each time, up to a limit, and begins anew when the trouble is over."""

    def __init__(self) -> None:
        self._wait = SOONEST

    def next(self) -> int:
        """Return how many milliseconds to wait this time."""
        wait, self._wait = self._wait, min(2 * self._wait, LATEST)
        return wait

    def over(self) -> None:
        """The disk has taken everything."""
        self._wait = SOONEST
