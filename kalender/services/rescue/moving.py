# SPDX-License-Identifier: EUPL-1.2
"""Copies a plan to another place, file by file by its hash, under its final name only once everything is there."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.rescue.ports import Progress
from kalender.store import place
from kalender.store.backup.folders import file_hash, put_bytes, put_file, settle_names
from kalender.store.connection import worded_os_error

NOTES = ("LIESMICH.txt", "LIESMICH-Kalender.txt")
"""Left in the folder that a plan has moved out of; the second name where the first is somebody else's file."""

_NEW_PLACE = re.compile(r"^Neuer Ort: (.+)$", re.MULTILINE)


def new_place(name: str, homes: Sequence[Path]) -> Path:
    """Return a folder that does not exist yet, in the first of the homes that lies on this computer and takes files.

    Raises Refused PLAN_READ_ONLY where there is none.
    """
    for home in homes:
        if place.synced(home):
            continue
        with suppress(OSError):
            home.mkdir(parents=True, exist_ok=True)
        if place.takes_files(home):
            return free(home / name)
    raise Refused(RefusalKind.PLAN_READ_ONLY, path=str(homes[0] if homes else name))


def free(wanted: Path) -> Path:
    """Return a folder's name that nothing has, with a number where needed."""
    found, number = wanted, 2
    while found.exists() or part_of(found).exists():
        found, number = wanted.with_name(f"{wanted.name} {number}"), number + 1
    return found


def part_of(folder: Path) -> Path:
    """Return the name a folder has while it is being written."""
    return folder.with_name(f"~{folder.name}.part")


def copy_plan(folder: Path, to: Path, progress: Progress) -> int:
    """Copy everything of a plan's folder to a new one; return how many files. The old one is only read.

    Each file is compared by hash with what was read, and the plan file once more at the end. Until all is there the new
    folder has another name. Raises Refused PLAN_IN_USE, FOLDER_NOT_EMPTY, DISK_FULL, WRITE_FAILED, FILE_UNREADABLE.
    """
    if to.exists():
        raise Refused(RefusalKind.FOLDER_NOT_EMPTY, path=str(to))
    part = part_of(to)
    with _nobody_writes(folder):
        todo = list(_files(folder))
        try:
            _emptied(part)
            hashes = {}
            for number, path in enumerate(todo):
                progress(number, len(todo))
                hashes[path] = _copied(path, part / path.relative_to(folder))
            progress(len(todo), len(todo))
            for path in todo:
                if path.parent == folder and file_hash(path) != hashes[path]:
                    raise Refused(RefusalKind.PLAN_IN_USE, path=str(folder))
            place.put_in_place(part, to)
            settle_names([to, to.parent])
        except OSError as error:
            raise worded_os_error(error, to) from error
        finally:
            with suppress(OSError):
                shutil.rmtree(part)
    return len(todo)


def leave_note(folder: Path, text: str) -> bool:
    """Write into the old folder where the plan has gone; return False where the folder takes no file."""
    for name in NOTES:
        note = folder / name
        if note.exists() and _said_by(note) is None:
            continue
        try:
            put_bytes(text.encode("utf-8"), note)
        except OSError:
            return False
        return True
    return False


def noted_place(folder: Path) -> Path | None:
    """Return where a note in a folder says its plan has gone, if a plan is there."""
    for name in NOTES:
        target = _said_by(folder / name)
        if target is not None and (target / place.PLAN).is_file():
            return target
    return None


def _said_by(note: Path) -> Path | None:
    """Return the place that a note names; None for a file that is none of ours."""
    try:
        found = _NEW_PLACE.search(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return Path(found[1].strip()) if found else None


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a plan, the plan file first; nothing that is being written, and no links out of the folder."""
    file = folder / place.PLAN
    yield file
    for base, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(base) / name
            passing = name.startswith("~") or (path.parent == folder and _stays(path))
            if path != file and not passing and not path.is_symlink() and path.is_file():
                yield path


def _stays(path: Path) -> bool:
    """Tell whether a file in the folder of a plan says something of this place only."""
    return path.name == place.LOCK or (path.name in NOTES and _said_by(path) is not None)


def _copied(source: Path, target: Path) -> str:
    try:
        sha256 = file_hash(source)
    except OSError as error:
        raise Refused(RefusalKind.FILE_UNREADABLE, path=str(source)) from error
    target.parent.mkdir(parents=True, exist_ok=True)
    put_file(source, target, sha256)
    return sha256


def _emptied(part: Path) -> None:
    if part.exists():
        shutil.rmtree(part)
    part.mkdir(parents=True)


class _nobody_writes:  # noqa: N801 - read as a phrase: with _nobody_writes(folder)
    """Hold the right to write to a plan meanwhile, where its folder lets anybody."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: place.Lock | None = None

    def __enter__(self) -> None:
        try:
            self._lock = place.Lock(self._folder)
        except Refused as refusal:
            if refusal.kind is not RefusalKind.PLAN_READ_ONLY:
                raise

    def __exit__(self, *_error: object) -> None:
        if self._lock is not None:
            self._lock.release()
