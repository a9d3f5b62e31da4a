# SPDX-License-Identifier: EUPL-1.2
"""How backups lie in a backup place: one folder a plan, a snapshot and its manifest each, originals shared by all."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from kalender.store import place

SNAPSHOT, MANIFEST = ".kalender", ".json"
PICTURES = "pictures"

_PART = ".part"
_AT_ONCE = 1 << 20
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF, errno.EPERM}


class Hashes:
    """SHA-256 of files, remembered while size and time of change stay the same; for one sitting."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, int, str]] = {}

    def of(self, path: Path) -> str:
        """Return the hash of a file as 64 hex digits; raises OSError."""
        before = path.stat()
        known = self._known.get(str(path))
        if known is not None and known[:2] == (before.st_size, before.st_mtime_ns):
            return known[2]
        found = file_hash(path)
        self._known[str(path)] = (before.st_size, before.st_mtime_ns, found)
        return found

    def note(self, path: Path, sha256: str) -> None:
        """Remember a file that was written and read back just now; raises OSError."""
        now = path.stat()
        self._known[str(path)] = (now.st_size, now.st_mtime_ns, sha256)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file as 64 hex digits; raises OSError."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_AT_ONCE):
            found.update(piece)
    return found.hexdigest()


def folder_for(backups: Path, plan: str, town: str) -> Path:
    """Return the folder of a plan in a backup place: the one it has, or the one to be made, named after the town."""
    for found in folders_of(backups, plan):
        return found
    return backups / f"{_plain(town)}-{plan[:12]}"


def folders_of(backups: Path, plan: str | None = None) -> list[Path]:
    """Return the folders of a plan (None: of all plans) in a backup place, by name; none where it cannot be read."""
    try:
        found = sorted(item for item in backups.iterdir() if item.is_dir() and "-" in item.name)
    except OSError:
        return []
    return found if plan is None else [item for item in found if item.name.endswith(f"-{plan[:12]}")]


def _plain(town: str) -> str:
    """Return a name as part of a file name that every system takes."""
    letters = (
        sign if sign.isalnum() or sign in " -_" else " " for sign in unicodedata.normalize("NFC", town)
    )
    return " ".join("".join(letters).split())[:40].strip() or "Plan"


def snapshot_name(made_at: datetime, sha256: str) -> str:
    """Return the name of a snapshot without its ending; it sorts by time and tells the beginning of its hash."""
    return f"plan-{made_at:%Y-%m-%d-%H%M%S}-{sha256[:12]}"


def named_moment(stem: str) -> datetime | None:
    """Return when a backup was made as its name says it."""
    try:
        return datetime.strptime(stem[5:22], "%Y-%m-%d-%H%M%S")
    except ValueError:
        return None


def fits_name(stem: str, sha256: str) -> bool:
    """Tell whether a hash is the one that a name tells the beginning of."""
    told = stem.rpartition("-")[2]
    return len(told) == 12 and sha256.startswith(told)


def stems(folder: Path) -> list[str]:
    """Return the names of all backups in the folder of a plan, whole or not, the newest first; raises OSError."""
    found = {
        item.stem
        for item in folder.iterdir()
        if item.suffix in {SNAPSHOT, MANIFEST} and item.name.startswith("plan-")
    }
    return sorted(found, reverse=True)


class SourceAltered(OSError):  # noqa: N818 - says what happened, as Refused does
    """What is to be copied is not what its name says, or cannot be read; nothing is wrong with the place."""


def put_file(source: Path, target: Path, sha256: str) -> None:
    """Copy a file beside its final name, sync it, read it back and give it its name.

    The folder must be there. Nothing is ever seen under the final name but exactly the bytes of this hash. Raises
    SourceAltered where the source has others, else OSError.
    """
    part = _part(target)
    read = hashlib.sha256()
    try:
        with _source(source) as old, part.open("xb") as new:
            while piece := _piece(old):
                read.update(piece)
                new.write(piece)
            if read.hexdigest() != sha256:
                raise SourceAltered(errno.EIO, "not the bytes that were expected", str(source))
            _settle(new)
        _accept(part, target, sha256)
    finally:
        _drop(part)


def put_bytes(body: bytes, target: Path) -> None:
    """Write bytes in the same way."""
    part = _part(target)
    try:
        with part.open("xb") as new:
            new.write(body)
            _settle(new)
        _accept(part, target, hashlib.sha256(body).hexdigest())
    finally:
        _drop(part)


def _source(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise SourceAltered(error.errno, error.strerror, str(path)) from error


def _piece(stream: BinaryIO) -> bytes:
    try:
        return stream.read(_AT_ONCE)
    except OSError as error:
        raise SourceAltered(error.errno, error.strerror, stream.name) from error


def _settle(stream: BinaryIO) -> None:
    """Bring everything written onto the medium, and let what is read next come from there where the system can."""
    stream.flush()
    os.fsync(stream.fileno())
    if sys.platform == "linux":
        with suppress(OSError):
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _part(target: Path) -> Path:
    return target.with_name(f"~{os.urandom(8).hex()}{_PART}")


def _accept(part: Path, target: Path, sha256: str) -> None:
    if file_hash(part) != sha256:
        raise OSError(errno.EIO, "the copy is not what was written", str(target))
    place.put_in_place(part, target)
    settle_names([target.parent, target.parent.parent])  # the folder itself may be as new as the file


def _drop(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def settle_names(folders: Iterable[Path]) -> None:
    """Make new names durable, where the file system knows how: some network shares do not."""
    for folder in folders:
        try:
            place.sync_folders([folder])
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise


def tidy(folder: Path, age: float = 86_400.0) -> None:
    """Take away what a run that was killed left behind. age: seconds it has lain there."""
    before = time.time() - age
    for path in _strays(folder):
        with suppress(OSError):
            if path.stat().st_mtime <= before:
                path.unlink()


def _strays(folder: Path) -> Iterator[Path]:
    for where in (folder, folder / PICTURES):
        with suppress(OSError):
            yield from where.glob(f"~*{_PART}")
