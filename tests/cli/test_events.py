# SPDX-License-Identifier: EUPL-1.2
"""event: what is on is listed, an event brings its posts, and they move along."""

from pathlib import Path

from tests.cli.conftest import Kalender


def test_an_event_brings_its_posts_and_they_move_along(kalender: Kalender, sample: Path) -> None:
    assert "Weihnachtsmarkt: 4.–6. Dezember 2026, 2 Beiträge" in kalender("event", sample).out
    made = kalender(
        "event",
        sample,
        "Stadtfest",
        "--from",
        "2027-01-15",
        "--to",
        "17.01.2027",
        "--chain",
        "event",
        "--json",
    )
    assert [item["planned"][:10] for item in made.facts["posts"]] == [
        "2027-01-01", "2027-01-13", "2027-01-15", "2027-01-18"
    ]  # fmt: skip
    assert "Stadtfest: 15.–17. Januar 2027, 4 Beiträge" in kalender("event", sample).out
    moved = kalender("event", sample, "Stadtfest", "--move", "2027-01-22")
    assert "4 Beiträge rücken mit" in moved.out
    event = next(
        item for item in kalender("event", sample, "--json").facts["events"] if item["title"] == "Stadtfest"
    )
    assert (event["first"], event["last"]) == ("2027-01-22", "2027-01-24")
    assert [item["planned"][:10] for item in event["posts"]] == [
        "2027-01-08", "2027-01-20", "2027-01-22", "2027-01-25"
    ]  # fmt: skip


def test_a_plan_without_events_says_so(kalender: Kalender, tmp_path: Path) -> None:
    kalender("new", tmp_path / "plan", "--municipality", "Neustadt", "--state", "HE")
    assert "steht keine Veranstaltung" in kalender("event", tmp_path / "plan").out


def test_an_event_that_is_not_there_and_days_turned_round_are_refused(
    kalender: Kalender, sample: Path
) -> None:
    assert kalender("event", sample, "Nichts", "--move", "2027-01-22").code != 0
    wrong = kalender("event", sample, "Fest", "--from", "2027-01-15", "--to", "2027-01-14")
    assert "Der letzte Tag liegt vor dem ersten" in wrong.err
