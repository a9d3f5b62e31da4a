# SPDX-License-Identifier: EUPL-1.2
"""What is overdue in the plan: posts whose time has passed on the way, deadlines that were missed or are today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum

from kalender.domain.card import Card, Filter
from kalender.domain.frozen import frozen
from kalender.domain.pace.deadlines import Due
from kalender.domain.stage import Flag, Stage
from kalender.services.clock import Clock
from kalender.services.pace.deadlines import Deadlines
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

MOST = 200
"""Posts of one stage that are looked at: who has more behind him than that puts years into the archive."""


class Why(StrEnum):
    """Why something is due, in the order of the list."""

    NOT_APPROVED = "not_approved"
    NOT_EXPORTED = "not_exported"
    NOT_TICKED = "not_ticked"
    MISSED = "deadline_missed"
    TODAY = "deadline_today"


_STAGES = {
    Stage.DRAFT: Why.NOT_APPROVED,
    Stage.IN_REVIEW: Why.NOT_APPROVED,
    Stage.APPROVED: Why.NOT_EXPORTED,
    Stage.EXPORTED: Why.NOT_TICKED,
}


@frozen
class DueItem:
    """Something that is due. planned: when the post appears or was to; day, due: of a deadline, else None."""

    why: Why
    post: str
    title: str
    planned: datetime
    channels: tuple[str, ...] = ()
    day: date | None = None
    due: Due | None = None


@frozen
class Dues:
    """All that is due on a day, in the order of Why; posts the latest first, deadlines the earliest first.

    more: there is more than is listed.
    """

    today: date
    items: tuple[DueItem, ...] = ()
    more: bool = False

    def count(self, *why: Why) -> int:
        """Return how many items there are of some kinds."""
        counts = Counter(item.why for item in self.items)
        return sum(counts[kind] for kind in why)

    @property
    def posts(self) -> int:
        """How many posts are overdue."""
        return self.count(Why.NOT_APPROVED, Why.NOT_EXPORTED, Why.NOT_TICKED)

    @property
    def missed(self) -> int:
        """How many deadlines were missed."""
        return self.count(Why.MISSED)

    @property
    def deadlines(self) -> int:
        """How many deadlines are today."""
        return self.count(Why.TODAY)


class Overdue:
    """Asks the plan anew each time: what is overdue changes with the clock."""

    def __init__(self, store: PlanFile, plan: PlanView, clock: Clock, deadlines: Deadlines) -> None:
        self._store = store
        self._plan = plan
        self._clock = clock
        self._deadlines = deadlines

    def now(self) -> Dues:
        """Return what is due now. Ideas, and what is stopped, discarded or in the archive, are not."""
        now = self._clock.local(self._plan.municipality.zone)
        today = now.date()
        late: list[DueItem] = []
        more = False
        for stage, why in _STAGES.items():
            cards = self._store.column(stage, Filter(last=now), MOST, 0)
            more = more or len(cards) == MOST
            late += [_item(card, why) for card in cards if _late(card, now)]
        late.sort(key=lambda item: (item.planned, item.post), reverse=True)
        order = list(Why)
        items = sorted([*late, *self._due(today)], key=lambda item: order.index(item.why))
        return Dues(today=today, items=tuple(items), more=more)

    def _due(self, today: date) -> Iterator[DueItem]:
        for why, found in (
            (Why.MISSED, self._deadlines.missed()),
            (Why.TODAY, self._deadlines.on(today, today)),
        ):
            for item in found:
                yield DueItem(
                    why=why,
                    post=item.post,
                    title=item.title,
                    planned=item.planned,
                    day=item.day,
                    due=item.due,
                )


def _late(card: Card, now: datetime) -> bool:
    stopped = card.flags & {Flag.HELD, Flag.DROPPED, Flag.ARCHIVED}
    return card.planned is not None and card.planned < now and not stopped


def _item(card: Card, why: Why) -> DueItem:
    assert card.planned is not None
    return DueItem(why=why, post=card.id, title=card.title, planned=card.planned, channels=card.channels)
