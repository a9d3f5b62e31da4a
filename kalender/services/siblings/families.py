# SPDX-License-Identifier: EUPL-1.2
"""Tells the checks who says the same as a post in other languages: for one post, or for all of a plan at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from kalender.domain.content import times
from kalender.domain.journal.record import restore
from kalender.domain.post import Post
from kalender.domain.siblings.family import NONE, Family, Original, Where
from kalender.domain.siblings.matching import words_digest
from kalender.store.plan_file import PlanFile


class Kindred(Protocol):
    """Tells the family of a post."""

    def of(self, post: Post) -> Family:
        """Return the original and the siblings of a post, saved or not."""


class Families:
    """Asks the plan for each post: one small question, and two more where it has a family."""

    def __init__(self, store: PlanFile) -> None:
        self._store = store

    def of(self, post: Post) -> Family:
        """Return the original and the siblings of a post, saved or not."""
        ids = self._store.posts_using(f"post/{post.original or post.id}")
        others = [id_ for id_ in ids if id_ != post.id]
        if not others and not post.original:
            return NONE
        siblings = tuple((card.id, card.language) for card in self._store.cards(others)) if others else ()
        return Family(original=self.original(post.original), siblings=siblings)

    def original(self, id_: str) -> Original | None:
        """Return what the checks know of an original, wherever it is; None for no id."""
        if not id_:
            return None
        found = self._store.get(Post, id_)
        if found is not None:
            return original_of(found)
        trashed = self._store.merged(f"post/{id_}")
        if trashed is None:
            return Original(id=id_, where=Where.GONE)
        was = restore(Post, id_, trashed.state)
        return Original(id=id_, title=was.title, digest=words_digest(was), where=Where.TRASH)

    def among(self, posts: Iterable[Post]) -> Kindred:
        """Return what answers the same for posts that were all read already."""
        return _Read(self, posts)


class _Read:
    """Answers from posts that are at hand; only an original that is not among them is asked for."""

    def __init__(self, families: Families, posts: Iterable[Post]) -> None:
        self._families = families
        self._posts: dict[str, Post] = {}
        self._siblings: dict[str, list[tuple[str, str]]] = {}
        self._originals: dict[str, Original | None] = {}
        for post in posts:
            self._posts[post.id] = post
            if post.original:
                self._siblings.setdefault(post.original, []).append((post.id, post.language))

    def of(self, post: Post) -> Family:
        """Return the original and the siblings of a post."""
        known = self._siblings.get(post.original or post.id)
        if known is None and not post.original:
            return NONE
        others = tuple(item for item in known or () if item[0] != post.id)
        return Family(original=self._original(post.original), siblings=others)

    def _original(self, id_: str) -> Original | None:
        if id_ not in self._originals:
            here = self._posts.get(id_)
            self._originals[id_] = self._families.original(id_) if here is None else original_of(here)
        return self._originals[id_]


def original_of(post: Post) -> Original:
    """Return what the checks know of an original that is in the plan."""
    return Original(
        id=post.id,
        title=post.title,
        digest=words_digest(post),
        first=next(iter(times(post)), None),
        where=Where.DROPPED if post.dropped else Where.HERE,
    )
