# SPDX-License-Identifier: EUPL-1.2
"""The backups of an open plan: when one is due, making one, looking at them, going back."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from kalender.domain.frozen import frozen
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Desk
from kalender.services.backups.going_back import Gone, Preview, go_back, preview
from kalender.services.backups.listing import Progress, list_backups, look_at, quiet, reachable
from kalender.services.backups.making import Outcome, make_backup
from kalender.services.backups.places import Found, Places, look
from kalender.store.backup import folders
from kalender.store.backup.folders import Hashes
from kalender.store.backup.info import BackupInfo, BadManifest, Damage, Manifest, Reason, read_manifest
from kalender.store.plan_file import PlanFile

T = TypeVar("T")
Clock = Callable[[], datetime]


@frozen
class Made:
    """What came of a backup. unchanged: nothing was written, for each place has a sound backup of just this state."""

    outcomes: tuple[Outcome, ...]
    unchanged: bool = False

    @property
    def ok(self) -> bool:
        """Tell whether the plan is safe at one place at least."""
        return any(item.info is not None for item in self.outcomes)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The places where it could not be done."""
        return tuple(item for item in self.outcomes if item.refusal is not None)


@frozen
class Restored:
    """What came of going back. before: the backup of what was there, None where she went on without one."""

    before: Made | None
    gone: Gone


class Backups:
    """Everything about the backups of one open plan. All of it may run beside the window.

    clock: local wall time. places: asked each time, for she may choose others.
    """

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        clock: Clock,
        places: Callable[[], Places],
        hashes: Hashes | None = None,
    ) -> None:
        self._store = store
        self._desk = desk
        self._clock = clock
        self._places = places
        self._hashes = hashes or Hashes()
        self._busy = threading.Lock()

    @property
    def places(self) -> Places:
        """Where backups go."""
        return self._places()

    def due(self) -> bool:
        """Tell whether a place that is there lacks today's backup of a plan that has changed since the last one."""
        edge = self._store.edge()
        today = self._clock().date()
        places = self.places
        there = [item for item in places.all if reachable(item) or (places.beside and item == places.first)]
        return any(self._due_at(item, edge, today.isoformat()) for item in there)

    def _due_at(self, backups: Path, edge: tuple[int, str], today: str) -> bool:
        last = self._last(backups)
        if last is None:
            return True
        return (last.changesets, last.newest) != edge and last.made_at.date().isoformat() != today

    def _last(self, backups: Path) -> Manifest | None:
        """Return what the last backup of this computer at a place says of itself, unverified."""
        for folder in folders.folders_of(backups, self._store.plan):
            try:
                stems = folders.stems(folder)
            except OSError:
                continue
            for stem in stems:
                try:
                    found = read_manifest((folder / f"{stem}{folders.MANIFEST}").read_bytes())
                except (OSError, BadManifest):
                    continue
                if found.device == self._store.device and (folder / f"{stem}{folders.SNAPSHOT}").exists():
                    return found
        return None

    def last(self) -> tuple[datetime, Path] | None:
        """Return when and where the last backup of this plan was made, without verifying it."""
        found = [
            (item.made_at, place) for place in self.places.all if (item := self._last(place)) is not None
        ]
        return max(found) if found else None

    def make(self, reason: Reason, progress: Progress = quiet, *, spare: str = "") -> Made:
        """Back the plan up at every place. A place that fails is in the outcome and keeps nothing else from working.

        Unless she asked for it herself, nothing is written where each place has a sound backup of just this state.
        Raises Refused PLAN_DAMAGED, BACKUP_NO_SPACE, BACKUP_FAILED, BACKUP_RUNNING; progress may raise to cancel.
        """
        with self._alone():
            places = self.places
            try:
                places.ready()
            except OSError as error:
                detail = error.strerror or type(error).__name__
                full = error.errno == errno.ENOSPC
                kind = RefusalKind.BACKUP_NO_SPACE if full else RefusalKind.BACKUP_FAILED
                refusal = Refused(kind, path=str(places.first), detail=detail)
                others = [item for item in places.all if item != places.first]
                made = self._made(others, reason, progress, spare) if others else []
                return Made(outcomes=(Outcome(place=places.first, refusal=refusal), *made))
            if reason is not Reason.MANUAL:
                same = self._same_everywhere(places)
                if same is not None:
                    return Made(outcomes=same, unchanged=True)
            return Made(outcomes=tuple(self._made(places.all, reason, progress, spare)))

    def _made(self, places: Sequence[Path], reason: Reason, progress: Progress, spare: str) -> list[Outcome]:
        return make_backup(
            self._store,
            places,
            reason=reason,
            now=self._clock(),
            hashes=self._hashes,
            progress=progress,
            spare=spare,
        )

    def _same_everywhere(self, places: Places) -> tuple[Outcome, ...] | None:
        """Return the last backups where all of them hold the plan as it is now, read anew and sound."""
        edge = self._store.edge()
        found = []
        for place in places.all:
            last = self._last(place)
            if last is None or (last.changesets, last.newest) != edge:
                return None
            stem = folders.snapshot_name(last.made_at, last.snapshot_sha256)
            folder = folders.folder_for(place, last.plan, last.town)
            info = look_at(place, folder / f"{stem}{folders.SNAPSHOT}", self._hashes)
            if info.damaged is not Damage.NONE or not all(item.size for item in last.pictures):
                return None  # an original that the plan lacked then may be there now
            found.append(Outcome(place=place, info=info))
        return tuple(found)

    def second_place(self) -> Found:
        """Look at the second place."""
        return look(self._store.folder, self.places.second)

    def listed(self, progress: Progress = quiet) -> list[BackupInfo]:
        """Return all backups of this plan, the newest first, each read and verified."""
        return list_backups(self.places.all, self._store.plan, hashes=self._hashes, progress=progress)

    def preview(self, info: BackupInfo, progress: Progress = quiet) -> Preview:
        """Say what going back to a backup would change. Raises Refused BACKUP_DAMAGED, BACKUP_FOREIGN."""
        return self._readable(info, lambda: preview(self._store, info, self._hashes, progress))

    def restore(
        self,
        info: BackupInfo,
        *,
        missing_only: bool = False,
        unsecured: bool = False,
        progress: Progress = quiet,
    ) -> Restored:
        """Go back to a backup: back up what is there, then change it in one step that undo takes back.

        missing_only: only what the plan lacks comes in. unsecured: go on where what is there cannot be backed up.
        Raises Refused BACKUP_DAMAGED, BACKUP_FOREIGN, and what make() gives as outcome or raises.
        """
        before = None
        try:
            before = self.make(Reason.BEFORE_RESTORE, progress, spare=info.path.stem)
            if not before.ok and not unsecured:
                raise before.failed[0].refusal or Refused(RefusalKind.BACKUP_FAILED, path=str(info.place))
        except Refused:
            if not unsecured:
                raise
        gone = self._readable(
            info, lambda: go_back(self._store, self._desk, info, missing_only=missing_only, progress=progress)
        )
        return Restored(before=before, gone=gone)

    @staticmethod
    def _readable(info: BackupInfo, do: Callable[[], T]) -> T:
        try:
            return do()
        except OSError as error:
            if not reachable(info.place):
                raise Refused(RefusalKind.BACKUP_PLACE_AWAY, path=str(info.place)) from error
            raise Refused(
                RefusalKind.BACKUP_DAMAGED, path=str(info.path), damage=Damage.UNREADABLE.value
            ) from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._busy.acquire(blocking=False):
            raise Refused(RefusalKind.BACKUP_RUNNING)
        try:
            yield
        finally:
            self._busy.release()
