# SPDX-License-Identifier: EUPL-1.2
"""What the history says of a plan and of a post."""

from dataclasses import replace
from pathlib import Path

from kalender.domain.post import Post
from kalender.services.acting.history import History
from tests.builders import NOW, a_desk, a_plan, a_post


def test_it_tells_the_newest_first_with_who_what_and_when(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt"))
    desk.acting_as("bea")
    with desk.action("post.renamed", title="Neu") as act:
        act.put(replace(act.get(Post, "p"), title="Neu"))
    newest, oldest = History(plan).of_plan()
    assert (newest.label.code, newest.label.facts, newest.by) == ("post.renamed", {"title": "Neu"}, "bea")
    assert newest.at > oldest.at >= NOW
    assert newest.refs == ("post/p",)
    assert (oldest.label.code, oldest.by) == ("plan.filled", "anna")
    plan.close()


def test_it_goes_on_where_a_page_ended(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    for n in range(7):
        with desk.action("post.renamed", n=n) as act:
            act.put(replace(act.get(Post, "p"), title=f"Titel {n}"))
    history = History(plan)
    first = history.of_plan(limit=3)
    second = history.of_plan(limit=3, before=first[-1].number)
    assert [entry.label.facts["n"] for entry in [*first, *second]] == [6, 5, 4, 3, 2, 1]
    plan.close()


def test_of_a_post_it_tells_each_field_before_and_after(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt", note="so"), a_post("other"))
    with desk.action("post.fields") as act:
        act.put(replace(act.get(Post, "p"), title="Neu", note=""))
    with desk.action("post.deleted") as act:
        act.delete("post/p")
    desk.undo()
    back, deleted, changed, created = History(plan).of_post("p")
    assert [(item.key, item.before, item.after) for item in changed.changes] == [
        ("note", "so", None),
        ("title", "Alt", "Neu"),
    ]
    assert created.created
    assert deleted.deleted
    assert (back.restored, back.undone) == (True, "undo")
    plan.close()


def test_undo_and_redo_are_told_as_such(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    with desk.action("post.renamed", first="a word of the label's own") as act:
        act.put(replace(act.get(Post, "p"), title="Neu"))
    desk.undo()
    desk.redo()
    found = History(plan).of_plan()
    assert [(entry.label.code, entry.undone) for entry in found[:3]] == [
        ("post.renamed", "redo"),
        ("post.renamed", "undo"),
        ("post.renamed", ""),
    ]
    assert found[0].label.facts == {"first": "a word of the label's own"}
    plan.close()


def test_an_action_on_many_records_is_one_line(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"))
    with desk.action("table.imported", count=1200) as act:
        for n in range(1200):
            act.put(a_post(f"p{n:04}"))
    assert plan.changesets() == 3
    (entry,) = History(plan).of_plan(limit=10)
    assert len(entry.refs) == 1200
    assert entry.label.code == "table.imported"
    plan.close()
