# SPDX-License-Identifier: EUPL-1.2
"""text.hard_to_read: the whole text reads like a notice of an office: under 30 on Amstad's scale."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """The whole text reads like a notice of an office: under 30 on Amstad's scale."""
    from kalender.domain.language.readability import Ease, readability

    for passage in case.passages:
        found = readability(passage.text) if passage.field == "text" else None
        if found is not None and found.ease is Ease.VERY_HARD:
            facts = {"value": max(0, round(found.amstad)), "words": round(found.words_per_sentence)}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.hard_to_read", Severity.HINT, find, "Amstad 1978: unter 30 ist sehr schwer", german=True)
