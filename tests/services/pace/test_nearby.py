# SPDX-License-Identifier: EUPL-1.2
"""What the checks learn of the plan around a post: the same for one post as for all."""

from datetime import datetime

import pytest

from kalender.app.house import House
from kalender.domain.days.entries import Entry, LayerKind, OwnLayer

RULES = {"planned.neutrality", "planned.silent", "planned.holiday", "load.same_hour", "text.repeated"}
TEXT = "Am Samstag um 12 Uhr proben wir die Sirenen."


@pytest.fixture
def around(house: House) -> dict[str, str]:
    """Posts of December and January by title: two at one time, two of one text, one on a holiday, one before an election."""
    with house.desk.action("plan.filled") as act:
        act.put(OwnLayer(id="wahl", name="Wahlen", kind=LayerKind.ELECTION, quiet=10))
        act.put(
            Entry(
                id="bm", layer="wahl", title="Bürgermeisterwahl", start=datetime(2027, 2, 14), end=datetime(2027, 2, 14),
                all_day=True,
            )
        )  # fmt: skip
    return {
        title: house.posts.create(title, planned=planned, text=text, channels=["facebook"])
        for title, planned, text in (
            ("Probe", datetime(2026, 12, 8, 10, 0), TEXT),
            ("Markt", datetime(2026, 12, 8, 10, 30), "Der Markt fällt am Mittwoch leider aus."),
            ("Probe noch einmal", datetime(2027, 1, 6, 10, 0), f"  {TEXT.upper()} "),
            ("Umfrage", datetime(2027, 2, 10, 10, 0), "Was wünschen Sie sich von Ihrer Stadt?"),
            ("Probe im Herbst", datetime(2026, 9, 8, 10, 0), TEXT),
        )
    }


def rules_of(house: House, id_: str) -> set[str]:
    return {item.rule for item in house.checks.of(id_)} & RULES


def test_each_post_is_told_what_lies_around_it(house: House, around: dict[str, str]) -> None:
    found = {title: rules_of(house, id_) for title, id_ in around.items()}
    assert found == {
        "Probe": {"load.same_hour", "text.repeated"},
        "Markt": {"load.same_hour"},
        "Probe noch einmal": {"planned.holiday", "text.repeated"},
        "Umfrage": {"planned.neutrality"},
        "Probe im Herbst": set(),
    }


def test_all_posts_at_once_are_told_the_same(house: House, around: dict[str, str]) -> None:
    single = sorted(
        (item.post, item.rule, item.channel) for id_ in around.values() for item in house.checks.of(id_)
    )
    assert sorted((item.post, item.rule, item.channel) for item in house.checks.all()) == single


def test_the_days_of_repetition_are_a_setting(house: House, around: dict[str, str]) -> None:
    house.setup.town.change(repeat_days=28)
    assert "text.repeated" not in rules_of(house, around["Probe"])
    house.setup.town.change(repeat_days=29)
    assert "text.repeated" in rules_of(house, around["Probe"])
    house.setup.town.change(repeat_days=0)
    assert "text.repeated" not in rules_of(house, around["Probe"])


def test_a_discarded_post_is_in_nobodys_way(house: House, around: dict[str, str]) -> None:
    house.posts.drop([around["Markt"]])
    assert rules_of(house, around["Probe"]) == {"text.repeated"}


def test_a_few_letters_are_no_repetition(house: House) -> None:
    for day in (8, 9):
        house.posts.create(
            "Kurz", planned=datetime(2026, 12, day, 10, 0), text="Heute zu.", channels=["facebook"]
        )
    assert not {item.rule for item in house.checks.all()} & RULES


def test_an_undated_post_has_nothing_around_it(house: House) -> None:
    idea = house.posts.create("Idee", text=TEXT, idea=True)
    assert not rules_of(house, idea)


def test_posts_of_one_series_may_say_the_same_and_others_may_not(house: House) -> None:
    first = house.posts.create(
        "Markt", planned=datetime(2026, 12, 8, 10, 0), text=TEXT, channels=["facebook"]
    )
    series = house.series.add(first, "FREQ=WEEKLY;COUNT=3")
    ids = [item.post.id for item in house.series.members(series)]
    assert [rules_of(house, id_) for id_ in ids] == [set(), set(), set()]
    assert not {finding.rule for finding in house.checks.all() if finding.post in ids} & {"text.repeated"}
    house.posts.create("Kopie", planned=datetime(2026, 12, 9, 15, 0), text=TEXT, channels=["facebook"])
    assert "text.repeated" in rules_of(house, ids[0])
