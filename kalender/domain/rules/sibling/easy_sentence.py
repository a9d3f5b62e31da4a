# SPDX-License-Identifier: EUPL-1.2
"""easy.sentence: a sentence too long for easy German: ten words in Leichte Sprache, fifteen in Einfache Sprache.

BITV 2.0 asks for short sentences and names no number; both are what practice aims at.
"""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.siblings.tongues import is_easy, is_simple

EASY, PLAIN = 10, 15
"""Words of a sentence that read easily."""


def find(case: Case) -> Iterator[Spot]:
    """A sentence too long for easy German."""
    if not is_simple(case.post.language):
        return
    from kalender.domain.language.readability import words_read
    from kalender.domain.rules.read import sentences

    limit = EASY if is_easy(case.post.language) else PLAIN
    for passage in case.passages:
        place = 0
        for piece in sentences(passage.text):
            words = words_read(piece) if len(piece) > 2 * limit else 0
            if words > limit:
                facts = {"words": words, "limit": limit, "start": place, "end": place + len(piece)}
                yield Spot(facts, passage.channel, passage.field)
            place += len(piece)


RULE = Rule("easy.sentence", Severity.HINT, find, "BITV 2.0, Anlage 2 Teil 2 Nr. 5: kurze Sätze", sure=False)
