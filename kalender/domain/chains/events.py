# SPDX-License-Identifier: EUPL-1.2
"""Events and campaigns over days, and the posts around them that move along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import ClassVar

from kalender.domain.frozen import frozen
from kalender.domain.post import Post


@frozen
class Event:
    """Something that is on: an event (Veranstaltung) or a campaign, last day inclusive.

    source: the entry of a layer it was made from, as <entry>@<day>, or empty.
    """

    KIND: ClassVar[str] = "event"

    id: str
    title: str = ""
    first: date | None = None
    last: date | None = None
    place: str = ""
    topic: str = ""
    note: str = ""
    campaign: bool = False
    source: str = ""

    @property
    def days(self) -> int:
        """How many days it lasts, 0 for one without days."""
        return (self.last - self.first).days + 1 if self.first and self.last else 0

    def begun_on(self, first: date) -> Event:
        """Return the event with another first day; it lasts as long as before."""
        if self.first is None or self.last is None:
            return replace(self, first=first, last=first)
        return replace(self, first=first, last=_plus(first, (self.last - self.first).days))

    def touches(self, first: date, last: date) -> bool:
        """Tell whether it lies on one of the days from first to last."""
        return self.first is not None and self.last is not None and self.first <= last and self.last >= first


class Anchor(StrEnum):
    """From which day of an event the days of a step are counted."""

    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"


OWN = "own"
"""The kind of a step that someone adds."""


@frozen
class Step:
    """One post of a chain: its kind (see wording/chains/events), and its days before (negative) or after the anchor.

    at: its clock time, None for the usual one of its channels. title: of one of the kind OWN, which no template has.
    """

    kind: str
    days: int = 0
    anchor: Anchor = Anchor.FIRST
    at: time | None = None
    title: str = ""

    def offset(self, event: Event) -> int:
        """Return its days from the first day of an event."""
        length = max(0, event.days - 1)
        start = {Anchor.FIRST: 0, Anchor.MIDDLE: length // 2, Anchor.LAST: length}[self.anchor]
        return start + self.days


CHAINS: dict[str, tuple[Step, ...]] = {
    "event": (
        Step(kind="announcement", days=-14),
        Step(kind="reminder", days=-2),
        Step(kind="live"),
        Step(kind="review", days=1, anchor=Anchor.LAST),
    ),
    "short": (Step(kind="reminder", days=-2), Step(kind="live")),
    "campaign": (
        Step(kind="kickoff"),
        Step(kind="halftime", anchor=Anchor.MIDDLE),
        Step(kind="last_call", days=-2, anchor=Anchor.LAST),
        Step(kind="review", days=1, anchor=Anchor.LAST),
    ),
    "none": (),
}
"""Templates of chains by name."""


def along(post: Post, days: int) -> Post:
    """Return a post so many days later at the same clock time; nothing else of it changes.

    One that was moved by hand keeps the distance it was given; one without a date stays without.
    """
    if post.planned is None or not days:
        return post
    try:
        return replace(post.moved_to(post.planned + timedelta(days=days)), idea=post.idea)
    except OverflowError:
        return post


def _plus(day: date, days: int) -> date:
    return date.fromordinal(max(1, min(date.max.toordinal(), day.toordinal() + days)))
