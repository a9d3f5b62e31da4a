# SPDX-License-Identifier: EUPL-1.2
"""text.double_space: two blanks between words: some platforms show them, and they were never meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)(?: {2,}|[ \t]*\t[ \t]*)(?=\S)")


def find(case: Case) -> Iterator[Spot]:
    """Two blanks between words: some platforms show them, and they were never meant."""
    for passage in case.passages:
        for found in _pattern().finditer(passage.text):
            facts = {"found": found.group(), "better": " ", "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.double_space", Severity.HINT, find, "Hausregel")
