# SPDX-License-Identifier: EUPL-1.2
"""Comments as threads of one level: a word, the answers to it, and whether it is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from kalender.domain.frozen import frozen
from kalender.domain.language.addressed import addressed
from kalender.domain.post import Comment, Settling


@frozen
class Thread:
    """A comment with its answers, oldest first. settled: who put it away as done; None while it is open.

    first may have been taken back: then it stands for the place its answers belong to, and its words are not shown.
    """

    first: Comment
    answers: tuple[Comment, ...] = ()
    settled: Settling | None = None

    @property
    def id(self) -> str:
        """The id of the comment it began with."""
        return self.first.id

    @property
    def done(self) -> bool:
        """Tell whether somebody put it away and nothing was said since."""
        return self.settled is not None

    @property
    def words(self) -> tuple[Comment, ...]:
        """What can be read of it, oldest first."""
        return tuple(item for item in (self.first, *self.answers) if item.standing)


def threads(comments: Iterable[Comment]) -> tuple[Thread, ...]:
    """Return a conversation as threads, the oldest first; those of which nothing can be read are left out."""
    known = {item.id: item for item in sorted(comments, key=_order)}
    answers: dict[str, list[Comment]] = {}
    for item in known.values():
        root = _root(item, known)
        if root is not item:
            answers.setdefault(root.id, []).append(item)
    inside = {item.id for some in answers.values() for item in some}
    found = (_thread(item, answers.get(item.id, ())) for item in known.values() if item.id not in inside)
    return tuple(item for item in found if item.words)


def thread_of(comments: Iterable[Comment], comment: str) -> Thread | None:
    """Return the thread a comment belongs to, or None where there is none."""
    return next(
        (
            item
            for item in threads(comments)
            if any(word.id == comment for word in (item.first, *item.answers))
        ),
        None,
    )


def still_open(comments: Iterable[Comment]) -> int:
    """Return how many threads are not done."""
    return in_short(comments)[0]


def in_short(comments: Iterable[Comment]) -> tuple[int, str]:
    """Return how many threads are not done, and what was said in them last; empty where none is open."""
    found = [item for item in threads(comments) if not item.done]
    last = max((word for item in found for word in item.words), key=_order, default=None)
    return len(found), "" if last is None else last.text


def naming(thread: Thread, person: str, people: Mapping[str, str]) -> Comment | None:
    """Return the last word of a thread that names a person (@Name), or None. people: id -> name."""
    return next((item for item in reversed(thread.words) if person in addressed(item.text, people)), None)


def _thread(first: Comment, answers: Sequence[Comment]) -> Thread:
    """Settled while every latest settling says done, and all answers were known to one of those."""
    overtaken = {id_ for item in first.settlings for id_ in item.after}
    latest = sorted(
        (item for item in first.settlings if item.id not in overtaken),
        key=lambda item: (item.at or datetime.min, item.id),
    )
    heard = {id_ for item in latest for id_ in item.after}
    done = bool(latest) and all(item.done for item in latest)
    if any(item.standing and item.id not in heard for item in answers):
        done = False
    return Thread(first=first, answers=tuple(answers), settled=latest[-1] if done else None)


def _root(comment: Comment, known: Mapping[str, Comment]) -> Comment:
    """Return the comment a thread began with; an answer to what is not there begins its own."""
    root, seen = comment, {comment.id}
    while root.to in known:
        root = known[root.to]
        if root.id in seen:  # they answer each other, which no hand does
            return comment
        seen.add(root.id)
    return root


def _order(comment: Comment) -> tuple[datetime, str]:
    return comment.at or datetime.min, comment.id
