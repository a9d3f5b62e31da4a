# SPDX-License-Identifier: EUPL-1.2
"""archive: years listed, put away, written for the records office, opened again."""

from pathlib import Path

import pytest

from tests.cli.conftest import Kalender

HEAD = "Datum;Uhrzeit;Titel;Text;Kanal\n"


@pytest.fixture
def old(kalender: Kalender, sample: Path, tmp_path: Path) -> Path:
    """The sample with a post of 2025 that never appeared."""
    table = tmp_path / "alt.csv"
    table.write_text(
        f"{HEAD}05.12.2025;17:00;Markt im alten Jahr;Am Freitag ist Markt.;Facebook\n", encoding="utf-8"
    )
    assert kalender("import", sample, table).code == 0
    return sample


def test_the_years_are_listed(kalender: Kalender, old: Path) -> None:
    told = kalender("archive", old, "--json")
    assert [(item["year"], item["archived"], item["open"] > 0) for item in told.facts["years"]][-2:] == [
        (2026, False, True), (2025, False, True),
    ]  # fmt: skip
    said = kalender("archive", old)
    assert (
        "2025: vorbei. 0 Beiträge veröffentlicht. 1 Beitrag weder veröffentlicht noch verworfen" in said.out
    )


def test_a_year_is_put_away_written_and_opened_again(kalender: Kalender, old: Path, tmp_path: Path) -> None:
    told = kalender("archive", old, "2025", "--out", tmp_path / "Akten", "--zip", "--json")
    assert (told.code, told.facts["archived"], told.facts["handed_over"]["posts"]) == (0, True, 1)
    assert Path(told.facts["handed_over"]["zip"]).is_file()
    again = kalender("archive", old, "2025", "--out", tmp_path / "Akten")
    assert "2025 liegt schon im Archiv." in again.out
    assert kalender("archive", old, "2025").code != 0
    assert kalender("undo", old).code == 0
    assert kalender("archive", old, "2025").code == 0
    assert kalender("archive", old, "2025", "--reopen", "--json").facts["archived"] is False


def test_a_year_under_way_and_no_year_are_refused_in_german(kalender: Kalender, old: Path) -> None:
    assert "2026 ist noch nicht vorbei" in kalender("archive", old, "2026").err
    assert "„25“ ist kein Jahr" in kalender("archive", old, "25").err
