# SPDX-License-Identifier: EUPL-1.2
"""A backup is made whole or not at all, whatever disk, share or stick do; and what was made before stays."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.backups import thinning
from kalender.services.backups.listing import list_backups, scratch
from kalender.services.backups.places import Places, backup_places
from kalender.store.backup import folders
from kalender.store.backup.info import Damage, Reason
from tests.services.backups.office import Office, an_office

FAULTS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)


class Enough(Exception):  # noqa: N818 - what a person says who cancels
    """Somebody cancels."""


class _Faults:
    """Counts the calls to the file system inside a folder, and lets one of them, or all from it on, fail."""

    def __init__(self, inside: Path) -> None:
        self.inside, self.count, self.fail_at, self.code = inside, 0, 0, errno.EIO
        self.then: Callable[[], object] | None = None

    def hit(self, path: object) -> None:
        if not str(path).startswith(str(self.inside)):
            return
        self.count += 1
        if self.count == self.fail_at:
            if self.then is not None:
                self.then()
                return
            raise OSError(self.code, os.strerror(self.code), str(path))


@pytest.fixture
def faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Faults:
    """Faults at the backup place; the plan's own disk is fine."""
    found = _Faults(tmp_path / "Sicherungen")
    for name in ("open", "replace", "mkdir", "unlink", "iterdir"):
        plain = getattr(Path, name)

        def call(self: Path, *args: Any, _plain: Any = plain, **more: Any) -> Any:
            found.hit(self)
            return _plain(self, *args, **more)

        monkeypatch.setattr(Path, name, call)
    settle = folders._settle

    def settled(stream: Any) -> None:
        found.hit(stream.name)
        settle(stream)

    monkeypatch.setattr(folders, "_settle", settled)
    return found


@contextmanager
def _sound_office(folder: Path) -> Iterator[Office]:
    with an_office(folder) as office:
        office.back_up()
        office.write("p0", "neu")
        office.picture("rathaus")
        yield office


@pytest.mark.parametrize("code", FAULTS, ids=lambda code: errno.errorcode[code])
def test_a_fault_at_any_call_leaves_all_backups_sound_and_the_next_one_succeeds(
    tmp_path: Path, faults: _Faults, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    with _sound_office(tmp_path) as office:
        faults.count = 0
        office.back_up()
        calls = faults.count
        assert calls > 20
        tried = failed = 0
        for at in range(1, calls + 1):
            office.write("p1", f"Fassung {at}")
            office.now += timedelta(seconds=1)
            faults.count, faults.fail_at, faults.code = 0, at, code
            try:
                made = office.backups.make(Reason.MANUAL)
            except Refused as refusal:
                kinds = {refusal.kind}
            else:
                kinds = {item.refusal.kind for item in made.failed if item.refusal is not None}
            faults.fail_at = 0
            tried += 1
            failed += bool(kinds)
            assert kinds <= {RefusalKind.BACKUP_FAILED, RefusalKind.BACKUP_NO_SPACE}
            office.fresh()
            assert all(item.damaged in {Damage.NONE, Damage.UNFINISHED} for item in office.backups.listed())
            assert not list((tmp_path / "Sicherungen").rglob("*.part"))
        assert 5 < failed <= tried
        assert office.backups.make(Reason.MANUAL).ok
    assert not list(scratch.iterdir())


def test_a_place_that_goes_away_at_any_call_is_named_and_the_other_place_has_its_backup(
    tmp_path: Path, faults: _Faults
) -> None:
    second = tmp_path / "Stick"
    second.mkdir()
    first, away = tmp_path / "Sicherungen", tmp_path / "weg"
    with _sound_office(tmp_path) as office:
        office.places = Places(first=first, second=second)
        faults.count = 0
        office.back_up()
        calls = faults.count
        faults.then = lambda: first.rename(away)
        office.places = Places(first=first, second=second, beside=False)
        for at in range(1, calls + 1, 4):
            office.write("p1", f"Fassung {at}")
            office.now += timedelta(seconds=1)
            faults.count, faults.fail_at = 0, at
            made = office.backups.make(Reason.MANUAL)
            faults.fail_at = 0
            assert made.ok
            assert [item.place for item in made.outcomes if item.info is not None][-1] == second
            for item in made.failed:
                assert item.refusal is not None
                assert item.refusal.kind is RefusalKind.BACKUP_PLACE_AWAY
            if away.exists():
                shutil.rmtree(first, ignore_errors=True)
                away.rename(first)
            office.fresh()
            assert not [item for item in office.backups.listed() if not item.whole]


def test_a_stick_that_is_not_plugged_in_is_never_made_up(tmp_path: Path) -> None:
    with an_office(tmp_path, second=tmp_path / "media" / "STICK") as office:
        made = office.backups.make(Reason.DAILY)
        assert made.ok
        (failed,) = made.failed
        assert failed.refusal is not None
        assert failed.refusal.kind is RefusalKind.BACKUP_PLACE_AWAY
        assert not (tmp_path / "media").exists()
        assert not office.backups.due()
        (tmp_path / "media" / "STICK").mkdir(parents=True)
        assert office.backups.due()
        assert not office.backups.make(Reason.DAILY).failed


def test_a_folder_beside_the_plan_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "Sicherungen").write_text("eine Datei", encoding="utf-8")
    with an_office(tmp_path) as office:
        (failed,) = office.backups.make(Reason.DAILY).failed
        assert failed.refusal is not None
        assert failed.refusal.kind is RefusalKind.BACKUP_FAILED


def test_the_backup_of_the_day_is_due_once_and_again_after_a_change_on_another_day(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        assert office.backups.due()
        office.back_up(Reason.DAILY)
        office.write("p0", "am selben Tag")
        assert not office.backups.due()
        office.now += timedelta(days=1)
        assert office.backups.due()
        office.back_up(Reason.DAILY)
        office.now += timedelta(days=30)
        assert not office.backups.due()


def test_nothing_is_written_where_the_last_backup_holds_just_this_state_and_is_sound(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        first = office.back_up(Reason.DAILY)
        assert office.backups.make(Reason.BEFORE_IMPORT).unchanged
        office.fresh()
        first.path.write_bytes(first.path.read_bytes()[:-1])
        made = office.backups.make(Reason.BEFORE_IMPORT)
        assert not made.unchanged
        assert made.ok
        assert not office.backups.make(Reason.MANUAL).unchanged


def test_an_original_is_stored_once_and_a_damaged_one_is_replaced(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.back_up()
        (path,) = (tmp_path / "Sicherungen").glob("*/pictures/*/*")
        before = path.stat().st_ino
        office.back_up()
        assert path.stat().st_ino == before
        path.write_bytes(b"x")
        office.fresh()
        assert office.backups.listed()[0].damaged is Damage.PICTURES_ALTERED
        office.back_up()
        assert not [item for item in office.backups.listed() if item.damaged]


def test_an_original_that_the_plan_has_lost_is_kept_from_the_backup_before(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.back_up()
        for path in (office.store.folder / "pictures").glob("*/*"):
            path.write_bytes(b"verdorben")
        lost = office.picture("rathaus")
        lost.unlink()
        made = office.backups.make(Reason.MANUAL)
        (outcome,) = made.outcomes
        assert outcome.info is not None
        assert outcome.info.pictures == 1
        assert outcome.absent == (lost.name,)
        assert not outcome.info.damaged


def test_cancelling_leaves_nothing_behind(tmp_path: Path) -> None:
    def enough(_done: int, _of: int) -> None:
        raise Enough

    with an_office(tmp_path) as office:
        with pytest.raises(Enough):
            office.backups.make(Reason.MANUAL, enough)
        assert list_backups([tmp_path / "Sicherungen"]) == []
        assert office.backups.make(Reason.MANUAL).ok


def test_a_plan_whose_history_does_not_hold_is_never_called_backed_up(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        good = office.back_up()
        office.store._on.sql("UPDATE changeset SET at = '2001-01-01T00:00' WHERE seq = 1")
        with pytest.raises(Refused) as refused:
            office.backups.make(Reason.MANUAL)
        assert refused.value.kind is RefusalKind.PLAN_DAMAGED
        assert [item.path for item in office.backups.listed()] == [good.path]


def test_an_older_one_goes_only_after_its_stand_in_was_read_and_is_sound(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        for number in range(4):
            office.write("p0", f"Tag {number}")
            office.back_up(Reason.DAILY)
        office.now += timedelta(days=400)
        office.write("p0", "viel später")
        kept = office.back_up(Reason.DAILY)
        listed = office.backups.listed()
        assert [item.path for item in listed if item.path == kept.path]
        assert len(listed) == 2  # today's, and one for the day more than a year ago
        others = [item for item in listed if item.path != kept.path]
        for number in range(3):
            office.write("p0", f"Später {number}")
            office.back_up(Reason.DAILY)
        (newest, *_rest) = office.backups.listed()
        newest.path.write_bytes(b"")
        office.fresh()
        office.now += timedelta(days=400)
        office.write("p0", "noch viel später")
        office.back_up(Reason.DAILY)
        left = office.backups.listed()
        assert others[0].path in [item.path for item in left]
        assert [item for item in left if item.damaged]  # what is damaged is shown, and counts for nothing
        assert len([item for item in left if not item.damaged]) >= 3


def test_backups_of_another_computer_are_left_alone(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        for number in range(12):
            office.write("p0", f"{number}")
            office.back_up()
        office.store.device = "anderes"
        office.store.journal.set_fact("device", "dd" * 16)
        office.now += timedelta(days=500)
        office.write("p0", "vom anderen")
        office.back_up()
        devices = [item.device for item in office.backups.listed()]
        assert devices.count("dd" * 16) == 1
        assert len(devices) >= 9


def test_an_original_goes_only_when_no_backup_names_it_and_none_is_silent(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        info = office.back_up()
        folder = info.path.parent
        stray = folder / "pictures" / "ab" / f"{'ab' * 32}.jpg"
        stray.parent.mkdir()
        stray.write_bytes(b"von niemandem genannt")
        long_ago = 1_600_000_000
        for path in (folder / "pictures").glob("*/*"):
            os.utime(path, (long_ago, long_ago))
        manifest = info.path.with_suffix(folders.MANIFEST)
        body = manifest.read_bytes()
        manifest.write_bytes(b"{}")
        info.path.rename(folder / "anders")
        assert thinning.sweep(folder, folders.Hashes()) == 0  # it cannot be asked
        (folder / "anders").rename(info.path)
        assert thinning.sweep(folder, folders.Hashes()) == 1  # its snapshot says what it needs
        manifest.write_bytes(body)
        assert not stray.exists()
        assert not office.backups.listed()[0].damaged
        for path in folder.glob("plan-*"):
            path.unlink()
        assert thinning.sweep(folder, folders.Hashes()) == 0  # no backup at all: someone else's hands


def test_copies_of_a_program_that_was_killed_are_cleared_away_the_next_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, young, foreign = (
        tmp_path / name for name in ("kalender-backup-alt", "kalender-backup-neu", "anders")
    )
    for folder in (old, young, foreign):
        folder.mkdir()
        (folder / "snapshot.kalender").write_bytes(b"x")
    os.utime(old, (1_600_000_000, 1_600_000_000))
    os.utime(foreign, (1_600_000_000, 1_600_000_000))
    with scratch() as mine:
        assert mine.is_dir()
    assert sorted(item.name for item in tmp_path.iterdir()) == ["anders", "kalender-backup-neu"]


def test_the_place_beside_the_plan_needs_no_choice(tmp_path: Path) -> None:
    places = backup_places(tmp_path / "Pläne" / "Lindenbrunn")
    assert places.all == (tmp_path / "Pläne" / "Sicherungen",)
    chosen = backup_places(tmp_path / "plan", str(tmp_path / "a"), str(tmp_path / "a"))
    assert chosen.all == (tmp_path / "a",)
    assert not chosen.beside
