# SPDX-License-Identifier: EUPL-1.2
"""Packages appear complete or not at all."""

import errno
import json
import os
import zipfile
from pathlib import Path

import pytest

from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange.package import ChannelContent, PackageContent, archive, build, check

PICTURE = b"\xff\xd8\xff picture"


def an_order(folder: str = "2026-12-04_1700_Markt_ab12", text: str = "Kommen Sie!\n") -> PackageContent:
    return PackageContent(
        post="p1",
        folder=folder,
        channels=(
            ChannelContent(
                id="facebook", folder="01-facebook", texts=(("text.txt", text),), pictures=("bild-1.jpg",)
            ),
            ChannelContent(
                id="website", folder="02-website", texts=(("text.txt", text), ("freigabe.txt", "Vermerk"))
            ),
        ),
        record={"post": "p1", "digest": "d" * 64},
    )


def pictures(part: Path) -> None:
    (part / "01-facebook" / "bild-1.jpg").write_bytes(PICTURE)


def test_a_package_has_a_folder_for_each_channel_and_a_manifest_of_every_byte(tmp_path: Path) -> None:
    made = build(an_order(), tmp_path, pictures)
    made.put_in_place()
    place = tmp_path / "2026-12-04_1700_Markt_ab12"
    assert (place / "01-facebook" / "text.txt").read_text(encoding="utf-8") == "Kommen Sie!\n"
    assert made.files == {"facebook": ("text.txt", "bild-1.jpg"), "website": ("text.txt", "freigabe.txt")}
    manifest = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["post"], manifest["digest"]) == ("p1", "d" * 64)
    assert {item["file"]: item["bytes"] for item in manifest["files"]}["01-facebook/bild-1.jpg"] == len(
        PICTURE
    )
    assert check(place) == []
    assert [path.name for path in tmp_path.iterdir()] == [place.name]


def test_what_was_changed_added_or_removed_later_is_found(tmp_path: Path) -> None:
    build(an_order(), tmp_path, pictures).put_in_place()
    place = tmp_path / an_order().folder
    (place / "01-facebook" / "bild-1.jpg").write_bytes(PICTURE + b"!")
    (place / "02-website" / "freigabe.txt").unlink()
    (place / "dazu.txt").write_text("neu", encoding="utf-8")
    assert check(place) == ["01-facebook/bild-1.jpg", "02-website/freigabe.txt", "dazu.txt"]


def test_until_it_is_put_in_place_nothing_stands_under_the_final_name(tmp_path: Path) -> None:
    made = build(an_order(), tmp_path, pictures)
    assert not made.place.exists()
    made.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken(_part: Path) -> None:
        raise Refused(RefusalKind.PICTURE_DAMAGED, name="markt.jpg")

    with pytest.raises(Refused):
        build(an_order(), tmp_path, broken)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [None, b""])
def test_a_picture_that_is_missing_or_empty_is_no_package(tmp_path: Path, content: bytes | None) -> None:
    def poor(part: Path) -> None:
        if content is not None:
            (part / "01-facebook" / "bild-1.jpg").write_bytes(content)

    with pytest.raises(Refused) as refused:
        build(an_order(), tmp_path, poor)
    assert refused.value.kind is RefusalKind.WRITE_FAILED
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_says_so_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused) as refused:
        build(an_order(), tmp_path, pictures)
    assert refused.value.kind is RefusalKind.DISK_FULL
    assert list(tmp_path.iterdir()) == []


def test_a_newer_package_takes_the_place_of_the_old_one_as_a_whole(tmp_path: Path) -> None:
    build(an_order(), tmp_path, pictures).put_in_place()
    build(an_order(text="Neu\n"), tmp_path, pictures).put_in_place()
    place = tmp_path / an_order().folder
    assert (place / "02-website" / "text.txt").read_text(encoding="utf-8") == "Neu\n"
    assert check(place) == []
    assert [path.name for path in tmp_path.iterdir()] == [place.name]


def test_the_old_package_stays_where_the_new_one_cannot_be_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(an_order(), tmp_path, pictures).put_in_place()
    newer = build(an_order(text="Neu\n"), tmp_path, pictures)
    real = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if self == newer.part:
            raise OSError(errno.EIO, "input/output error")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(Refused):
        newer.put_in_place()
    place = tmp_path / an_order().folder
    assert (place / "02-website" / "text.txt").read_text(encoding="utf-8") == "Kommen Sie!\n"


def test_the_archive_of_the_same_packages_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    for name in ("b", "a"):
        build(an_order(folder=name), tmp_path, pictures).put_in_place()
    one = archive(tmp_path, ["a", "b"], tmp_path / "eins.zip").read_bytes()
    (tmp_path / "a" / "01-facebook" / "text.txt").touch()
    two = archive(tmp_path, ["b", "a"], tmp_path / "zwei.zip").read_bytes()
    assert one == two
    with zipfile.ZipFile(tmp_path / "eins.zip") as packed:
        assert packed.testzip() is None
        assert packed.namelist() == sorted(packed.namelist())
        assert "a/01-facebook/bild-1.jpg" in packed.namelist()
        assert not any(name.startswith(("/", "..")) or "\\" in name for name in packed.namelist())
