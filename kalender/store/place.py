# SPDX-License-Identifier: EUPL-1.2
"""Where a plan lies: its folder, its lock, and whether a file there is one of ours before SQLite touches it."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from kalender.domain.refusal import RefusalKind, Refused

JOURNAL = 1
"""Version of the journal's tables, kept as user_version; a file with a higher one is refused."""

APPLICATION = 0x4B616C65
"""application_id of a plan file: the letters Kale."""

PLAN = "plan.kalender"
PICTURES = "pictures"
LOCK = "plan.lock"

_MAGIC = b"SQLite format 3\x00"
_LAYOUT = b"\x01\x01\x00\x40\x20\x20"
"""Rollback journal, nothing kept back on a page, and three numbers that SQLite never writes otherwise."""

_SYNCED_NAMES = ("nextcloud", "owncloud", "onedrive", "dropbox", "google drive", "googledrive", "icloud", "seafile",
                 "magentacloud", "hidrive", "syncthing", "pcloud", "mega", "clouddocs")  # fmt: skip
_SYNC_MARKS = (".sync_journal.db", ".stfolder", ".dropbox", ".dropbox.cache", ".owncloudsync.log",
               ".nextcloudsync.log", ".sync-exclude.lst")  # fmt: skip
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "davfs", "fuse.sshfs", "fuse.davfs2", "9p", "afs",
                      "fuse.rclone", "fuse.gvfsd-fuse", "webdav", "afpfs", "ncpfs", "glusterfs", "ceph"})  # fmt: skip


def synced(folder: Path, mounts: str | None = None) -> bool:
    """Tell whether a folder is synchronised or on the network, where SQLite's locks and renames do not hold.

    mounts: the text of /proc/mounts; None reads it where there is one.
    """
    text = str(folder)
    if text.startswith(("\\\\", "//")):
        return True
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - a link into a synced folder is judged by its target below
    for path in (folder, Path(os.path.realpath(folder))):
        steps = [step.casefold() for step in path.parts]
        if any(_is_sync_name(step) for step in steps):
            return True
        if any((parent / mark).exists() for parent in (path, *path.parents) for mark in _SYNC_MARKS):
            return True
        if _on_network(path, mounts):
            return True
    return False


def _is_sync_name(step: str) -> bool:
    """Tell whether a folder's name is that of a sync client, alone or followed by an account (OneDrive - Stadt)."""
    return any(
        step == name or (step.startswith(name) and step[len(name)] in " -_.(0123456789")
        for name in _SYNCED_NAMES
    )


def _on_network(path: Path, mounts: str | None) -> bool:
    if mounts is None:
        if sys.platform == "win32":
            return _on_network_drive(path)
        try:
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        inside = str(path) == point or str(path).startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind in _NETWORK


def _on_network_drive(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        remote = 4
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == remote)
    return False


def writable(folder: Path) -> bool:
    """Tell whether the plan of a folder can be written: its file, and new files beside it."""
    return os.access(folder / PLAN, os.W_OK) and takes_files(folder)


def takes_files(folder: Path) -> bool:
    """Tell whether a folder that is there takes a new file; it is tried."""
    probe = folder / f"~{os.urandom(6).hex()}.part"
    try:
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError:
        return False
    return True


def inspect(file: Path, *, newer: bool = False) -> None:
    """Look at the first bytes of a plan file; raises Refused for what must not be opened. Nothing is written.

    newer: let a plan of a newer program pass, to be read.
    """
    facts = {"path": str(file)}
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            head = stream.read(100)
    except FileNotFoundError as error:
        raise Refused(RefusalKind.PLAN_MISSING, **facts) from error
    except OSError as error:
        raise Refused(RefusalKind.FILE_UNREADABLE, **facts) from error
    if not head.startswith(_MAGIC):
        raise Refused(
            RefusalKind.PLAN_DAMAGED if not head.strip(b"\0") else RefusalKind.PLAN_FOREIGN, **facts
        )
    if len(head) < 100:
        raise Refused(RefusalKind.PLAN_DAMAGED, **facts)
    if int.from_bytes(head[68:72], "big") != APPLICATION:
        raise Refused(RefusalKind.PLAN_FOREIGN, **facts)
    if int.from_bytes(head[60:64], "big") > JOURNAL and not newer:
        raise Refused(RefusalKind.PLAN_NEWER, **facts)
    if head[18:24] != _LAYOUT:
        raise Refused(RefusalKind.PLAN_DAMAGED, **facts)
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    pages = int.from_bytes(head[28:32], "big")
    if not interrupted(file) and (page < 512 or size != page * pages):
        raise Refused(RefusalKind.PLAN_DAMAGED, **facts)


def _journal(file: Path) -> Path:
    return file.with_name(file.name + "-journal")


def interrupted(file: Path) -> bool:
    """Tell whether a write was cut off: SQLite will take it back when it opens the file."""
    try:
        return _journal(file).stat().st_size > 0
    except OSError:
        return False


def tidy(file: Path) -> None:
    """Take away the empty file that SQLite leaves beside a plan."""
    if not interrupted(file):
        with contextlib.suppress(OSError):
            _journal(file).unlink(missing_ok=True)


class Lock:
    """The right to write to a plan: held by one process, given back by the system when that process dies."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise Refused(RefusalKind.PLAN_READ_ONLY, path=str(folder)) from error
        try:
            _take(self._file)
        except OSError as error:
            os.close(self._file)
            raise Refused(RefusalKind.PLAN_IN_USE, path=str(folder)) from error

    def release(self) -> None:
        """Let others write. The empty file stays: taking it away would race with whoever opens it."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def _take(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def changes(file: Path) -> int | None:
    """Return how often a file was changed, as SQLite counts in its header; None where it cannot be read."""
    try:
        with file.open("rb") as stream:
            stream.seek(24)
            return int.from_bytes(stream.read(4), "big")
    except OSError:
        return None


def identity(file: Path) -> tuple[int, int] | None:
    """Return what tells a file from another put in its place; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def put_in_place(draft: Path, file: Path, *, tries: int = 30) -> None:
    """Give a finished file its name; on Windows a virus scanner may hold it for a moment (bounded: 3 s)."""
    for rest in range(tries if os.name == "nt" else 1, 0, -1):
        try:
            draft.replace(file)
            return
        except PermissionError:
            if rest == 1:
                raise
            time.sleep(0.1)


def sync_folders(paths: Iterable[Path]) -> None:
    """Make new names in folders durable, where the system can."""
    for path in paths:
        if sys.platform == "win32":
            continue
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
