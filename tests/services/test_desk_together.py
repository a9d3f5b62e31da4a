# SPDX-License-Identifier: EUPL-1.2
"""The desk when several people or a patient typist write: bursts, stale editors, conflicts, undo beside others."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kalender.domain.journal.merge import ConflictKind
from kalender.domain.post import Comment, Post, Version
from kalender.domain.stage import Stage
from kalender.services.acting.changes import Kept, Label
from kalender.services.acting.desk import PAUSE, Desk
from kalender.store.plan_file import PlanFile
from tests.builders import (
    NOW,
    StoppedClock,
    a_clock,
    a_desk,
    a_plan,
    a_post,
    approved,
    reopened,
    surroundings,
)
from tests.replicas import Replica


def renamed(desk: Desk, title: str, id_: str = "p") -> None:
    with desk.action("post.renamed", title=title) as act:
        act.put(replace(act.get(Post, id_), title=title))


def title(plan: PlanFile, id_: str = "p") -> str | None:
    found = plan.get(Post, id_)
    return None if found is None else found.title


def two_computers(folder: Path) -> tuple[Replica, Replica]:
    """Return two computers that hold the post p."""
    one, other = (
        Replica(folder / "one", "anna", a_clock()),
        Replica(folder / "two", "bea", a_clock(NOW + timedelta(1))),
    )
    with one.desk.action("post.created") as act:
        act.put(a_post("p", title="Markt", text="Der Markt beginnt. Der Chor singt."))
    other.take(one.give().values())
    return one, other


def typed(desk: Desk, text: str, editor: str = "editor") -> None:
    with desk.action("post.text", burst=editor) as act:
        act.put(replace(act.get(Post, "p"), text=text))


def test_undo_leaves_what_someone_else_wrote_since_and_names_it(tmp_path: Path) -> None:
    one, other = two_computers(tmp_path)
    with one.desk.action("post.fields") as act:
        act.put(replace(act.get(Post, "p"), title="Chor", note="um acht"))
    other.take(one.give().values())
    renamed(other.desk, "Konzert")
    one.take(other.give().values())
    undone = one.desk.undo()
    assert undone is not None
    assert undone.kept == (Kept(ref="post/p", key="title"),)
    post = one.file.get(Post, "p")
    assert post is not None
    assert (post.title, post.note) == ("Konzert", "")
    assert one.desk.can_undo() == Label(code="post.created")
    for replica in (one, other):
        replica.file.close()


def test_undoing_a_post_that_others_worked_on_keeps_it(tmp_path: Path) -> None:
    one, other = two_computers(tmp_path)
    with other.desk.action("post.commented") as act:
        post = act.get(Post, "p")
        act.put(replace(post, comments=(Comment(id="c", text="Schön"),)))
    one.take(other.give().values())
    undone = one.desk.undo()
    assert undone is not None
    assert undone.kept == (Kept(ref="post/p", key=""),)
    assert title(one.file) == "Markt"
    for replica in (one, other):
        replica.file.close()


def test_undoing_a_version_that_others_wrote_in_keeps_it(tmp_path: Path) -> None:
    one, other = two_computers(tmp_path)
    with one.desk.action("post.channels") as act:
        act.put(act.get(Post, "p").with_version(Version(id="facebook")))
    other.take(one.give().values())
    with other.desk.action("version.fields") as act:
        act.put(act.get(Post, "p").with_version(Version(id="facebook", text="Nur hier")))
    one.take(other.give().values())
    undone = one.desk.undo()
    assert undone is not None
    assert [kept.key for kept in undone.kept] == ["version/facebook/text"]
    post = one.file.get(Post, "p")
    assert post is not None
    assert [item.text for item in post.versions] == ["Nur hier"]
    for replica in (one, other):
        replica.file.close()


def test_undoing_ones_side_of_a_conflict_leaves_the_other_side(tmp_path: Path) -> None:
    one, other = two_computers(tmp_path)
    renamed(one.desk, "Adventsmarkt")
    renamed(other.desk, "Wintermarkt")
    one.take(other.give().values())
    assert [item.kind for item in one.file.conflicts()["post/p"]] == [ConflictKind.VALUE]
    one.desk.undo()
    assert one.file.conflicts() == {}
    assert title(one.file) == "Wintermarkt"
    for replica in (one, other):
        replica.file.close()


def test_a_stale_editor_removes_nothing_that_was_written_meanwhile(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt", text="Eins. Zwei.", note=""))
    loaded = desk.load(Post, "p")
    with desk.action("post.fields") as act:
        act.put(replace(act.get(Post, "p"), title="Neu", text="Eins. Drei."))
    with desk.action("post.text") as act:
        act.put(replace(loaded.value, text="Null. Zwei.", note="dazu"), base=loaded)
    post = plan.get(Post, "p")
    assert post is not None
    assert (post.title, post.text, post.note) == ("Neu", "Null. Drei.", "dazu")
    merged = plan.merged("post/p")
    assert merged is not None
    assert merged.merged == ("text",)
    with desk.action("post.text") as act:
        act.decide("post/p", "text", post.text)
    merged = plan.merged("post/p")
    assert merged is not None
    assert merged.clean
    plan.close()


def test_a_conflict_stays_until_someone_decides_it(tmp_path: Path) -> None:
    one, other = two_computers(tmp_path)
    renamed(one.desk, "Adventsmarkt")
    renamed(other.desk, "Wintermarkt")
    one.take(other.give().values())
    assert title(one.file) == "Wintermarkt", "the later clock is shown"
    with one.desk.action("post.fields") as act:
        act.put(replace(act.get(Post, "p"), note="etwas anderes"))
    (conflict,) = one.file.conflicts()["post/p"]
    assert {item.value for item in conflict.candidates} == {"Adventsmarkt", "Wintermarkt"}
    assert conflict.base == "Markt"
    with one.desk.action("conflict.decided") as act:
        act.decide("post/p", "title", "Wintermarkt")
    assert one.file.conflicts() == {}
    other.take(one.give().values())
    assert other.file.conflicts() == {}
    for replica in (one, other):
        replica.file.close()


def test_an_undecided_text_voids_the_approval_until_it_is_decided(tmp_path: Path) -> None:
    one, other = two_computers(tmp_path)
    with one.desk.action("post.ready") as act:
        act.put(a_post("p", planned=NOW, text="Um acht.", channels=["web"]))
    other.take(one.give().values())
    with one.desk.action("post.text") as act:
        act.put(replace(act.get(Post, "p"), text="Um neun."))
    with one.desk.action("review.approved") as act:
        act.put(approved(act.get(Post, "p"), surroundings(one.file)))
    with other.desk.action("post.text") as act:
        act.put(replace(act.get(Post, "p"), text="Um zehn."))
    assert [card.id for card in one.file.column(Stage.APPROVED)] == ["p"]
    one.take(other.give().values())
    assert one.file.column(Stage.APPROVED) == []
    assert one.file.contested("post/p")
    with one.desk.action("conflict.decided") as act:
        act.decide("post/p", "text", "Um neun.")
    assert [card.id for card in one.file.column(Stage.APPROVED)] == ["p"]
    for replica in (one, other):
        replica.file.close()


def test_undoing_a_change_makes_the_approval_hold_again(tmp_path: Path) -> None:
    desk = a_desk(
        plan := a_plan(tmp_path / "plan"), a_post("p", text="Um acht.", planned=NOW, channels=["web"])
    )
    with desk.action("review.approved") as act:
        act.put(approved(act.get(Post, "p"), surroundings(plan)))
    with desk.action("post.text") as act:
        act.put(replace(act.get(Post, "p"), text="Um acht"))
    assert plan.column(Stage.APPROVED) == []
    desk.undo()
    assert [card.id for card in plan.column(Stage.APPROVED)] == ["p"]
    plan.close()


def test_typing_is_one_step_while_it_goes_on(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", text="alt"), clock=clock)
    for text in ("n", "ne", "neu"):
        clock.forward(seconds=2)
        typed(desk, text)
    assert plan.changesets() == 2
    desk.undo()
    post = plan.get(Post, "p")
    assert post is not None
    assert post.text == "alt"
    assert plan.verify().ok
    plan.close()


@pytest.mark.parametrize("end", ["pause", "editor", "action", "shared", "person", "restart"])
def test_typing_becomes_a_new_step_after(tmp_path: Path, end: str) -> None:
    clock = StoppedClock()
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"), a_post("q"), clock=clock)
    typed(desk, "eins")
    count = plan.changesets()
    editor = "editor"
    if end == "pause":
        clock.forward(seconds=PAUSE.total_seconds() + 1)
    elif end == "editor":
        editor = "another"
    elif end == "action":
        renamed(desk, "Anderes", "q")
        count += 1
    elif end == "shared":
        plan.share()
    elif end == "person":
        desk.acting_as("bea")
    else:
        plan = reopened(plan)
        desk = a_desk(plan, clock=clock)
    typed(desk, "eins zwei", editor)
    assert plan.changesets() == count + 1
    plan.close()


def test_an_editor_goes_on_from_its_own_line(tmp_path: Path) -> None:
    one, other = two_computers(tmp_path)
    loaded = one.desk.load(Post, "p")
    first = replace(loaded.value, text="Der Markt beginnt um acht. Der Chor singt.")
    with one.desk.action("post.text", burst="e") as act:
        act.put(first, base=loaded)
    loaded = act.line(first)
    with other.desk.action("post.text") as act:
        act.put(replace(act.get(Post, "p"), text="Der Markt beginnt. Der Chor tanzt."))
    one.take(other.give().values())
    second = replace(first, text="Der Markt beginnt um neun. Der Chor singt.")
    with one.desk.action("post.text", burst="e") as act:
        act.put(second, base=loaded)
    post = one.file.get(Post, "p")
    assert post is not None
    assert post.text == "Der Markt beginnt um neun. Der Chor tanzt."
    assert one.file.conflicts() == {}
    assert one.file.verify().ok
    for replica in (one, other):
        replica.file.close()
