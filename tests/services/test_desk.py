# SPDX-License-Identifier: EUPL-1.2
"""The desk: actions, undo and redo, threads, and who is told."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kalender.domain.crop import Focus
from kalender.domain.picture import Picture
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.changes import Changes, Label
from kalender.services.acting.desk import Desk
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
    reopened,
)


def renamed(desk: Desk, title: str, id_: str = "p") -> None:
    with desk.action("post.renamed", title=title) as act:
        act.put(replace(act.get(Post, id_), title=title))


def title(plan: PlanFile, id_: str = "p") -> str | None:
    found = plan.get(Post, id_)
    return None if found is None else found.title


def test_a_put_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    heard: list[Changes] = []
    desk.subscribe(heard.append)
    with desk.action("post.moved") as act:
        act.put(act.get(Post, "p"))
        act.delete("post/unknown")
    assert (plan.changesets(), heard) == (1, [])
    plan.close()


def test_an_action_that_fails_writes_nothing_and_one_inside_another_fails(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt"))

    def failing() -> None:
        with desk.action("post.renamed") as act:
            act.put(replace(act.get(Post, "p"), title="Neu"))
            renamed(desk, "inside")

    with pytest.raises(RuntimeError):
        failing()
    assert title(plan) == "Alt"
    renamed(desk, "danach")
    assert title(plan) == "danach"
    plan.close()


def test_what_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"))
    with pytest.raises(Refused) as refused, desk.action("post.renamed") as act:
        act.get(Post, "p")
    assert (refused.value.kind, refused.value.facts["id"]) == (RefusalKind.NOT_FOUND, "p")
    plan.close()


def test_two_threads_may_act_at_once(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt", note=""))
    with ThreadPoolExecutor(4) as pool, desk.action("slow.import") as act:
        act.put(replace(act.get(Post, "p"), note="eingelesen"))
        list(pool.map(lambda n: renamed(desk, f"Titel {n}"), range(20)))
    post = plan.get(Post, "p")
    assert post is not None
    assert post.note == "eingelesen"
    assert post.title.startswith("Titel ")
    assert plan.changesets() == 22
    assert plan.verify().ok
    plan.close()


def test_everyone_hears_of_a_change_the_one_who_made_it_too(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    heard: list[Changes] = []
    end = desk.subscribe(heard.append)
    renamed(desk, "Neu")
    (changes,) = heard
    assert changes == Changes(
        refs=frozenset({"post/p"}), label="post.renamed", facts={"title": "Neu"}, by="anna", here=True
    )
    end()
    renamed(desk, "Neuer")
    assert len(heard) == 1
    plan.close()


def test_what_keeps_answers_hears_before_those_who_ask_it(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    order: list[str] = []
    desk.subscribe(lambda _changes: order.append("page"))
    desk.subscribe(lambda _changes: order.append("answers"), first=True)
    renamed(desk, "Neu")
    assert order == ["answers", "page"]
    plan.close()


def test_a_new_focus_changes_the_cards_of_the_posts_that_use_the_picture(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    users = a_post("p", channels=["facebook"], pictures=["markt"])
    desk = a_desk(
        plan, a_channel("facebook"), a_picture("markt"), users, a_post("other", channels=["facebook"])
    )
    before = {card.id: card.digest for card in plan.cards(["p", "other"])}
    heard: list[Changes] = []
    desk.subscribe(heard.append)
    with desk.action("picture.focus") as act:
        act.put(replace(act.get(Picture, "markt"), focus=Focus(x=0, y=0)))
    after = {card.id: card.digest for card in plan.cards(["p", "other"])}
    assert after["p"] != before["p"]
    assert after["other"] == before["other"]
    assert heard[0].refs == {"picture/markt", "post/p"}
    plan.close()


def test_undo_and_redo_survive_a_restart(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt"))
    renamed(desk, "Neu")
    plan = reopened(plan)
    desk = a_desk(plan)
    assert desk.can_undo() == Label(code="post.renamed", facts={"title": "Neu"})
    undone = desk.undo()
    assert undone is not None
    assert (title(plan), undone.label, undone.undone) == ("Alt", "post.renamed", "undo")
    plan = reopened(plan)
    desk = a_desk(plan)
    assert desk.can_redo() == Label(code="post.renamed", facts={"title": "Neu"})
    desk.redo()
    assert title(plan) == "Neu"
    plan.close()


@pytest.mark.slow
def test_undo_reaches_back_a_thousand_steps(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), *(a_post(f"p{n}", title="0") for n in range(50)))
    for n in range(1000):
        renamed(desk, str(n + 1), f"p{n % 50}")
    for _ in range(1000):
        assert desk.undo() is not None
    assert {title(plan, f"p{n}") for n in range(50)} == {"0"}
    assert desk.can_undo() == Label(code="plan.filled")
    plan.close()


def test_a_new_action_ends_what_could_be_redone(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt"))
    renamed(desk, "Neu")
    desk.undo()
    renamed(desk, "Anders")
    assert desk.can_redo() is None
    assert desk.redo() is None
    desk.undo()
    assert title(plan) == "Alt"
    plan.close()


def test_several_undos_are_redone_in_their_order(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="0"))
    for word in "123":
        renamed(desk, word)
    seen = []
    for verb in (desk.undo, desk.undo, desk.redo, desk.undo, desk.undo, desk.redo, desk.redo, desk.redo):
        verb()
        seen.append(title(plan))
    assert seen == ["2", "1", "2", "1", "0", "1", "2", "3"]
    plan.close()


def test_there_is_an_end_to_undo(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"))
    assert desk.can_undo() is None
    assert desk.undo() is None
    plan.close()


def test_undo_covers_making_and_deleting(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Markt"))
    with desk.action("post.deleted") as act:
        act.delete("post/p")
    assert title(plan) is None
    assert [post.title for post in plan.trash(Post)] == ["Markt"]
    desk.undo()
    assert title(plan) == "Markt"
    desk.undo()
    assert title(plan) is None
    desk.redo()
    assert title(plan) == "Markt"
    assert plan.trash(Post) == []
    plan.close()


def test_the_trash_restores_a_post_as_it_was(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", channels=["facebook"], note="wichtig"))
    before = plan.get(Post, "p")
    with desk.action("post.deleted") as act:
        act.delete(act.get(Post, "p"))
    with desk.action("post.restored") as act:
        act.restore("post/p")
    assert plan.get(Post, "p") == before
    plan.close()


def test_an_action_on_more_records_than_a_changeset_holds_is_one_step(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), *(a_post(f"p{n}", planned=NOW) for n in range(1100)))
    with desk.action("post.shifted") as act:
        for n in range(1100):
            act.put(act.get(Post, f"p{n}").moved_to_day(date(2027, 1, 2)))
    assert plan.cards_between(date(2026, 12, 1), date(2026, 12, 31)) == []
    desk.undo()
    assert len(plan.cards_between(date(2026, 12, 1), date(2026, 12, 31))) == 1100
    desk.redo()
    assert len(plan.cards_between(date(2027, 1, 2), date(2027, 1, 2))) == 1100
    desk.undo()
    desk.undo()
    assert plan.count(Post) == 0
    assert plan.verify().ok
    plan.close()


def test_a_plan_that_failed_to_write_still_holds_what_it_held(tmp_path: Path) -> None:
    plan = PlanFile.create(tmp_path / "plan", formats=FORMATS, platforms=PLATFORMS)
    desk = a_desk(plan, a_post("p", title="Alt"))
    plan._on.sql("PRAGMA max_page_count = 1")
    pages = plan._on.sql("PRAGMA page_count")[0][0]
    plan._on.sql(f"PRAGMA max_page_count = {pages}")
    heard: list[Changes] = []
    desk.subscribe(heard.append)
    with pytest.raises(Refused) as refused, desk.action("post.text") as act:
        act.put(replace(act.get(Post, "p"), text="lang " * 200_000))
    assert refused.value.kind is RefusalKind.DISK_FULL
    assert heard == []
    renamed(desk, "geht wieder")
    assert title(plan) == "geht wieder"
    assert plan.verify().ok
    plan.close()
