# SPDX-License-Identifier: EUPL-1.2
"""Days on which nothing is to leave without an exception."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from kalender.domain.plan import Blackout
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Stage
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile


class Blackouts:
    """Changes blackouts. They warn about posts and ask for reasons; they move nothing."""

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView, new_id: Callable[[], str]) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._new_id = new_id

    def add(
        self, title: str, first: date, last: date, *, reason: str = "", channels: Iterable[str] = ()
    ) -> str:
        """Add a blackout, last day inclusive, and return its id; no channels means all of them.

        Raises Refused NAME_MISSING or BAD_SPAN.
        """
        blackout = _checked(
            Blackout(
                id=self._new_id(), title=title, reason=reason, first=first, last=last,
                channels=tuple(channels),
            )
        )  # fmt: skip
        with self._desk.action("blackout.added", title=blackout.title) as act:
            act.put(blackout)
        return blackout.id

    def change(self, id_: str, **values: Any) -> None:
        """Set title, reason, first, last or channels; raises Refused NAME_MISSING or BAD_SPAN."""
        with self._desk.action("blackout.changed") as act:
            blackout = _checked(replace(act.get(Blackout, id_), **values))
            act.put(blackout)
            act.describe(title=blackout.title)

    def delete(self, id_: str) -> None:
        """Take a blackout away."""
        with self._desk.action("blackout.deleted") as act:
            blackout = act.get(Blackout, id_)
            act.delete(blackout)
            act.describe(title=blackout.title)

    def posts(self, blackout: Blackout) -> int:
        """Return how many posts that are not yet published lie in a blackout."""
        if blackout.first is None or blackout.last is None or blackout.last < blackout.first:
            return 0
        return sum(
            card.stage is not Stage.PUBLISHED
            and card.planned is not None
            and blackout.covers(card.planned.date(), card.channels)
            for card in self._store.cards_between(blackout.first, blackout.last)
        )


def _checked(blackout: Blackout) -> Blackout:
    title, reason = " ".join(blackout.title.split()), " ".join(blackout.reason.split())
    if not title:
        raise Refused(RefusalKind.NAME_MISSING)
    if blackout.first is None or blackout.last is None or blackout.last < blackout.first:
        raise Refused(RefusalKind.BAD_SPAN)
    return replace(blackout, title=title, reason=reason, channels=tuple(blackout.channels))
