# SPDX-License-Identifier: EUPL-1.2
"""Does what moving posts over the board means, and answers beforehand what it would mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from kalender.domain.refusal import Refused
from kalender.domain.stage import Flag, Stage
from kalender.services.posts import Posts
from kalender.services.publishing import Publishing
from kalender.services.reviews import Reviews
from kalender.ui.board.rules import Effect, Gates, Verb, effect
from kalender.ui.several.chained import CHAINED, SLOT, reasons
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

STEPS = {"post.review": Stage.IN_REVIEW, "post.approve": Stage.APPROVED, "post.export": Stage.EXPORTED}
"""Actions of the menus that lead to a column."""

NEXT: dict[Stage, Stage | None] = {
    Stage.IDEA: Stage.DRAFT,
    Stage.DRAFT: Stage.IN_REVIEW,
    Stage.IN_REVIEW: Stage.APPROVED,
    Stage.APPROVED: Stage.EXPORTED,
    Stage.EXPORTED: Stage.PUBLISHED,
    Stage.PUBLISHED: None,
}
"""The column after each one."""

ALWAYS = (
    "post.open", "post.rename", "post.delete", "post.duplicate", "post.move", "post.backlog", "post.next", "post.hold",
    "post.release", "post.drop", "post.history",
)  # fmt: skip
"""Other actions that need a selection."""

SINGLE = ("post.open", "post.rename", "post.history")
"""Those that need exactly one post."""


class Host(Protocol):
    """What moving tells the page."""

    review_wanted: SignalInstance
    export_wanted: SignalInstance
    publish_wanted: SignalInstance
    chain_wanted: SignalInstance
    slots_wanted: SignalInstance
    refused: SignalInstance


class Moving:
    """Every move of the page goes through here; what a drop would do is kept until the plan changes."""

    def __init__(self, host: Host, posts: Posts, reviews: Reviews, publishing: Publishing) -> None:
        self._host = host
        self._posts = posts
        self._reviews = reviews
        self._gates = Gates(
            request=reviews.why_not_request, approve=reviews.why_not_decide, leave=publishing.why_not
        )
        self._known: dict[tuple[tuple[str, ...], Stage], Effect] = {}

    def forget(self) -> None:
        """Ask the rules anew: the plan has changed, or someone else acts."""
        self._known.clear()

    def effect_of(self, ids: Sequence[str], target: Stage) -> Effect:
        """Return what moving posts to a column would do."""
        key = (tuple(ids), target)
        found = self._known.get(key)
        if found is None:
            try:
                found = effect([self._posts.card(id_) for id_ in ids], target, self._gates)
            except Refused as refusal:
                found = Effect(verb=None, words=sentence(refusal))
            self._known[key] = found
        return found

    def move(self, ids: Sequence[str], target: Stage) -> bool:
        """Do what moving posts to a column means; tell why where it is refused. Return whether it was done."""
        self.forget()
        found = self.effect_of(ids, target)
        if found.verb is None:
            self._host.refused.emit(found.words)
            return False
        verb = found.verb
        return self._attempt(lambda: self._do(verb, list(ids)))

    def _attempt(self, verb: Callable[[], object]) -> bool:
        try:
            verb()
        except Refused as refusal:
            self._host.refused.emit(sentence(refusal))
            return False
        return True

    def _do(self, verb: Verb, ids: list[str]) -> None:
        match verb:
            case Verb.TO_IDEA:
                self._posts.to_idea(ids)
            case Verb.TO_DRAFT:
                self._posts.to_draft(ids)
            case Verb.WITHDRAW:
                self._reviews.withdraw_all(ids)
            case Verb.REQUEST:
                self._reviews.request_all(ids)
            case Verb.REVIEW:
                self._host.review_wanted.emit(ids[0])
            case Verb.EXPORT:
                self._host.export_wanted.emit(ids)
            case Verb.PUBLISH:
                self._host.publish_wanted.emit(ids)

    def offers(self, ids: Sequence[str]) -> dict[str, str]:
        """Return what can be done with posts, and why not."""
        if not ids:
            nothing = tr("Wählen Sie zuerst einen Beitrag aus.")
            return dict.fromkeys([*STEPS, *ALWAYS, *CHAINED, SLOT], nothing)
        found = {key: self._why_not(ids, stage) for key, stage in STEPS.items()}
        found.update(dict.fromkeys(ALWAYS, ""))
        if len(ids) > 1:
            found.update(dict.fromkeys(SINGLE, tr("Das geht nur mit einem einzelnen Beitrag.")))
        cards = [self._posts.card(id_) for id_ in ids]
        found.update(reasons(cards))
        if all(Flag.HELD in card.flags for card in cards):
            found["post.hold"] = tr("Der Beitrag ist schon angehalten.")
        if not any(Flag.HELD in card.flags for card in cards):
            found["post.release"] = tr("Der Beitrag ist nicht angehalten.")
        if all(card.planned is None for card in cards):
            found["post.backlog"] = tr("Der Beitrag hat keinen Termin.")
        following = NEXT[cards[0].stage]
        found["post.next"] = (
            tr("Nach „Veröffentlicht“ kommt nichts mehr.")
            if following is None
            else self._why_not(ids, following)
        )
        return found

    def _why_not(self, ids: Sequence[str], target: Stage) -> str:
        known = self.effect_of(ids, target)
        return "" if known.verb is not None else known.words

    def perform(self, action: str, ids: Sequence[str]) -> None:
        """Do an action of the menus that is neither opening, deleting nor asking for a day."""
        target = STEPS.get(action)
        if action == "post.next":
            target = NEXT[self._posts.card(ids[0]).stage]
        if target is not None:
            self.move(ids, target)
        elif action in CHAINED:
            self._host.chain_wanted.emit(CHAINED[action], ids[0])
        elif action == SLOT:
            self._host.slots_wanted.emit(list(ids))
        elif action == "post.release":
            self._attempt(lambda: self._posts.release(list(ids)))
        elif action == "post.drop":
            self._attempt(lambda: self._posts.drop(list(ids)))
        elif action == "post.duplicate":
            self._attempt(lambda: self._posts.duplicate(list(ids)))
        elif action == "post.backlog":
            self._attempt(lambda: self._posts.to_backlog(list(ids)))

    def delete(self, ids: Sequence[str]) -> None:
        """Put posts into the trash; of one that belongs to a series it is asked which ones."""
        if len(ids) == 1 and self._posts.card(ids[0]).series:
            self._host.chain_wanted.emit("delete", ids[0])
        else:
            self._attempt(lambda: self._posts.delete(list(ids)))
