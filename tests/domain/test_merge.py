# SPDX-License-Identifier: EUPL-1.2
"""The merge by examples: each row of the table, and histories that cross."""

import random
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kalender.domain.journal.merge import DELETION, ConflictKind, Merged, Revision, extended, merge
from kalender.domain.journal.record import Json


def a_revision(
    id_: str, *parents: str, at: str = "", by: str = "anna", deleted: bool = False, **sets: Json
) -> Revision:
    """Return a revision that sets some keys; its clock shows its id."""
    return Revision(id=id_, by=by, at=at or id_, parents=parents, sets=sets, deleted=deleted)


def at_once(*sides: dict[str, Any], base: dict[str, Any] | None = None) -> Merged:
    """Merge sides that were written at once from a base; their ids are a, b, c … in the order of their clocks."""
    first = a_revision("0", **(base or {}))
    return merge([first, *(a_revision("abc"[n], "0", **side) for n, side in enumerate(sides))])


def only(merged: Merged) -> Any:
    (conflict,) = merged.conflicts
    return conflict


def test_one_head_is_the_value() -> None:
    merged = merge([a_revision("1", title="Alt"), a_revision("2", "1", title="Neu")])
    assert (merged.state, merged.heads, merged.clean) == ({"title": "Neu"}, ("2",), True)


def test_what_only_one_side_changed_is_the_change() -> None:
    merged = at_once({"title": "Neu"}, {"note": "dazu"}, base={"title": "Alt"})
    assert merged.state == {"title": "Neu", "note": "dazu"}
    assert merged.clean
    assert merged.heads == ("a", "b")


def test_the_same_change_on_both_sides_is_the_change() -> None:
    assert at_once({"title": "Neu"}, {"title": "Neu"}, base={"title": "Alt"}).clean


def test_a_side_that_came_back_to_the_base_changed_nothing() -> None:
    merged = merge(
        [
            a_revision("0", title="Alt"),
            a_revision("a", "0", title="Neu"),
            a_revision("c", "a", title="Alt"),
            a_revision("b", "0", title="Anders"),
        ]
    )
    assert (merged.state, merged.clean) == ({"title": "Anders"}, True)


def test_different_values_show_the_later_and_list_both() -> None:
    merged = at_once({"title": "Eins"}, {"title": "Zwei"}, base={"title": "Alt"})
    assert merged.state == {"title": "Zwei"}
    conflict = only(merged)
    assert (conflict.key, conflict.kind, conflict.base, conflict.shown) == (
        "title",
        ConflictKind.VALUE,
        "Alt",
        "Zwei",
    )
    assert [(item.value, item.by, item.at, item.revision) for item in conflict.candidates] == [
        ("Eins", "anna", "a", "a"),
        ("Zwei", "anna", "b", "b"),
    ]


def test_true_is_not_one() -> None:
    assert only(at_once({"n": True}, {"n": 1})).kind is ConflictKind.VALUE


def test_three_sides_list_all_three() -> None:
    conflict = only(at_once({"title": "1"}, {"title": "2"}, {"title": "3"}, base={"title": "0"}))
    assert [item.value for item in conflict.candidates] == ["1", "2", "3"]


def test_different_sentences_are_blended_and_to_be_checked() -> None:
    merged = at_once({"text": "Eins! Zwei."}, {"text": "Eins. Zwei?"}, base={"text": "Eins. Zwei."})
    assert (merged.state["text"], merged.merged, merged.conflicts) == ("Eins! Zwei?", ("text",), ())


def test_the_same_sentence_is_a_conflict_with_a_proposal_by_words() -> None:
    merged = at_once(
        {"version/x/text": "Um acht am Dienstag."},
        {"version/x/text": "Um neun am Montag."},
        base={"version/x/text": "Um acht am Montag."},
    )
    conflict = only(merged)
    assert (conflict.kind, conflict.base) == (ConflictKind.TEXT, "Um acht am Montag.")
    assert conflict.proposal == "Um neun am Dienstag."
    assert conflict.shown == "Um neun am Montag."


def test_a_text_that_one_side_gave_up_is_a_choice_between_values() -> None:
    conflict = only(at_once({"text": None}, {"text": "Neu."}, base={"text": "Alt."}))
    assert (conflict.kind, [item.value for item in conflict.candidates]) == (
        ConflictKind.VALUE,
        [None, "Neu."],
    )


def test_deleting_beside_anything_else_keeps_the_record_contested() -> None:
    merged = merge(
        [a_revision("0", title="A"), a_revision("z", "0", deleted=True), a_revision("b", "0", note="x")]
    )
    assert not merged.deleted
    conflict = only(merged)
    assert (conflict.key, conflict.kind) == (DELETION, ConflictKind.DELETED)
    assert [(item.revision, item.value) for item in conflict.candidates] == [("b", True), ("z", False)]


def test_deleting_on_both_sides_deletes() -> None:
    merged = merge([a_revision("0"), a_revision("a", "0", deleted=True), a_revision("b", "0", deleted=True)])
    assert merged.deleted
    assert merged.clean


def test_a_later_word_that_knows_all_sides_settles_a_contested_deletion() -> None:
    sides = [a_revision("0"), a_revision("a", "0", deleted=True), a_revision("b", "0", note="x")]
    assert merge([*sides, a_revision("c", "a", "b")]).clean
    assert merge([*sides, a_revision("c", "a", "b", deleted=True)]).deleted


REMOVED: dict[str, Any] = {"version/x/": False}
EDITED: dict[str, Any] = {"version/x/text": "Neu."}
EDITED_AGAIN: dict[str, Any] = {"version/x/text": "Neuer."}
TAKEN_BACK: dict[str, Any] = {"version/x/text": "Alt."}
BASE: dict[str, Any] = {"version/x/": True, "version/x/text": "Alt."}


def test_a_part_removed_beside_an_edit_inside_stays_contested() -> None:
    merged = at_once({"version/x/": False}, {"version/x/text": "Neu."}, base=BASE)
    conflict = only(merged)
    assert merged.state["version/x/"] is True
    assert (conflict.key, conflict.kind) == ("version/x/", ConflictKind.PART)
    assert [(item.revision, item.value) for item in conflict.candidates] == [("a", False), ("b", True)]


def test_a_part_removed_beside_an_edit_elsewhere_is_gone() -> None:
    merged = at_once({"version/x/": False}, {"title": "Neu"}, base=BASE)
    assert merged.state["version/x/"] is False
    assert merged.clean


def test_a_part_removed_beside_an_edit_taken_back_is_gone() -> None:
    merged = merge(
        [
            a_revision("0", **BASE),
            a_revision("a", "0", **REMOVED),
            a_revision("b", "0", **EDITED),
            a_revision("c", "b", **TAKEN_BACK),
        ]
    )
    assert merged.state["version/x/"] is False
    assert merged.clean


def test_a_part_removed_beside_something_taken_out_of_it_is_gone() -> None:
    base = {**BASE, "version/x/placement/p/": True}
    merged = at_once({"version/x/": False}, {"version/x/placement/p/": False}, base=base)
    assert merged.state["version/x/"] is False
    assert merged.clean


def test_working_on_in_a_contested_part_keeps_it() -> None:
    sides = [
        a_revision("0", **BASE),
        a_revision("a", "0", **REMOVED),
        a_revision("b", "0", **EDITED),
    ]
    merged = merge([*sides, a_revision("c", "a", "b", **EDITED_AGAIN)])
    assert merged.state["version/x/"] is True
    assert merged.clean
    gone = merge([*sides, a_revision("c", "a", "b", **REMOVED)])
    assert gone.state["version/x/"] is False
    assert gone.clean


def test_an_undecided_key_stays_undecided_when_something_else_is_written() -> None:
    sides = [a_revision("0", title="Alt"), a_revision("a", "0", title="1"), a_revision("b", "0", title="2")]
    later = merge([*sides, a_revision("c", "a", "b", note="x")])
    assert only(later).key == "title"
    assert later.heads == ("c",)
    decided = merge([*sides, a_revision("c", "a", "b", title="1")])
    assert (decided.state, decided.clean) == ({"title": "1"}, True)


def test_two_who_decide_a_conflict_differently_have_a_new_one() -> None:
    merged = merge(
        [
            a_revision("0", title="Alt"),
            a_revision("a", "0", title="1"),
            a_revision("b", "0", title="2"),
            a_revision("c", "a", "b", title="2"),
            a_revision("d", "a", "b", title="1"),
        ]
    )
    assert [item.value for item in only(merged).candidates] == ["2", "1"]


def test_histories_that_cross_use_the_merge_of_what_both_knew() -> None:
    """a and b are merged by two people, who both go on in another sentence."""
    text = "Eins. Zwei. Drei. Vier."
    merged = merge(
        [
            a_revision("0", text=text),
            a_revision("a", "0", text=text.replace("Eins", "Null")),
            a_revision("b", "0", text=text.replace("Vier", "Fünf")),
            a_revision("c", "a", "b", text="Null. Zwo. Drei. Fünf."),
            a_revision("d", "a", "b", text="Null. Zwei. Drei! Fünf."),
        ]
    )
    assert (merged.state["text"], merged.conflicts, merged.merged) == (
        "Null. Zwo. Drei! Fünf.",
        (),
        ("text",),
    )


def test_histories_may_cross_more_often_than_the_interpreter_can_call() -> None:
    history = [a_revision("0", title="0")]
    heads: tuple[str, ...] = ("0",)
    for n in range(1200):
        pair = (f"{n:05}a", f"{n:05}b")
        history += [a_revision(name, *heads, title=name) for name in pair]
        heads = pair
    assert only(merge(history)).candidates[0].value == "01199a"


def test_a_missing_parent_is_an_error() -> None:
    with pytest.raises(ValueError, match="missing"):
        merge([a_revision("1", "0")])


def test_no_revision_is_nothing() -> None:
    merged = merge([])
    assert (merged.state, merged.heads, merged.deleted) == ({}, (), False)


KEYS = (
    "title",
    "text",
    "version/x/",
    "version/x/text",
    "version/x/placement/p/",
    "version/x/placement/p/crop",
)


@st.composite
def histories(draw: st.DrawFn) -> list[Revision]:
    """Revisions of one record, each knowing some of those before it."""
    found: list[Revision] = []
    for n in range(draw(st.integers(1, 9))):
        known = draw(st.sets(st.sampled_from([item.id for item in found]), max_size=3)) if found else set()
        keys = draw(st.sets(st.sampled_from(KEYS), max_size=3))
        sets: dict[str, Json] = {
            key: draw(st.booleans())
            if key.endswith("/")
            else draw(st.sampled_from([None, "A. B.", "A! B.", "A. B?"]))
            for key in sorted(keys)
        }
        deleted = draw(st.integers(0, 5)) == 0
        found.append(Revision(id=f"r{n}", by="x", at=str(draw(st.integers(0, 3))), parents=heads_of(known, found),
                              sets=sets, deleted=deleted))  # fmt: skip
    return found


def heads_of(ids: Iterable[str], found: list[Revision]) -> tuple[str, ...]:
    """Return those of some revisions that none of the others knew."""
    parents = {item.id: set(item.parents) for item in found}

    def known(id_: str) -> set[str]:
        return set().union(*({parent, *known(parent)} for parent in parents[id_]))

    return tuple(sorted(id_ for id_ in ids if not any(id_ in known(other) for other in ids)))


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(history: list[Revision], chance: random.Random) -> None:
    shuffled = [*history, *history[:2]]
    chance.shuffle(shuffled)
    assert merge(shuffled) == merge(history)


def _revived(last: dict[str, Json]) -> list[Revision]:
    """Someone wrote inside a part that had been taken away; then somebody takes that writing back."""
    return [
        Revision(id="r0", by="x", at="0", parents=(), sets={}),
        Revision(id="r1", by="x", at="0", parents=(), sets={"version/x/": False}),
        Revision(id="r2", by="x", at="0", parents=("r0", "r1"), sets={"version/x/placement/p/": True}),
        Revision(id="r3", by="x", at="0", parents=("r2",), sets=last),
    ]


@given(histories())
@example(_revived({"version/x/placement/p/": False}))
@example(_revived({"version/x/text": None}))
def test_the_quick_way_equals_the_whole(history: list[Revision]) -> None:
    for n in range(1, len(history)):
        before = merge(history[:n])
        new = Revision(
            id="new", by="x", at="9", parents=before.heads, sets=history[n].sets, deleted=history[n].deleted
        )
        quick = extended(before, new)
        if quick is not None:
            assert quick == merge([*history[:n], new])


@given(histories())
def test_writing_every_key_with_all_heads_known_leaves_nothing_open(history: list[Revision]) -> None:
    before = merge(history)
    sets = {
        key: before.state.get(key, False if key.endswith("/") else None)
        for item in history
        for key in item.sets
    }
    after = merge([*history, Revision(id="new", by="x", at="9", parents=before.heads, sets=sets)])
    assert after.clean
    assert after.state == before.state
