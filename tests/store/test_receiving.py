# SPDX-License-Identifier: EUPL-1.2
"""Receiving changesets: what waits, what is refused, what a newer program wrote."""

from dataclasses import replace
from pathlib import Path

import pytest

from kalender.domain.journal.changeset import BadChangeset, Op, encode, sealed
from kalender.domain.journal.record import Json
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.changes import Changes
from tests.builders import a_channel, a_clock, a_picture, a_post
from tests.replicas import Replica, view


def a_pair(folder: Path) -> tuple[Replica, Replica]:
    one, other = (Replica(folder / name, name, a_clock()) for name in ("anna", "bea"))
    with one.desk.action("post.created") as act:
        act.put(a_post("p", title="0"))
    for n in range(1, 5):
        with one.desk.action("post.renamed") as act:
            act.put(replace(act.get(Post, "p"), title=str(n)))
    return one, other


def test_a_changeset_waits_for_what_it_builds_on(tmp_path: Path) -> None:
    one, other = a_pair(tmp_path)
    bodies = list(one.give().values())
    heard: list[Changes] = []
    other.desk.subscribe(heard.append)
    for body in reversed(bodies[1:]):
        other.take([body])
    assert (other.file.changesets(), heard) == (0, [])
    other.restart()
    other.desk.subscribe(heard.append)
    other.take([bodies[0]])
    assert view(other.file) == view(one.file)
    assert other.file.journal.waiting() == {}
    (changes,) = heard
    assert (changes.refs, changes.here) == (frozenset({"post/p"}), False)
    one.file.close()
    other.file.close()


def test_receiving_again_does_nothing(tmp_path: Path) -> None:
    one, other = a_pair(tmp_path)
    other.take(one.give().values())
    before = view(other.file)
    heard: list[Changes] = []
    other.desk.subscribe(heard.append)
    other.take(one.give().values())
    assert (view(other.file), heard) == (before, [])
    assert other.desk.can_undo() is None, "what others did is not this computer's to undo"
    one.file.close()
    other.file.close()


@pytest.mark.parametrize("kind", ["damaged", "foreign parent", "other plan"])
def test_one_bad_changeset_and_nothing_is_taken(tmp_path: Path, kind: str) -> None:
    one, other = a_pair(tmp_path)
    bodies = list(one.give().values())
    if kind == "damaged":
        bad = bodies[0].replace(b"post.created", b"post.creatd", 1) + b" "
    elif kind == "other plan":
        bad = encode(sealed(plan="another", dev="x", by="x", at="", label={"k": "x"}))
    else:
        parent = next(iter(one.give()))
        op = Op(record="post/other", parents=(parent,), sets={"title": "x"})
        bad = encode(sealed(plan="plan", dev="x", by="x", at="", label={"k": "x"}, ops=[op]))
    with pytest.raises((BadChangeset, Refused)) as raised:
        other.take([*bodies, bad])
    if kind == "other plan":
        assert isinstance(raised.value, Refused)
        assert raised.value.kind is RefusalKind.PLAN_FOREIGN
    else:
        assert isinstance(raised.value, BadChangeset)
    assert other.file.changesets() == 0
    other.take(bodies)
    assert view(other.file) == view(one.file)
    one.file.close()
    other.file.close()


def test_what_a_newer_program_wrote_survives_everything_an_older_one_does(tmp_path: Path) -> None:
    one, other = a_pair(tmp_path)
    heads = one.file.journal.tips(["post/p"])["post/p"]
    newer: dict[str, Json] = {
        "mood": {"deep": [1, True, None]},
        "version/web/": True,
        "version/web/tone": "warm",
        "stance/s/": True,
    }
    op = Op(record="post/p", parents=heads, sets=newer)
    one.take(
        [encode(sealed(plan="plan", dev="newer", by="cem", at="2030", label={"k": "unknown.verb"}, ops=[op]))]
    )
    with one.desk.action("post.renamed") as act:
        post = act.get(Post, "p")
        act.put(replace(post, title="Neu", versions=(replace(post.versions[0], text="Text"),)))
    with one.desk.action("post.deleted") as act:
        act.delete("post/p")
    one.desk.undo()
    one.desk.undo()
    one.desk.redo()
    one.restart()
    other.take(one.give().values())
    for replica in (one, other):
        merged = replica.file.merged("post/p")
        assert merged is not None
        assert newer.items() <= merged.state.items()
        assert merged.state["version/web/text"] == "Text"
        assert replica.file.verify().ok
        replica.file.close()


def test_a_picture_that_arrives_after_its_post_completes_the_card(tmp_path: Path) -> None:
    one, other = (Replica(tmp_path / name, name, a_clock()) for name in ("anna", "bea"))
    with one.desk.action("filled") as act:
        act.put(a_channel("facebook"))
        act.put(a_picture("bild", alt="Ein Bild"))
    with other.desk.action("post.created") as act:
        act.put(a_post("p", channels=["facebook"], pictures=["bild"]))
    before = other.file.card("p")
    other.take(one.give().values())
    after = other.file.card("p")
    assert before is not None
    assert after is not None
    assert (before.picture, after.picture) == ("", "bild")
    assert other.file.verify().ok
    one.file.close()
    other.file.close()
