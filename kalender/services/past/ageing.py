# SPDX-License-Identifier: EUPL-1.2
"""Since when posts are in their stage, derived from the history of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from kalender.domain.card import Card
from kalender.domain.content import canonical, digest_of, manifest
from kalender.domain.journal.merge import Merged, Revision
from kalender.domain.journal.record import restore
from kalender.domain.post import Post
from kalender.domain.stage import Stage, standing
from kalender.services.acting.changes import Changes
from kalender.services.acting.desk import Desk
from kalender.services.past.states import moment_of, states_after
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

_MOVING = ("request/", "decision/", "delivery/", "publication/", "version/")
"""Parts of a post whose coming and going can change its stage."""


class Ageing:
    """Answers for some posts at a time, those on the screen, and keeps the answer until the post changes.

    What is edited without leaving the stage does not count. Pictures are taken as they are now.
    """

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView) -> None:
        self._store = store
        self._plan = plan
        self._kept: dict[str, datetime] = {}
        desk.subscribe(self._forget)

    def _forget(self, changes: Changes) -> None:
        for id_ in changes.ids("post"):
            self._kept.pop(id_, None)

    def since(self, cards: Iterable[Card]) -> dict[str, datetime]:
        """Return for each card when the post came into the stage it is in, in local time."""
        some = list(cards)
        found: dict[str, datetime] = {}
        asked: list[Card] = []
        for card in some:
            known = _known(card) or self._kept.get(card.id)
            if known is None:
                asked.append(card)
            else:
                found[card.id] = known
        if asked:
            histories = self._store.journal.revisions(f"post/{card.id}" for card in asked)
            with self._store.sound():
                for card in asked:
                    revisions = histories.get(f"post/{card.id}", [])
                    if revisions:
                        found[card.id] = self._kept[card.id] = self._entered(card, revisions)
        return found

    def _entered(self, card: Card, revisions: Sequence[Revision]) -> datetime:
        """Return when the first of those revisions was made after which the stage was the one of now until today."""
        states: Mapping[str, Merged] | None = None
        entered = revisions[-1]
        decided = any(key.startswith(_MOVING[:2]) for item in revisions for key in item.sets)
        for at in range(len(revisions) - 1, -1, -1):
            entered = revisions[at]
            if at == 0 or not (decided or _moves(entered)):
                continue
            if states is None:
                states = states_after({item.id: item for item in revisions})
            if self._stage(card.id, states[revisions[at - 1].id]) is not card.stage:
                break
        return moment_of(entered.at)

    def _stage(self, id_: str, state: Merged) -> Stage:
        post = restore(Post, id_, state.state)
        asked = post.requests or post.decisions or post.deliveries
        digest = digest_of(canonical(manifest(post, self._plan.around(post)))) if asked else ""
        return standing(post, digest).stage


def _known(card: Card) -> datetime | None:
    """Return what the card itself says."""
    if card.stage is Stage.IN_REVIEW:
        return card.waiting_since
    return card.approved_at if card.stage is Stage.APPROVED else None


def _moves(revision: Revision) -> bool:
    """Tell whether a revision wrote something that can change the stage of a post nobody was asked about."""
    return any(key == "idea" or key.startswith(_MOVING) for key in revision.sets)
