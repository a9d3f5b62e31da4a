# SPDX-License-Identifier: EUPL-1.2
"""Counts and columns with filters are those of the cards, however they are come by."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kalender.domain.archive import Archive
from kalender.domain.card import Filter
from kalender.domain.post import Post, Publication
from kalender.domain.stage import Flag, Stage
from kalender.store.plan_file import PlanFile
from tests.builders import NOW, a_channel, a_desk, a_plan, a_post

DAY = timedelta(days=1)

STAGED: tuple[dict[str, Any], ...] = (
    {"idea": True},
    {"planned": NOW},
    {"planned": NOW - 400 * DAY, "published": True},
    {"planned": NOW - 400 * DAY, "dropped": True},
    {"planned": NOW + 400 * DAY, "published": True},
    {"planned": NOW - 400 * DAY},
)
ARCHIVES = (
    None,
    Archive(until=(NOW - 300 * DAY).date()),
    Archive(until=(NOW - 300 * DAY).date(), kept=("p2", "p8", "p26")),
    Archive(until=date(2026, 6, 30)),
)


def many_posts(plan: PlanFile) -> None:
    """Write 60 posts that differ in all that filters ask for."""
    with a_desk(plan, a_channel("facebook"), a_channel("instagram")).action("plan.filled") as act:
        for n in range(60):
            fields = dict(STAGED[n % 6])
            channels = ("facebook", "instagram")[: 1 + n % 2] if n % 5 else ("instagram",)
            out = fields.pop("published", False)
            act.put(
                a_post(
                    f"p{n}",
                    channels=channels,
                    topic=f"t{n % 3}",
                    responsible=f"r{n % 4}",
                    labels=(("Advent",), ("Fest", "Advent"), ("Fest", "Fest"), ())[n % 7 % 4],
                    title=f"{('Markt', 'Kirche')[n % 2]} {n}",
                    publications=tuple(Publication(id=name) for name in channels) if out else (),
                    **fields,
                )
            )


@pytest.mark.parametrize("archive", ARCHIVES)
def test_facets_and_marks_answer_what_the_cards_say(tmp_path: Path, archive: Archive | None) -> None:
    plan = a_plan(tmp_path / "plan")
    many_posts(plan)
    if archive is not None:
        with a_desk(plan).action("archive.closed") as act:
            act.put(archive)
    base = Filter(dropped=True)
    narrowings: tuple[dict[str, Any], ...] = (
        {},
        {"channels": {"instagram"}},
        {"topics": {"t1", "t2"}, "people": {"r0", "r1"}},
        {"text": "mark"},
        {"text": "mark", "channels": {"facebook"}, "topics": {"t0"}},
        {"stages": {Stage.PUBLISHED, Stage.DRAFT}},
        {"flags": {Flag.DROPPED}},
        {"labels": {"Advent"}},
        {"labels": {"Advent", "Fest", "Umzug"}},
        {"labels": {"Fest", ""}},
        {"labels": {"Umzug"}},
        {"labels": {"Fest"}, "topics": {"t1"}, "text": "mark"},
        {"first": NOW, "last": NOW + 500 * DAY},
    )
    for narrowed in narrowings:
        for archived in (False, True):
            values: dict[str, Any] = {
                key: frozenset(value) if isinstance(value, set) else value for key, value in narrowed.items()
            }
            chosen = replace(base, archived=archived, **values)
            every = [
                *plan.cards_between(date.min, date.max, replace(chosen, archived=False)),
                *plan.backlog(chosen),
            ]
            shown = [card for card in every if archived or Flag.ARCHIVED not in card.flags]
            counted = plan.counts(chosen)
            assert counted == {stage: sum(card.stage is stage for card in shown) for stage in Stage}
            for stage in Stage:
                wanted = {card.id for card in shown if card.stage is stage}
                column = plan.column(stage, chosen, limit=100)
                assert {card.id for card in column} == wanted
                paged = [
                    card for at in range(0, len(column) + 1, 3) for card in plan.column(stage, chosen, 3, at)
                ]
                assert paged == column
                times = [card.planned for card in column if card.planned]
                assert times == sorted(times, reverse=stage is Stage.PUBLISHED)
                assert [card.planned for card in column][: len(times)] == times
            told = {(value, stage): n for (value, *_), stage, n in plan.parted("topic", chosen)}
            assert told == Counter((card.topic, card.stage) for card in shown)
    assert plan.verify().ok
    plan.close()


def test_labels_follow_every_change(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    many_posts(plan)
    desk = a_desk(plan)
    chosen = Filter(labels=frozenset({"Umzug"}))
    with desk.action("post.fields") as act:
        for n in range(0, 60, 6):
            act.put(replace(act.get(Post, f"p{n}"), labels=("Advent", "Umzug"), idea=False))
    assert plan.counts(chosen)[Stage.DRAFT] == 10
    with desk.action("post.moved") as act:
        act.put(act.get(Post, "p0").moved_to(NOW + DAY))
    assert plan.counts(chosen)[Stage.DRAFT] == 10
    assert plan.verify().ok
    with desk.action("post.fields") as act:
        act.put(replace(act.get(Post, "p6"), labels=("Advent",)))
        act.put(replace(act.get(Post, "p12"), labels=()))
        act.delete("post/p18")
    assert [card.id for card in plan.column(Stage.DRAFT, chosen)] == [
        card.id for card in plan.column(Stage.DRAFT) if "Umzug" in card.labels
    ]
    assert plan.counts(chosen)[Stage.DRAFT] == 7
    assert plan.verify().ok
    desk.undo()
    assert plan.counts(chosen)[Stage.DRAFT] == 10
    plan.rebuild()
    assert plan.counts(chosen)[Stage.DRAFT] == 10
    plan.close()


def test_facets_follow_every_change(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    many_posts(plan)
    desk = a_desk(plan)
    chosen = Filter(topics=frozenset({"neu"}))
    with desk.action("post.fields") as act:
        for n in range(0, 60, 6):
            act.put(replace(act.get(Post, f"p{n}"), topic="neu", planned=NOW, idea=False))
    assert plan.counts(chosen)[Stage.DRAFT] == 10
    desk.undo()
    assert not any(plan.counts(chosen).values())
    desk.redo()
    with desk.action("post.deleted") as act:
        act.delete("post/p0")
    assert plan.counts(chosen)[Stage.DRAFT] == 9
    assert plan.verify().ok
    plan.rebuild()
    assert plan.counts(chosen)[Stage.DRAFT] == 9
    plan.close()
