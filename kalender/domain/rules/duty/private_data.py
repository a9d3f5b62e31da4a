# SPDX-License-Identifier: EUPL-1.2
"""text.private_data: a mobile number or a mailbox that looks private stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _private() -> re.Pattern[str]:
    houses = "gmail|googlemail|gmx|web|t-online|freenet|outlook|hotmail|yahoo|icloud|posteo|aol"
    return re.compile(
        rf"\b[\w.+\-]+@(?:{houses})\.(?:com|de|net|at|org)\b"
        r"|(?<![\d/])(?:\+49[ /\-]?|0)1[5-7]\d(?:[ /\-]?\d){7,9}(?!\d)",
        re.IGNORECASE,
    )


def find(case: Case) -> Iterator[Spot]:
    """A mobile number or a mailbox that looks private stands in a text."""
    for passage in case.passages:
        for found in _private().finditer(passage.text):
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.private_data", Severity.WARNING, find, "DSGVO Art. 5 (1) c: Datenminimierung", sure=False)
