# SPDX-License-Identifier: EUPL-1.2
"""Changes of several posts at once in words: before, on the button, and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kalender.domain.card import Card
from kalender.services.several.changes import Left
from kalender.services.several.several import Prospect
from kalender.wording.cards import title
from kalender.wording.tr import tr

WHY = {
    Left.UNDATED: "kein Termin",
    Left.PUBLISHED: "schon veröffentlicht",
    Left.BLACKOUT: "käme in eine Sperrzeit, das braucht einzeln eine Begründung",
    Left.SAME: "ist schon so",
}
"""Why a post stays as it is, after its title."""

DONE = {
    "several.shifted": ("Beitrag {by} verschoben", "{count} Beiträge {by} verschoben"),
    "several.channel_added": ("{what} dazugenommen", "{what} bei {count} Beiträgen dazugenommen"),
    "several.channel_next": ("Weiter zu {what}", "{count} Beiträge weiter zu {what}"),
    "several.channel_removed": ("{what} weggenommen", "{what} bei {count} Beiträgen weggenommen"),
    "several.topic": ("Thema gesetzt: {what}", "Thema bei {count} Beiträgen gesetzt: {what}"),
    "several.person": ("Zuständig: {what}", "Bei {count} Beiträgen zuständig: {what}"),
    "several.label_added": (
        "Schlagwort „{what}“ gegeben",
        "{count} Beiträgen das Schlagwort „{what}“ gegeben",
    ),
    "several.label_removed": (
        "Schlagwort „{what}“ genommen",
        "{count} Beiträgen das Schlagwort „{what}“ genommen",
    ),
    "several.held": ("Beitrag angehalten", "{count} Beiträge angehalten"),
    "several.released": ("Beitrag fortgesetzt", "{count} Beiträge fortgesetzt"),
}
"""What was done, with one post and with several."""

_MOST = 4


def posts(count: int) -> str:
    """Return 1 Beitrag, 3 Beiträge."""
    return tr("1 Beitrag") if count == 1 else tr("{count} Beiträge").format(count=count)


def span(days: int) -> str:
    """Return "um 2 Wochen", "um 3 Tage zurück"."""
    number = abs(days)
    if number % 7 == 0 and number:
        weeks = number // 7
        words = tr("um 1 Woche") if weeks == 1 else tr("um {count} Wochen").format(count=weeks)
    else:
        words = tr("um 1 Tag") if number == 1 else tr("um {count} Tage").format(count=number)
    return words if days >= 0 else tr("{span} zurück").format(span=words)


def done(code: str, facts: Mapping[str, object]) -> str:
    """Return what was done, and what stayed as it is."""
    count, days = facts.get("count"), facts.get("days")
    several = isinstance(count, int) and count > 1
    pattern = tr(DONE[code][1 if several else 0])
    said = pattern.format(
        count=count, what=facts.get("what", ""), by=span(days) if isinstance(days, int) else ""
    ).replace("  ", " ")
    left, named = facts.get("left"), facts.get("named")
    if isinstance(left, int) and left and isinstance(named, list):
        stay = tr("Es blieb: {names}") if left == 1 else tr("Es blieben: {names}")
        said += ". " + stay.format(names=_listed([str(name) for name in named], left))
    return said


def lapsing(cards: Sequence[Card]) -> str:
    """Return whose approval lapses, empty where none does."""
    if not cards:
        return ""
    if len(cards) == 1:
        return tr("Die Freigabe erlischt bei {names}.").format(names=_names(cards))
    return tr("Bei {count} Beiträgen erlischt die Freigabe: {names}.").format(
        count=len(cards), names=_names(cards)
    )


def unasked(cards: Sequence[Card]) -> str:
    """Return what waits for approval no longer, empty where nothing is."""
    if not cards:
        return ""
    return tr("Wieder Entwurf, weil sich der Inhalt ändert: {names}.").format(names=_names(cards))


def staying(prospect: Prospect) -> list[str]:
    """Return a sentence for each reason why posts stay as they are."""
    said = []
    for why in Left:
        cards = [card for card, reason in prospect.left if reason is why]
        if not cards:
            continue
        word = (
            tr("{names} bleibt, wie es ist ({why}).")
            if len(cards) == 1
            else tr("{names} bleiben, wie sie sind ({why}).")
        )
        said.append(word.format(names=_names(cards), why=tr(WHY[why])))
    return said


def _names(cards: Sequence[Card]) -> str:
    return _listed([title(card) for card in cards[:_MOST]], len(cards))


def _listed(names: Sequence[str], count: int) -> str:
    quoted = ", ".join(f"„{name}“" for name in names)
    rest = count - len(names)
    return tr("{names} und {count} weitere").format(names=quoted, count=rest) if rest > 0 else quoted
