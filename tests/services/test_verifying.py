# SPDX-License-Identifier: EUPL-1.2
"""A check of the whole plan: every picture to its last byte, the history, the rows; stopped where asked, changing nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kalender.app.house import House
from kalender.domain.refusal import RefusalKind, Refused
from tests.faults.rich import at_home
from tests.media.drawn import photo
from tests.ui.room import a_photo, a_post_with_pictures


def state(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def original(house: House, picture: str) -> Path:
    found = house.pictures.get(picture)
    return house.pictures.shelf.path(found.sha256, found.suffix)


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


HARMS: dict[str, Callable[[Path], Any]] = {
    "picture_altered": _flip,
    "picture_empty": lambda path: path.write_bytes(b""),
    "picture_missing": Path.unlink,
}


def test_a_whole_plan_is_whole_and_checking_changes_nothing(house: House, picture: str) -> None:
    before = state(house.folder)
    found = house.verifying.run()
    assert found.ok
    assert (found.posts, found.pictures, found.strays) == (0, 1, ())
    assert found.bytes == house.pictures.get(picture).bytes
    assert state(house.folder) == before


@pytest.mark.parametrize("kind", HARMS)
def test_a_harmed_picture_is_named_by_its_name_and_the_posts_that_use_it(
    house: House, tmp_path: Path, kind: str
) -> None:
    a_post_with_pictures(house, [a_photo(tmp_path)])
    (picture,) = house.pictures.all()
    HARMS[kind](original(house, picture.id))
    (trouble,) = house.verifying.run().troubles
    assert (trouble.kind, trouble.name, trouble.posts) == (kind, "markt.jpg", ("Vorlesen in der Bücherei",))
    assert picture.sha256 in trouble.where


def test_a_plan_that_can_only_be_read_is_checked_as_thoroughly(house: House, picture: str) -> None:
    _flip(original(house, picture))
    house.store._on.sql("UPDATE record SET state = replace(state, 'Lindenbrunn', 'Anderswo')")
    house.close()
    with at_home(house.folder, read_only=True) as reader:
        kinds = {trouble.kind for trouble in reader.verifying.run().troubles}
    assert kinds == {"rows", "picture_altered"}


def test_a_picture_in_the_trash_may_be_gone_but_not_altered(house: House, picture: str) -> None:
    path = original(house, picture)
    house.pictures.delete([picture])
    _flip(path)
    assert [item.kind for item in house.verifying.run().troubles] == ["picture_altered"]
    path.unlink()
    assert house.verifying.run().ok


def test_files_that_belong_to_no_picture_are_named_and_no_fault(house: House, picture: str) -> None:
    stray = original(house, picture).with_name("Thumbs.db")
    stray.write_bytes(b"x")
    found = house.verifying.run()
    assert found.ok
    assert found.strays == (f"{stray.parent.name}/Thumbs.db",)


def test_taking_the_same_file_in_again_mends_a_harmed_picture(house: House, tmp_path: Path) -> None:
    photo(640, 480).save(tmp_path / "again.jpg")
    (picture,) = house.pictures.import_files([tmp_path / "again.jpg"]).added
    post = house.posts.create("Markt", text="Der Markt öffnet.")
    house.editing.attach(post, [picture])
    _flip(original(house, picture))
    assert not house.verifying.run().ok
    assert "picture.file" in {item.rule for item in house.checks.of(post)}
    assert house.pictures.import_files([tmp_path / "again.jpg"]).duplicates == (picture,)
    assert "picture.file" not in {item.rule for item in house.checks.of(post)}
    assert house.verifying.run().ok


def test_an_emptied_file_is_found_by_the_checks_without_reading_it(house: House, picture: str) -> None:
    post = house.posts.create("Markt", text="Der Markt öffnet.")
    house.editing.attach(post, [picture])
    assert "picture.file" not in {item.rule for item in house.checks.of(post)}
    for harm in ("picture_empty", "picture_missing"):
        HARMS[harm](original(house, picture))
        for found in (house.checks.of(post), house.checks.all()):
            assert "picture.file" in {item.rule for item in found}
        with pytest.raises(Refused):
            house.pictures.original(picture)


def test_progress_rises_to_the_whole_and_whoever_hears_it_can_stop(house: House, picture: str) -> None:
    heard: list[tuple[int, int]] = []
    house.verifying.run(lambda done, of: heard.append((done, of)))
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]

    class Enough(Exception):  # noqa: N818 - what happened, not a defect
        """Nobody wants to know any more."""

    def stop(done: int, _of: int) -> None:
        if done > heard[-1][1] // 2:
            raise Enough

    with pytest.raises(Enough):
        house.verifying.run(stop)
    house.posts.create("Danach", text="Weiter.")
    assert house.verifying.run().ok


def test_a_picture_that_is_swapped_while_it_is_rendered_does_not_leave(
    house: House, picture: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = house.posts.create("Markt", planned=house.posts.now().replace(day=11), text="Der Markt öffnet.")
    house.editing.attach(post, [picture])
    house.reviews.request(post)
    house.desk.acting_as("ines")
    house.reviews.approve(post, house.reviews.sheet(post).digest)
    call = house.worker.call

    def swapping(func: Callable[..., Any], *given: object, timeout: float = 10.0) -> Any:
        done = call(func, *given, timeout=timeout)
        _flip(original(house, picture))
        return done

    monkeypatch.setattr(house.worker, "call", swapping)
    report = house.publishing.export(tmp_path / "out")
    assert [item.reason.kind for item in report.held_back] == [RefusalKind.PICTURE_DAMAGED]
    assert not [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
