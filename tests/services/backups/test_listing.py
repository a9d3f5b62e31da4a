# SPDX-License-Identifier: EUPL-1.2
"""What lies in a backup place is told as it is: nothing damaged is hidden, nothing unread is called sound."""

import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.backups.listing import find_backup, list_backups
from kalender.services.backups.returning import restore_to
from kalender.store import place
from kalender.store.backup import folders
from kalender.store.backup.folders import Hashes
from kalender.store.backup.info import BackupInfo, Damage
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, NOW, PLATFORMS
from tests.services.backups.office import an_office


@pytest.fixture
def made(tmp_path: Path) -> BackupInfo:
    """A backup of three posts and one original, made a moment ago."""
    with an_office(tmp_path) as office:
        return office.back_up()


def listed(info: BackupInfo) -> BackupInfo:
    """Return the only backup in the place, looked at anew."""
    (found,) = list_backups([info.place])
    return found


def manifest(info: BackupInfo) -> Path:
    """Return the manifest of a backup."""
    return info.path.with_suffix(folders.MANIFEST)


def picture(info: BackupInfo) -> Path:
    """Return the only original in the place."""
    (found,) = info.path.parent.glob("pictures/*/*")
    return found


def test_a_sound_backup_tells_what_it_holds(made: BackupInfo) -> None:
    found = listed(made)
    assert found == made
    assert (found.posts, found.pictures, found.changesets, found.damaged) == (3, 1, 2, Damage.NONE)
    assert found.size == found.path.stat().st_size + picture(made).stat().st_size


HARMS: dict[str, tuple[Callable[[BackupInfo], object], Damage, bool]] = {
    "an empty snapshot": (lambda info: info.path.write_bytes(b""), Damage.SNAPSHOT_EMPTY, False),
    "a cut snapshot": (
        lambda info: info.path.write_bytes(info.path.read_bytes()[:-1]), Damage.SNAPSHOT_ALTERED, False,
    ),
    "a flipped bit": (
        lambda info: info.path.write_bytes(bytes([*info.path.read_bytes()[:-1], 255])), Damage.SNAPSHOT_ALTERED, False,
    ),
    "no snapshot": (lambda info: info.path.unlink(), Damage.SNAPSHOT_MISSING, False),
    "no manifest": (lambda info: manifest(info).unlink(), Damage.UNFINISHED, True),
    "an empty manifest": (lambda info: manifest(info).write_bytes(b""), Damage.MANIFEST, True),
    "a cut manifest": (
        lambda info: manifest(info).write_bytes(manifest(info).read_bytes()[:-40]), Damage.MANIFEST, True,
    ),
    "a manifest with another number": (
        lambda info: manifest(info).write_bytes(manifest(info).read_bytes().replace(b'"posts": 3', b'"posts": 9')),
        Damage.MANIFEST, True,
    ),
    "no original": (lambda info: picture(info).unlink(), Damage.PICTURES_MISSING, True),
    "an empty original": (lambda info: picture(info).write_bytes(b""), Damage.PICTURES_ALTERED, True),
    "an original with other bytes": (
        lambda info: picture(info).write_bytes(b"x" + picture(info).read_bytes()[1:]), Damage.PICTURES_ALTERED, True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARMS)
def test_damage_is_found_and_named(made: BackupInfo, harm: str, tmp_path: Path) -> None:
    do, damage, whole = HARMS[harm]
    do(made)
    found = listed(made)
    assert (found.damaged, found.whole) == (damage, whole)
    target = tmp_path / "neu"
    if not whole:
        with pytest.raises(Refused) as refused:
            restore_to(target, found)
        assert refused.value.kind is RefusalKind.BACKUP_DAMAGED
        assert not (target / place.PLAN).exists()
        return
    assert (found.posts, found.changesets) == (3, 2)
    returned = restore_to(target, found)
    lost = damage in {Damage.PICTURES_MISSING, Damage.PICTURES_ALTERED}
    assert len(returned.missing) == len(found.lost) == (1 if lost else 0)
    plan = PlanFile.open(target, formats=FORMATS, platforms=PLATFORMS)
    assert plan.posts() == 3
    assert plan.verify().ok
    plan.close()


def test_a_backup_of_a_newer_program_is_listed_and_left_alone(made: BackupInfo, tmp_path: Path) -> None:
    body = json.loads(manifest(made).read_bytes())
    manifest(made).write_bytes(json.dumps({**body, "format": 2, "compressed": True}).encode())
    found = listed(made)
    assert (found.damaged, found.whole) == (Damage.NEWER, False)
    with pytest.raises(Refused):
        restore_to(tmp_path / "neu", found)


def test_a_file_that_cannot_be_read_is_listed(made: BackupInfo, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = folders.file_hash

    def held(path: Path) -> str:
        if path == made.path:
            raise PermissionError(13, "held by another program", str(path))
        return plain(path)

    monkeypatch.setattr(folders, "file_hash", held)
    assert listed(made).damaged is Damage.UNREADABLE


def test_a_place_that_is_away_or_holds_other_things_has_no_backups(tmp_path: Path) -> None:
    (tmp_path / "Urlaub-2026").mkdir()
    (tmp_path / "Urlaub-2026" / "plan.txt").write_text("Packliste", encoding="utf-8")
    (tmp_path / "datei").write_bytes(b"")
    assert list_backups([tmp_path, tmp_path / "weg", tmp_path / "datei"]) == []


def test_what_was_read_is_remembered_until_size_or_time_change(made: BackupInfo) -> None:
    read: list[Path] = []

    class Counting(Hashes):
        """Tells which files are read."""

        def of(self, path: Path) -> str:
            before = dict(self._known)
            found = super().of(path)
            if before.get(str(path)) != self._known[str(path)]:
                read.append(path)
            return found

    hashes = Counting()
    list_backups([made.place], hashes=hashes)
    assert sorted(read) == sorted([made.path, picture(made)])
    read.clear()
    list_backups([made.place], hashes=hashes)
    assert not read
    os.utime(made.path, (1_700_000_000, 1_700_000_000))
    list_backups([made.place], hashes=hashes)
    assert read == [made.path]


def test_backups_of_several_plans_and_places_are_told_apart(tmp_path: Path) -> None:
    with an_office(tmp_path / "a") as one:
        first = one.back_up()
    with an_office(tmp_path / "b") as other:
        second = other.back_up()
    places = [first.place, second.place]
    assert {item.plan for item in list_backups(places)} == {first.plan, second.plan}
    assert [item.path for item in list_backups(places, first.plan)] == [first.path]


def test_a_folder_that_was_copied_elsewhere_and_renamed_is_found_by_its_snapshot(
    made: BackupInfo, tmp_path: Path
) -> None:
    target = tmp_path / "woanders" / "Umbenannt"
    shutil.copytree(made.path.parent, target)
    found = find_backup(target / made.path.name)
    assert not found.damaged
    assert find_backup(target / manifest(made).name) == found
    with pytest.raises(Refused) as refused:
        find_backup(tmp_path / "plan-gibt-es-nicht.kalender")
    assert refused.value.kind is RefusalKind.BACKUP_UNKNOWN


def test_a_plan_in_use_or_in_a_synced_folder_is_not_replaced(made: BackupInfo, tmp_path: Path) -> None:
    plan = PlanFile.open(tmp_path / "plan", formats=FORMATS, platforms=PLATFORMS)
    try:
        with pytest.raises(Refused) as refused:
            restore_to(tmp_path / "plan", made)
        assert refused.value.kind is RefusalKind.PLAN_IN_USE
    finally:
        plan.close()
    with pytest.raises(Refused) as refused:
        restore_to(tmp_path / "Nextcloud" / "plan", made)
    assert refused.value.kind is RefusalKind.PLAN_IN_SYNCED_FOLDER


def test_the_former_file_is_kept_byte_for_byte_and_never_overwritten(
    made: BackupInfo, tmp_path: Path
) -> None:
    folder = tmp_path / "plan"
    kept = []
    for number in range(3):
        (folder / place.PLAN).write_bytes(b"verdorben %d" % number)
        returned = restore_to(folder, made, now=NOW)
        assert returned.kept is not None
        kept.append(returned.kept)
        assert returned.kept.read_bytes() == b"verdorben %d" % number
    assert len(set(kept)) == 3


@pytest.mark.parametrize("at", range(1, 40))
def test_a_fault_at_any_step_of_a_restore_leaves_the_old_file_or_the_new_one(
    made: BackupInfo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    folder = tmp_path / "plan"
    (folder / place.PLAN).write_bytes(b"der alte Plan")
    count = 0

    def failing(name: str) -> None:
        plain = getattr(Path, name)

        def call(self: Path, *args: object, **more: object) -> object:
            nonlocal count
            if str(self).startswith(str(folder)):
                count += 1
                if count == at:
                    raise OSError(28, "no space left", str(self))
            return plain(self, *args, **more)

        monkeypatch.setattr(Path, name, call)

    for name in ("open", "replace", "mkdir", "unlink"):
        failing(name)
    with suppress(Refused):
        restore_to(folder, made, now=NOW)
    monkeypatch.undo()
    files = [path for path in folder.glob("*.kalender") if path.read_bytes() == b"der alte Plan"]
    assert len(files) == 1
    restore_to(folder, made, now=NOW)
    plan = PlanFile.open(folder, formats=FORMATS, platforms=PLATFORMS)
    assert plan.posts() == 3
    plan.close()


def test_of_backups_made_in_the_same_second_the_one_that_knows_more_comes_first(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        made = []
        for number in range(5):
            office.add(f"later{number}")
            made.append(office.back_up().path)
            office.now -= timedelta(seconds=1)
    assert [item.path for item in list_backups([made[0].parent.parent])] == [*reversed(made)]
