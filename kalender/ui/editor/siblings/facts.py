# SPDX-License-Identifier: EUPL-1.2
"""What the strip says of a family, in words."""

from __future__ import annotations

from kalender.domain.post import Post
from kalender.domain.siblings.family import Where
from kalender.domain.siblings.tongues import is_easy
from kalender.services.siblings.siblings import Kin, Sibling
from kalender.ui.editor.siblings.strip import StripFacts
from kalender.wording.language.tongues import AWAY, tongue
from kalender.wording.terms import look
from kalender.wording.tr import tr


def facts_of(post: Post, kin: Kin, changed: str, *, beside: bool) -> StripFacts:
    """Return what the strip says. changed: the day on which the original changed, where that is known."""
    original = kin.original
    listed = tuple((item.card.id, _words(item, own=original is None), item.outdated) for item in kin.siblings)
    if original is None:
        lead = tr("Sprache: {language}").format(language=tongue(post.language)) if post.language else ""
        return StripFacts(lead=lead, others=tr("Fassungen:") if listed else "", siblings=listed)
    there = original.where in {Where.HERE, Where.DROPPED}
    return StripFacts(
        lead=tr("{language} zu:").format(language=tongue(post.language)),
        original=(original.id, original.title or tr("ohne Titel")) if there else None,
        note=_note(post, kin, original.where, changed),
        outdated=kin.outdated,
        others=tr("Auch in:") if listed else "",
        siblings=listed,
        beside=beside if there else None,
    )


def _note(post: Post, kin: Kin, where: Where, changed: str) -> str:
    said = [tr(AWAY[where])] if where in AWAY else []
    if kin.outdated:
        dated = tr("Das Original wurde am {day} geändert.").format(day=changed)
        said.append(dated if changed else tr("Das Original hat sich geändert."))
    elif is_easy(post.language) and not said:
        said.append(tr("Geprüfte Leichte Sprache braucht eine Prüfgruppe; Kalender gibt nur Hinweise."))
    return " ".join(said)


def _words(item: Sibling, *, own: bool) -> str:
    """Return language and stage of a sibling; own: it is one of the post in front, so what is outdated is said."""
    stage = look(item.card.stage, item.card.flags).text
    parts = [stage, tr("Original geändert")] if own and item.outdated else [stage]
    return f"{tongue(item.card.language)} ({', '.join(parts)})"
