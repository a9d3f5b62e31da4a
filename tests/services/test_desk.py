# SPDX-License-Identifier: EUPL-1.2
"""The desk: actions, undo and redo, typing, stale editors, and who is told."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kalender.domain.crop import Focus
from kalender.domain.merge import ConflictKind
from kalender.domain.picture import Picture
from kalender.domain.post import Comment, Post, Version
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Stage
from kalender.services.changes import Changes, Kept, Label
from kalender.services.desk import PAUSE, Desk
from kalender.store.plan_file import PlanFile
from tests.builders import (
    FORMATS,
    NOW,
    PLATFORMS,
    StoppedClock,
    a_channel,
    a_clock,
    a_desk,
    a_picture,
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


def typed(desk: Desk, text: str, editor: str = "editor") -> None:
    with desk.action("post.text", burst=editor) as act:
        act.put(replace(act.get(Post, "p"), text=text))


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
