# SPDX-License-Identifier: EUPL-1.2
"""What the rescue asks of the rooms above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kalender.services.rescue.rescue import Rescued

Progress = Callable[[int, int], None]
"""Hears how much of how much is done; may raise to cancel."""


class Notes(Protocol):
    """The texts that are left beside a plan for people to read."""

    def report(self, rescued: Rescued) -> str:
        """Return what was saved, what is lost, and the readable rest."""

    def moved(self, old: str, new: str) -> str:
        """Return the note in a folder that a plan has left."""
