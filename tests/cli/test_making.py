# SPDX-License-Identifier: EUPL-1.2
"""kalender new and kalender sample: plans come into being, or nothing does."""

from pathlib import Path
from typing import Any

import pytest

from kalender.app.console import Console
from kalender.domain.plan import Land, Role
from kalender.jobs.pool import InlineWorker
from tests.cli.conftest import Kalender


def test_a_new_plan_has_its_town_channels_in_order_and_people(kalender: Kalender, plan: Path) -> None:
    console = Console(pool=InlineWorker())
    house = console.open(plan, read_only=True)
    town = house.plan.municipality
    assert (town.title, town.land) == ("Stadt Musterbach", Land.BW)
    assert [item.id for item in house.plan.channels] == ["facebook", "instagram"]
    assert house.plan.channels[0].position < house.plan.channels[1].position
    assert (
        house.plan.channels[1].formats == house.catalogue.platforms_by_id["instagram"].default_formats != ()
    )
    assert {item.id: item.role for item in house.plan.people} == {
        "katrin-sommer": Role.EDITING,
        "murat-yildiz": Role.EXPERT,
        "ines-falkner": Role.APPROVAL,
    }
    assert (town.text_due, town.picture_due, town.approval_due) == (3, 2, 1)
    house.close()


def test_a_new_plan_tells_its_deadlines(kalender: Kalender, tmp_path: Path) -> None:
    told = kalender("new", tmp_path / "p", "--municipality", "Bach", "--state", "BY")
    assert "Text 3, Bild 2, Freigabe 1 Arbeitstag vorher" in told.out


def test_what_was_made_is_told_in_facts(kalender: Kalender, tmp_path: Path) -> None:
    told = kalender(
        "new", tmp_path / "p", "--municipality", "Bach", "--form", "Markt", "--state", "Bayern", "--channel", "x",
        "--channel", "Facebook", "--person", "Eva Maria Groß:Freigabe", "--person", "Eva-Maria Groß:editing", "--json",
    )  # fmt: skip
    assert told.facts == {
        "plan": str(tmp_path / "p"),
        "municipality": "Markt Bach",
        "channels": ["x", "facebook"],
        "people": [
            {"id": "eva-maria-gross", "name": "Eva Maria Groß", "role": "approval"},
            {"id": "eva-maria-gross-2", "name": "Eva-Maria Groß", "role": "editing"},
        ],
    }


def test_without_a_channel_it_is_facebook(kalender: Kalender, tmp_path: Path) -> None:
    told = kalender("new", tmp_path / "p", "--municipality", "Bach", "--state", "by", "--json")
    assert told.facts["channels"] == ["facebook"]


@pytest.mark.parametrize(
    ("words", "reason", "said"),
    [
        (["--state", "XX"], "unknown_land", "Möglich sind: BB"),
        (["--channel", "myspace"], "unknown_channel", "facebook"),
        (["--person", "Anja Weber"], "bad_role", "Name:Rolle"),
        (["--person", "Anja Weber:Chefin"], "bad_role", "Chefin"),
        (["--person", ":approval"], "bad_role", ":approval"),
    ],
)
def test_what_cannot_be_understood_makes_no_plan(
    kalender: Kalender, tmp_path: Path, words: list[str], reason: str, said: str
) -> None:
    told = kalender("new", tmp_path / "p", "--municipality", "Bach", "--state", "BW", *words, "--json")
    assert (told.code, told.facts["reason"]) == (1, reason)
    assert said in told.facts["error"]
    assert not (tmp_path / "p").exists()


def test_a_folder_with_a_plan_is_left_alone(kalender: Kalender, plan: Path) -> None:
    before = (plan / "plan.kalender").read_bytes()
    for words in (["new", plan, "--municipality", "Bach", "--state", "BW"], ["sample", plan]):
        told = kalender(*words)
        assert told.code == 1
        assert "liegt schon ein Plan" in told.err
    assert (plan / "plan.kalender").read_bytes() == before


def test_the_sample_is_a_lively_december(
    kalender: Kalender, written_sample: tuple[Path, dict[str, Any]]
) -> None:
    folder, told = written_sample
    assert (told["municipality"], told["plan"]) == ("Stadt Lindenbrunn", str(folder))
    posts = kalender("list", folder, "--json").facts["posts"]
    assert len(posts) == told["posts"] >= 35
    assert {item["stage"] for item in posts} == {
        "idea", "draft", "in_review", "approved", "exported", "published",
    }  # fmt: skip
