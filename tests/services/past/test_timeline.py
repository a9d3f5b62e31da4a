# SPDX-License-Identifier: EUPL-1.2
"""The timeline: pages of what happened, narrowed by person, kind, day and words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kalender.domain.post import Post
from kalender.services.acting.desk import Desk
from kalender.services.past.timeline import About, Group, Timeline, Wanted
from kalender.store import past
from tests.builders import NOW, StoppedClock, a_desk, a_picture, a_plan, a_post


def renamed(desk: Desk, title: str, id_: str = "p", code: str = "post.renamed") -> None:
    with desk.action(code, title=title) as act:
        act.put(replace(act.get(Post, id_), title=title))


def told(timeline: Timeline, wanted: Wanted | None = None) -> list[str]:
    """Return the titles in all pages, the newest first."""
    found, cursor = [], None
    while True:
        page = timeline.page(wanted, cursor, limit=3)
        found += [str(step.label.facts.get("title", "")) for step in page.steps]
        cursor = page.cursor
        if cursor is None:
            return found


def test_pages_follow_one_another_from_the_newest_to_the_first(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    for n in range(8):
        renamed(desk, f"Titel {n}")
    assert told(Timeline(plan)) == [*(f"Titel {n}" for n in range(7, -1, -1)), ""]
    plan.close()


def test_a_large_action_is_one_step_and_names_a_few_of_its_records(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"))
    with desk.action("table.imported", count=1200) as act:
        act.put(a_picture("bild", name="markt.jpg"))
        for n in range(1200):
            act.put(a_post(f"p{n:04}", title=f"Beitrag {n}"))
    (step,) = Timeline(plan).page().steps
    assert step.size == 500
    assert step.post == "p0000"
    assert step.titles[step.refs[0]] == "Beitrag 0"
    plan.close()


def test_it_is_narrowed_by_person_group_and_kind_of_record(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    renamed(desk, "von Anna")
    desk.acting_as("bea")
    renamed(desk, "verschoben", code="post.moved")
    with desk.action("picture.imported", title="Bild") as act:
        act.put(a_picture("bild"))
    timeline = Timeline(plan)
    assert told(timeline, Wanted(people=frozenset({"bea"}))) == ["Bild", "verschoben"]
    assert told(timeline, Wanted(groups=frozenset({Group.PLANNING}))) == ["verschoben"]
    assert told(timeline, Wanted(about=frozenset({About.PICTURES}))) == ["Bild"]
    assert told(timeline, Wanted(about=frozenset({About.PICTURES, About.POSTS}))) == [
        "Bild", "verschoben", "von Anna", "",
    ]  # fmt: skip
    assert timeline.writers() == ["anna", "bea"]
    plan.close()


def test_it_is_narrowed_to_days(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"), clock=clock)
    for n in range(4):
        clock.forward(days=1)
        renamed(desk, f"Tag {n + 1}")
    second = date(2026, 12, 3)
    assert told(Timeline(plan), Wanted(first=second, last=second)) == ["Tag 2"]
    assert told(Timeline(plan), Wanted(first=date(2026, 12, 4))) == ["Tag 4", "Tag 3"]
    assert told(Timeline(plan), Wanted(last=NOW.date())) == [""]
    plan.close()


def test_words_are_looked_for_in_titles_in_what_was_done_and_in_the_posts_themselves(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"))
    with desk.action("post.created", title="Straßenfest") as act:
        act.put(a_post("p", title="Straßenfest", text="Mit Blasmusik"))
    renamed(desk, "Adventsmarkt", code="post.moved")
    with desk.action("post.created", title="Laufgruppe") as act:
        act.put(a_post("q", title="Laufgruppe"))

    def said(code: str, by: str) -> str:
        return {"post.moved": "verschoben"}.get(code, "") + {"anna": " Anna Muster"}[by]

    def found(text: str) -> list[str]:
        page = Timeline(plan).page(Wanted(text=text), said=said)
        return [str(step.label.facts["title"]) for step in page.steps]

    assert found("straßen") == ["Straßenfest"]
    assert found("anna VERSCHOBEN") == ["Adventsmarkt"]
    assert found("blasmusik") == ["Adventsmarkt", "Straßenfest"]
    assert found("nirgends") == []
    plan.close()


def test_a_page_looks_at_a_stretch_only_and_says_where_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(past, "STRETCHES", (2, 2, 2, 2))
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    for n in range(40):
        renamed(desk, f"Titel {n}")
    timeline, wanted = Timeline(plan), Wanted(groups=frozenset({Group.INTAKE, Group.PLAN}))
    first = timeline.page(wanted)
    assert (first.steps, first.cursor) == ((), 34)
    assert told(timeline, wanted) == [""]
    plan.close()


def test_undo_is_told_as_such_and_belongs_to_what_was_taken_back(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    renamed(desk, "Neu")
    desk.undo()
    desk.redo()
    page = Timeline(plan).page(Wanted(groups=frozenset({Group.BACK})))
    assert [step.undone for step in page.steps] == ["redo", "undo"]
    plan.close()
