# SPDX-License-Identifier: EUPL-1.2
"""text.passive: most sentences do not say who acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

MOST_PASSIVE = 2
"""Sentences in the passive voice that a text bears; above it, if they are more than half of it."""


@lru_cache(maxsize=1)
def _passive() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:wird|werden|wurde|wurden|worden)\b[^.!?]*\b(?:\w*ge\w{2,}(?:t|en)|\w+iert|(?:be|ver|er|zer|ent)\w{2,}t)\b"
    )


@lru_cache(maxsize=256)
def _is_passive(sentence: str) -> bool:
    """Tell it once for each sentence: while someone types, one changes."""
    return _passive().search(sentence) is not None


def find(case: Case) -> Iterator[Spot]:
    """Most sentences do not say who acts."""
    from kalender.domain.rules.read import sentences

    for passage in case.passages:
        whole = [piece for piece in sentences(passage.text) if piece.strip()]
        passive = [piece for piece in whole if _is_passive(piece)]
        if len(passive) > MOST_PASSIVE and 2 * len(passive) > len(whole):
            yield Spot({"count": len(passive), "of": len(whole)}, passage.channel, passage.field)


RULE = Rule("text.passive", Severity.HINT, find, "Einfache Sprache, DIN 8581-1", german=True)
