# SPDX-License-Identifier: EUPL-1.2
"""kalender print and kalender calendar: a file where it was asked for, figures for scripts, a sentence where it cannot be."""

from pathlib import Path

import icalendar

from tests.cli.conftest import Kalender


def test_a_month_is_printed_and_its_posts_are_counted(
    kalender: Kalender, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "Dezember.pdf"
    told = kalender("--json", "print", sample, "--from", "2026-12-10", "--out", out)
    assert told.code == 0, told.err
    assert told.facts == {"out": str(out), "posts": 21}
    assert out.read_bytes().startswith(b"%PDF")


def test_a_list_holds_just_the_days_named(kalender: Kalender, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "neu" / "Liste.pdf"
    words = (
        "--view",
        "list",
        "--from",
        "04.12.2026",
        "--to",
        "04.12.2026",
        "--paper",
        "a3",
        "--upright",
        "--mono",
    )
    told = kalender("print", sample, *words, "--out", out)
    assert told.out == f"PDF gespeichert, mit 1 Beitrag. Datei: {out}\n"


def test_a_list_without_days_holds_the_month(kalender: Kalender, sample: Path, tmp_path: Path) -> None:
    told = kalender("--json", "print", sample, "--view", "list", "--out", tmp_path / "Liste.pdf")
    assert told.facts["posts"] == 20
    started = kalender(
        "--json", "print", sample, "--view", "list", "--from", "2026-12-14", "--out", tmp_path / "L.pdf"
    )
    assert 1 < started.facts["posts"] < 20


def test_a_folder_is_no_file_to_write(kalender: Kalender, sample: Path, tmp_path: Path) -> None:
    for command in ("print", "calendar"):
        told = kalender(command, sample, "--out", tmp_path)
        assert told.code == 1
        assert told.err.startswith(f"„{tmp_path}“ ist ein Ordner. Es wurde nichts geschrieben.")
    assert not list(tmp_path.glob("*.part"))


def test_a_place_without_leave_to_write_is_named(kalender: Kalender, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "belegt").write_text("eine Datei, kein Ordner")
    told = kalender("calendar", sample, "--out", tmp_path / "belegt" / "plan.ics")
    assert told.code == 1
    assert "ließ sich nicht schreiben" in told.err
    assert "Der Plan ist unverändert" in told.err


def test_days_the_wrong_way_round_are_refused(kalender: Kalender, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    told = kalender("print", sample, "--from", "2026-12-10", "--to", "2026-12-01", "--out", out)
    assert told.code == 1
    assert "vor dem ersten" in told.err
    assert not out.exists()


def test_the_calendar_of_one_channel_holds_its_posts_alone(
    kalender: Kalender, sample: Path, tmp_path: Path
) -> None:
    every, some = tmp_path / "alle.ics", tmp_path / "instagram.ics"
    whole = kalender("--json", "calendar", sample, "--out", every)
    one = kalender("--json", "calendar", sample, "--out", some, "--channel", "instagram")
    assert 0 < one.facts["events"] < whole.facts["events"]
    found = icalendar.Calendar.from_ical(some.read_bytes()).walk("VEVENT")
    assert len(found) == one.facts["events"]


def test_an_unknown_channel_is_refused(kalender: Kalender, sample: Path, tmp_path: Path) -> None:
    told = kalender("calendar", sample, "--out", tmp_path / "x.ics", "--channel", "rundfunk")
    assert told.code == 1
    assert "rundfunk" in told.err
