# SPDX-License-Identifier: EUPL-1.2
"""Getting a plan back from a backup where there is none, or none that can be opened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from kalender.domain.frozen import frozen
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.backups.listing import Progress, original, quiet, scratch_copy
from kalender.store import place
from kalender.store.backup import folders
from kalender.store.backup.info import BackupInfo, Damage, PictureFile
from kalender.store.backup.inside import Snapshot
from kalender.store.backup.returning import return_snapshot
from kalender.store.connection import worded_os_error
from kalender.store.plan_file import new_id


@frozen
class Returned:
    """What came back. kept: where the former plan file lies now; missing: originals that could not be had."""

    folder: Path
    posts: int
    changesets: int
    pictures: int
    missing: tuple[str, ...]
    kept: Path | None


def restore_to(
    folder: Path,
    info: BackupInfo,
    progress: Progress = quiet,
    *,
    now: datetime | None = None,
    device: str = "",
    allow_synced: bool = False,
) -> Returned:
    """Make a backup the plan of a folder, new or holding a plan that is damaged; nobody may have it open.

    A plan file that lies there is kept beside under a telling name, byte for byte. Originals come first and only where
    they are missing or damaged. Raises Refused BACKUP_DAMAGED (nothing changed), PLAN_IN_USE, PLAN_IN_SYNCED_FOLDER,
    DISK_FULL, WRITE_FAILED, FILE_UNREADABLE.
    """
    if not info.whole:
        raise Refused(RefusalKind.BACKUP_DAMAGED, path=str(info.path), damage=info.damaged.value)
    if not allow_synced and place.synced(folder):
        raise Refused(RefusalKind.PLAN_IN_SYNCED_FOLDER, path=str(folder))
    try:
        with scratch_copy(info.path, info.sha256) as copy:
            with Snapshot(copy) as inside:
                inside.check()
                wanted = inside.pictures()
            lock = _locked(folder)
            try:
                missing = bring_pictures(info.path.parent, folder, wanted, progress)
                kept = return_snapshot(copy, info.sha256, folder, device or new_id(), now or datetime.now())
            finally:
                lock.release()
    except Refused as refusal:
        if refusal.kind is RefusalKind.PLAN_DAMAGED:
            raise Refused(
                RefusalKind.BACKUP_DAMAGED, path=str(info.path), damage=Damage.SNAPSHOT_ALTERED.value
            ) from refusal
        if refusal.kind is RefusalKind.PLAN_NEWER:
            raise Refused(RefusalKind.PLAN_NEWER, path=str(info.path)) from refusal
        raise
    except OSError as error:
        raise Refused(RefusalKind.FILE_UNREADABLE, path=str(info.path)) from error
    return Returned(
        folder=folder,
        posts=info.posts,
        changesets=info.changesets,
        pictures=len(wanted) - len(missing),
        missing=missing,
        kept=kept,
    )


def _locked(folder: Path) -> place.Lock:
    try:
        (folder / place.PICTURES).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise worded_os_error(error, folder) from error
    return place.Lock(folder)


def bring_pictures(
    backup: Path, folder: Path, wanted: Iterable[PictureFile], progress: Progress = quiet
) -> tuple[str, ...]:
    """Copy the originals that a plan lacks, or has damaged, from a backup; return the names of those it lacks as well.

    Raises Refused DISK_FULL or WRITE_FAILED of the plan's folder.
    """
    missing = []
    todo = list(wanted)
    for number, item in enumerate(todo):
        progress(number, len(todo))
        target = original(folder, item)
        if _is(target, item):
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.put_file(original(backup, item), target, item.sha256)
        except folders.SourceAltered:
            missing.append(target.name)
        except OSError as error:
            raise worded_os_error(error, folder) from error
    progress(len(todo), len(todo))
    return tuple(missing)


def _is(path: Path, item: PictureFile) -> bool:
    try:
        return folders.file_hash(path) == item.sha256
    except OSError:
        return False
