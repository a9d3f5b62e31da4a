# SPDX-License-Identifier: EUPL-1.2
"""What lies in the backup places, read and verified: nothing damaged is hidden, nothing is called sound unread."""

from __future__ import annotations

import errno
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kalender.domain.refusal import RefusalKind, Refused
from kalender.store.backup import folders
from kalender.store.backup.folders import Hashes
from kalender.store.backup.info import (
    BackupInfo,
    BadManifest,
    Damage,
    Manifest,
    PictureFile,
    Reason,
    listed,
    read_manifest,
)
from kalender.store.backup.inside import Snapshot

Progress = Callable[[int, int], None]
"""Hears how much of how much is done; raises to cancel."""

SCRATCH = "kalender-backup-"
"""How the folders begin in which snapshots are made and read on this computer."""

_DAY = 86_400.0
_AT_ONCE = 1 << 20


def quiet(_done: int, _of: int) -> None:
    """Hear of progress and do nothing."""


def reachable(backups: Path) -> bool:
    """Tell whether a backup place is there: a stick may be pulled, a share away."""
    try:
        return backups.is_dir()
    except OSError:
        return False


def list_backups(
    places: Sequence[Path],
    plan: str | None = None,
    *,
    hashes: Hashes | None = None,
    progress: Progress = quiet,
) -> list[BackupInfo]:
    """Return the backups of a plan (None: of all plans) in some places, the newest first, each one read and compared.

    hashes: what has been read in this sitting and has not changed since. A place that is away has none. Never raises
    for what lies there; progress may raise to cancel.
    """
    look = _Look(hashes or Hashes())
    todo = [
        (backups, folder, stem)
        for backups in places
        for folder in folders.folders_of(backups, plan)
        for stem in _stems(folder)
    ]
    found: dict[Path, BackupInfo] = {}
    for number, (backups, folder, stem) in enumerate(todo):
        progress(number, len(todo))
        info = look.at(backups, folder, stem)
        if plan is None or info.plan in {plan, ""}:
            found.setdefault(info.path, info)
    progress(len(todo), len(todo))
    # two of one second: the later one knows more
    return sorted(
        found.values(), key=lambda item: (item.made_at, item.changesets, item.path.name), reverse=True
    )


def _stems(folder: Path) -> list[str]:
    try:
        return folders.stems(folder)
    except OSError:
        return []


def find_backup(path: Path, hashes: Hashes | None = None) -> BackupInfo:
    """Return the backup that a file is the snapshot or the manifest of; raises Refused BACKUP_UNKNOWN."""
    snapshot = path.absolute().with_suffix(folders.SNAPSHOT)
    if not (path.name.startswith("plan-") and (path.exists() or snapshot.exists())):
        raise Refused(RefusalKind.BACKUP_UNKNOWN, name=str(path))
    return look_at(snapshot.parent.parent, snapshot, hashes)


def look_at(backups: Path, snapshot: Path, hashes: Hashes | None = None) -> BackupInfo:
    """Return the backup whose snapshot has this path as it is now; never raises."""
    return _Look(hashes or Hashes()).at(backups, snapshot.parent, snapshot.stem)


@dataclass(frozen=True, slots=True)
class _Held:
    """The state of the snapshot file. sha256: "" where it could not be read."""

    damage: Damage
    size: int = 0
    sha256: str = ""


class _Look:
    """One look at backups; originals that several of them share are looked at once."""

    def __init__(self, hashes: Hashes) -> None:
        self._hashes = hashes
        self._pictures: dict[Path, Damage] = {}

    def at(self, backups: Path, folder: Path, stem: str) -> BackupInfo:
        path = folder / f"{stem}{folders.SNAPSHOT}"
        manifest, trouble = _manifest(folder / f"{stem}{folders.MANIFEST}")
        held = self._snapshot(path, manifest)
        if manifest is None and trouble is not Damage.NEWER and folders.fits_name(stem, held.sha256):
            manifest = from_snapshot(path, held.sha256, stem)
        if manifest is None:
            return _unknown(
                backups, path, held.damage if held.damage is not Damage.NONE else trouble, held.size
            )
        damage = held.damage if held.damage is not Damage.NONE else trouble
        lost, worst = self._lost(folder, manifest.pictures)
        return replace(
            listed(manifest, path, backups),
            size=held.size + sum(item.size for item in manifest.pictures),
            sha256=held.sha256,
            damaged=damage if damage is not Damage.NONE else worst,
            lost=tuple(lost),
        )

    def _snapshot(self, path: Path, manifest: Manifest | None) -> _Held:
        try:
            size = path.stat().st_size
            if size == 0:
                return _Held(Damage.SNAPSHOT_EMPTY)
            sha256 = self._hashes.of(path)
        except FileNotFoundError:
            return _Held(Damage.SNAPSHOT_MISSING)
        except OSError:
            return _Held(Damage.UNREADABLE)
        expected = manifest.snapshot_sha256 if manifest is not None else None
        sound = sha256 == expected if expected is not None else folders.fits_name(path.stem, sha256)
        return _Held(Damage.NONE if sound else Damage.SNAPSHOT_ALTERED, size, sha256)

    def _lost(self, folder: Path, pictures: Sequence[PictureFile]) -> tuple[list[str], Damage]:
        lost, worst = [], Damage.NONE
        for item in pictures:
            if not item.size:
                continue
            damage = self._picture(folder, item)
            if damage is not Damage.NONE:
                lost.append(f"{item.sha256}.{item.suffix}")
                if worst is not Damage.PICTURES_MISSING:
                    worst = damage
        return lost, worst

    def _picture(self, folder: Path, item: PictureFile) -> Damage:
        path = original(folder, item)
        known = self._pictures.get(path)
        if known is None:
            known = self._pictures[path] = self._picture_now(path, item)
        return known

    def _picture_now(self, path: Path, item: PictureFile) -> Damage:
        try:
            if path.stat().st_size != item.size or self._hashes.of(path) != item.sha256:
                return Damage.PICTURES_ALTERED
        except OSError:
            return Damage.PICTURES_MISSING
        return Damage.NONE


def original(folder: Path, item: PictureFile) -> Path:
    """Return where an original lies in the folder of a plan, or of its backups."""
    return folder / folders.PICTURES / item.sha256[:2] / f"{item.sha256}.{item.suffix}"


def _manifest(path: Path) -> tuple[Manifest | None, Damage]:
    try:
        return read_manifest(path.read_bytes()), Damage.NONE
    except FileNotFoundError:
        return None, Damage.UNFINISHED
    except OSError:
        return None, Damage.UNREADABLE
    except BadManifest as error:
        return None, Damage.NEWER if error.newer else Damage.MANIFEST


def from_snapshot(path: Path, sha256: str, stem: str) -> Manifest | None:
    """Return what a manifest that is lost must have said, from the snapshot itself; None where it cannot be read."""
    try:
        with scratch_copy(path, sha256) as copy, Snapshot(copy) as inside:
            inside.check()
            held = tuple(_sized(path.parent, item) for item in inside.pictures())
            return Manifest(
                plan=inside.plan,
                device=inside.device,
                town=inside.town(),
                reason=Reason.UNKNOWN,
                made_at=folders.named_moment(stem) or datetime.min,
                changesets=inside.changesets(),
                newest=inside.newest(),
                posts=inside.posts(),
                pictures=held,
                snapshot_size=copy.stat().st_size,
                snapshot_sha256=sha256,
            )
    except (Refused, OSError):
        return None


def _sized(folder: Path, item: PictureFile) -> PictureFile:
    try:
        return PictureFile(item.sha256, item.suffix, original(folder, item).stat().st_size)
    except OSError:
        return item


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder of this computer that is gone afterwards; those of programs that were killed go a day later.

    Raises Refused BACKUP_NO_SPACE or BACKUP_FAILED where this computer has no room for it.
    """
    before = time.time() - _DAY
    with suppress(OSError):
        for left in Path(tempfile.gettempdir()).glob(f"{SCRATCH}*"):
            with suppress(OSError):
                if left.stat().st_mtime <= before:
                    shutil.rmtree(left, ignore_errors=True)
    try:
        made = Path(tempfile.mkdtemp(prefix=SCRATCH))
    except OSError as error:
        raise no_room(error) from error
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def no_room(error: OSError) -> Refused:
    """Return the refusal for a folder of this computer that takes no copy; nothing is wrong with the backup."""
    here = tempfile.gettempdir()
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}:
        return Refused(RefusalKind.BACKUP_NO_SPACE, path=here)
    return Refused(RefusalKind.BACKUP_FAILED, path=here, detail=error.strerror or type(error).__name__)


@contextmanager
def scratch_copy(path: Path, sha256: str) -> Iterator[Path]:
    """Give a copy of a snapshot on this computer, with exactly the bytes that were asked for.

    Raises Refused BACKUP_DAMAGED where it has others, OSError where it cannot be read.
    """
    with scratch() as folder, path.open("rb") as whole:
        copy = folder / "snapshot.kalender"
        try:
            new = copy.open("xb")
        except OSError as error:
            raise no_room(error) from error
        with new:
            while piece := whole.read(_AT_ONCE):
                try:
                    new.write(piece)
                    new.flush()
                except OSError as error:
                    raise no_room(error) from error
        if folders.file_hash(copy) != sha256:
            raise Refused(RefusalKind.BACKUP_DAMAGED, path=str(path), damage=Damage.SNAPSHOT_ALTERED.value)
        yield copy


def _unknown(backups: Path, path: Path, damage: Damage, size: int) -> BackupInfo:
    """Return what can be said of a backup that tells nothing itself."""
    return BackupInfo(
        path=path,
        place=backups,
        plan="",
        device="",
        town="",
        reason=Reason.UNKNOWN,
        made_at=folders.named_moment(path.stem) or datetime.min,
        changesets=0,
        newest="",
        posts=0,
        pictures=0,
        size=size,
        sha256="",
        damaged=damage,
    )
