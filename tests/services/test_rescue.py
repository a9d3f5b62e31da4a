# SPDX-License-Identifier: EUPL-1.2
"""Plans that cannot be opened: what is found out, salvaged, moved, and that the original stays as it is."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from kalender.domain.refusal import RefusalKind, Refused
from kalender.formats.catalogue import load
from kalender.jobs.pool import InlineWorker, PicturePool
from kalender.services.clock import FixedClock
from kalender.services.rescue import moving
from kalender.services.rescue.inspection import Trouble, trouble_of
from kalender.services.rescue.rescue import REPORT, Rescue
from kalender.store import place
from kalender.store.plan_file import PlanFile
from kalender.wording.rescue.report import RescueNotes
from kalender.wording.rescue.screen import event, outcome, safe
from tests.places import ROOT
from tests.ui.room import a_house, a_photo, a_post_with_pictures

PLAN = "plan.kalender"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan with posts and two pictures that nobody has open."""
    house = a_house(tmp_path)
    a_post_with_pictures(house, [a_photo(tmp_path, "eins.jpg"), a_photo(tmp_path, "zwei.jpg")])
    for n in range(40):
        house.posts.create(f"Beitrag {n}", text=f"Text {n}. " * 30)
    house.close()
    return tmp_path / "plan"


@pytest.fixture
def rescue(tmp_path: Path) -> Rescue:
    catalogue = load()
    return Rescue(
        catalogue.formats,
        catalogue.platforms_by_id,
        InlineWorker(),
        FixedClock(datetime(2026, 12, 3, 10, 42)),
        RescueNotes(),
        homes=[tmp_path / "Dokumente"],
    )


def opened(folder: Path, *, read_only: bool = True) -> PlanFile:
    catalogue = load()
    return PlanFile.open(
        folder, formats=catalogue.formats, platforms=catalogue.platforms_by_id, read_only=read_only
    )


def posts_in(folder: Path) -> int:
    with closing(opened(folder)) as plan:
        assert plan.verify().problems == ()
        return plan.posts()


def all_bytes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    before = all_bytes(folder)
    yield
    assert all_bytes(folder) == before


def spoil(folder: Path, start: int = 0, length: int = 4096) -> None:
    file = folder / PLAN
    whole = file.read_bytes()
    file.write_bytes(whole[:start] + b"\xff" * length + whole[start + length :])


def trouble(folder: Path) -> Trouble | None:
    with pytest.raises(Refused) as refused:
        opened(folder, read_only=False)
    return trouble_of(refused.value, folder)


def test_each_kind_of_trouble_is_told_from_the_others(folder: Path) -> None:
    file = folder / PLAN
    whole = file.read_bytes()
    contents = {
        Trouble.CUT_OFF: whole[: len(whole) // 3],
        Trouble.EMPTY: b"",
        Trouble.FOREIGN: b"Redaktionsplan" * 999,
        Trouble.NEWER: whole[:60] + b"\0\0\0\x63" + whole[64:],
        Trouble.DAMAGED: bytes(len(whole)),
    }
    for kind, content in contents.items():
        file.write_bytes(content)
        assert trouble(folder) is kind


def test_a_damaged_plan_is_looked_into_without_a_byte_of_its_folder_changing(
    folder: Path, rescue: Rescue
) -> None:
    spoil(folder)
    with untouched(folder):
        seen = rescue.inspect(folder, Trouble.DAMAGED)
    assert seen.found is not None
    assert (seen.found.posts, seen.found.lost, seen.pictures, seen.spoilt) == (41, (), 2, ())
    words = [line.words for line in safe(seen)]
    assert any("41 Beiträge sind lesbar" in line for line in words), words
    assert "Alle 2 Bilder sind unversehrt." in words


def test_a_cut_off_plan_says_how_much_of_it_is_there(folder: Path, rescue: Rescue) -> None:
    file = folder / PLAN
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    seen = rescue.inspect(folder, Trouble.CUT_OFF)
    assert (seen.size, seen.expected) == (len(whole) // 2, len(whole))
    assert "sind nur" in event(seen)


def test_what_is_readable_is_saved_beside_the_damaged_plan_with_its_pictures(
    folder: Path, rescue: Rescue
) -> None:
    spoil(folder)
    with untouched(folder):
        done = rescue.salvage(folder)
    assert done.out == folder.with_name("plan gerettet 2026-12-03")
    assert (done.salvage.posts, done.pictures, done.missing, done.original_unchanged) == (41, 2, (), True)
    assert posts_in(done.out) == 41
    report = (done.out / REPORT).read_text(encoding="utf-8")
    assert "41 Beiträge, 2 Bilder" in report
    assert "Verloren ist nichts." in report
    assert not list(folder.parent.glob("~*"))
    assert any("41 Beiträge" in line.words for line in outcome(done))


def test_a_picture_with_other_bytes_is_named_and_left_out(folder: Path, rescue: Rescue) -> None:
    spoil(folder)
    victim = next((folder / "pictures").glob("*/*.jpg"))
    victim.write_bytes(victim.read_bytes()[:-9])
    with untouched(folder):
        seen = rescue.inspect(folder, Trouble.DAMAGED)
        done = rescue.salvage(folder)
    assert seen.spoilt == (victim.name,)
    assert (done.pictures, len(done.missing)) == (1, 1)
    assert done.missing[0] in (done.out / REPORT).read_text(encoding="utf-8")


def test_the_salvaged_plan_takes_the_place_and_the_damaged_file_is_kept(folder: Path, rescue: Rescue) -> None:
    spoil(folder)
    damaged = (folder / PLAN).read_bytes()
    done = rescue.salvage(folder)
    kept = rescue.take_place(done)
    assert kept is not None
    assert kept.parent == folder
    assert kept.read_bytes() == damaged
    assert posts_in(folder) == 41
    assert posts_in(done.out) == 41
    with closing(opened(folder)) as here, closing(opened(done.out)) as there:
        assert here.device != there.device


def test_nothing_is_left_of_a_salvage_that_was_cancelled(folder: Path, rescue: Rescue) -> None:
    spoil(folder)

    class EnoughError(Exception):
        pass

    def stop(done: int, of: int) -> None:
        if of:
            raise EnoughError

    with untouched(folder.parent), pytest.raises(EnoughError):
        rescue.salvage(folder, progress=stop)


def test_how_far_a_salvage_is_comes_as_numbers_and_whoever_hears_them_can_end_it(
    folder: Path, rescue: Rescue
) -> None:
    spoil(folder)
    pool = PicturePool(1)
    rescue._worker = pool
    heard: list[tuple[int, int]] = []
    with closing(pool):
        done = rescue.salvage(
            folder, folder.parent / "erster", progress=lambda at, of: heard.append((at, of))
        )
        hundredths = [at for at, of in heard if of == 100]
        assert done.salvage.taken
        assert hundredths
        assert hundredths == sorted(hundredths)

        def stop(_at: int, of: int) -> None:
            if of == 100:
                raise KeyError(of)

        with pytest.raises(KeyError):
            rescue.salvage(folder, folder.parent / "zweiter", progress=stop)
    assert not (folder.parent / "zweiter").exists()


def test_a_file_without_anything_readable_makes_no_plan(folder: Path, rescue: Rescue) -> None:
    (folder / PLAN).write_bytes(bytes(9000))
    with untouched(folder.parent), pytest.raises(Refused) as refused:
        rescue.salvage(folder)
    assert refused.value.kind is RefusalKind.NOTHING_RESCUED


def test_a_full_folder_is_no_place_for_a_salvaged_plan(folder: Path, rescue: Rescue, tmp_path: Path) -> None:
    (tmp_path / "voll").mkdir()
    (tmp_path / "voll" / "brief.txt").touch()
    with pytest.raises(Refused) as refused:
        rescue.salvage(folder, tmp_path / "voll")
    assert refused.value.kind is RefusalKind.FOLDER_NOT_EMPTY


def test_a_plan_moves_out_of_a_synchronised_folder_whole_and_leaves_a_note(
    folder: Path, rescue: Rescue, tmp_path: Path
) -> None:
    cloud = tmp_path / "Nextcloud" / "Redaktion"
    shutil.copytree(folder, cloud)
    before = all_bytes(cloud)
    assert trouble(cloud) is Trouble.SYNCED
    target = rescue.move(cloud)
    assert target == tmp_path / "Dokumente" / "Redaktion"
    after = all_bytes(cloud)
    note = (cloud / "LIESMICH.txt").read_text(encoding="utf-8")
    assert f"Neuer Ort: {target}" in note
    assert {name: after[name] for name in before} == before, "the old folder is still complete"
    moved = all_bytes(target)
    assert moved == {name: digest for name, digest in before.items() if name != place.LOCK}
    assert posts_in(target) == 41
    assert rescue.inspect(cloud, Trouble.SYNCED).moved_to == target
    assert "umgezogen" in event(rescue.inspect(cloud, Trouble.SYNCED))


def test_a_note_of_the_office_is_neither_overwritten_nor_left_behind(
    folder: Path, rescue: Rescue, tmp_path: Path
) -> None:
    (folder / "LIESMICH.txt").write_text("Nicht löschen. Das Rathaus.", encoding="utf-8")
    target = rescue.move(folder, tmp_path / "neu")
    for place_ in (folder, target):
        assert (place_ / "LIESMICH.txt").read_text(encoding="utf-8") == "Nicht löschen. Das Rathaus."
    assert moving.noted_place(folder) == target
    assert not (target / "LIESMICH-Kalender.txt").exists()
    assert rescue.move(target, tmp_path / "weiter") == tmp_path / "weiter"


KILLED = """
import os, sys
from datetime import datetime
from pathlib import Path
from kalender.formats.catalogue import load
from kalender.jobs.pool import InlineWorker
from kalender.services.clock import FixedClock
from kalender.services.rescue.rescue import Rescue
from kalender.wording.rescue.report import RescueNotes
verb, folder, to, last = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
catalogue = load()
rescue = Rescue(catalogue.formats, catalogue.platforms_by_id, InlineWorker(), FixedClock(datetime(2026, 12, 3)),
                RescueNotes(), homes=[to.parent])
step = 0
def progress(done, of):
    global step
    step += 1
    if step == last:
        os._exit(9)
getattr(rescue, verb)(folder, to, progress)
"""


@pytest.mark.parametrize(
    ("verb", "last"), [("move", 1), ("move", 2), ("move", 4), ("salvage", 1), ("salvage", 3)]
)
def test_a_program_that_is_killed_leaves_the_old_plan_whole_and_no_half_new_one(
    folder: Path, rescue: Rescue, tmp_path: Path, verb: str, last: int
) -> None:
    with untouched(folder):
        command = [sys.executable, "-c", KILLED, verb, str(folder), str(tmp_path / "neu"), str(last)]
        done = subprocess.run(command, cwd=ROOT, check=False)
    assert done.returncode == 9
    assert not (tmp_path / "neu").exists()
    getattr(rescue, verb)(folder, tmp_path / "neu")
    assert posts_in(tmp_path / "neu") == 41
    assert not list(tmp_path.glob("~*"))


def test_a_plan_that_somebody_writes_to_does_not_move(folder: Path, rescue: Rescue, tmp_path: Path) -> None:
    with closing(opened(folder, read_only=False)), pytest.raises(Refused) as refused:
        rescue.move(folder, tmp_path / "neu")
    assert refused.value.kind is RefusalKind.PLAN_IN_USE
    assert not (tmp_path / "neu").exists()


def test_a_move_that_is_cut_off_leaves_no_half_plan(folder: Path, rescue: Rescue, tmp_path: Path) -> None:
    class Killed(BaseException):
        pass

    def die(done: int, of: int) -> None:
        if done == of - 1:
            raise Killed

    with untouched(folder), pytest.raises(Killed):
        rescue.move(folder, tmp_path / "neu", progress=die)
    assert not (tmp_path / "neu").exists()
    (tmp_path / "~neu.part").mkdir()
    (tmp_path / "~neu.part" / PLAN).write_bytes(b"left by a program that was killed")
    assert rescue.move(folder, tmp_path / "neu") == tmp_path / "neu"
    assert posts_in(tmp_path / "neu") == 41


def test_a_place_that_is_synchronised_is_no_good_place(folder: Path, tmp_path: Path) -> None:
    homes = [tmp_path / "OneDrive - Stadt" / "Dokumente", tmp_path / "Kalender"]
    assert moving.new_place("Plan", homes) == tmp_path / "Kalender" / "Plan"
    assert not homes[0].exists()
    (tmp_path / "Kalender" / "Plan").mkdir()
    assert moving.new_place("Plan", homes) == tmp_path / "Kalender" / "Plan 2"
    with pytest.raises(Refused):
        moving.new_place("Plan", homes[:1])
