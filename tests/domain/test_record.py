# SPDX-License-Identifier: EUPL-1.2
"""Values as flat keys and back; what a patch says, and what it leaves alone."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.crop import BLURRED, Border, Crop, Focus
from kalender.domain.journal.merge import Revision, merge
from kalender.domain.journal.record import Json, flatten, patch, ref, restore
from kalender.domain.picture import Licence, Picture
from kalender.domain.plan import Blackout, Channel, Land, Municipality, Person, Role
from kalender.domain.post import Attachment, Comment, Decision, DecisionKind, Placement, Post, Version

FULL = Post(
    id="p",
    title="Markt",
    text="Um acht.",
    planned=datetime(2026, 12, 5, 18, 0),
    labels=("Advent", "Markt"),
    idea=True,
    versions=(
        Version(
            id="facebook",
            text="Nur hier",
            formats=("a", "b"),
            placements=(Placement(id="x@a", attachment="x", format="a", crop=Crop(x=1, y=2, w=3, h=4)),),
        ),
        Version(id="web"),
    ),
    attachments=(Attachment(id="x", picture="bild", position="a", alt="", decorative=True),),
    decisions=(Decision(id="d", kind=DecisionKind.CHANGE, first=date(2026, 12, 1), after=("c",)),),
    comments=(Comment(id="c", at=datetime(2026, 12, 1, 9, 0, 0, 250_000), text="Schön"),),
)


def test_keys_are_paths() -> None:
    state = flatten(FULL)
    assert state["planned"] == "2026-12-05T18:00"
    assert state["version/facebook/"] is True
    assert state["version/facebook/placement/x@a/crop"] == [1, 2, 3, 4]
    assert state["comment/c/at"] == "2026-12-01T09:00:00.250"
    assert "note" not in state


@pytest.mark.parametrize(
    "value",
    [
        FULL,
        Post(id="empty"),
        Picture(id="b", focus=Focus(x=1, y=2), licence=Licence.CC0, valid_until=date(2027, 1, 1), width=3),
        Channel(id="c", formats=("a",), per_week=2, active=False),
        Person(id="x", role=Role.APPROVAL),
        Municipality(name="Lindenbrunn", land=Land.SN),
        Blackout(id="s", first=date(2026, 12, 24), last=date(2026, 12, 26)),
    ],
)
def test_every_value_comes_back_as_it_was(value: Any) -> None:
    assert restore(type(value), value.id, flatten(value)) == value
    assert ref(value) == f"{value.KIND}/{value.id}"


def test_a_patch_names_only_what_differs() -> None:
    assert patch(FULL, replace(FULL, title="Neu", planned=None)) == {"title": "Neu", "planned": None}
    assert patch(FULL, FULL) == {}


def test_a_part_that_goes_loses_its_presence_with_the_parts_inside() -> None:
    assert patch(FULL, replace(FULL, versions=FULL.versions[1:])) == {
        "version/facebook/": False,
        "version/facebook/placement/x@a/": False,
    }


def test_a_part_that_comes_back_brings_all_its_keys() -> None:
    gone = replace(FULL, versions=FULL.versions[1:])
    back = patch(gone, replace(FULL, versions=(Version(id="facebook", text="Anders"), FULL.versions[1])))
    old = {**flatten(FULL), **patch(FULL, gone)}
    post = restore(Post, "p", {**old, **back})
    version = post.version("facebook")
    assert version is not None
    assert (version.text, version.formats) == ("Anders", None)


def test_keys_and_values_of_a_newer_version_are_left_alone() -> None:
    newer: dict[str, Json] = {
        **flatten(FULL),
        "mood": {"n": [1]},
        "version/facebook/tone": "warm",
        "stance/x/": True,
        "stance/x/text": "?",
        "decision/d/kind": "vetoed",
        "planned": "some day",
    }
    old = restore(Post, "p", newer)
    assert old.planned is None
    changes = patch(old, replace(old, title="Neu"))
    assert changes == {"title": "Neu"}
    assert {**newer, **changes}["mood"] == {"n": [1]}


def test_a_border_that_is_no_colour_is_left_alone() -> None:
    path = "version/facebook/placement/x@a/border"
    post = restore(Post, "p", {**flatten(FULL), path: "shining"})
    version = post.version("facebook")
    assert version is not None
    assert version.placements[0].border is None
    assert patch(post, post) == {}


words = st.sampled_from(["", "a", "b"])
versions = st.lists(
    st.builds(
        Version,
        id=st.sampled_from(["f", "i"]),
        text=st.none() | words,
        placements=st.lists(
            st.builds(Placement, id=st.sampled_from(["1", "2"]), format=words, crop=st.none() | st.just(Crop(x=0, y=0, w=1, h=1)),
                border=st.sampled_from([None, BLURRED, Border(colour="#0a2b3c")])),
            max_size=2, unique_by=lambda item: item.id,
        ).map(lambda items: tuple(sorted(items, key=lambda item: item.id))),
    ),
    max_size=2, unique_by=lambda item: item.id,
).map(lambda items: tuple(sorted(items, key=lambda item: item.id)))  # fmt: skip
posts = st.builds(
    Post, id=st.just("p"), title=words, idea=st.booleans(), labels=st.sampled_from([(), ("a",), ("a", "b")]),
    planned=st.none() | st.just(datetime(2026, 12, 1, 9)), versions=versions,
)  # fmt: skip


@given(st.lists(posts, min_size=1, max_size=4))
def test_patches_lead_through_the_journal_to_the_value(values: list[Post]) -> None:
    revisions: list[Revision] = []
    old: Post | None = None
    for n, value in enumerate(values):
        parents = (f"r{n - 1}",) if n else ()
        revisions.append(Revision(id=f"r{n}", by="x", at=str(n), parents=parents, sets=patch(old, value)))
        old = value
    merged = merge(revisions)
    assert merged.clean
    assert restore(Post, "p", merged.state) == values[-1]
