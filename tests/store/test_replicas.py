# SPDX-License-Identifier: EUPL-1.2
"""A machine of several people on several computers: whatever they do and in whatever order it travels, nothing is lost."""

import random
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from kalender.domain.content import digest
from kalender.domain.crop import Crop, Focus
from kalender.domain.journal.changeset import Op, encode, sealed
from kalender.domain.journal.merge import DELETION, merge
from kalender.domain.journal.record import Json
from kalender.domain.picture import Picture
from kalender.domain.post import Attachment, Comment, Placement, Post, Version
from kalender.domain.stage import Stage
from kalender.services.acting.changes import Loaded
from kalender.store.receiving import known_to
from tests.builders import NOW, a_channel, a_picture, a_post, approved, surroundings
from tests.replicas import Replica, lost, view
from tests.store.chaining import Chaining

PEOPLE = ("anna", "bea", "cem")
POSTS = ("p1", "p2", "p3")
CHANNELS = ("facebook", "instagram")
PICTURES = ("markt", "rathaus")
SENTENCES = (
    "Der Markt beginnt um 18 Uhr.",
    "Es gibt Glühwein.",
    "Der Chor singt.",
    "Kinder sind willkommen.",
)
WORDS = ("Montag", "Dienstag", "Mittwoch", "Sonntag")

who = st.sampled_from(PEOPLE)
which = st.sampled_from(POSTS)
numbers = st.integers(0, 3)


class SkewedClock:
    """Each computer's clock goes on, but is off by a fixed time."""

    def __init__(self, skew: timedelta) -> None:
        self.now = NOW + skew

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=7)
        return self.now


def rewritten(post: Post, n: int, word: str) -> Post:
    """One sentence of the text ends in another word."""
    sentences = (post.text or " ".join(SENTENCES)).split(". ")
    at = n % len(sentences)
    sentences[at] = f"{sentences[at].rstrip('.').rsplit(' ', 1)[0]} {word}"
    return replace(post, text=". ".join(sentences))


def told_apart(post: Post, channel: str, word: str) -> Post:
    version = post.version(channel) or Version(id=channel)
    return post.with_version(replace(version, text=f"Nur hier: {word}."))


def cropped(post: Post, channel: str, n: int) -> Post:
    version = post.version(channel) or Version(id=channel)
    own = Placement(
        id="x@facebook.feed", attachment="x", format="facebook.feed", crop=Crop(x=n, y=0, w=500, h=500)
    )
    return post.with_version(replace(version, placements=(own,)))


def with_picture(post: Post, name: str) -> Post:
    others = tuple(item for item in post.attachments if item.picture != name)
    return replace(post, attachments=(*others, Attachment(id=f"at-{name}", picture=name, position=name)))


EDITS: dict[str, Callable[[Post, int, str, str], Post]] = {
    "title": lambda post, n, word, channel: replace(post, title=f"Beitrag {word}"),
    "text": lambda post, n, word, channel: rewritten(post, n, word),
    "note": lambda post, n, word, channel: replace(post, note=f"{post.note} {word}.".strip()),
    "planned": lambda post, n, word, channel: replace(post, planned=NOW + timedelta(days=n)),
    "labels": lambda post, n, word, channel: replace(post, labels=(word,)),
    "channel text": lambda post, n, word, channel: told_apart(post, channel, word),
    "crop": lambda post, n, word, channel: cropped(post, channel, n),
    "channel gone": lambda post, n, word, channel: replace(
        post, versions=tuple(item for item in post.versions if item.id != channel)
    ),
    "picture": lambda post, n, word, channel: with_picture(post, PICTURES[n % 2]),
    "picture gone": lambda post, n, word, channel: replace(post, attachments=()),
    "comment": lambda post, n, word, channel: replace(
        post,
        comments=(*post.comments, Comment(id=f"c{len(post.comments)}{word}", by=word, at=NOW, text=word)),
    ),
}
edits = st.tuples(st.sampled_from(sorted(EDITS)), numbers, st.sampled_from(WORDS), st.sampled_from(CHANNELS))
Edit = tuple[str, int, str, str]


def edited(post: Post, edit: Edit) -> Post:
    name, n, word, channel = edit
    return EDITS[name](post, n, word, channel)


class Town(Chaining):
    """Three people, each with an own computer, now and then in touch."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory(prefix="kalender-")
        self.all: dict[str, Replica] = {}
        for n, name in enumerate(PEOPLE):
            skew = timedelta(days=400 * (n - 1))
            self.all[name] = Replica(Path(self.place.name) / name, name, SkewedClock(skew))
        first = self.all["anna"]
        with first.desk.action("plan.filled") as act:
            for channel in CHANNELS:
                act.put(a_channel(channel))
            for picture in PICTURES:
                act.put(a_picture(picture))
            for post in POSTS:
                act.put(a_post(post, text=" ".join(SENTENCES), planned=NOW, channels=["facebook"]))
        for name in PEOPLE[1:]:
            self.all[name].take(first.give().values())
        self.open: list[tuple[str, Loaded[Post]]] = []

    @rule(name=who, post=which, edit=edits)
    def edit(self, name: str, post: str, edit: Edit) -> None:
        desk = self.all[name].desk
        with desk.action("post.edited") as act:
            found = act.find(Post, post)
            if found is not None:
                act.put(edited(found, edit))

    @rule(pair=st.permutations(PEOPLE), post=which, first=edits, second=edits)
    def edit_at_once(self, pair: list[str], post: str, first: Edit, second: Edit) -> None:
        one, other = self.all[pair[0]], self.all[pair[1]]
        self.edit(one.name, post, first)
        self.edit(other.name, post, second)
        other.take(one.give().values())
        one.take(other.give().values())
        assert view(one.file)["heads"].keys() == view(other.file)["heads"].keys()

    @rule(name=who, edit=edits)
    def edit_many(self, name: str, edit: Edit) -> None:
        with self.all[name].desk.action("posts.edited") as act:
            for post in POSTS:
                found = act.find(Post, post)
                if found is not None:
                    act.put(edited(found, edit))

    @rule(name=who, post=which)
    def open_editor(self, name: str, post: str) -> None:
        if self.all[name].file.get(Post, post) is not None:
            self.open.append((name, self.all[name].desk.load(Post, post)))

    @precondition(lambda self: self.open)
    @rule(data=st.data(), edit=edits)
    def save_from_a_stale_editor(self, data: st.DataObject, edit: Edit) -> None:
        name, loaded = self.open.pop(data.draw(st.integers(0, len(self.open) - 1)))
        replica = self.all[name]
        ref = f"post/{loaded.value.id}"
        before = replica.file.merged(ref)
        assert before is not None
        with replica.desk.action("post.edited") as act:
            act.put(edited(loaded.value, edit), base=loaded)
        after = replica.file.merged(ref)
        assert after is not None
        line = act.line(edited(loaded.value, edit))
        written = replica.file.journal.revisions([ref])[ref]
        mine = next(
            (item.sets for item in written if item.id in line.heads and item.parents == loaded.heads), {}
        )
        conflicts = {item.key for item in after.conflicts}
        for key, value in before.state.items():
            if key not in mine and not any(part.endswith("/") and key.startswith(part) for part in mine):
                assert after.state.get(key) == value or value is False, (
                    f"{key} was not the editor's to change"
                )
        for key, value in mine.items():
            theirs = before.state.get(key)
            if theirs not in (value, loaded_state(replica, ref, loaded).get(key)) and not key.endswith("/"):
                assert (
                    key in conflicts or key in after.merged or after.state.get(key) == theirs or value is None
                )

    @rule(name=who, n=numbers, picture=st.sampled_from(PICTURES))
    def refocus(self, name: str, n: int, picture: str) -> None:
        with self.all[name].desk.action("picture.focus") as act:
            found = act.find(Picture, picture)
            if found is not None:
                act.put(replace(found, focus=Focus(x=100 * n, y=500), alt=f"Bild {n}"))

    @rule(
        name=who,
        ref=st.sampled_from(
            [
                *(f"post/{post}" for post in POSTS),
                "picture/markt",
                "channel/facebook",
                "series/series",
                "event/event",
            ]
        ),
    )
    def delete_or_restore(self, name: str, ref: str) -> None:
        replica = self.all[name]
        now = replica.file.merged(ref)
        with replica.desk.action("record.deleted") as act:
            if now is not None and now.deleted:
                act.restore(ref)
            else:
                act.delete(ref)

    @rule(name=who, post=which, letters=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
    def type(self, name: str, post: str, letters: list[str]) -> None:
        replica = self.all[name]
        if replica.file.get(Post, post) is None:
            return
        before = replica.file.changesets()
        for letter in letters:
            with replica.desk.action("post.text", burst=f"editor {post}") as act:
                found = act.get(Post, post)
                act.put(replace(found, note=f"{found.note} {letter}"))
        assert replica.file.changesets() - before <= 1, "a burst of typing is one step"

    @rule(name=who, post=which, edit=edits)
    def undo_and_redo_change_nothing(self, name: str, post: str, edit: Edit) -> None:
        replica = self.all[name]
        ref = f"post/{post}"
        start = replica.file.merged(ref)
        if start is None or start.deleted:
            return
        count = replica.file.changesets()
        with replica.desk.action("post.edited") as act:
            act.put(edited(act.get(Post, post), edit))
        if replica.file.changesets() == count:
            return
        done = replica.file.merged(ref)
        undone = replica.desk.undo()
        back = replica.file.merged(ref)
        redone = replica.desk.redo()
        again = replica.file.merged(ref)
        assert done is not None
        assert undone is not None
        assert back is not None
        assert redone is not None
        assert again is not None
        if not undone.kept:
            if start.clean:
                assert back.state == {**start.state, **gone(back.state)}
            assert redone.kept or again.state == done.state

    @rule(name=who)
    def undo(self, name: str) -> None:
        self.all[name].desk.undo()

    @rule(name=who)
    def redo(self, name: str) -> None:
        self.all[name].desk.redo()

    @rule(name=who, post=which)
    def approve(self, name: str, post: str) -> None:
        replica = self.all[name]
        with replica.desk.action("review.approved") as act:
            found = act.find(Post, post)
            if found is not None:
                id_ = f"d{len(found.decisions)}{name}"
                act.put(approved(found, surroundings(replica.file), id_=id_, by=name))

    @rule(name=who, data=st.data())
    def decide(self, name: str, data: st.DataObject) -> None:
        replica = self.all[name]
        open_ = [(ref, item) for ref, some in sorted(replica.file.conflicts().items()) for item in some]
        if open_:
            ref, item = data.draw(st.sampled_from(open_))
            chosen = data.draw(st.sampled_from(item.candidates))
            with replica.desk.action("conflict.decided") as act:
                if item.key == DELETION or item.key.endswith("/"):
                    act.decide(ref, item.key, keep=chosen.value is True)
                else:
                    act.decide(ref, item.key, chosen.value)
            assert (ref, item.key) not in [
                (ref, left.key) for left in replica.file.conflicts().get(ref, ())
            ], "what was decided is undecided no more"

    @rule(name=who, post=which, n=numbers)
    def write_by_a_newer_program(self, name: str, post: str, n: int) -> None:
        replica = self.all[name]
        now = replica.file.merged(f"post/{post}")
        if now is None or now.deleted:
            return
        sets: dict[str, Json] = {
            "mood": {"n": [n]},
            "version/facebook/tone": f"tone {n}",
            "stance/new/": True,
            "stance/new/n": n,
        }
        op = Op(record=f"post/{post}", parents=now.heads, sets=sets)
        made = sealed(
            plan="plan", dev=f"newer-{n}", by=name, at="2026-12-01T10:00", label={"k": "x"}, ops=[op]
        )
        replica.take([encode(made)])

    @rule(giver=who, taker=who, seed=st.integers(0, 2**16), part=st.sampled_from([0.3, 0.7, 1.0]))
    def exchange(self, giver: str, taker: str, seed: int, part: float) -> None:
        bodies = list(self.all[giver].give().values())
        chance = random.Random(seed)
        some = [body for body in bodies if chance.random() < part]
        some += chance.sample(some, len(some) // 4)
        chance.shuffle(some)
        self.all[taker].take(some)

    @rule(name=who)
    def restart(self, name: str) -> None:
        replica = self.all[name]
        before, labels = view(replica.file), (replica.desk.can_undo(), replica.desk.can_redo())
        replica.restart()
        assert view(replica.file) == before
        assert (replica.desk.can_undo(), replica.desk.can_redo()) == labels

    @invariant()
    def no_approval_is_honoured_that_does_not_hold(self) -> None:
        for replica in self.all.values():
            for card in replica.file.column(Stage.APPROVED):
                post = replica.file.get(Post, card.id)
                assert post is not None
                now = digest(post, surroundings(replica.file))
                assert any(item.digest == now for item in post.decisions)
                assert not replica.file.contested(f"post/{card.id}")

    def teardown(self) -> None:
        try:
            self.check_everything()
        finally:
            for replica in self.all.values():
                replica.file.close()
            self.place.cleanup()

    def check_everything(self) -> None:
        for replica in self.all.values():
            found = replica.file.verify()
            assert found.ok, found.problems
        everything: dict[str, bytes] = {}
        for replica in self.all.values():
            everything |= replica.give()
        for replica in self.all.values():
            replica.take(everything.values())
            assert replica.give().keys() == everything.keys(), "every changeset is everywhere"
        views = [view(replica.file) for replica in self.all.values()]
        assert views[0] == views[1] == views[2], "the same changesets show the same"
        self.check_nothing_is_lost()
        latecomer = Replica(Path(self.place.name) / "late", "late", SkewedClock(timedelta()))
        try:
            bodies = list(everything.values())
            random.Random(len(bodies)).shuffle(bodies)
            for start in range(0, len(bodies), 3):
                latecomer.take(bodies[start : start + 4])
            assert view(latecomer.file) == views[0], "the order of arrival does not matter"
            found = latecomer.file.verify()
            assert found.ok, found.problems
        finally:
            latecomer.file.close()

    def check_nothing_is_lost(self) -> None:
        file = self.all["anna"].file
        for ref in self.all["anna"].refs():
            shown = file.merged(ref)
            assert shown is not None
            assert not lost(file.revisions([ref])[ref], shown), ref


def loaded_state(replica: Replica, ref: str, loaded: Loaded[Post]) -> dict[str, object]:
    revisions = replica.file.revisions([ref]).get(ref, {})
    return dict(merge(known_to(loaded.heads, revisions)).state)


def gone(state: object) -> dict[str, object]:
    """The marks of parts that were taken away again: they stay behind and show nothing."""
    assert isinstance(state, dict)
    return {key: value for key, value in state.items() if value is False}


TestTown = Town.TestCase
TestTown.settings = settings(
    max_examples=max(4, settings().max_examples // 5),
    stateful_step_count=30,
    phases=[Phase.explicit, Phase.generate],  # making such a story shorter takes longer than reading it
)
