# SPDX-License-Identifier: EUPL-1.2
"""What is the matter with a plan that cannot be opened: how it looks from outside, and what can be read of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from kalender.domain.frozen import frozen
from kalender.domain.refusal import RefusalKind, Refused
from kalender.media.shelf import Shelf
from kalender.services.ports import PictureWorker, WorkerDied
from kalender.services.rescue.ports import Progress
from kalender.store import place
from kalender.store.backup.folders import file_hash
from kalender.store.backup.info import BackupInfo
from kalender.store.salvage.salvage import Found, look

SECONDS_LEAST, SECONDS_PER_MB = 20.0, 1.0
"""How long reading a damaged file may take."""


class Trouble(StrEnum):
    """Why a plan cannot be opened normally."""

    DAMAGED = "damaged"
    CUT_OFF = "cut_off"
    EMPTY = "empty"
    FOREIGN = "foreign"
    NEWER = "newer"
    SYNCED = "synced"
    IN_USE = "in_use"
    UNREADABLE = "unreadable"


_TROUBLES = {
    RefusalKind.PLAN_DAMAGED: Trouble.DAMAGED,
    RefusalKind.PLAN_FOREIGN: Trouble.FOREIGN,
    RefusalKind.PLAN_NEWER: Trouble.NEWER,
    RefusalKind.PLAN_IN_SYNCED_FOLDER: Trouble.SYNCED,
    RefusalKind.PLAN_IN_USE: Trouble.IN_USE,
    RefusalKind.FILE_UNREADABLE: Trouble.UNREADABLE,
    RefusalKind.PLAN_UNREADABLE: Trouble.UNREADABLE,
    RefusalKind.PLAN_BUSY: Trouble.IN_USE,
}

READ = frozenset({Trouble.DAMAGED, Trouble.CUT_OFF, Trouble.EMPTY, Trouble.FOREIGN, Trouble.UNREADABLE})
"""Troubles in which it is looked into the file; in the others the plan is whole as far as anyone knows."""


@frozen
class Inspection:
    """What was found out about a plan without changing a byte of it.

    size and expected in bytes, expected: as its own head tells (0 where it does not); changed: when it was written last.
    moved_to: where a note says that it went; target: a good place for it to
    move to. sha256: of the plan file, to compare with later. found: what can be read of it, None where nobody looked; unread: the
    search did not come to its end. pictures: how many originals lie there; spoilt: names of those with other bytes.
    """

    folder: Path
    trouble: Trouble
    size: int = 0
    expected: int = 0
    changed: datetime | None = None
    sha256: str = ""
    found: Found | None = None
    unread: bool = False
    pictures: int = 0
    spoilt: tuple[str, ...] = ()
    backups: tuple[BackupInfo, ...] = ()
    moved_to: Path | None = None
    target: Path | None = None

    @property
    def readable(self) -> int:
        """How many changesets can be had, those that wait for lost ones too."""
        return len(self.found.taken) + len(self.found.waiting) if self.found is not None else 0


def trouble_of(refusal: Refused, folder: Path) -> Trouble | None:
    """Return what a refusal to open a plan means for its rescue, None where there is nothing to rescue."""
    trouble = _TROUBLES.get(refusal.kind)
    if trouble is not Trouble.DAMAGED:
        return trouble
    size, expected = sizes(folder / place.PLAN)
    if size == 0:
        return Trouble.EMPTY
    return Trouble.CUT_OFF if 0 < size < expected else Trouble.DAMAGED


def sizes(file: Path) -> tuple[int, int]:
    """Return how many bytes a plan file has, and how many its head says it should have (0 where it says nothing)."""
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            head = stream.read(100)
    except OSError:
        return -1, 0
    if len(head) < 32 or not head.startswith(b"SQLite format 3\0"):
        return size, 0
    page = int.from_bytes(head[16:18], "big")
    return size, (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big")


def patience(size: int) -> float:
    """Return how many seconds reading a file of so many bytes may take."""
    return SECONDS_LEAST + SECONDS_PER_MB * max(0, size) / 1e6


def search(file: Path, plans: tuple[str, ...], seconds: float) -> Found:
    """Look into a damaged file; runs in a child process."""
    return look(file, plans=plans, seconds=seconds)


def looked_into(file: Path, plans: Sequence[str], worker: PictureWorker) -> Found | None:
    """Return what can be read of a file; None where it brought the search down or cannot be read at all."""
    seconds = patience(sizes(file)[0])
    try:
        return worker.call(search, file, tuple(plans), seconds, timeout=2 * seconds + 10)
    except (WorkerDied, Refused, OSError, RuntimeError):
        return None


def spoilt_pictures(shelf: Shelf, progress: Progress) -> tuple[int, tuple[str, ...]]:
    """Return how many originals there are, and the names of those whose bytes are not those of their name."""
    try:
        files = list(shelf.files())
    except OSError:
        return 0, ()
    bad = []
    for number, path in enumerate(files):
        progress(number, len(files))
        try:
            good = file_hash(path) == path.stem
        except OSError:
            good = False
        if not good:
            bad.append(path.name)
    progress(len(files), len(files))
    return len(files), tuple(bad)
