# SPDX-License-Identifier: EUPL-1.2
"""What taking a calendar in would do, and what it did: plain values."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from kalender.domain.days.entries import LayerKind
from kalender.domain.frozen import frozen
from kalender.exchange.calendars.found import BadEntry, Doubtful, FoundEntry


class Outcome(StrEnum):
    """What happens with an entry. LEFT_OUT: it was removed here, and stays so."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    LEFT_OUT = "left_out"


@frozen
class EntryPreview:
    """An entry, the id it has in the layer, and what would happen with it."""

    found: FoundEntry
    id: str
    outcome: Outcome


@frozen
class CalendarPreview:
    """What taking a file in would do. layer: id of the layer it belongs to; new: that is yet to be made.

    cancelled: ids of entries that were called off. missing: ids of entries of the layer that the file no longer holds.
    """

    path: Path
    layer: str
    new: bool
    name: str
    kind: LayerKind
    source: str
    entries: tuple[EntryPreview, ...]
    bad: tuple[BadEntry, ...] = ()
    doubts: tuple[Doubtful, ...] = ()
    cancelled: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """Return how many entries have this outcome."""
        return sum(1 for item in self.entries if item.outcome is outcome)


@frozen
class CalendarReport:
    """What taking a file in did: numbers of entries, and what was not taken."""

    path: Path
    layer: str
    name: str
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    left_out: int = 0
    removed: int = 0
    bad: tuple[BadEntry, ...] = ()
    doubts: tuple[Doubtful, ...] = ()
