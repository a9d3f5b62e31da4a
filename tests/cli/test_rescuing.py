# SPDX-License-Identifier: EUPL-1.2
"""The command rescue."""

import hashlib
from pathlib import Path

from tests.cli.conftest import Kalender


def test_a_damaged_plan_is_saved_beside_itself(kalender: Kalender, sample: Path) -> None:
    before = kalender("list", sample, "--json").facts["posts"]
    file = sample / "plan.kalender"
    whole = file.read_bytes()
    file.write_bytes(b"\xff" * 4096 + whole[4096:])
    damaged = hashlib.sha256(file.read_bytes()).digest()
    assert kalender("list", sample).code == 1
    told = kalender("rescue", sample, "--json")
    assert told.code == 0, told.err
    facts = told.facts
    assert (facts["ok"], facts["complete"], facts["original_unchanged"]) == (True, True, True)
    assert (facts["changesets_lost"], facts["waiting"], facts["missing_pictures"]) == ([], [], [])
    assert hashlib.sha256(file.read_bytes()).digest() == damaged
    assert kalender("list", facts["out"], "--json").facts["posts"] == before
    assert kalender("verify", facts["out"]).code == 0


def test_a_plan_is_saved_to_a_folder_of_choice_and_told_in_words(
    kalender: Kalender, plan: Path, tmp_path: Path
) -> None:
    told = kalender("rescue", plan, "--to", tmp_path / "neu")
    assert told.code == 0, told.err
    assert (tmp_path / "neu" / "Rettungsbericht.txt").exists()
    assert "unverändert" in told.out
    again = kalender("rescue", plan, "--to", tmp_path / "neu", "--json")
    assert (again.code, again.facts["reason"]) == (1, "folder_not_empty")


def test_what_holds_nothing_readable_is_refused(kalender: Kalender, tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.kalender").write_bytes(bytes(5000))
    told = kalender("rescue", tmp_path / "plan", "--json")
    assert (told.code, told.facts["reason"]) == (1, "nothing_rescued")
    assert [path.name for path in tmp_path.glob("*plan*")] == ["plan"]
    gone = kalender("rescue", tmp_path / "nirgends", "--json")
    assert (gone.code, gone.facts["reason"]) == (1, "file_unreadable")
