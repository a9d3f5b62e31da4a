# SPDX-License-Identifier: EUPL-1.2
"""What can be done with several posts at once, and why a single one of them stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from kalender.domain.card import Card
from kalender.domain.frozen import frozen
from kalender.domain.plan import Blackout
from kalender.domain.post import Post, Version
from kalender.domain.stage import Stage


class Left(StrEnum):
    """Why a post stays as it is."""

    UNDATED = "undated"
    PUBLISHED = "published"
    BLACKOUT = "blackout"
    SAME = "same"


Outcome = Post | Left


@frozen
class Change:
    """code: of the action in the history; facts: for its sentence. of: what becomes of one post."""

    code: str
    facts: dict[str, object]
    of: Callable[[Post, Card], Outcome]


def shifted(days: int, blackouts: Sequence[Blackout]) -> Change:
    """Bring dated posts so many days on, or back; into a blackout none, for that takes a reason of its own."""

    def of(post: Post, card: Card) -> Outcome:
        if card.stage is Stage.PUBLISHED:
            return Left.PUBLISHED
        if post.planned is None:
            return Left.UNDATED
        if not days:
            return Left.SAME
        moment = post.planned + timedelta(days=days)
        for item in blackouts:
            inside = item.covers(post.planned.date(), card.channels)
            if item.covers(moment.date(), card.channels) and not inside:
                return Left.BLACKOUT
        return post.moved_to(moment)

    return Change(code="several.shifted", facts={"days": days}, of=of)


def with_channel(channel: str, name: str) -> Change:
    """Let posts go to a channel as well."""

    def of(post: Post, card: Card) -> Outcome:
        if post.version(channel) is not None:
            return Left.SAME
        if card.stage is Stage.PUBLISHED:
            return Left.PUBLISHED
        return replace(post, versions=(*post.versions, Version(id=channel)))

    return Change(code="several.channel_added", facts={"what": name}, of=of)


def onto_channel(channel: str, name: str, before: str, given: frozenset[str]) -> Change:
    """Let posts go on from one channel to the next. given: ids of posts that were only just given the one before.

    Those give it back, unless it was written for or published meanwhile; a channel that a post had stays.
    """

    def of(post: Post, card: Card) -> Outcome:
        versions = post.versions
        out = any(item.id == before for item in post.publications)
        if post.id in given and not out and post.version(before) == Version(id=before):
            versions = tuple(item for item in versions if item.id != before)
        if post.version(channel) is None:
            if card.stage is Stage.PUBLISHED:
                return Left.PUBLISHED
            versions = (*versions, Version(id=channel))
        return Left.SAME if versions == post.versions else replace(post, versions=versions)

    return Change(code="several.channel_next", facts={"what": name}, of=of)


def without_channel(channel: str, name: str) -> Change:
    """Let posts go to a channel no longer; what is out there stays."""

    def of(post: Post, _card: Card) -> Outcome:
        if post.version(channel) is None:
            return Left.SAME
        if any(item.id == channel for item in post.publications):
            return Left.PUBLISHED
        return replace(post, versions=tuple(item for item in post.versions if item.id != channel))

    return Change(code="several.channel_removed", facts={"what": name}, of=of)


def in_topic(topic: str, name: str) -> Change:
    """Give posts a topic; an empty one takes it away."""

    def of(post: Post, _card: Card) -> Outcome:
        return Left.SAME if post.topic == topic else replace(post, topic=topic)

    return Change(code="several.topic", facts={"what": name}, of=of)


def by_person(person: str, name: str) -> Change:
    """Make a person responsible; an empty one makes nobody so."""

    def of(post: Post, _card: Card) -> Outcome:
        return Left.SAME if post.responsible == person else replace(post, responsible=person)

    return Change(code="several.person", facts={"what": name}, of=of)


def with_label(label: str, _name: str = "") -> Change:
    """Give posts a label as well; one they have under other capitals counts as the same."""
    word = label.strip().lstrip("#").strip()

    def of(post: Post, _card: Card) -> Outcome:
        if any(item.casefold() == word.casefold() for item in post.labels):
            return Left.SAME
        return replace(post, labels=(*post.labels, word))

    return Change(code="several.label_added", facts={"what": word}, of=of)


def without_label(label: str, _name: str = "") -> Change:
    """Take a label from posts."""
    word = label.strip().lstrip("#").strip().casefold()

    def of(post: Post, _card: Card) -> Outcome:
        kept = tuple(item for item in post.labels if item.casefold() != word)
        return Left.SAME if kept == post.labels else replace(post, labels=kept)

    return Change(code="several.label_removed", facts={"what": label.strip()}, of=of)


def held(reason: str) -> Change:
    """Stop posts for a reason."""

    def of(post: Post, card: Card) -> Outcome:
        if card.stage is Stage.PUBLISHED:
            return Left.PUBLISHED
        return Left.SAME if post.hold else replace(post, hold=reason.strip())

    return Change(code="several.held", facts={}, of=of)


def released() -> Change:
    """Let posts go on that were stopped."""

    def of(post: Post, _card: Card) -> Outcome:
        return replace(post, hold="") if post.hold else Left.SAME

    return Change(code="several.released", facts={}, of=of)
