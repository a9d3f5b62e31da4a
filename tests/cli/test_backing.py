# SPDX-License-Identifier: EUPL-1.2
"""The commands backup and restore: the same as in the window, also while it is open and where no plan opens."""

import shutil
from pathlib import Path

import pytest

from kalender.app.console import Console
from kalender.jobs.pool import InlineWorker
from tests.cli.conftest import Kalender


@pytest.fixture
def kept(kalender: Kalender, sample: Path) -> Path:
    """The file of a backup of the sample."""
    told = kalender("backup", sample, "--json")
    assert told.code == 0, told.facts
    (made,) = told.facts["backups"]
    return Path(made["path"])


def test_a_backup_tells_what_it_holds_and_where_it_lies(kalender: Kalender, sample: Path) -> None:
    told = kalender("backup", sample, "--json")
    assert told.code == 0
    assert told.facts["failed"] == []
    (made,) = told.facts["backups"]
    assert (made["posts"], made["pictures"], made["state"], made["reason"]) == (41, 12, "sound", "manual")
    assert Path(made["place"]) == sample.parent / "Sicherungen"
    assert "41 Beiträge, 12 Bilder" in kalender("backup", sample).out


def test_a_backup_is_made_while_a_window_has_the_plan(kalender: Kalender, sample: Path) -> None:
    house = Console(None, InlineWorker()).open(sample)
    try:
        assert kalender("backup", sample).code == 0
    finally:
        house.close()


def test_a_place_that_is_not_there_fails_aloud(kalender: Kalender, sample: Path, tmp_path: Path) -> None:
    told = kalender("backup", sample, "--to", tmp_path / "Stick", "--json")
    assert told.code == 1
    assert told.facts["failed"][0]["reason"] == "backup_place_away"
    assert "ist nicht da" in told.facts["error"]
    assert not (tmp_path / "Stick").exists()


def test_backups_are_listed_by_plan_and_by_place_damaged_ones_with_the_reason(
    kalender: Kalender, sample: Path, kept: Path
) -> None:
    body = kept.read_bytes()
    for source in (sample, sample.parent / "Sicherungen", kept.parent):
        (found,) = kalender("restore", "--list", source, "--json").facts["backups"]
        assert (found["path"], found["state"]) == (str(kept), "sound")
    kept.write_bytes(body[:5000])
    told = kalender("restore", sample, "--list", "--json")
    assert told.facts["backups"][0]["state"] == "snapshot_altered"
    assert "verändert oder abgeschnitten" in told.facts["backups"][0]["message"]
    assert kalender("restore", sample, "--to", sample).code == 1


def test_restoring_onto_a_living_plan_shows_what_changes_and_is_one_step(
    kalender: Kalender, sample: Path, kept: Path
) -> None:
    posts = kalender("list", sample, "--json").facts["posts"]
    assert kalender("undo", sample).code == 0
    changed = kalender("list", sample, "--json").facts["posts"]
    shown = kalender("restore", kept, "--to", sample, "--preview", "--json").facts
    assert len(shown["changed"]) + len(shown["back"]) + len(shown["gone"]) > 0
    told = kalender("restore", kept, "--to", sample, "--json")
    assert told.code == 0
    assert told.facts["records"] > 0
    assert kalender("list", sample, "--json").facts["posts"] == posts
    assert kalender("undo", sample).code == 0
    assert kalender("list", sample, "--json").facts["posts"] == changed
    assert kalender("verify", sample).code == 0


def test_the_preview_of_a_plan_s_newest_backup_needs_no_other_folder(
    kalender: Kalender, sample: Path, kept: Path
) -> None:
    assert kalender("undo", sample).code == 0
    named = kalender("restore", kept, "--to", sample, "--preview", "--json").facts
    told = kalender("restore", sample, "--preview", "--json")
    assert told.code == 0
    assert told.facts["changed"] + told.facts["back"] + told.facts["gone"] != []
    assert told.facts == named
    assert kalender("restore", sample).code == 1, "to go back one has to say where"


def test_a_plan_that_is_gone_or_damaged_comes_back_and_its_file_is_kept(
    kalender: Kalender, sample: Path, kept: Path, tmp_path: Path
) -> None:
    posts = kalender("list", sample, "--json").facts["posts"]
    file = sample / "plan.kalender"
    file.write_bytes(file.read_bytes()[:20_000])
    harmed = file.read_bytes()
    told = kalender("restore", sample, "--to", sample, "--json")
    assert told.code == 0, told.facts
    assert Path(told.facts["kept"]).read_bytes() == harmed
    assert kalender("list", sample, "--json").facts["posts"] == posts
    shutil.rmtree(sample)
    told = kalender("restore", tmp_path / "Sicherungen", "--to", tmp_path / "Wieder da", "--json")
    assert (told.code, told.facts["kept"], told.facts["missing"]) == (0, None, [])
    assert kalender("verify", tmp_path / "Wieder da").code == 0


def test_without_a_folder_or_with_an_unknown_backup_nothing_is_done(
    kalender: Kalender, sample: Path, kept: Path, tmp_path: Path
) -> None:
    assert "--to" in kalender("restore", kept).err
    assert (
        kalender("restore", tmp_path / "nichts", "--to", tmp_path / "x", "--json").facts["reason"]
        == "backup_unknown"
    )
    assert not (tmp_path / "x").exists()


def test_an_import_is_preceded_by_a_backup_and_goes_on_where_that_fails(
    kalender: Kalender, plan: Path, tmp_path: Path
) -> None:
    table = tmp_path / "plan.csv"
    table.write_text("Datum;Titel;Text\n04.12.2026;Markt;Heute.\n", encoding="utf-8")
    told = kalender("import", plan, table, "--json")
    assert Path(told.facts["backup"]).exists()
    assert told.facts["backup_failed"] is None
    (found,) = kalender("restore", "--list", plan, "--json").facts["backups"]
    assert (found["reason"], found["posts"]) == ("before_import", 0)
    shutil.rmtree(plan.parent / "Sicherungen")
    (plan.parent / "Sicherungen").write_bytes(b"")
    table.write_text("Datum;Titel;Text\n05.12.2026;Lesung;Morgen.\n", encoding="utf-8")
    told = kalender("import", plan, table, "--json")
    assert told.code == 0
    assert told.facts["added"] == 1
    assert told.facts["backup"] is None
    assert "misslungen" in told.facts["backup_failed"]
