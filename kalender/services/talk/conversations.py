# SPDX-License-Identifier: EUPL-1.2
"""Comments changed, taken back, answered and settled, and those that name somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from kalender.domain.frozen import frozen
from kalender.domain.post import Comment, Post, Settling
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.talk.threads import Thread, naming, thread_of, threads
from kalender.services.acting.desk import Action, Desk
from kalender.services.acting.history import History
from kalender.services.clock import Clock
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile


@frozen
class Mention:
    """An open thread that names somebody: of which post, and in which of its words last."""

    post: str
    title: str
    planned: datetime | None
    thread: Thread
    comment: Comment


@frozen
class Wording:
    """What a comment said until a moment."""

    text: str
    until: datetime
    by: str


class Conversations:
    """Each verb is one step that undo takes back. None of them touches what an approval covers."""

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        history: History,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._history = history
        self._clock = clock
        self._new_id = new_id

    # Reading

    def naming(self, person: str) -> list[Mention]:
        """Return the open threads that name a person, the latest word first; posts in the trash are left out."""
        people = {item.id: item.name for item in self._plan.people}
        name = people.get(person, "")
        posts = self._store.some(Post, self._store.posts_calling(name.partition(" ")[0])) if name else []
        found = [
            Mention(post=post.id, title=post.title, planned=post.planned, thread=thread, comment=comment)
            for post in posts
            for thread in threads(post.comments)
            if not thread.done and (comment := naming(thread, person, people)) is not None
        ]
        return sorted(found, key=lambda item: item.comment.at or datetime.min, reverse=True)

    def former(self, post: str, comment: str) -> list[Wording]:
        """Return what a comment said before it was changed, the latest first."""
        key = f"comment/{comment}/text"
        return [
            Wording(text=str(change.before), until=entry.at, by=entry.by)
            for entry in self._history.of_post(post)
            for change in entry.changes
            if change.key == key and change.before
        ]

    # Writing

    def answer(self, post: str, comment: str, text: str) -> None:
        """Answer a comment; raises Refused COMMENT_MISSING or COMMENT_GONE."""
        words = _said(text)
        with self._desk.action("comment.answered") as act:
            found, thread = self._thread(act, post, comment)
            word = Comment(id=self._new_id(), by=self._desk.person, at=self._now(), text=words, to=thread.id)
            act.put(replace(found, comments=(*found.comments, word)))
            act.describe(title=found.title)

    def change(self, post: str, comment: str, text: str) -> None:
        """Say something else in a comment of one's own; the journal keeps what it said.

        Raises Refused COMMENT_MISSING, COMMENT_GONE or COMMENT_OF_OTHERS.
        """
        words = _said(text)
        with self._desk.action("comment.changed") as act:
            found, old = self._own(act, post, comment)
            if old.text != words:
                self._put(act, found, replace(old, text=words, edited=self._now()))

    def take_back(self, post: str, comment: str) -> None:
        """Take a comment of one's own back. Raises Refused COMMENT_GONE or COMMENT_OF_OTHERS."""
        with self._desk.action("comment.withdrawn") as act:
            found, old = self._own(act, post, comment)
            self._put(act, found, replace(old, withdrawn=self._now()))

    def settle(self, post: str, comment: str) -> None:
        """Put the thread of a comment away as done; a later answer takes it up again. Raises Refused COMMENT_GONE."""
        self._settle(post, comment, done=True)

    def reopen(self, post: str, comment: str) -> None:
        """Take the thread of a comment up again. Raises Refused COMMENT_GONE."""
        self._settle(post, comment, done=False)

    def _settle(self, post: str, comment: str, *, done: bool) -> None:
        with self._desk.action("comment.settled" if done else "comment.reopened") as act:
            found, thread = self._thread(act, post, comment)
            if thread.done is done:
                return
            known = [item.id for item in thread.first.settlings]
            known += [item.id for item in thread.answers]
            said = Settling(
                id=self._new_id(),
                done=done,
                by=self._desk.person,
                at=self._now(),
                after=tuple(known),
            )
            self._put(act, found, replace(thread.first, settlings=(*thread.first.settlings, said)))

    @staticmethod
    def _put(act: Action, post: Post, comment: Comment) -> None:
        act.put(replace(post, comments=_with(post.comments, comment)))
        act.describe(title=post.title)

    def _thread(self, act: Action, post: str, comment: str) -> tuple[Post, Thread]:
        found = act.get(Post, post)
        thread = thread_of(found.comments, comment)
        if thread is None:
            raise Refused(RefusalKind.COMMENT_GONE, title=found.title)
        return found, thread

    def _own(self, act: Action, post: str, comment: str) -> tuple[Post, Comment]:
        found = act.get(Post, post)
        old = next((item for item in found.comments if item.id == comment and item.standing), None)
        if old is None:
            raise Refused(RefusalKind.COMMENT_GONE, title=found.title)
        if old.by != self._desk.person:
            person = self._plan.person(old.by)
            raise Refused(RefusalKind.COMMENT_OF_OTHERS, person=person.name if person else "…")
        return found, old

    def _now(self) -> datetime:
        return self._clock.local(self._plan.municipality.zone)


def _with(comments: Iterable[Comment], changed: Comment) -> tuple[Comment, ...]:
    return tuple(changed if item.id == changed.id else item for item in comments)


def _said(text: str) -> str:
    if not text.strip():
        raise Refused(RefusalKind.COMMENT_MISSING)
    return text.strip()
