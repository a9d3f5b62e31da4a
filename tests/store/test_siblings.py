# SPDX-License-Identifier: EUPL-1.2
"""Who says the same as a post is found by an index, in every way in which rows are derived."""

from dataclasses import replace
from pathlib import Path

from kalender.domain.post import Post
from kalender.domain.siblings.matching import follows, words_digest
from kalender.store.plan_file import PlanFile
from tests.builders import a_clock, a_desk, a_plan, a_post, reopened
from tests.replicas import Replica, view

ORIGINAL = a_post("o", text="Das Bad öffnet am Samstag. Der Eintritt ist frei.")
TURKISH = a_post(
    "tr", text="Havuz açılıyor.", language="tr", original="o", original_digest=words_digest(ORIGINAL)
)


def question(plan: PlanFile) -> str:
    """Return how SQLite looks for the siblings of a post."""
    text = "EXPLAIN QUERY PLAN SELECT id FROM card JOIN link ON link.n = card.n WHERE target = ?"
    return " ".join(str(row[-1]) for row in plan._on.sql(text, ("post/o",)))


def test_siblings_are_found_by_their_original_before_and_after_a_rebuild(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    desk = a_desk(plan, ORIGINAL, TURKISH, a_post("alone"))
    assert plan.posts_using("post/o") == ["tr"]
    assert [card.language for card in plan.cards(["o", "tr"])] in (["", "tr"], ["tr", ""])
    assert "SCAN" not in question(plan)
    before = view(plan)
    plan.projection.rebuild()
    assert view(plan) == before
    with desk.action("sibling.detached") as act:
        act.put(replace(act.get(Post, "tr"), original="", original_digest=""))
    assert plan.posts_using("post/o") == []
    assert plan.verify().ok
    plan = reopened(plan)
    assert plan.posts_using("post/o") == []
    plan.close()


def test_a_sibling_in_the_trash_is_not_found_and_comes_back(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    desk = a_desk(plan, ORIGINAL, TURKISH)
    with desk.action("post.deleted") as act:
        act.delete("post/tr")
    assert plan.posts_using("post/o") == []
    desk.undo()
    assert plan.posts_using("post/o") == ["tr"]
    plan.close()


def test_matching_here_and_writing_the_original_there_leaves_the_sibling_outdated(tmp_path: Path) -> None:
    clock = a_clock()
    here, there = Replica(tmp_path / "a", "anna", clock), Replica(tmp_path / "b", "ben", clock)
    with here.desk.action("x") as act:
        act.put(ORIGINAL)
        act.put(replace(TURKISH, original_digest=""))
    there.take(here.give().values())
    with here.desk.action("sibling.matched") as act:
        act.put(replace(act.get(Post, "tr"), original_digest=words_digest(ORIGINAL)))
    with there.desk.action("post.text") as act:
        act.put(replace(act.get(Post, "o"), text="Das Bad öffnet am Sonntag. Der Eintritt ist frei."))
    there.take(here.give().values())
    here.take(there.give().values())
    assert view(here.file) == view(there.file)
    for one in (here, there):
        original, sibling = one.file.get(Post, "o"), one.file.get(Post, "tr")
        assert original is not None
        assert sibling is not None
        assert not one.file.conflicts()
        assert not follows(sibling, original)
        one.file.close()


def test_two_languages_for_one_post_are_a_conflict_that_stops_its_approval(tmp_path: Path) -> None:
    clock = a_clock()
    here, there = Replica(tmp_path / "a", "anna", clock), Replica(tmp_path / "b", "ben", clock)
    with here.desk.action("x") as act:
        act.put(ORIGINAL)
        act.put(TURKISH)
    there.take(here.give().values())
    for one, language in ((here, "az"), (there, "ku")):
        with one.desk.action("sibling.language") as act:
            act.put(replace(act.get(Post, "tr"), language=language))
    here.take(there.give().values())
    assert here.file.contested("post/tr")
    assert not here.file.contested("post/o")
    here.file.close()
    there.file.close()


def test_an_undecided_word_in_the_original_leaves_the_approval_of_its_sibling_alone(tmp_path: Path) -> None:
    clock = a_clock()
    here, there = Replica(tmp_path / "a", "anna", clock), Replica(tmp_path / "b", "ben", clock)
    with here.desk.action("x") as act:
        act.put(ORIGINAL)
        act.put(TURKISH)
    there.take(here.give().values())
    for one, day in ((here, "Sonntag"), (there, "Montag")):
        with one.desk.action("post.text") as act:
            act.put(replace(act.get(Post, "o"), text=f"Das Bad öffnet am {day}. Der Eintritt ist frei."))
    here.take(there.give().values())
    assert here.file.contested("post/o")
    assert not here.file.contested("post/tr")
    before = view(here.file)
    here.file.projection.rebuild()
    assert view(here.file) == before
    here.file.close()
    there.file.close()
