# SPDX-License-Identifier: EUPL-1.2
"""kalender import: a film and its captions go to the picture of the same name, and what has none is named."""

from pathlib import Path

import pytest

from tests.cli.conftest import Kalender
from tests.media.films import film
from tests.ui.room import a_photo

WORDS = "1\n00:00:01,000 --> 00:00:04,000\nDer Markt ist eröffnet.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a picture, a film and captions of one name."""
    found = tmp_path / "Fest"
    found.mkdir()
    a_photo(found, "fest.jpg")
    film(found / "fest.mp4")
    (found / "FEST.srt").write_text(WORDS, encoding="utf-8")
    return found


def test_a_folder_brings_cover_film_and_captions_in_one_call(
    kalender: Kalender, plan: Path, folder: Path
) -> None:
    told = kalender("import", plan, folder, "--json")
    assert (told.code, told.facts["refused"]) == (0, [])
    (picture,) = told.facts["pictures"]["added"]
    assert told.facts["films"] == {"added": [picture], "unchanged": []}
    again = kalender("import", plan, folder, "--json")
    assert again.facts["films"] == {"added": [], "unchanged": [picture]}
    assert again.facts["pictures"] == {"added": [], "duplicates": [picture]}
    assert "Filme: 0 Bilder haben einen Film" in kalender("import", plan, folder).out


def test_another_film_of_the_name_replaces_the_first_and_its_captions_go(
    kalender: Kalender, plan: Path, folder: Path
) -> None:
    kalender("import", plan, folder)
    other = film(folder / "fest.mp4", seconds=12)
    told = kalender("import", plan, other, "--json")
    assert (told.code, len(told.facts["films"]["added"])) == (0, 1)


def test_a_film_without_a_cover_is_refused_with_the_way_out(
    kalender: Kalender, plan: Path, tmp_path: Path
) -> None:
    alone = film(tmp_path / "allein.mp4")
    told = kalender("import", plan, alone, "--json")
    assert told.code != 0
    assert [item["reason"] for item in told.facts["refused"]] == ["cover_missing"]
    assert "allein.jpg" in told.facts["refused"][0]["message"]


def test_captions_without_a_film_and_a_name_many_pictures_have_are_refused(
    kalender: Kalender, plan: Path, tmp_path: Path, folder: Path
) -> None:
    (folder / "fest.mp4").unlink()
    told = kalender("import", plan, folder, "--json")
    assert [item["reason"] for item in told.facts["refused"]] == ["film_missing"]
    a_photo(tmp_path, "fest.png", size=(900, 700))
    kalender("import", plan, tmp_path / "fest.png")
    told = kalender("import", plan, film(tmp_path / "fest.mp4"), "--json")
    assert [item["reason"] for item in told.facts["refused"]] == ["cover_unclear"]


def test_what_is_no_film_is_refused_and_the_picture_stays(
    kalender: Kalender, plan: Path, folder: Path
) -> None:
    (folder / "fest.mp4").write_bytes(b"kein Film")
    (folder / "FEST.srt").unlink()
    told = kalender("import", plan, folder, "--json")
    assert len(told.facts["pictures"]["added"]) == 1
    assert [item["reason"] for item in told.facts["refused"]] == ["film_unreadable"]
