# SPDX-License-Identifier: EUPL-1.2
"""The trash and the sweep of picture files: nothing goes within thirty days, and nothing that anything refers to."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.picture import Picture
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.backups.places import backup_places
from kalender.services.clock import FixedClock
from kalender.services.past.in_backups import InBackups
from kalender.services.past.sweeping import KeepsPictures, Sweeping, SweepReport
from kalender.services.past.trash import Trash
from kalender.store.backup.info import Reason
from tests.ui.room import NOW, a_house, a_photo

TODAY = NOW.date()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = a_house(tmp_path)
    found.desk.acting_as("katrin")
    yield found
    found.close()


class Backup:
    """A backup that refers to pictures, or cannot be read."""

    def __init__(self, *sha256: str, broken: bool = False) -> None:
        self.sha256, self.broken = sha256, broken

    def referenced_pictures(self) -> Collection[str]:
        if self.broken:
            raise Refused(RefusalKind.FILE_UNREADABLE, path="stick")
        return self.sha256


def a_sweeping(house: House) -> Sweeping:
    return Sweeping(house.store, house.pictures.shelf, lambda: house.clock.local("Europe/Berlin").date())


def a_trash(house: House) -> Trash:
    sweeping = a_sweeping(house)
    return Trash(house.store, house.desk, sweeping.leaving, sweeping.gone)


def later(house: House, days: int) -> None:
    assert isinstance(house.clock, FixedClock)
    house.clock.set(house.clock.local("Europe/Berlin") + timedelta(days=days))


def a_deleted_picture(house: House, folder: Path, name: str = "markt.jpg") -> Picture:
    (id_,) = house.pictures.import_files([a_photo(folder, name)]).added
    found = house.pictures.get(id_)
    house.pictures.delete([id_])
    return found


def swept(house: House, *keepers: KeepsPictures, days: int = 31) -> SweepReport:
    """Sweep today and again some days later; return what the second one did."""
    assert a_sweeping(house).sweep(keepers).removed == ()
    later(house, days)
    return a_sweeping(house).sweep(keepers)


def has(house: House, picture: Picture) -> bool:
    return house.pictures.shelf.has(picture.sha256, picture.suffix)


def test_it_lists_what_was_deleted_when_and_by_whom_the_latest_first(house: House, tmp_path: Path) -> None:
    post = house.posts.create("Markt")
    house.posts.delete([post])
    later(house, 1)
    house.desk.acting_as("ines")
    a_deleted_picture(house, tmp_path)
    picture, market = a_trash(house).items()
    assert (picture.kind, picture.name, picture.by, picture.at.date()) == (
        "picture", "markt.jpg", "ines", TODAY + timedelta(days=1),
    )  # fmt: skip
    assert (market.id, market.name, market.by) == (post, "Markt", "katrin")
    assert [item.name for item in a_trash(house).items("MARKT.J")] == ["markt.jpg"]
    assert [item.name for item in a_trash(house).items(kind="post")] == ["Markt"]


def test_many_come_back_as_one_step_and_undo_puts_them_in_again(house: House, tmp_path: Path) -> None:
    posts = [house.posts.create(f"Beitrag {n}") for n in range(3)]
    house.posts.delete(posts)
    a_deleted_picture(house, tmp_path)
    trash = a_trash(house)
    steps = house.store.changesets()
    trash.restore([item.ref for item in trash.items()][:3])
    assert house.store.changesets() == steps + 1
    assert len(trash.items()) == 1
    house.desk.undo()
    assert len(trash.items()) == 4
    with pytest.raises(Refused):
        trash.restore(["post/unknown"])


def test_the_file_of_a_picture_nothing_refers_to_goes_after_thirty_days_and_is_said_before(
    house: House, tmp_path: Path
) -> None:
    picture = a_deleted_picture(house, tmp_path)
    assert a_trash(house).items()[0].leaves is None
    assert a_sweeping(house).sweep(()) == SweepReport(marked=1)
    assert a_trash(house).items()[0].leaves == TODAY + timedelta(days=30)
    later(house, 29)
    assert a_sweeping(house).sweep(()).removed == ()
    assert has(house, picture)
    later(house, 1)
    assert a_sweeping(house).sweep(()).removed == ("markt.jpg",)
    assert not has(house, picture)
    assert a_trash(house).items() == []


def test_thirty_days_begin_with_the_mark_and_with_the_latest_deletion(house: House, tmp_path: Path) -> None:
    picture = a_deleted_picture(house, tmp_path)
    later(house, 100)
    assert a_sweeping(house).sweep(()) == SweepReport(marked=1)
    assert has(house, picture)
    house.desk.undo()
    assert a_sweeping(house).sweep(()) == SweepReport()
    later(house, 40)
    house.pictures.delete([picture.id])
    assert swept(house, days=29).removed == ()
    later(house, 1)
    assert a_sweeping(house).sweep(()).removed == ("markt.jpg",)


def test_a_picture_that_any_revision_of_a_post_has_used_keeps_its_file(house: House, tmp_path: Path) -> None:
    (id_,) = house.pictures.import_files([a_photo(tmp_path)]).added
    picture = house.pictures.get(id_)
    post = house.posts.create("Markt", text="Ein langer Text, damit der Schritt gepackt wird. " * 30)
    (attachment,) = house.editing.attach(post, [id_])
    house.editing.detach(post, attachment)
    house.posts.delete([post])
    house.pictures.delete([id_])
    assert swept(house, days=400).removed == ()
    assert has(house, picture)


def test_bytes_that_a_living_picture_shares_stay(house: House, tmp_path: Path) -> None:
    picture = a_deleted_picture(house, tmp_path)
    (twin,) = house.pictures.import_files([a_photo(tmp_path)]).added
    assert house.pictures.get(twin).sha256 == picture.sha256
    assert swept(house).removed == ()
    assert has(house, picture)


def test_what_a_backup_refers_to_stays_and_in_doubt_everything_does(house: House, tmp_path: Path) -> None:
    picture = a_deleted_picture(house, tmp_path)
    assert swept(house, Backup(picture.sha256)).removed == ()
    assert swept(house, Backup(broken=True)).removed == ()
    assert has(house, picture)
    assert swept(house, Backup("0" * 64)).removed == ("markt.jpg",)


def test_a_lost_or_broken_file_of_marks_only_makes_files_stay_longer(house: House, tmp_path: Path) -> None:
    picture = a_deleted_picture(house, tmp_path)
    a_sweeping(house).sweep(())
    later(house, 31)
    marks = house.pictures.shelf.folder / "sweep.json"
    for content in ("", "[]", '{"since": {"x": 3}}', '{"since": []}'):
        marks.write_text(content, encoding="utf-8")
        assert a_sweeping(house).sweep(()).removed == ()
    marks.unlink()
    assert a_sweeping(house).sweep(()) == SweepReport(marked=1)
    assert has(house, picture)
    assert date.fromisoformat(marks.read_text(encoding="utf-8").split('"')[5]) == TODAY + timedelta(days=31)


def test_real_backups_are_asked_and_hold_their_own_copies(house: House, tmp_path: Path) -> None:
    places = backup_places(house.folder)
    backups = house.backups_at(lambda: places)
    picture = a_deleted_picture(house, tmp_path)
    assert backups.make(Reason.MANUAL).ok
    assert InBackups(house.store, lambda: places).referenced_pictures() == set()
    held = next(places.first.rglob(f"{picture.sha256}.*"))
    held.unlink()
    assert house.past.sweep(places) == SweepReport()
    assert InBackups(house.store, lambda: places).referenced_pictures() == {picture.sha256}
    assert backups.make(Reason.MANUAL).ok
    assert house.past.sweep(places) == SweepReport(marked=1)
    later(house, 30)
    away = backup_places(house.folder, "", str(tmp_path / "stick"))
    assert house.past.sweep(away) == SweepReport()
    assert house.past.sweep(places).removed == ("markt.jpg",)


def test_a_picture_deleted_anew_stays_thirty_days_from_then_even_where_no_sweep_saw_it_alive(
    house: House, tmp_path: Path
) -> None:
    picture = a_deleted_picture(house, tmp_path)
    a_sweeping(house).sweep(())
    later(house, 29)
    house.desk.undo()
    house.pictures.delete([picture.id])
    later(house, 29)
    assert a_sweeping(house).sweep(()).removed == ()
    later(house, 1)
    assert a_sweeping(house).sweep(()).removed == ("markt.jpg",)
