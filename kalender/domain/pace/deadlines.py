# SPDX-License-Identifier: EUPL-1.2
"""Deadlines of a post, counted backwards in working days from the day it appears; derived, never stored."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from kalender.domain.card import Card
from kalender.domain.frozen import frozen
from kalender.domain.pace.appearing import Owing
from kalender.domain.plan import Municipality
from kalender.domain.stage import Flag, Stage

PICTURE_ONLY = frozenset({"instagram", "tiktok", "youtube"})
"""Platforms on which nothing can be published without a picture or a video."""

_OVER = frozenset({Flag.DROPPED, Flag.HELD, Flag.ARCHIVED})
_APPROVED = frozenset({Stage.APPROVED, Stage.EXPORTED, Stage.PUBLISHED})


class Due(StrEnum):
    """What has to be there, in the order of the work."""

    TEXT = "text"
    PICTURE = "picture"
    APPROVAL = "approval"


class Urgency(StrEnum):
    """How a deadline stands on a day."""

    MET = "met"
    AHEAD = "ahead"
    TODAY = "today"
    MISSED = "missed"


@frozen
class Terms:
    """How many working days before publication each thing is due; 0: the plan has no such deadline."""

    text: int = 0
    picture: int = 0
    approval: int = 0

    @staticmethod
    def of(town: Municipality) -> Terms:
        """Return the terms of a plan."""
        return Terms(text=town.text_due, picture=town.picture_due, approval=town.approval_due)

    @property
    def longest(self) -> int:
        """The working days of the earliest deadline; 0 where there is none."""
        return max(self.text, self.picture, self.approval)

    def of_plan(self, town: Municipality) -> Municipality:
        """Return a plan with these terms."""
        return replace(town, text_due=self.text, picture_due=self.picture, approval_due=self.approval)


USUAL = Terms(text=3, picture=2, approval=1)
"""With which a new plan begins: short, so that what is planned the day before is the only thing that comes too late."""


@frozen
class Deadline:
    """A day by which something has to be there. planned: when the post appears; met: it is there."""

    post: str
    title: str
    due: Due
    day: date
    planned: datetime
    met: bool = False

    def urgency(self, today: date) -> Urgency:
        """Return how it stands on a day."""
        if self.met:
            return Urgency.MET
        if self.day == today:
            return Urgency.TODAY
        return Urgency.MISSED if self.day < today else Urgency.AHEAD


def bound(card: Card) -> bool:
    """Tell whether deadlines apply to a post: dated, more than an idea, not stopped, discarded or long past."""
    return card.planned is not None and card.stage is not Stage.IDEA and card.flags.isdisjoint(_OVER)


def deadlines(
    card: Card,
    terms: Terms,
    back: Callable[[date, int], date],
    *,
    written: bool,
    needs_picture: Container[str] = (),
) -> tuple[Deadline, ...]:
    """Return the deadlines of a post, met or not, the earliest first.

    back: counts working days backwards. written: the post has a text. needs_picture: ids of channels on which nothing appears without a picture; a
    post that goes to none of them and has no picture has no deadline for one. The time of the post itself counts,
    also where a channel publishes it at another.
    """
    if card.planned is None or not bound(card):
        return ()
    post = Owing(
        card.id, card.title, card.planned, card.channels, card.pictures, not card.missing_alt, written
    )
    return owed(post, terms, back, approved=card.stage in _APPROVED, needs_picture=needs_picture)


def owed(
    post: Owing,
    terms: Terms,
    back: Callable[[date, int], date],
    *,
    approved: bool = False,
    needs_picture: Container[str] = (),
) -> tuple[Deadline, ...]:
    """Return the deadlines of a post that waits for its approval, or has got it, the earliest first."""
    wanted: list[tuple[Due, int, bool]] = []
    if terms.text:
        wanted.append((Due.TEXT, terms.text, approved or post.written))
    if terms.picture and (post.pictures or any(channel in needs_picture for channel in post.channels)):
        wanted.append((Due.PICTURE, terms.picture, approved or (post.pictures > 0 and post.described)))
    if terms.approval:
        wanted.append((Due.APPROVAL, terms.approval, approved))
    day = post.planned.date()
    found = [
        Deadline(
            post=post.post, title=post.title, due=due, day=back(day, count), planned=post.planned, met=met
        )
        for due, count, met in wanted
    ]
    return tuple(sorted(found, key=lambda item: item.day))


def flagged(found: Iterable[Deadline], today: date) -> Flag | None:
    """Return the flag that open deadlines give a post on a day: the gravest one counts."""
    states = {item.urgency(today) for item in found}
    if Urgency.MISSED in states:
        return Flag.LATE
    return Flag.DUE if Urgency.TODAY in states else None
