# SPDX-License-Identifier: EUPL-1.2
"""What calendar, board and lists are told."""

import random
import subprocess
import sys
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kalender.domain.archive import Archive
from kalender.domain.card import Card, Filter, card_of
from kalender.domain.content import Surroundings
from kalender.domain.picture import Picture
from kalender.domain.plan import Channel, Municipality, Person
from kalender.domain.post import Comment, Delivery, Post, Publication, Version
from kalender.domain.stage import Flag, Stage
from kalender.store.plan_file import PlanFile
from tests.builders import (
    FORMATS,
    NOW,
    PLATFORMS,
    a_channel,
    a_desk,
    a_picture,
    a_plan,
    a_post,
    approved,
    surroundings,
)
from tests.places import ROOT

DAY = timedelta(days=1)


def names(cards: list[Card]) -> list[str]:
    return [card.id for card in cards]


def test_days_are_inclusive_and_in_order_of_time(tmp_path: Path) -> None:
    moments = {
        "before": datetime(2026, 11, 30, 23, 59),
        "first": datetime(2026, 12, 1, 0, 0),
        "noon": datetime(2026, 12, 15, 12, 0),
        "last": datetime(2026, 12, 31, 23, 59),
        "after": datetime(2027, 1, 1, 0, 0),
    }
    posts = [a_post(name, planned=moment) for name, moment in reversed(moments.items())]
    a_desk(plan := a_plan(tmp_path / "plan"), *posts, a_post("idea"))
    assert names(plan.cards_between(date(2026, 12, 1), date(2026, 12, 31))) == ["first", "noon", "last"]
    assert names(plan.cards_between(date.min, date.max)) == list(moments)
    assert names(plan.backlog()) == ["idea"]
    plan.close()


def test_days_of_channels_are_those_of_the_cards(tmp_path: Path) -> None:
    posts = [
        a_post(f"p{n}", planned=NOW + n * DAY, channels=["facebook", "instagram"][: n % 3]) for n in range(9)
    ]
    a_desk(
        plan := a_plan(tmp_path / "plan"), *posts, a_post("gone", planned=NOW, dropped=True), a_post("idea")
    )
    first, last = NOW.date() + DAY, NOW.date() + 6 * DAY
    assert plan.days_of_channels(first, last) == [
        (card.planned.date(), card.channels) for card in plan.cards_between(first, last) if card.planned
    ]
    plan.close()


def test_posts_are_counted_by_day_as_they_are_listed(tmp_path: Path) -> None:
    posts = [a_post(f"p{n}", planned=NOW + n % 3 * DAY) for n in range(7)]
    a_desk(
        plan := a_plan(tmp_path / "plan"), *posts, a_post("gone", planned=NOW, dropped=True), a_post("idea")
    )
    first, last = NOW.date(), NOW.date() + DAY
    assert plan.posts_by_day(first, last) == {first: 3, last: 2}
    assert not plan.posts_by_day(first, last, Filter(topics=frozenset({"elsewhere"})))
    plan.close()


def test_a_card_with_other_flags_is_the_same_otherwise(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", planned=NOW))
    (card,) = plan.cards_between(NOW.date(), NOW.date())
    late = card.at(NOW + DAY)
    assert late == replace(card, flags=late.flags)
    assert set(late.flags) == {Flag.OVERDUE}
    assert not card.flags
    plan.close()


def a_rich_post(around: Surroundings) -> Post:
    post = a_post(
        "rich",
        title="Voll",
        text="Text",
        planned=NOW.replace(second=30, microsecond=5000),
        embargo=NOW + DAY,
        labels=("Ä", '"[,]"'),
        hold="Trauer",
        topic="t",
        responsible="anna",
        pictures=["markt"],
        comments=(Comment(id="c", at=NOW, text="Zuletzt"),),
    )
    post = replace(post, versions=(Version(id="instagram", text="Eigenes"), Version(id="facebook")))
    post = approved(post, around)
    digest = post.decisions[0].digest
    return replace(
        post,
        deliveries=(
            Delivery(id="1", channel="facebook", digest=digest),
            Delivery(id="2", channel="web", digest="x"),
        ),
        publications=(Publication(id="facebook", address="https://example.org", digest=digest),),
    )


def test_a_card_comes_back_as_it_was_derived(tmp_path: Path) -> None:
    desk = a_desk(
        plan := a_plan(tmp_path / "plan"), a_channel("facebook"), a_channel("instagram"), a_picture("markt")
    )
    post = a_rich_post(surroundings(plan))
    with desk.action("post.created") as act:
        act.put(post)
        act.put(a_post("plain"))
    around = surroundings(plan)
    assert plan.card("rich") == card_of(post, around)
    assert plan.card("plain") == card_of(a_post("plain"), around)
    assert plan.card("unknown") is None
    assert names(plan.cards(["plain", "rich", "unknown"])) == ["rich", "plain"]
    plan.close()


@pytest.mark.parametrize(
    ("filter_", "found"),
    [
        ({}, ["a", "b", "c"]),
        ({"channels": frozenset({"facebook"})}, ["a", "b"]),
        ({"channels": frozenset({"facebook", "instagram"})}, ["a", "b", "c"]),
        ({"stages": frozenset({Stage.IDEA})}, ["c"]),
        ({"topics": frozenset({"t1"})}, ["a"]),
        ({"topics": frozenset({"", "t1"})}, ["a", "c"]),
        ({"people": frozenset({"anna"})}, ["a", "c"]),
        ({"people": frozenset({""})}, ["b"]),
        ({"labels": frozenset({"Eis"})}, ["b"]),
        ({"labels": frozenset({"", "Eis"})}, ["a", "b", "c"]),
        ({"channels": frozenset({""})}, []),
        ({"flags": frozenset({Flag.HELD})}, ["b"]),
        ({"flags": frozenset({Flag.HELD, Flag.OVERDUE})}, ["a", "b"]),
        ({"flags": frozenset({Flag.EMBARGO})}, ["c"]),
        ({"first": NOW, "last": NOW + DAY}, ["b"]),
        ({"text": "eis"}, ["b"]),
        ({"text": "eis", "channels": frozenset({"instagram"})}, []),
        ({"dropped": True}, ["a", "b", "c", "d"]),
        ({"flags": frozenset({Flag.DROPPED})}, ["d"]),
    ],
)
def test_filters_narrow_every_list_alike(tmp_path: Path, filter_: dict[str, Any], found: list[str]) -> None:
    a_desk(
        plan := a_plan(tmp_path / "plan"),
        a_post("a", channels=["facebook"], topic="t1", responsible="anna", planned=NOW - DAY),
        a_post(
            "b",
            channels=["facebook"],
            topic="t2",
            hold="Trauer",
            planned=NOW + DAY,
            text="Eisbahn",
            labels=("Eis", "Eisbahn"),
        ),
        a_post(
            "c",
            channels=["instagram"],
            responsible="anna",
            idea=True,
            planned=NOW + 2 * DAY,
            embargo=NOW + DAY,
        ),
        a_post("d", channels=["web"], dropped=True, planned=NOW + 3 * DAY),
    )
    chosen = Filter(**filter_)
    first, last = (NOW - 9 * DAY).date(), (NOW + 9 * DAY).date()
    assert names(plan.cards_between(first, last, chosen, NOW)) == found
    assert sum(plan.counts(chosen, NOW).values()) == len(found)
    columns = [card.id for stage in Stage for card in plan.column(stage, chosen, now=NOW)]
    assert sorted(columns) == found
    assert plan.backlog(chosen, NOW) == []
    plan.close()


def test_posts_are_counted_apart_by_what_they_have(tmp_path: Path) -> None:
    a_desk(
        plan := a_plan(tmp_path / "plan"),
        a_post("a", channels=["web", "facebook"], topic="t1"),
        a_post("b", channels=["web", "facebook"], topic="t1", labels=("Eis",)),
        a_post("c", idea=True),
        a_post("d", channels=["web"], dropped=True),
    )
    draft, idea = Stage.DRAFT, Stage.IDEA
    assert set(plan.parted("topic")) == {(("t1",), draft, 2), (("",), idea, 1)}
    (both,) = {values for values, _stage, _count in plan.parted("channels") if values}
    assert set(both) == {"web", "facebook"}
    assert set(plan.parted("channels")) == {(both, draft, 2), ((), idea, 1)}
    assert set(plan.parted("labels", Filter(stages=frozenset({draft})))) == {
        ((), draft, 1),
        (("Eis",), draft, 1),
    }
    with pytest.raises(ValueError, match="text"):
        plan.parted("text")
    plan.close()


def test_flags_of_the_clock_are_set_where_a_time_is_given(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), a_post("a", planned=NOW - DAY))
    day = (NOW - DAY).date()
    (without,), (with_clock,) = plan.cards_between(day, day), plan.cards_between(day, day, None, NOW)
    assert Flag.OVERDUE not in without.flags
    assert Flag.OVERDUE in with_clock.flags
    plan.close()


@pytest.mark.parametrize("until", [None, NOW.date(), date(2026, 12, 31)])
def test_counts_are_those_of_the_cards_whatever_was_done(tmp_path: Path, until: date | None) -> None:
    desk = a_desk(
        plan := a_plan(tmp_path / "plan"), *(a_post(f"p{n}", planned=NOW + n * DAY) for n in range(60))
    )
    chance = random.Random(3)
    for n in range(40):
        with desk.action("post.changed") as act:
            post = act.find(Post, f"p{chance.randrange(60)}")
            if post is not None and n % 9:
                act.put(
                    replace(
                        post,
                        planned=chance.choice([None, NOW, NOW + chance.randrange(400) * DAY]),
                        idea=chance.random() < 0.5,
                        dropped=chance.random() < 0.3,
                    )
                )
            elif post is not None:
                act.delete(post)
        if not n % 7:
            desk.undo()
    with desk.action("plan.archived") as act:
        act.put(Archive(until=until))
    for filter_ in (None, Filter(dropped=True), Filter(archived=True), Filter(dropped=True, archived=True)):
        shown = [card for stage in Stage for card in plan.column(stage, filter_, limit=99)]
        assert plan.counts(filter_) == {stage: sum(card.stage is stage for card in shown) for stage in Stage}
    assert plan.verify().ok
    plan.close()


def test_a_column_is_read_in_pages(tmp_path: Path) -> None:
    posts = [a_post(f"p{n:02}", planned=NOW + n * DAY) for n in range(30)]
    a_desk(plan := a_plan(tmp_path / "plan"), *posts, a_post("undated"))
    assert plan.counts()[Stage.DRAFT] == 31
    pages = [names(plan.column(Stage.DRAFT, None, 20, start)) for start in (0, 20, 40)]
    assert pages == [[f"p{n:02}" for n in range(20)], [*(f"p{n:02}" for n in range(20, 30)), "undated"], []]
    plan.close()


def test_small_kinds_are_read_whole_and_by_id(tmp_path: Path) -> None:
    desk = a_desk(
        plan := a_plan(tmp_path / "plan"),
        a_channel("web"),
        a_channel("facebook"),
        a_picture("b"),
        Municipality(name="X"),
    )
    assert [item.id for item in plan.all(Channel)] == ["facebook", "web"]
    assert plan.all(Person) == []
    assert plan.get(Municipality, "municipality") == Municipality(name="X")
    assert [item.id for item in plan.some(Channel, ["web", "unknown", "facebook"])] == ["web", "facebook"]
    with desk.action("channel.deleted") as act:
        act.delete("channel/web")
    assert [item.id for item in plan.all(Channel)] == ["facebook"]
    assert plan.get(Channel, "web") is None
    assert (plan.count(Channel), plan.count(Picture)) == (1, 1)
    plan.close()


def test_a_municipality_with_only_usual_values_is_there(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), Municipality())
    assert plan.get(Municipality, "municipality") == Municipality()
    plan.close()


def test_users_of_a_picture_and_decisions_of_a_day_are_known(tmp_path: Path) -> None:
    users = [a_post("late", pictures=["b"], planned=NOW + DAY), a_post("early", pictures=["b"], planned=NOW)]
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_picture("b"), *users, a_post("other"))
    with desk.action("review.approved") as act:
        act.put(approved(act.get(Post, "late"), surroundings(plan)))
    assert plan.posts_using("picture/b") == ["early", "late"]
    assert plan.decided_on(NOW.date()) == ["late"]
    assert plan.decided_on(NOW.date() + DAY) == []
    plan.close()


def test_opening_a_plan_reads_no_posts(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), *(a_post(f"p{n}", planned=NOW) for n in range(30)))
    plan._on.sql("UPDATE record SET state = 'not JSON' WHERE kind = 'post'")
    plan.close()
    plan = PlanFile.open(plan.folder, formats=FORMATS, platforms=PLATFORMS)
    assert len(plan.cards_between(NOW.date(), NOW.date())) == 30
    plan.close()


def test_cards_are_stored_in_the_columns_the_table_declares() -> None:
    from kalender.store.rows.cards import CARD_COLUMNS, COLUMNS
    from kalender.store.tables.rows import card

    assert tuple(column.name for column in card.columns) == COLUMNS
    assert tuple(field.name for field in fields(Card)) == CARD_COLUMNS


def test_an_existing_plan_opens_and_is_edited_without_sqlalchemy(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", planned=NOW))
    plan.close()
    script = """
import sys
from datetime import date
from pathlib import Path
from kalender.domain.card import Filter
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, PLATFORMS, a_desk, a_post
plan = PlanFile.open(Path(sys.argv[1]), formats=FORMATS, platforms=PLATFORMS)
a_desk(plan, a_post("q"))
assert len(plan.cards_between(date(2026, 12, 1), date(2026, 12, 1), Filter(text="weihn"))) == 1
assert not [name for name in sys.modules if name.startswith("sqlalchemy")]
"""
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "plan")], cwd=ROOT, check=True)
