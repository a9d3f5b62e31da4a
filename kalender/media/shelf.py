# SPDX-License-Identifier: EUPL-1.2
"""Where originals lie: named by the hash of their bytes, written so that a name never holds a half file."""

from __future__ import annotations

import errno
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from kalender.media.kinds import Unreadable, UnreadablePicture

CHUNK = 1 << 20
PART = ".part"
"""Suffix of files that are being written; what bears it after a crash may go."""

SMALL = 512
"""Longest side in px of the small pictures that lists and previews show."""

_SHARING_VIOLATIONS = {5, 32, 33}
_PATIENCE = 3.0
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Condition(StrEnum):
    """How an original lies on the disk."""

    WHOLE = "whole"
    MISSING = "missing"
    EMPTY = "empty"
    ALTERED = "altered"


_Stamp = tuple[int, int, int]
"""Size, time of the last change and number of a file: another stamp means that it must be read again."""


class Shelf:
    """The folder of originals of a plan, and the cache of small pictures of this computer.

    folder: <plan>/pictures; a file is <2 hex>/<sha256>.<suffix>. cache: any folder that may be emptied at any time.
    """

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.cache = cache
        self._read: dict[Path, tuple[_Stamp, Condition]] = {}

    def path(self, sha256: str, suffix: str) -> Path:
        """Return where an original lies, whether it is there or not; never a place outside the shelf."""
        if not (sha256.isalnum() and suffix.isalnum()):
            return self.folder / "unknown" / "unknown"
        return self.folder / sha256[:2] / f"{sha256}.{suffix}"

    def has(self, sha256: str, suffix: str) -> bool:
        """Tell whether an original is there with some content; verify() reads it."""
        try:
            return self.path(sha256, suffix).stat().st_size > 0
        except OSError:
            return False

    def condition(self, sha256: str, suffix: str, length: int = 0) -> Condition:
        """Look at an original without reading it, and remember what examine() found where it was not touched since.

        length: bytes it had when it was taken in; 0 where nobody knows.
        """
        path = self.path(sha256, suffix)
        try:
            stamp = _stamp(path)
        except OSError:
            return Condition.MISSING
        if not stamp[0]:
            return Condition.EMPTY
        if length and stamp[0] != length:
            return Condition.ALTERED
        known = self._read.get(path)
        return known[1] if known is not None and known[0] == stamp else Condition.WHOLE

    def examine(self, sha256: str, suffix: str) -> Condition:
        """Read an original to its end and tell how it lies there; from any thread."""
        path = self.path(sha256, suffix)
        try:
            stamp = _stamp(path)
            if not stamp[0]:
                return Condition.EMPTY
            found = Condition.WHOLE if file_hash(path) == sha256 else Condition.ALTERED
        except OSError:
            return Condition.MISSING
        self._read[path] = (stamp, found)
        return found

    def examined(self, sha256: str, suffix: str) -> bool:
        """Tell whether examine() has read an original as it is now."""
        path = self.path(sha256, suffix)
        try:
            return path in self._read and self._read[path][0] == _stamp(path)
        except OSError:
            return False

    def verify(self, sha256: str, suffix: str) -> bool:
        """Tell whether an original is there with exactly its bytes."""
        return self.examine(sha256, suffix) is Condition.WHOLE

    def small(self, sha256: str, longest: int) -> Path:
        """Return where the small picture of an original lies, whether it is made yet or not."""
        return self.cache / sha256[:2] / f"{sha256}-{longest}.jpg"

    def files(self) -> Iterator[Path]:
        """Return all originals on the shelf, by name."""
        if self.folder.is_dir():
            yield from (
                path for path in sorted(self.folder.glob("*/*")) if path.is_file() and path.suffix != PART
            )

    def tidy(self, age: float = 86_400.0) -> int:
        """Remove what an import that was killed left behind; return how many files. age: seconds it has lain there."""
        before = time.time() - age
        gone = 0
        with suppress(OSError):
            for path in self.folder.glob(f"~*{PART}"):
                with suppress(OSError):
                    if path.stat().st_mtime <= before:
                        path.unlink()
                        gone += 1
        return gone


def _stamp(path: Path) -> _Stamp:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file as 64 hex digits; raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@contextmanager
def brought(source: Path, folder: Path) -> Iterator[tuple[Path, str]]:
    """Copy a file under a temporary name beside the shelf; give the copy and the hash of its bytes.

    The copy is synced to the disk and its hash read back. It is gone afterwards unless put_on_shelf() took it.
    Raises UnreadablePicture NO_SPACE or MISSING.
    """
    part = folder / f"~{os.urandom(8).hex()}{PART}"
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            sha256 = _copied(source, part)
        except OSError as error:
            raise _trouble(error) from error
        yield part, sha256
    finally:
        with suppress(OSError):  # what stays is tidied away later
            part.unlink(missing_ok=True)


def _copied(source: Path, part: Path) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as old, part.open("xb") as new:
        while chunk := old.read(CHUNK):
            digest.update(chunk)
            new.write(chunk)
        new.flush()
        os.fsync(new.fileno())
    sha256 = digest.hexdigest()
    if file_hash(part) != sha256:
        raise OSError(errno.EIO, "the copy is not what was read", str(part))
    return sha256


def put_on_shelf(part: Path, folder: Path, sha256: str, suffix: str) -> None:
    """Give a finished copy its final name; the same bytes are stored once, and a damaged twin is replaced.

    Raises UnreadablePicture NO_SPACE or MISSING.
    """
    target = folder / sha256[:2] / f"{sha256}.{suffix}"
    try:
        if not (target.exists() and file_hash(target) == sha256):
            target.parent.mkdir(parents=True, exist_ok=True)
            put_in_place(part, target)
        sync_folder(target.parent)  # of a twin too: whoever brought it may have been cut off before this
        sync_folder(folder)
    except OSError as error:
        raise _trouble(error) from error


def _trouble(error: OSError) -> UnreadablePicture:
    why = Unreadable.NO_SPACE if error.errno in _FULL else Unreadable.MISSING
    return UnreadablePicture(why, detail=error.strerror or str(error))


def put_in_place(part: Path, target: Path) -> None:
    """Rename a finished file over its final name; waits up to 3 s for a virus scanner that holds it on Windows."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            part.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _SHARING_VIOLATIONS or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system knows how."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
