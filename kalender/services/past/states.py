# SPDX-License-Identifier: EUPL-1.2
"""The earlier states of a post: listed, compared with now, and brought back, whole or field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from kalender.domain.content import canonical, digest_of, manifest
from kalender.domain.frozen import frozen
from kalender.domain.journal.changeset import UNDOES
from kalender.domain.journal.merge import Merged, Revision, extended, merge
from kalender.domain.journal.record import restore
from kalender.domain.picture import Picture
from kalender.domain.post import Decision, Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import standing
from kalender.services.acting.changes import Label
from kalender.services.acting.desk import AGAIN, PAUSE, Desk, label_of
from kalender.services.past.comparing import Difference, differences, restored
from kalender.services.past.fields import about, brought, fields_in, written
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile
from kalender.store.receiving import known_to

RESTORED = "post.state_restored"
"""The action that brings an earlier state back; facts: title, at (of the state), fields where not all."""

_NOTHING = Merged(state={}, heads=())


@frozen
class PostState:
    """A post as it was after one step; typing that went on is one. id: of the revision; keys: what the step wrote.

    decision: a reviewer's word that the step added. current: nothing came after.
    """

    id: str
    at: datetime
    by: str
    label: Label
    undone: str = ""
    keys: tuple[str, ...] = ()
    created: bool = False
    deleted: bool = False
    revived: bool = False
    decision: Decision | None = None
    current: bool = False


class Approval(StrEnum):
    """What bringing a state back does to the approval of a post."""

    UNTOUCHED = "untouched"
    LAPSES = "lapses"
    RETURNS = "returns"
    STAYS = "stays"


@frozen
class Prospect:
    """What bringing a state (or some of its fields) back would do, said beforehand.

    trashed, gone: names of pictures that lie in the trash, or whose record is unknown; channels: ids that the plan no
    longer has and that are left out.
    """

    approval: Approval = Approval.UNTOUCHED
    trashed: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    changes: bool = True


class Story:
    """One post with all its states, read once. Ask again after the post has changed."""

    def __init__(
        self, post: str, now: Post, states: Sequence[PostState], found: Mapping[str, Merged], *, deleted: bool
    ) -> None:
        self.post = post
        self.now = now
        self.deleted = deleted
        self.states = tuple(states)
        self._found = found

    def at(self, id_: str) -> Post:
        """Return the post after a state; raises Refused NOT_FOUND."""
        found = self._found.get(id_)
        if found is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return restore(Post, self.post, found.state)

    def compare(self, id_: str, field: str = "") -> list[Difference]:
        """Return what differs between a state and now, in one field where one is named."""
        found = differences(self.at(id_), self.now)
        return [item for item in found if item.field == field] if field else found

    def fields(self) -> list[Difference]:
        """Return the fields that were ever changed and can come back one by one, without values."""
        posts = [self.now, *(self.at(state.id) for state in self.states)]
        pictures = {item.id: item.picture for post in posts for item in post.attachments}
        found = fields_in(state.keys for state in self.states if not state.created)
        return [about(field, pictures) for field in found]

    def of_field(self, field: str) -> tuple[PostState, ...]:
        """Return the states that wrote a field, and the one the post began with; the newest first."""
        return tuple(
            state
            for state in self.states
            if state.created or field in written(state.keys) or brought(state.keys, field)
        )


class PastStates:
    """Reads stories and brings states back."""

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan

    def story(self, post: str) -> Story:
        """Return a post with its states, the newest first; raises Refused NOT_FOUND. A deleted post has one too."""
        ref = f"post/{post}"
        merged = self._store.merged(ref)
        if merged is None:
            raise Refused(RefusalKind.NOT_FOUND, post=post)
        revisions = self._store.revisions([ref]).get(ref, {})
        found = states_after(revisions)
        numbers = self._store.journal.numbers(revisions)
        labels = self._store.past.labels(numbers.values())
        listed: list[PostState] = []
        for id_ in sorted(revisions, key=lambda item: numbers[item]):
            revision, label = revisions[id_], labels[numbers[id_]]
            state = _listed(revision, label, _before(revision, found, revisions))
            if listed and _goes_on(listed[-1], revision, state):
                state = replace(
                    state,
                    created=listed[-1].created,
                    keys=tuple(dict.fromkeys([*listed[-1].keys, *state.keys])),
                )
                listed.pop()
            listed.append(state)
        if listed:
            listed[-1] = replace(listed[-1], current=True)
        return Story(post, restore(Post, post, merged.state), listed[::-1], found, deleted=merged.deleted)

    def step(self, post: str, changeset: str) -> list[Difference]:
        """Return what one step changed in a post, from before to after it; empty where it did not write the post."""
        revisions = self._store.revisions([f"post/{post}"]).get(f"post/{post}", {})
        if changeset not in revisions:
            return []
        before = merge(known_to(revisions[changeset].parents, revisions))
        after = merge(known_to([changeset], revisions))
        return differences(restore(Post, post, before.state), restore(Post, post, after.state))

    def prospect(self, story: Story, id_: str, chosen: Iterable[str] | None = None) -> Prospect:
        """Tell what bringing a state back would do, all of it or these fields."""
        target, channels = self._target(story, id_, chosen)
        had = self._approved(story.now)
        has = self._approved(target)
        approval = Approval.UNTOUCHED
        if had and not has:
            approval = Approval.LAPSES
        elif has and not had:
            approval = Approval.RETURNS
        elif has:
            approval = Approval.STAYS
        wanted = {item.picture for item in target.attachments} - {
            item.picture for item in story.now.attachments
        }
        there = {item.id for item in self._store.some(Picture, wanted)}
        rows = self._store.projection.rows(f"picture/{item}" for item in wanted - there)
        names = tuple(sorted(str(row.state.get("name") or "") for row in rows.values()))
        return Prospect(
            approval=approval, trashed=names, channels=channels, changes=target != story.now or story.deleted
        )

    def restore(self, post: str, id_: str, chosen: Iterable[str] | None = None) -> None:
        """Bring a state back, all of it or these fields, as one step; a deleted post comes out of the trash.

        Comments, approvals, deliveries and a stop stay as they are. Raises Refused NOT_FOUND or ALREADY.
        """
        story = self.story(post)
        some = None if chosen is None else list(chosen)
        target, _channels = self._target(story, id_, some)
        if target == story.now and not story.deleted:
            raise Refused(RefusalKind.ALREADY, title=story.now.title)
        at = next(item.at for item in story.states if item.id == id_)
        with self._desk.action(
            RESTORED, title=target.title, at=at.isoformat(timespec="minutes"), fields=some
        ) as act:
            act.put(target)

    def _target(self, story: Story, id_: str, chosen: Iterable[str] | None) -> tuple[Post, tuple[str, ...]]:
        """Return the post as it would be, and the channels that are left out because the plan has them no longer."""
        then = story.at(id_)
        known = {item.id for item in self._plan.channels} | {item.id for item in story.now.versions}
        gone = tuple(item.id for item in then.versions if item.id not in known)
        if gone:
            then = replace(then, versions=tuple(item for item in then.versions if item.id in known))
        return restored(story.now, then, chosen), gone

    def _approved(self, post: Post) -> bool:
        digest = digest_of(canonical(manifest(post, self._plan.around(post))))
        contested = self._store.contested(f"post/{post.id}")
        return standing(post, digest, contested=contested).approval is not None


def states_after(revisions: Mapping[str, Revision]) -> dict[str, Merged]:
    """Return the state after each revision; revisions come in an order in which parents are first."""
    after: dict[str, Merged] = {}
    for id_, revision in revisions.items():
        found = extended(_before(revision, after, revisions), revision)
        after[id_] = merge(known_to([id_], revisions)) if found is None else found
    return after


def _before(revision: Revision, after: Mapping[str, Merged], revisions: Mapping[str, Revision]) -> Merged:
    if not revision.parents:
        return _NOTHING
    if len(revision.parents) == 1:
        return after[revision.parents[0]]
    return merge(known_to(revision.parents, revisions))


def _listed(revision: Revision, label: Mapping[str, object], before: Merged) -> PostState:
    keys = tuple(key for key, value in sorted(revision.sets.items()) if before.state.get(key) != value)
    undoes = isinstance(label.get(UNDOES), list)
    return PostState(
        id=revision.id,
        at=moment_of(revision.at),
        by=revision.by,
        label=label_of(label),  # type: ignore[arg-type]  # the values of a label are JSON
        undone="" if not undoes else "redo" if label.get(AGAIN) else "undo",
        keys=keys,
        created=not revision.parents,
        deleted=revision.deleted,
        revived=before.deleted and not revision.deleted,
        decision=_decision(revision, keys),
    )


def _decision(revision: Revision, keys: Iterable[str]) -> Decision | None:
    if not any(key.startswith("decision/") for key in keys):
        return None
    found = restore(Post, "", revision.sets).decisions
    return found[-1] if found else None


def _goes_on(before: PostState, revision: Revision, state: PostState) -> bool:
    """Tell whether a step is the same typing as the one before, cut in two because others had seen the first part."""
    return (
        revision.parents == (before.id,)
        and before.by == state.by
        and before.label == state.label
        and not (before.undone or state.undone or before.deleted or state.deleted or state.decision)
        and state.label.code in _TYPING
        and state.at - before.at <= PAUSE
    )


_TYPING = frozenset({"post.text", "post.fields", "version.fields", "post.alt"})


def moment_of(text: str) -> datetime:
    """Return when a revision was made, by the clock of who made it."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return datetime.min
