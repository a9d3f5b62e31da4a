# SPDX-License-Identifier: EUPL-1.2
"""By when text, picture and approval of posts have to be there, as the plan wants it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kalender.domain.card import Card
from kalender.domain.pace.deadlines import (
    PICTURE_ONLY,
    Deadline,
    Terms,
    Urgency,
    bound,
    deadlines,
    flagged,
    owed,
)
from kalender.domain.stage import Stage
from kalender.services.clock import Clock
from kalender.services.pace.office import Office
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

_OPEN = frozenset({Stage.DRAFT, Stage.IN_REVIEW})


class Deadlines:
    """Derives deadlines from the planned day; nothing of it is stored."""

    def __init__(self, store: PlanFile, plan: PlanView, clock: Clock, office: Office) -> None:
        self._store = store
        self._plan = plan
        self._clock = clock
        self._office = office

    @property
    def terms(self) -> Terms:
        """How many working days before publication things are due."""
        return Terms.of(self._plan.municipality)

    def today(self) -> date:
        """Return the day it is in the municipality."""
        return self._clock.local(self._plan.municipality.zone).date()

    def of(self, card: Card) -> tuple[Deadline, ...]:
        """Return the deadlines of a post, met ones too, the earliest first."""
        if not self.terms.longest or not bound(card):
            return ()
        return self._of(card, self._store.written([card.id]))

    def on(self, first: date, last: date) -> list[Deadline]:
        """Return the open deadlines on the days from first to last (inclusive) of posts still to appear, by day and time of the post."""
        found = [
            item
            for item in self._open(max(first, self.today()), self._reach(last))
            if not item.met and first <= item.day <= last
        ]
        return sorted(found, key=lambda item: (item.day, item.planned, item.post, item.due))

    def missed(self) -> list[Deadline]:
        """Return the open deadlines before today of posts that are still to appear, the oldest first."""
        today = self.today()
        found = [
            item
            for item in self._open(today, self._reach(today))
            if item.urgency(today) is Urgency.MISSED and item.planned.date() >= today
        ]
        return sorted(found, key=lambda item: (item.day, item.planned, item.post, item.due))

    def marked(self, cards: Sequence[Card]) -> list[Card]:
        """Return cards with the flag of a deadline that is today or was missed; all but a few are left as they are."""
        if not self.terms.longest:
            return list(cards)
        today = self.today()
        reach = self._reach(today)
        near = [
            card
            for card in cards
            if card.planned is not None and today <= card.planned.date() <= reach and card.stage in _OPEN
        ]
        if not near:
            return list(cards)
        written = self._store.written(card.id for card in near)
        flags = {card.id: flagged(self._of(card, written), today) for card in near}
        return [
            card.with_flags(card.flags | {flag}) if (flag := flags.get(card.id)) is not None else card
            for card in cards
        ]

    def _open(self, first: date, last: date) -> Iterable[Deadline]:
        """Yield the deadlines of posts that appear on these days and are not approved."""
        if not self.terms.longest or first > last:
            return
        terms, needing = self.terms, self._needing()
        for post in self._store.owing(first, last):
            yield from owed(post, terms, self._office.back, needs_picture=needing)

    def _of(self, card: Card, written: frozenset[str]) -> tuple[Deadline, ...]:
        return deadlines(
            card, self.terms, self._office.back, written=card.id in written, needs_picture=self._needing()
        )

    def _needing(self) -> frozenset[str]:
        """Return the channels on which nothing appears without a picture."""
        return frozenset(item.id for item in self._plan.channels if item.platform in PICTURE_ONLY)

    def _reach(self, day: date) -> date:
        """Return the last day of publication that has a deadline on a day or before."""
        return self._office.days().forward(day, self.terms.longest)
