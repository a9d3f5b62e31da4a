# SPDX-License-Identifier: EUPL-1.2
"""kalender import with calendars: what is good is taken, what is bad is named by file, line and reason."""

from pathlib import Path

from tests.cli.conftest import Kalender

GOOD = "BEGIN:VEVENT\nUID:1\nSUMMARY:Restmüll\nDTSTART:20261208\nEND:VEVENT\n"
BAD = "BEGIN:VEVENT\nUID:2\nSUMMARY:Bio\nDTSTART:gestern\nEND:VEVENT\n"


def calendar(folder: Path, *events: str, name: str = "plan.ics") -> Path:
    path = folder / name
    path.write_text(f"BEGIN:VCALENDAR\n{''.join(events)}END:VCALENDAR\n", encoding="utf-8")
    return path


def test_a_calendar_says_what_came_of_it_and_names_bad_entries_by_line(
    kalender: Kalender, plan: Path, tmp_path: Path
) -> None:
    path = calendar(tmp_path, GOOD, BAD)
    told = kalender("import", plan, path, "--layer", "Müllabfuhr", "--json")
    assert (told.code, told.facts["added"], told.facts["updated"]) == (0, 1, 0)
    (bad,) = told.facts["refused"]
    assert (bad["file"], bad["line"], bad["reason"]) == (str(path), 10, "bad_date")
    again = kalender("import", plan, path, "--json")
    assert (again.facts["added"], again.facts["unchanged"]) == (0, 1)
    assert [item["name"] for item in again.facts["layers"]] == ["Müllabfuhr"]


def test_a_calendar_is_known_by_its_content_and_also_found_in_a_folder(
    kalender: Kalender, plan: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Eingang"
    folder.mkdir()
    calendar(folder, GOOD, name="export.txt")
    told = kalender("import", plan, folder, "--json")
    assert (told.code, told.facts["added"]) == (0, 1)


def test_a_table_of_days_goes_into_the_layer_that_is_named(
    kalender: Kalender, plan: Path, tmp_path: Path
) -> None:
    path = tmp_path / "wahlen.csv"
    path.write_text("Wahltag;Wahl\n14.03.2027;Landtagswahl\n", encoding="utf-8")
    told = kalender("import", plan, path, "--layer", "Wahlen", "--kind", "election", "--json")
    assert (told.code, told.facts["added"], told.facts["posts"]["added"]) == (0, 1, [])
    assert "Eingelesen" in kalender("history", plan).out or "eingelesen" in kalender("history", plan).out


def test_a_file_of_which_nothing_can_be_taken_fails(kalender: Kalender, plan: Path, tmp_path: Path) -> None:
    told = kalender("import", plan, calendar(tmp_path, BAD), "--json")
    assert told.code == 1
    assert "kein Eintrag" in told.facts["error"]
