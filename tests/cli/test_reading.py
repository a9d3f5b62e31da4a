# SPDX-License-Identifier: EUPL-1.2
"""list, show, check, history and verify tell what is there and change nothing."""

from datetime import datetime
from pathlib import Path

import pytest

from kalender.app.console import Console
from kalender.domain.counting import count
from kalender.domain.format import Rule
from kalender.jobs.pool import InlineWorker
from tests.cli.conftest import Kalender

MARKET = "Weihnachtsmarkt ist eröffnet"


def test_the_list_holds_every_post_dated_ones_by_time(kalender: Kalender, sample: Path) -> None:
    told = kalender("list", sample, "--json")
    posts = told.facts["posts"]
    assert len({post["id"] for post in posts}) == len(posts) >= 35
    dated = [post["date"] for post in posts if post["date"]]
    assert dated == sorted(dated)
    assert posts[len(dated) :]
    assert all(post["date"] is None for post in posts[len(dated) :])
    assert {"id", "title", "date", "stage", "channels"} <= set(posts[0])
    assert len(kalender("list", sample).out.splitlines()) == len(posts) + 1


def test_the_list_is_narrowed_by_days_stage_and_channel(kalender: Kalender, sample: Path) -> None:
    told = kalender(
        "list",
        sample,
        "--from",
        "2026-12-04",
        "--to",
        "06.12.2026",
        "--stage",
        "APPROVED",
        "--channel",
        "facebook",
        "--json",
    )
    posts = told.facts["posts"]
    assert [post["title"] for post in posts] == [MARKET, "Wahllokale offen"]
    assert [post["date"] for post in posts] == ["2026-12-04T17:00", "2026-12-06T08:00"]
    in_review = kalender("list", sample, "--stage", "In Prüfung", "--json").facts["posts"]
    assert in_review
    assert in_review == kalender("list", sample, "--stage", "in-review", "--json").facts["posts"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["list", "--from", "31.02.2026"], "bad_date"),
        (["list", "--stage", "fertig"], "unknown_stage"),
        (["list", "--channel", "myspace"], "unknown_channel"),
        (["show", "Gibt es nicht"], "not_found"),
        (["check", "zzz"], "not_found"),
        (["history", "zzz"], "not_found"),
    ],
)
def test_what_is_not_there_is_named(kalender: Kalender, sample: Path, words: list[str], reason: str) -> None:
    told = kalender(words[0], sample, *words[1:], "--json")
    assert (told.code, told.facts["reason"]) == (1, reason)
    assert told.facts["error"].endswith(".")
    assert "…" not in told.facts["error"]


def test_show_tells_text_length_limit_and_crops_of_each_channel(kalender: Kalender, sample: Path) -> None:
    facts = kalender("show", sample, MARKET, "--json").facts
    assert (facts["stage"], len(facts["digest"]), facts["lapsed"]) == ("approved", 64, None)
    assert (facts["approval"]["by"], facts["approval"]["digest"]) == ("ines-falkner", facts["digest"])
    versions = {item["channel"]: item for item in facts["versions"]}
    assert list(versions) == ["facebook", "instagram", "whatsapp", "mastodon"]
    assert (versions["facebook"]["limit"], versions["mastodon"]["limit"]) == (63206, 500)
    text = versions["mastodon"]["text"]
    assert versions["mastodon"]["counts"] == {"mastodon": count(Rule.MASTODON, text).value}
    assert versions["instagram"]["own"]
    assert versions["instagram"]["text"] != versions["facebook"]["text"] == facts["text"]
    for version in versions.values():
        for spot in version["placements"]:
            x, y, w, h = spot["crop"]
            assert 0 <= x < x + w <= 1000
            assert 0 <= y < y + h <= 1000
            assert spot["alt"].startswith("Marktplatz am Abend")
    sizes = {(spot["width"], spot["height"]) for spot in versions["instagram"]["placements"]}
    assert (1080, 1350) in sizes


def test_show_tells_the_fields_and_the_checklist(kalender: Kalender, sample: Path) -> None:
    facts = kalender("show", sample, MARKET, "--json").facts
    wanted = {"goal", "groups", "task", "contact", "campaign", "labels", "source", "alternative", "embargo"}
    assert wanted | {"not_before", "checklist"} <= set(facts)
    assert facts["checklist"] == []


def test_an_approval_that_no_longer_holds_is_not_shown_as_one(kalender: Kalender, sample: Path) -> None:
    flagged = [p for p in kalender("list", sample, "--json").facts["posts"] if "approval_void" in p["flags"]]
    assert flagged
    facts = kalender("show", sample, flagged[0]["id"], "--json").facts
    assert facts["approval"] is None
    assert facts["lapsed"]["digest"] != facts["digest"]
    assert facts["reason"] == "content"
    assert "Freigabe erloschen" in kalender("show", sample, flagged[0]["id"]).out


def test_a_post_is_named_by_a_unique_beginning_of_its_id(kalender: Kalender, sample: Path) -> None:
    ids = [post["id"] for post in kalender("list", sample, "--json").facts["posts"]]
    unique = next(id_ for id_ in ids if sum(other[:4] == id_[:4] for other in ids) == 1)
    assert kalender("show", sample, unique[:4], "--json").facts["id"] == unique
    first = next(letter for letter in "0123456789abcdef" if sum(id_[0] == letter for id_ in ids) > 1)
    told = kalender("show", sample, first, "--json")
    assert (told.code, told.facts["reason"]) == (1, "ambiguous")
    assert sum(id_ in told.facts["error"] for id_ in ids) > 1


def test_check_names_rule_severity_post_channel_and_message(kalender: Kalender, sample: Path) -> None:
    every = kalender("check", sample, "--json").facts["findings"]
    assert {"error", "hint"} <= {item["severity"] for item in every} <= {"error", "warning", "hint"}
    assert all(item["rule"] and item["post"] and item["message"].endswith(".") for item in every)
    one = every[0]["post"]
    assert kalender("check", sample, one, "--json").facts["findings"] == [
        i for i in every if i["post"] == one
    ]


def test_check_names_only_what_rules_and_severities_are_asked_for(kalender: Kalender, sample: Path) -> None:
    every = kalender("check", sample, "--json").facts["findings"]
    rule = every[0]["rule"]
    narrowed = kalender("check", sample, "--rule", rule, "--json").facts["findings"]
    assert narrowed == [item for item in every if item["rule"] == rule]
    two = kalender("check", sample, "--severity", "error", "--severity", "hint", "--json").facts["findings"]
    assert two == [item for item in every if item["severity"] in {"error", "hint"}]
    assert len(two) < len(every)
    both = kalender("check", sample, "--rule", rule, "--severity", "hint")
    hints = [item for item in narrowed if item["severity"] == "hint"]
    assert both.out.endswith(f"Befunde: {len(hints)}, davon Fehler: 0\n")


def test_check_refuses_rules_and_severities_that_are_not_there(kalender: Kalender, sample: Path) -> None:
    told = kalender("check", sample, "--rule", "no.such", "--json")
    assert (told.code, told.facts["reason"]) == (1, "unknown_rule")
    assert "alt.missing" in told.facts["error"]
    assert kalender("check", sample, "--severity", "grave").code == 2


def test_check_of_a_small_plan_says_nothing_of_the_way(kalender: Kalender, sample: Path) -> None:
    assert kalender("check", sample).err == ""


def test_history_tells_who_did_what_the_newest_first(kalender: Kalender, sample: Path) -> None:
    whole = kalender("history", sample, "--json").facts["entries"]
    assert len(whole) == kalender("verify", sample, "--json").facts["changesets"]
    assert whole[-1]["action"] == "plan.created"
    own = kalender("history", sample, MARKET, "--json").facts["entries"]
    assert [item["action"] for item in (*own[:2], own[-1])] == [
        "event.added",
        "review.approved",
        "post.created",
    ]
    assert [item["by"] for item in own[:2]] == ["katrin-sommer", "ines-falkner"]
    assert [item["at"] for item in own] == sorted((item["at"] for item in own), reverse=True)
    assert any(change["field"] == "title" and change["after"] == MARKET for change in own[-1]["changes"])


def test_a_sound_plan_is_told_as_sound(kalender: Kalender, sample: Path) -> None:
    told = kalender("verify", sample, "--json")
    assert told.code == 0
    assert told.facts["ok"] is True
    assert told.facts["problems"] == []
    assert told.facts["pictures"] == len(list((sample / "pictures").glob("*/*")))


def test_a_picture_with_other_bytes_and_a_lost_one_are_named(kalender: Kalender, sample: Path) -> None:
    changed, lost = sorted((sample / "pictures").glob("*/*"))[:2]
    data = bytearray(changed.read_bytes())
    data[len(data) // 2] ^= 1
    changed.write_bytes(data)
    lost.unlink()
    told = kalender("verify", sample, "--json")
    assert told.code == 1
    assert told.facts["ok"] is False
    kinds = {item["where"][3:67]: item["kind"] for item in told.facts["problems"]}
    assert kinds == {changed.stem: "picture_altered", lost.stem: "picture_missing"}
    assert all(item["name"] in item["message"] for item in told.facts["problems"])
    assert told.facts["strays"] == []
    assert "nicht unversehrt" in told.facts["error"]


def test_reading_works_beside_an_open_window_and_writing_is_refused(kalender: Kalender, sample: Path) -> None:
    house = Console(datetime(2026, 12, 3, 10), InlineWorker()).open(sample)
    try:
        for command in ("list", "verify", "check", "history"):
            assert kalender(command, sample).code == 0
        told = kalender("undo", sample, "--json")
        assert (told.code, told.facts["reason"]) == (1, "plan_in_use")
    finally:
        house.close()


def test_reading_leaves_the_folder_as_it_was(kalender: Kalender, sample: Path) -> None:
    def state() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in sample.rglob("*") if path.is_file()}

    before = state()
    for words in (["list"], ["show", MARKET], ["check"], ["history"], ["verify"]):
        kalender(words[0], sample, *words[1:])
    assert state() == before
