# SPDX-License-Identifier: EUPL-1.2
"""request-review and decide: four eyes, bound to the content, by whoever --by names."""

from pathlib import Path

import pytest

from kalender.app.console import Console
from kalender.jobs.pool import InlineWorker
from tests.cli.conftest import Kalender

TITLE = "Bürgerbüro geschlossen"


@pytest.fixture
def post(kalender: Kalender, plan: Path, tmp_path: Path) -> str:
    """A finished draft in the plan; its id."""
    table = tmp_path / "plan.csv"
    table.write_text(
        f"Datum;Uhrzeit;Titel;Text;Kanal\n05.12.2026;10:00;{TITLE};Das Bürgerbüro bleibt zu.;Facebook\n",
        "utf-8",
    )
    told = kalender("import", plan, table, "--json")
    assert told.code == 0, told.err
    return str(told.facts["posts"]["added"][0])


def stage(kalender: Kalender, plan: Path) -> str:
    return str(kalender("show", plan, TITLE, "--json").facts["stage"])


def test_asked_by_one_and_approved_by_another(kalender: Kalender, plan: Path, post: str) -> None:
    asked = kalender("request-review", plan, TITLE, "--by", "katrin sommer", "--due", "2026-12-04", "--json")
    assert (asked.code, asked.facts["stage"], asked.facts["by"]) == (0, "in_review", "katrin-sommer")
    given = kalender(
        "decide", plan, post, "--approve", "--by", "Ines Falkner", "--comment", "Gut so", "--json"
    )
    assert (given.code, given.facts["stage"]) == (0, "approved")
    approval = kalender("show", plan, TITLE, "--json").facts["approval"]
    assert (approval["by"], approval["comment"], approval["at"]) == (
        "ines-falkner",
        "Gut so",
        "2026-12-03T10:42",
    )
    assert (approval["first"], approval["last"]) == ("2026-12-02", "2026-12-12")


def test_a_change_is_asked_for_with_a_reason(kalender: Kalender, plan: Path, post: str) -> None:
    kalender("request-review", plan, post, "--by", "Katrin Sommer")
    silent = kalender("decide", plan, post, "--change", "--by", "Ines Falkner", "--json")
    assert (silent.code, silent.facts["reason"]) == (1, "comment_missing")
    told = kalender(
        "decide", plan, post, "--change", "--by", "Ines Falkner", "--comment", "Uhrzeit nennen", "--json"
    )
    assert (told.code, told.facts["stage"], told.facts["flags"]) == (0, "draft", ["change_requested"])


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--approve", "--by", "Katrin Sommer"], "may_not_approve"),
        (["--approve", "--by", "Niemand"], "unknown_person"),
        (["--approve", "--by", "Ines Falkner", "--digest", "0" * 64], "content_changed"),
        (["--urgent", "  ", "--by", "Ines Falkner"], "reason_missing"),
    ],
)
def test_what_the_rules_forbid_decides_nothing(
    kalender: Kalender, plan: Path, post: str, words: list[str], reason: str
) -> None:
    kalender("request-review", plan, post, "--by", "Katrin Sommer")
    told = kalender("decide", plan, post, *words, "--json")
    assert (told.code, told.facts["reason"]) == (1, reason)
    assert stage(kalender, plan) == "in_review"


def test_nothing_is_approved_that_nobody_asked_about(kalender: Kalender, plan: Path, post: str) -> None:
    told = kalender("decide", plan, post, "--approve", "--by", "Ines Falkner", "--json")
    assert (told.code, told.facts["reason"]) == (1, "not_requested")
    urgent = kalender("decide", plan, post, "--urgent", "Rohrbruch", "--by", "Ines Falkner", "--json")
    assert (urgent.code, urgent.facts["stage"]) == (0, "approved")
    assert kalender("show", plan, post, "--json").facts["approval"]["kind"] == "urgent"


def test_a_comma_later_the_approval_is_void(kalender: Kalender, plan: Path, post: str) -> None:
    kalender("request-review", plan, post, "--by", "Katrin Sommer")
    kalender("decide", plan, post, "--approve", "--by", "Ines Falkner")
    assert stage(kalender, plan) == "approved"
    house = Console(pool=InlineWorker()).open(plan)
    house.editing.set_text(post, "Das Bürgerbüro, bleibt zu.")
    house.close()
    facts = kalender("show", plan, post, "--json").facts
    assert (facts["stage"], facts["approval"], facts["reason"]) == ("draft", None, "content")


def test_errors_that_stand_in_the_way_are_named(kalender: Kalender, sample: Path) -> None:
    told = kalender("request-review", sample, "Haushalt 2027 kurz erklärt", "--by", "Katrin Sommer", "--json")
    assert (told.code, told.facts["reason"]) == (1, "has_errors")
    assert {item["rule"] for item in told.facts["findings"]} == {"text.placeholder"}
    spoken = kalender("request-review", sample, "Haushalt 2027 kurz erklärt", "--by", "Katrin Sommer")
    assert "[Zahl 1]" in spoken.out
