# SPDX-License-Identifier: EUPL-1.2
"""Which verbs the rules allow for the posts chosen, and the plain ones carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kalender.domain.card import Card
from kalender.domain.refusal import Refused
from kalender.domain.stage import Flag, Stage
from kalender.services.posts import Posts
from kalender.services.publishing import Publishing
from kalender.services.reviews import Reviews
from kalender.ui.calendar.doing.actions import Verb
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


def _all_in(stage: Stage) -> Callable[[Sequence[Card]], bool]:
    return lambda cards: all(card.stage is stage for card in cards)


_RULES: dict[Verb, tuple[Callable[[Sequence[Card]], bool], str]] = {
    Verb.SLOT: (
        lambda cards: all(card.stage is not Stage.PUBLISHED for card in cards),
        "Was veröffentlicht ist, bleibt an seinem Termin.",
    ),
    Verb.TO_BACKLOG: (
        lambda cards: any(card.planned is not None for card in cards),
        "Das liegt schon im Ideenkorb.",
    ),
    Verb.TO_IDEA: (_all_in(Stage.DRAFT), "Nur ein Entwurf kann wieder zur Idee werden."),
    Verb.TO_DRAFT: (_all_in(Stage.IDEA), "Nur eine Idee kann zum Entwurf werden."),
    Verb.WITHDRAW: (_all_in(Stage.IN_REVIEW), "Der Beitrag liegt nicht zur Prüfung vor."),
    Verb.HOLD: (
        lambda cards: any(Flag.HELD not in card.flags for card in cards),
        "Der Beitrag ist schon angehalten.",
    ),
    Verb.RELEASE: (
        lambda cards: any(Flag.HELD in card.flags for card in cards),
        "Der Beitrag ist nicht angehalten.",
    ),
    Verb.REPEAT: (
        lambda cards: cards[0].planned is not None and not cards[0].series,
        "Wiederholt wird ein einzelner Beitrag mit Termin, der noch zu keiner Serie gehört.",
    ),
    Verb.SPREAD: (lambda cards: bool(cards[0].series), "Der Beitrag gehört zu keiner Serie."),
    Verb.CHAIN: (lambda cards: bool(cards[0].series), "Der Beitrag gehört zu keiner Serie."),
    Verb.UNCHAIN: (lambda cards: bool(cards[0].series), "Der Beitrag gehört zu keiner Serie."),
}
"""What the stage of the posts alone decides: when a verb is possible, and the words where it is not."""

_ONE = frozenset(
    {Verb.OPEN, Verb.RENAME, Verb.APPROVE, Verb.NEXT, Verb.HISTORY, Verb.REPEAT, Verb.SPREAD, Verb.CHAIN, Verb.UNCHAIN}
)  # fmt: skip


class Verbs:
    """Asks the services before a verb is offered, and calls them when it is chosen."""

    def __init__(self, posts: Posts, reviews: Reviews, publishing: Publishing) -> None:
        self._posts = posts
        self._reviews = reviews
        self._publishing = publishing
        self._plain: dict[Verb, Callable[[Sequence[str]], object]] = {
            Verb.TO_BACKLOG: posts.to_backlog,
            Verb.TO_IDEA: posts.to_idea,
            Verb.TO_DRAFT: posts.to_draft,
            Verb.RELEASE: posts.release,
            Verb.DROP: posts.drop,
            Verb.REQUEST: reviews.request_all,
            Verb.WITHDRAW: reviews.withdraw_all,
        }

    def plain(self, verb: Verb) -> Callable[[Sequence[str]], object] | None:
        """Return what carries out a verb that asks nothing, or None for one that does."""
        return self._plain.get(verb)

    def next_of(self, card: Card) -> Verb | None:
        """Return the verb that leads a post one stage on, or None where it is done elsewhere."""
        return {
            Stage.IDEA: Verb.TO_DRAFT,
            Stage.DRAFT: Verb.REQUEST,
            Stage.IN_REVIEW: Verb.APPROVE,
            Stage.APPROVED: Verb.EXPORT,
        }.get(card.stage)

    def reasons(self, verbs: Iterable[Verb], cards: Sequence[Card]) -> dict[Verb, str | None]:
        """Tell of each verb what why_not tells; the next step asks nothing that was asked for itself already."""
        found: dict[Verb, str | None] = {
            verb: self.why_not(verb, cards) for verb in verbs if verb is not Verb.NEXT
        }
        step = self.next_of(cards[0]) if len(cards) == 1 else None
        found[Verb.NEXT] = found[step] if step in found else self.why_not(Verb.NEXT, cards)
        return found

    def why_not(self, verb: Verb, cards: Sequence[Card]) -> str | None:
        """Tell in a sentence why a verb is not possible for these posts, or None."""
        if not cards:
            return tr("Wählen Sie zuerst einen Beitrag aus.")
        if verb in _ONE and len(cards) > 1:
            return tr("Das geht nur mit einem einzelnen Beitrag.")
        if verb is Verb.NEXT:
            step = self.next_of(cards[0])
            return self.why_not(step, cards) if step else tr("Weiter geht es auf der Seite Export.")
        if verb in _RULES:
            possible, words = _RULES[verb]
            return None if possible(cards) else tr(words)
        match verb:
            case Verb.REQUEST:
                return self._first(cards, self._reviews.why_not_request)
            case Verb.APPROVE:
                return self._first(cards, self._reviews.why_not_decide)
            case Verb.EXPORT:
                return self._all(cards, self._publishing.why_not)
        return None

    @staticmethod
    def _first(cards: Sequence[Card], ask: Callable[[str], Refused | None]) -> str | None:
        refusal = next((found for card in cards if (found := ask(card.id)) is not None), None)
        return sentence(refusal) if refusal is not None else None

    @staticmethod
    def _all(cards: Sequence[Card], ask: Callable[[str], Refused | None]) -> str | None:
        found = [ask(card.id) for card in cards]
        return sentence(found[0]) if found[0] is not None and all(found) else None
