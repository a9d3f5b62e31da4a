# SPDX-License-Identifier: EUPL-1.2
"""text.long_sentence: a sentence of more than twenty words; of more than thirty someone should look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

MOST_WORDS = 20


FAR_TOO_MANY_WORDS = 30


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    return re.compile(r"(?<![#@\w])[^\W_][\w'’]*(?:[-.:/][\w'’]+)*")


def find(case: Case) -> Iterator[Spot]:
    """A sentence of more than twenty words; of more than thirty someone should look at it."""
    from kalender.domain.rules.read import sentences

    for passage in case.passages:
        place = 0
        for piece in sentences(passage.text):
            number = len(_word().findall(piece)) if len(piece) > 2 * MOST_WORDS else 0
            if number > MOST_WORDS:
                facts = {"words": number, "limit": MOST_WORDS, "start": place, "end": place + len(piece)}
                severity = Severity.WARNING if number > FAR_TOO_MANY_WORDS else None
                yield Spot(facts, passage.channel, passage.field, severity=severity)
            place += len(piece)


RULE = Rule("text.long_sentence", Severity.HINT, find, "Einfache Sprache: bis zu zwanzig Wörter", german=True)
