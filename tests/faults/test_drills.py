# SPDX-License-Identifier: EUPL-1.2
"""A small share of the drills that `python -m tests.faults.drills` does; and that they would notice a fault."""

import sys
from pathlib import Path

import pytest

from kalender.services.backups import making, returning
from kalender.store.backup import folders, info
from kalender.store.backup.info import PictureFile
from tests.faults import drills
from tests.faults.tally import SEED, budget


def test_every_drill_brings_back_every_record_and_every_byte(capsys: pytest.CaptureFixture[str]) -> None:
    tally = drills.run(budget(15, "drills"), SEED)
    with capsys.disabled():
        sys.stdout.write(f"\n{tally}\n")
    assert tally.ok, str(tally)


def test_the_drills_notice_a_listing_that_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(_self: folders.Hashes, path: Path) -> str:
        return path.stem if path.suffix == ".jpg" else _sealed(path)

    def _sealed(path: Path) -> str:
        manifest = info.read_manifest(path.with_suffix(folders.MANIFEST).read_bytes())
        return manifest.snapshot_sha256

    monkeypatch.setattr(folders.Hashes, "of", told)
    assert not drills.run(12, SEED).ok


def test_the_drills_notice_pictures_left_out_of_a_backup(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgotten(_self: making._Bringing, _folder: Path, item: PictureFile) -> PictureFile:
        return item

    monkeypatch.setattr(making._Bringing, "_brought", forgotten)
    assert not drills.run(12, SEED).ok


def test_the_drills_notice_a_restore_that_leaves_a_damaged_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def there(path: Path, _item: PictureFile) -> bool:
        return path.exists()

    monkeypatch.setattr(returning, "_is", there)
    assert not drills.run(30, SEED).ok


def test_the_drills_notice_the_journal_of_another_write_left_beside_the_restored_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kalender.store.backup.returning._set_aside", lambda _file, _now: None)
    assert not drills.run(30, SEED).ok
