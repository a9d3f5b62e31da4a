# SPDX-License-Identifier: EUPL-1.2
"""What a drop on a column means, and why it is refused where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto

from kalender.domain.card import Card
from kalender.domain.frozen import frozen
from kalender.domain.refusal import Refused
from kalender.domain.stage import Flag, Stage
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class Verb(Enum):
    """What moving a card to a column does."""

    TO_IDEA = auto()
    TO_DRAFT = auto()
    WITHDRAW = auto()
    REQUEST = auto()
    REVIEW = auto()
    EXPORT = auto()
    PUBLISH = auto()


@frozen
class Effect:
    """What a drop would do. verb None: it is refused; words: the invitation or the reason."""

    verb: Verb | None
    words: str


@frozen
class Gates:
    """The rules the services know: why a post cannot be asked for, decided on, or leave the house; None is yes."""

    request: Callable[[str], Refused | None]
    approve: Callable[[str], Refused | None]
    leave: Callable[[str], Refused | None]


def effect(cards: Sequence[Card], target: Stage, gates: Gates) -> Effect:
    """Return what dropping cards on a column would do; one card that may not go stops them all."""
    found = [_effect(card, target, gates) for card in cards]
    refused = next((item for item in found if item.verb is None), None)
    if refused is not None:
        return refused
    verbs = {item.verb for item in found}
    if len(verbs) > 1:
        return Effect(
            verb=None, words=tr("Diese Beiträge brauchen verschiedene Schritte. Verschieben Sie sie einzeln.")
        )
    return found[0]


def _effect(card: Card, target: Stage, gates: Gates) -> Effect:
    if card.stage is target:
        return Effect(verb=None, words=tr("Der Beitrag ist schon hier."))
    if Flag.DROPPED in card.flags:
        return Effect(verb=None, words=tr("Der Beitrag ist verworfen. Nehmen Sie ihn zuerst wieder auf."))
    if target is Stage.DRAFT:
        return _to_draft(card)
    if target is Stage.IDEA:
        draft = card.stage is Stage.DRAFT
        words = tr("Wieder zur Idee machen") if draft else tr("Nur ein Entwurf wird wieder zur Idee.")
        return Effect(verb=Verb.TO_IDEA if draft else None, words=words)
    gate, verb, words = {
        Stage.IN_REVIEW: (gates.request, Verb.REQUEST, tr("Zur Prüfung geben")),
        Stage.APPROVED: (gates.approve, Verb.REVIEW, tr("Ansehen und freigeben")),
        Stage.EXPORTED: (gates.leave, Verb.EXPORT, tr("Hier exportieren")),
        Stage.PUBLISHED: (gates.leave, Verb.PUBLISH, tr("Als veröffentlicht markieren")),
    }[target]
    refused = gate(card.id)
    return Effect(verb=verb, words=words) if refused is None else Effect(verb=None, words=sentence(refused))


def _to_draft(card: Card) -> Effect:
    if card.stage is Stage.IDEA:
        return Effect(verb=Verb.TO_DRAFT, words=tr("Als Entwurf aufnehmen"))
    if card.stage is Stage.IN_REVIEW:
        return Effect(verb=Verb.WITHDRAW, words=tr("Vorlage zurückziehen"))
    if card.stage is Stage.PUBLISHED:
        return Effect(
            verb=None,
            words=tr("Veröffentlichtes bleibt veröffentlicht. Nehmen Sie zuerst die Markierung zurück."),
        )
    return Effect(
        verb=None, words=tr("Freigegebenes wird erst durch eine Änderung am Inhalt wieder zum Entwurf.")
    )
