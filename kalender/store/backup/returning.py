# SPDX-License-Identifier: EUPL-1.2
"""Putting a snapshot where a plan belongs: the damaged or older file is kept beside it under a telling name."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kalender.domain.refusal import RefusalKind, Refused
from kalender.store import place
from kalender.store.backup import folders
from kalender.store.connection import Connection, worded_os_error
from kalender.store.journal import Journal


def return_snapshot(snapshot: Path, sha256: str, folder: Path, device: str, now: datetime) -> Path | None:
    """Make a snapshot the plan of a folder that nobody has open; return where its former plan file is kept.

    The plan gets a new device id, for it is a copy of one that may live on. A kill at any moment leaves the old file,
    or the new one, or the old one under its telling name. Raises Refused DISK_FULL, WRITE_FAILED, PLAN_DAMAGED.
    """
    file = folder / place.PLAN
    part = folder / f"~{place.PLAN}.part"
    try:
        part.unlink(missing_ok=True)
        folders.put_file(snapshot, part, sha256)
        _adopt(part, device)
        kept = _set_aside(file, now)
        place.put_in_place(part, file)
        folders.settle_names([folder, folder.parent])
    except OSError as error:
        raise worded_os_error(error, folder) from error
    return kept


def _adopt(part: Path, device: str) -> None:
    place.inspect(part)
    on = Connection(part)
    try:
        on.for_writing()
        journal = Journal(on)
        with on.transaction():
            if not journal.fact("plan"):
                raise Refused(RefusalKind.PLAN_DAMAGED, path=str(part))
            journal.set_device(device)
    finally:
        on.close()
        place.tidy(part)


def _set_aside(file: Path, now: datetime) -> Path | None:
    """Give the former plan file, and the journal of a write that was cut off, a name of their own.

    The journal goes first where the file is gone already: it must never meet another file.
    """
    journal = file.with_name(f"{file.name}-journal")
    aside = _free(file.with_name(f"plan-vor-der-Wiederherstellung-{now:%Y-%m-%d-%H%M%S}{folders.SNAPSHOT}"))
    kept = None
    if file.exists():
        place.put_in_place(file, aside)
        kept = aside
    if journal.exists():
        place.put_in_place(journal, aside.with_name(f"{aside.name}-journal"))
    return kept


def _free(wanted: Path) -> Path:
    """Return a name that no file has."""
    number, found = 2, wanted
    while found.exists():
        found = wanted.with_stem(f"{wanted.stem}-{number}")
        number += 1
    return found
