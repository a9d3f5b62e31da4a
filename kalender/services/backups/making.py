# SPDX-License-Identifier: EUPL-1.2
"""Making a backup: one consistent copy, checked whole, then brought to each place and read back there."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kalender.domain.frozen import frozen
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.backups.listing import Progress, original, quiet, reachable, scratch
from kalender.services.backups.thinning import sweep, thin_out
from kalender.store.backup import folders
from kalender.store.backup.folders import Hashes
from kalender.store.backup.info import BackupInfo, Manifest, PictureFile, Reason, listed, write_manifest
from kalender.store.backup.inside import Snapshot
from kalender.store.plan_file import PlanFile

_ROUNDS = 3


@frozen
class Outcome:
    """What came of a backup at one place: the backup, or why there is none. absent: originals the plan itself lacks."""

    place: Path
    info: BackupInfo | None = None
    refusal: Refused | None = None
    absent: tuple[str, ...] = ()


def make_backup(
    store: PlanFile,
    places: Sequence[Path],
    *,
    reason: Reason,
    now: datetime,
    hashes: Hashes | None = None,
    progress: Progress = quiet,
    spare: str = "",
) -> list[Outcome]:
    """Back a plan up at some places; a failure at one does not keep it from the others. From any thread.

    spare: name of a backup that may not make room, for it is needed right now.
    Raises Refused PLAN_DAMAGED where the plan's own history does not hold, BACKUP_NO_SPACE or BACKUP_FAILED where
    this computer has no room for the copy; progress may raise to cancel, and nothing half is left then.
    """
    with scratch() as folder:
        draft = folder / "snapshot.kalender"
        manifest = _copied(store, draft, reason, now, progress)
        bringing = _Bringing(
            plan=store.folder,
            draft=draft,
            manifest=manifest,
            hashes=hashes or Hashes(),
            now=now,
            progress=progress,
            spare=spare,
        )
        return [bringing.to(backups) for backups in places]


def _copied(store: PlanFile, draft: Path, reason: Reason, now: datetime, progress: Progress) -> Manifest:
    try:
        store.copy_journal(draft, progress)
        with Snapshot(draft) as inside:
            inside.check(progress)
            return Manifest(
                plan=inside.plan,
                device=inside.device,
                town=inside.town(),
                reason=reason,
                made_at=now.replace(microsecond=0),
                changesets=inside.changesets(),
                newest=inside.newest(),
                posts=inside.posts(),
                pictures=inside.pictures(),
                snapshot_size=draft.stat().st_size,
                snapshot_sha256=folders.file_hash(draft),
            )
    except Refused as refusal:
        here = Path(tempfile.gettempdir())
        if refusal.kind is RefusalKind.DISK_FULL:
            raise Refused(RefusalKind.BACKUP_NO_SPACE, path=str(here)) from refusal
        if refusal.kind is RefusalKind.PLAN_DAMAGED:
            raise Refused(RefusalKind.PLAN_DAMAGED, path=str(store.folder), **_detail(refusal)) from refusal
        raise
    except OSError as error:
        raise worded(error, draft.parent) from error


def _detail(refusal: Refused) -> dict[str, object]:
    return {"detail": refusal.facts["detail"]} if "detail" in refusal.facts else {}


@frozen
class _Bringing:
    """A finished copy on its way to the places."""

    plan: Path
    draft: Path
    manifest: Manifest
    hashes: Hashes
    now: datetime
    progress: Progress
    spare: str

    def to(self, backups: Path) -> Outcome:
        """Bring it to one place, and make room there."""
        if not reachable(backups):
            refusal = Refused(RefusalKind.BACKUP_PLACE_AWAY, path=str(backups))
            return Outcome(place=backups, refusal=refusal)
        try:
            folder = folders.folder_for(backups, self.manifest.plan, self.manifest.town)
            folder.mkdir(exist_ok=True)
            folders.tidy(folder)
            whole = self._with_pictures(folder)
            stem = folders.snapshot_name(whole.made_at, whole.snapshot_sha256)
            snapshot = folder / f"{stem}{folders.SNAPSHOT}"
            folders.put_file(self.draft, snapshot, whole.snapshot_sha256)
            self.hashes.note(snapshot, whole.snapshot_sha256)
            folders.put_bytes(write_manifest(whole), folder / f"{stem}{folders.MANIFEST}")
            self._look_again(folder, whole)
        except OSError as error:
            return Outcome(place=backups, refusal=worded(error, backups))
        with suppress(OSError):  # what was made is sound; the room that is not made today is made tomorrow
            thin_out(folder, whole, stem, self.hashes, self.now, self.spare)
            sweep(folder, self.hashes)
        absent = tuple(f"{item.sha256}.{item.suffix}" for item in whole.pictures if not item.size)
        return Outcome(place=backups, info=listed(whole, snapshot, backups), absent=absent)

    def _with_pictures(self, folder: Path) -> Manifest:
        """Bring every original that the place lacks; return the manifest with the sizes of what is there."""
        held = []
        for number, item in enumerate(self.manifest.pictures):
            self.progress(number, len(self.manifest.pictures))
            held.append(self._brought(folder, item))
        self.progress(len(held), len(held))
        return replace(self.manifest, pictures=tuple(held))

    def _brought(self, folder: Path, item: PictureFile) -> PictureFile:
        """Make sure that an original is in the place; with size 0 where the plan has it not, or no longer as it was."""
        target = original(folder, item)
        try:
            if not target.exists() or self.hashes.of(target) != item.sha256:
                target.parent.mkdir(parents=True, exist_ok=True)
                folders.put_file(original(self.plan, item), target, item.sha256)
                self.hashes.note(target, item.sha256)
            return replace(item, size=target.stat().st_size)
        except folders.SourceAltered:
            return replace(item, size=0)

    def _look_again(self, folder: Path, whole: Manifest) -> None:
        """Look once more for every original: someone else may have made room meanwhile."""
        for _round in range(_ROUNDS):
            gone = [item for item in whole.pictures if item.size and not original(folder, item).exists()]
            if not gone:
                return
            for item in gone:
                self._brought(folder, item)
        raise OSError(errno.EIO, "originals vanish while they are copied", str(folder))


def worded(error: OSError, backups: Path) -> Refused:
    """Return the refusal for an error of the file system at a backup place."""
    if not reachable(backups):
        return Refused(RefusalKind.BACKUP_PLACE_AWAY, path=str(backups))
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}:
        return Refused(RefusalKind.BACKUP_NO_SPACE, path=str(backups))
    return Refused(
        RefusalKind.BACKUP_FAILED, path=str(backups), detail=error.strerror or type(error).__name__
    )
