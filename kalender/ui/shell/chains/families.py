# SPDX-License-Identifier: EUPL-1.2
"""What the inspector says of a post's original and of its siblings in other languages."""

from __future__ import annotations

from collections.abc import Sequence

from kalender.domain.card import Card
from kalender.domain.siblings.family import Where
from kalender.services.siblings.siblings import Siblings
from kalender.ui.calendar.inspector.chains import Chain
from kalender.wording.language.tongues import AWAY, tongue
from kalender.wording.terms import look
from kalender.wording.tr import tr

_ICON = "ri.translate-2"


def family_of(card: Card, siblings: Siblings) -> Sequence[Chain]:
    """Return the original first, then the siblings, each with the way to it."""
    kin = siblings.of(card.id)
    found = []
    if kin.original is not None:
        where, title = kin.original.where, kin.original.title or tr("ohne Titel")
        said = tr(AWAY[where]) if where in AWAY else ""
        links = (("open", tr("Original öffnen")),) if where in {Where.HERE, Where.DROPPED} else ()
        found.append(
            Chain(
                id=kin.original.id,
                icon=_ICON,
                title=tr("{language} zu „{title}“").format(language=tongue(card.language), title=title),
                words=tr("Das Original hat sich geändert.") if kin.outdated else said,
                links=links,
            )
        )
    for item in kin.siblings:
        stage = look(item.card.stage, item.card.flags).text
        found.append(
            Chain(
                id=item.card.id,
                icon=_ICON,
                title=tongue(item.card.language),
                words=f"{stage}, {tr('Original geändert')}" if item.outdated else stage,
                links=(("open", tr("Fassung öffnen")),),
            )
        )
    return found
