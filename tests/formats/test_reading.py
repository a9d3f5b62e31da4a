# SPDX-License-Identifier: EUPL-1.2
"""The copy of the formats that makes a start quicker, and never says anything the files do not."""

import json
from pathlib import Path

import pytest

from kalender.formats.catalogue import load
from kalender.formats.reading import Reader


def test_the_copy_says_what_the_files_say(tmp_path: Path) -> None:
    copy = tmp_path / "cache" / "formats.json"
    first = load(None, copy)
    assert copy.exists()
    assert load(None, copy).platforms == first.platforms == load().platforms


def test_unchanged_files_are_taken_from_the_copy(tmp_path: Path) -> None:
    file, copy = tmp_path / "a.toml", tmp_path / "formats.json"
    file.write_text("day = 2026-11-22\n[platform]\nname = 'Alt'\n", encoding="utf-8")
    reader = Reader(copy)
    table = reader.table(file)
    reader.keep()
    kept = copy.read_text(encoding="utf-8")
    copy.write_text(kept.replace("Alt", "Aus der Kopie"), encoding="utf-8")
    assert Reader(copy).table(file) == {**table, "platform": {"name": "Aus der Kopie"}}


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file, copy = tmp_path / "a.toml", tmp_path / "formats.json"
    file.write_text("name = 'Alt'", encoding="utf-8")
    reader = Reader(copy)
    reader.table(file)
    reader.keep()
    file.write_text("name = 'Anders'", encoding="utf-8")
    assert Reader(copy).table(file) == {"name": "Anders"}


@pytest.mark.parametrize("words", ["", "[]", "{", '{"day": 1}', '{"a": {"day": "morgen"}}', "\udcff"])
def test_a_broken_copy_is_made_anew(tmp_path: Path, words: str) -> None:
    copy = tmp_path / "formats.json"
    copy.write_bytes(words.encode("utf-8", "surrogateescape"))
    assert load(None, copy).platforms == load().platforms
    assert len(json.loads(copy.read_bytes())) == len(load().platforms)


def test_a_copy_that_breaks_the_schema_gains_nothing(tmp_path: Path) -> None:
    copy = tmp_path / "formats.json"
    load(None, copy)
    kept = copy.read_text(encoding="utf-8")
    assert '"width": 1080' in kept
    copy.write_text(kept.replace('"width": 1080', '"width": "breit"'), encoding="utf-8")
    assert load(None, copy).platforms == load().platforms


def test_without_a_place_for_the_copy_all_is_as_before(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert load(None, tmp_path / "file" / "formats.json").platforms == load().platforms
