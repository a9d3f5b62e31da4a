# SPDX-License-Identifier: EUPL-1.2
"""text.click_here: a link called "hier": read on its own it says nothing, and platforms show addresses anyway."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _click() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:hier\s+klicken|klicken?\s+(?:sie\s+)?(?:bitte\s+)?hier|klickt\s+hier)\b", re.IGNORECASE
    )


def find(case: Case) -> Iterator[Spot]:
    """A link called "hier": read on its own it says nothing, and platforms show addresses anyway."""
    for passage in case.passages:
        for found in _click().finditer(passage.text):
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.click_here", Severity.HINT, find, "WCAG 2.1, 2.4.4: Zweck eines Links", german=True)
