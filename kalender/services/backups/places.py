# SPDX-License-Identifier: EUPL-1.2
"""Where the backups of a plan go: beside its folder by default, and to a second place of her choice."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from kalender.domain.frozen import frozen
from kalender.store.backup.folders import settle_names

FOLDER = "Sicherungen"
"""Name of the folder beside the plan."""


@frozen
class Places:
    """The backup places of a plan. beside: the first is the one beside the plan and is made where it is missing."""

    first: Path
    second: Path | None = None
    beside: bool = True

    @property
    def all(self) -> tuple[Path, ...]:
        """The places, each once."""
        if self.second is None or self.second == self.first:
            return (self.first,)
        return (self.first, self.second)

    def ready(self) -> None:
        """Make the folder beside the plan; a stick or a share is never made up. Raises OSError."""
        if self.beside:
            self.first.mkdir(parents=True, exist_ok=True)
            settle_names([self.first.parent])


class Found(StrEnum):
    """What a look at the second place came to."""

    GOOD = "good"
    AWAY = "away"
    SAME_DISK = "same_disk"


def look(plan: Path, second: Path | None) -> Found:
    """Look at the second place of the plan in a folder; a share that is away may take seconds to say so."""
    if second is None:
        return Found.GOOD
    try:
        there = second.stat()
        if not second.is_dir():
            return Found.AWAY
        return Found.SAME_DISK if there.st_dev == plan.stat().st_dev else Found.GOOD
    except OSError:
        return Found.AWAY


def backup_places(plan: Path, first: str = "", second: str = "") -> Places:
    """Return the backup places of the plan in a folder; first, second: as chosen on this computer, else empty."""
    return Places(
        first=Path(first) if first else Path(plan).absolute().parent / FOLDER,
        second=Path(second) if second else None,
        beside=not first,
    )
