# SPDX-License-Identifier: EUPL-1.2
"""The ways out for a plan that cannot be opened: salvage it, bring back a backup, move it, take a copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kalender.domain.format import Format, Platform
from kalender.domain.frozen import frozen
from kalender.domain.picture import Picture
from kalender.domain.refusal import RefusalKind, Refused
from kalender.media.shelf import Shelf
from kalender.services.clock import Clock
from kalender.services.ports import FollowedWorker, WorkerDied
from kalender.services.rescue import moving
from kalender.services.rescue.inspection import (
    READ,
    Inspection,
    Trouble,
    looked_into,
    patience,
    sizes,
    spoilt_pictures,
)
from kalender.services.rescue.ports import Notes, Progress
from kalender.store import place
from kalender.store.backup.folders import file_hash, put_bytes, put_file, settle_names
from kalender.store.backup.info import BackupInfo
from kalender.store.backup.returning import return_snapshot
from kalender.store.connection import worded_os_error
from kalender.store.plan_file import PlanFile, new_id
from kalender.store.salvage.salvage import Salvage, salvage

ZONE = "Europe/Berlin"

REPORT = "Rettungsbericht.txt"
"""What was saved and what is lost, written beside the salvaged plan."""


@frozen
class Rescued:
    """A salvaged plan. folder: of the damaged one; out: of the new one. pictures: how many originals came along.

    missing: names of pictures the plan uses whose original is not there or has other bytes. original_unchanged: the damaged plan file has the same bytes as before.
    """

    folder: Path
    out: Path
    salvage: Salvage
    pictures: int
    missing: tuple[str, ...]
    original_unchanged: bool


def quiet(_done: int, _of: int) -> None:
    """Hear of progress and do nothing."""


def take_out(
    file: Path,
    out: Path,
    formats: Mapping[str, Format],
    platforms: Mapping[str, Platform],
    plans: tuple[str, ...],
    seconds: float,
    now: datetime,
    tell: Progress = quiet,
) -> Salvage:
    """Salvage a file into a folder; runs in a child process. tell: hears hundredths of the whole."""
    furthest = 0

    def heard(done: int, of: int, what: str) -> None:
        nonlocal furthest
        first, share = _SHARES.get(what, (0, 0))
        furthest = max(furthest, first + share * done // max(1, of))
        tell(furthest, 100)

    return salvage(
        file, out, formats=formats, platforms=platforms, plans=plans, seconds=seconds, now=now, tell=heard
    )


_SHARES = {"carving": (0, 40), "fitting": (40, 20), "mending": (60, 10), "writing": (70, 30)}
"""Where the parts of a salvage begin, in hundredths, and how much of it they are."""


class Rescue:
    """What can be done with plans that nobody has open. backup_places: where backups of the plan of a folder may lie."""

    def __init__(
        self,
        formats: Mapping[str, Format],
        platforms: Mapping[str, Platform],
        worker: FollowedWorker,
        clock: Clock,
        notes: Notes,
        *,
        homes: Sequence[Path],
        backup_places: Callable[[Path], Sequence[Path]] = lambda _folder: (),
    ) -> None:
        self._formats, self._platforms = dict(formats), dict(platforms)  # they travel into a child
        self._worker, self._clock, self._notes = worker, clock, notes
        self._homes = homes
        self._backup_places = backup_places
        self._further: list[Path] = []

    def also_at(self, place: Path) -> None:
        """Look for backups at another place too, or at the one around it, should someone name a plan's folder in it."""
        self._further += [place, place.parent]

    def inspect(self, folder: Path, trouble: Trouble, progress: Progress = quiet) -> Inspection:
        """Find out what is the matter with a plan and what is safe; not a byte of its folder changes."""
        file = folder / place.PLAN
        size, expected = sizes(file)
        seen = Inspection(
            folder=folder,
            trouble=trouble,
            size=max(0, size),
            expected=expected,
            changed=_changed(file),
            sha256=_hash(file),
            moved_to=moving.noted_place(folder),
        )
        if trouble is Trouble.SYNCED and seen.moved_to is None:
            with suppress(Refused):
                return replace(seen, target=self.good_place(folder))
        if trouble not in READ:
            return seen
        progress(0, 0)
        found = looked_into(file, (), self._worker)
        backups = self._backups(folder, found.plan if found is not None else "", progress)
        pictures, spoilt = spoilt_pictures(Shelf(folder / place.PICTURES, folder), progress)
        ours = found is not None and bool(found.taken or found.waiting)
        return replace(
            seen,
            trouble=Trouble.DAMAGED if ours and trouble is Trouble.FOREIGN else trouble,
            found=found,
            unread=found is None or not found.complete,
            pictures=pictures,
            spoilt=spoilt,
            backups=backups,
        )

    def _backups(self, folder: Path, plan: str, progress: Progress) -> tuple[BackupInfo, ...]:
        """Return the backups of a plan, or of all plans where nobody knows which plan it was."""
        from kalender.services.backups.listing import list_backups

        places = list(dict.fromkeys([*self._backup_places(folder), *self._further]))
        return tuple(list_backups(places, plan or None, progress=progress))

    def salvage(self, folder: Path, to: Path | None = None, progress: Progress = quiet) -> Rescued:
        """Make a new plan of what can be read of a damaged one, beside it or in a folder of choice.

        Until the plan, its pictures and its report are there, the new folder has another name.
        Raises Refused FOLDER_NOT_EMPTY, NOTHING_RESCUED, DISK_FULL, WRITE_FAILED, FILE_UNREADABLE.
        """
        file = folder / place.PLAN
        out = to if to is not None else self._beside(folder)
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise Refused(RefusalKind.FOLDER_NOT_EMPTY, path=str(out))
        before = _hash(file)
        if not before:
            raise Refused(RefusalKind.FILE_UNREADABLE, path=str(file))
        part = moving.part_of(out)
        try:
            with suppress(FileNotFoundError):
                shutil.rmtree(part)
            progress(0, 0)
            made = self._taken_out(file, part, progress)
            if not made.taken and not made.waiting:
                raise Refused(RefusalKind.NOTHING_RESCUED, path=str(file))
            pictures, missing = self._with_pictures(folder, part, progress)
            rescued = Rescued(
                folder=folder,
                out=out,
                salvage=replace(made, out=out),
                pictures=pictures,
                missing=missing,
                original_unchanged=_hash(file) == before,
            )
            put_bytes(self._notes.report(rescued).encode("utf-8"), part / REPORT)
            with suppress(FileNotFoundError):
                out.rmdir()
            place.put_in_place(part, out)
            settle_names([out.parent])
        except OSError as error:
            raise worded_os_error(error, out) from error
        finally:
            with suppress(OSError):
                shutil.rmtree(part)
        return rescued

    def _beside(self, folder: Path) -> Path:
        wanted = f"{folder.name or 'Plan'} gerettet {self._now().date().isoformat()}"
        return moving.new_place(wanted, [folder.parent, *self._homes])

    def _now(self) -> datetime:
        return self._clock.local(ZONE)

    def _taken_out(self, file: Path, part: Path, progress: Progress) -> Salvage:
        seconds = 3 * patience(sizes(file)[0])
        now = self._now()
        try:
            return self._worker.follow(
                take_out, file, part, self._formats, self._platforms, (), seconds, now,
                timeout=3 * seconds, hear=progress,
            )  # fmt: skip
        except WorkerDied as error:
            raise Refused(RefusalKind.NOTHING_RESCUED, path=str(file)) from error

    def _with_pictures(self, folder: Path, part: Path, progress: Progress) -> tuple[int, tuple[str, ...]]:
        """Copy the originals whose bytes are those of their name; return how many, and the names of those that lack."""
        there = Shelf(folder / place.PICTURES, folder)
        files = list(there.files())
        taken: set[str] = set()
        for number, path in enumerate(files):
            progress(number, len(files))
            try:
                good = file_hash(path) == path.stem
            except OSError:
                good = False
            if good:
                target = part / place.PICTURES / path.stem[:2] / path.name
                target.parent.mkdir(parents=True, exist_ok=True)
                put_file(path, target, path.stem)
                taken.add(path.stem)
        plan = PlanFile.open(
            part, formats=self._formats, platforms=self._platforms, read_only=True, allow_synced=True
        )
        try:
            wanted = plan.all(Picture)
        finally:
            plan.close()
        missing = [item.name or item.id for item in wanted if item.sha256 not in taken]
        return len(taken), tuple(missing)

    def take_place(self, rescued: Rescued) -> Path | None:
        """Put the salvaged plan file in the place of the damaged one; return under which name that is kept.

        Raises Refused PLAN_IN_USE, PLAN_READ_ONLY, DISK_FULL, WRITE_FAILED.
        """
        source = rescued.out / place.PLAN
        lock = place.Lock(rescued.folder)
        try:
            return return_snapshot(
                source,
                file_hash(source),
                rescued.folder,
                new_id(),
                self._now(),
            )
        finally:
            lock.release()

    def restore(self, folder: Path, backup: BackupInfo, progress: Progress = quiet) -> Path | None:
        """Make a backup the plan of this folder; return under which name the damaged file is kept.

        Raises Refused like services.backups.returning.restore_to.
        """
        from kalender.services.backups.returning import restore_to

        return restore_to(folder, backup, progress, now=self._now(), allow_synced=True).kept

    def good_place(self, folder: Path) -> Path:
        """Return where a plan should move to; raises Refused PLAN_READ_ONLY where this computer has no place."""
        return moving.new_place(folder.name or "Plan", self._homes)

    def move(self, folder: Path, to: Path | None = None, progress: Progress = quiet) -> Path:
        """Copy a plan to a good place of this computer and leave a note where it was; return the new place.

        The old folder stays complete. Raises Refused like moving.copy_plan().
        """
        target = to if to is not None else self.good_place(folder)
        moving.copy_plan(folder, target, progress)
        moving.leave_note(folder, self._notes.moved(str(folder), str(target)))
        return target

    def copy(self, folder: Path, to: Path | None = None, progress: Progress = quiet) -> Path:
        """Copy a plan that can only be read to where it can be written; return the new place."""
        target = to if to is not None else self.good_place(folder)
        moving.copy_plan(folder, target, progress)
        return target


def _hash(file: Path) -> str:
    try:
        return file_hash(file)
    except OSError:
        return ""


def _changed(file: Path) -> datetime | None:
    try:
        written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        return written.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None)
    except (OSError, ValueError, OverflowError):
        return None
