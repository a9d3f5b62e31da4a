# SPDX-License-Identifier: EUPL-1.2
"""Originals lie under the hash of their bytes, whole or not at all."""

import errno
import hashlib
import os
from pathlib import Path

import pytest
from PIL import Image

from kalender.media.kinds import Unreadable, UnreadablePicture
from kalender.media.shelf import Shelf, put_in_place
from kalender.media.taking import make_small, take
from tests.media.drawn import is_upright, photo, quarters


def a_file(folder: Path, name: str = "rathaus.JPG") -> Path:
    path = folder / name
    quarters().save(path, "PNG")
    return path


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_taken_file_lies_unchanged_under_its_hash_with_the_suffix_of_its_content(tmp_path: Path) -> None:
    source, shelf = a_file(tmp_path), Shelf(tmp_path / "pictures", tmp_path / "cache")
    taken = take(source, shelf.folder)
    assert taken.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert names(shelf.folder) == [f"{taken.sha256[:2]}{os.sep}{taken.sha256}.png"]
    assert shelf.path(taken.sha256, "png").read_bytes() == source.read_bytes()
    assert shelf.has(taken.sha256, "png")
    assert shelf.verify(taken.sha256, "png")


def test_the_same_bytes_are_stored_once(tmp_path: Path) -> None:
    source, shelf = a_file(tmp_path), tmp_path / "pictures"
    first = take(source, shelf)
    again = take(a_file(tmp_path, "kopie.png"), shelf)
    assert again.sha256 == first.sha256
    assert len(names(shelf)) == 1


def test_a_refused_file_leaves_nothing_behind(tmp_path: Path) -> None:
    source = tmp_path / "kaputt.jpg"
    photo(200, 150).save(source)
    source.write_bytes(source.read_bytes()[:2000])
    with pytest.raises(UnreadablePicture):
        take(source, tmp_path / "pictures")
    assert names(tmp_path / "pictures") == []


def test_a_stored_file_that_lost_its_bytes_is_noticed_and_mended_by_taking_it_again(tmp_path: Path) -> None:
    source, shelf = a_file(tmp_path), Shelf(tmp_path / "pictures", tmp_path / "cache")
    taken = take(source, shelf.folder)
    shelf.path(taken.sha256, "png").write_bytes(b"")
    assert not shelf.has(taken.sha256, "png")
    assert not shelf.verify(taken.sha256, "png")
    take(source, shelf.folder)
    assert shelf.verify(taken.sha256, "png")


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "pictures", tmp_path / "cache")
    taken = take(a_file(tmp_path), shelf.folder)
    path = shelf.path(taken.sha256, "png")
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    assert shelf.has(taken.sha256, "png")
    assert not shelf.verify(taken.sha256, "png")


@pytest.mark.parametrize(
    ("number", "why"), [(errno.ENOSPC, Unreadable.NO_SPACE), (errno.EIO, Unreadable.MISSING)]
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fails_at_any_step_leaves_no_half_file(
    number: int, why: Unreadable, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object) -> None:
        raise OSError(number, os.strerror(number))

    source = a_file(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os if step == "fsync" else Path, step, fails)
        with pytest.raises(UnreadablePicture) as caught:
            take(source, tmp_path / "pictures")
    assert caught.value.why is why
    assert names(tmp_path / "pictures") == []


def test_a_virus_scanner_that_holds_a_file_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, target = tmp_path / "a.part", tmp_path / "a"
    part.write_bytes(b"x")
    tries, real = [], Path.replace

    def held(self: Path, to: Path) -> Path:
        tries.append(to)
        if len(tries) < 4:
            error = PermissionError(13, "held")
            error.winerror = 32  # type: ignore[attr-defined]  # as Windows sets it
            raise error
        return real(self, to)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    put_in_place(part, target)
    assert (len(tries), target.read_bytes()) == (4, b"x")


def test_what_a_killed_import_left_is_tidied_and_originals_stay(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "pictures", tmp_path / "cache")
    taken = take(a_file(tmp_path), shelf.folder)
    (shelf.folder / "~0123.part").write_bytes(b"half")
    assert shelf.tidy() == 0, "perhaps it is being written just now"
    assert shelf.tidy(age=0) == 1
    assert list(shelf.files()) == [shelf.path(taken.sha256, "png")]


def test_a_small_picture_is_made_whole_in_the_cache_and_never_enlarged(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "pictures", tmp_path / "cache")
    taken = take(a_file(tmp_path), shelf.folder)
    original = shelf.path(taken.sha256, "png")
    with Image.open(make_small(original, shelf.small(taken.sha256, 64), 64)) as small:
        assert small.size == (64, 48)
        assert is_upright(small)
    with Image.open(make_small(original, shelf.small(taken.sha256, 4000), 4000)) as same:
        assert same.size == (320, 240)
    assert all(name.endswith(".jpg") for name in names(shelf.cache))


@pytest.mark.parametrize(("sha256", "suffix"), [("../../etc/passwd", "jpg"), ("ab", "jpg/../../x"), ("", "")])
def test_a_record_from_elsewhere_cannot_point_outside_the_shelf(
    sha256: str, suffix: str, tmp_path: Path
) -> None:
    shelf = Shelf(tmp_path / "pictures", tmp_path / "cache")
    assert shelf.path(sha256, suffix) == shelf.folder / "unknown" / "unknown"
    assert not shelf.has(sha256, suffix)
