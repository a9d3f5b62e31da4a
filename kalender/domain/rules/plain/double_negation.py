# SPDX-License-Identifier: EUPL-1.2
"""text.double_negation: two negations that cancel each other: many readers keep only one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _double() -> re.Pattern[str]:
    words = "bekannt|bedeutend|erheblich|freundlich|gewöhnlich|interessant|möglich|problematisch|üblich|umstritten"
    return re.compile(
        rf"\bnicht\s+un(?:{words}|wahrscheinlich|wesentlich|wichtig|zufrieden)\w*|\bnicht\s+ohne\b",
        re.IGNORECASE,
    )


def find(case: Case) -> Iterator[Spot]:
    """Two negations that cancel each other: many readers keep only one."""
    for passage in case.passages:
        for found in _double().finditer(passage.text):
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.double_negation", Severity.HINT, find, "Einfache Sprache, DIN 8581-1", german=True)
