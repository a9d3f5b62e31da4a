# SPDX-License-Identifier: EUPL-1.2
"""What board and editor offer beyond the post itself: its series, and the next free slot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kalender.domain.card import Card
from kalender.domain.stage import Stage
from kalender.wording.tr import tr

CHAINED: Mapping[str, str] = {
    "post.repeat": "repeat",
    "post.spread": "spread",
    "post.chain": "show",
    "post.unchain": "release",
}
"""Actions of the menus, and what the shell is asked for with them."""

SLOT = "post.slot"


def reasons(cards: Sequence[Card]) -> dict[str, str]:
    """Return for each of these actions why it cannot be done with some posts, empty where it can; cards is not empty."""
    published = any(card.stage is Stage.PUBLISHED for card in cards)
    slot = tr("Was veröffentlicht ist, bleibt an seinem Termin.") if published else ""
    if len(cards) > 1:
        one = tr("Das geht nur mit einem einzelnen Beitrag.")
        return {**dict.fromkeys(CHAINED, one), SLOT: slot}
    single = tr("Wiederholt wird ein einzelner Beitrag mit Termin, der noch zu keiner Serie gehört.")
    alone = tr("Der Beitrag gehört zu keiner Serie.")
    card = cards[0]
    return {
        **dict.fromkeys(CHAINED, "" if card.series else alone),
        "post.repeat": single if card.series or card.planned is None else "",
        SLOT: slot,
    }
