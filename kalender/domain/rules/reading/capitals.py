# SPDX-License-Identifier: EUPL-1.2
"""text.capitals: words in capitals only: they shout, and a screen reader may spell them. Short names such as DLRG pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _capitals() -> re.Pattern[str]:
    word = r"(?<![\w#@/.])[A-ZÄÖÜẞ]{2,}(?![\w/.@]*\w)"
    return re.compile(rf"{word}(?:[ \-–,]+{word})*")


def find(case: Case) -> Iterator[Spot]:
    """Words in capitals only: they shout, and a screen reader may spell them. Short names such as DLRG pass."""
    for passage in case.passages:
        for found in _capitals().finditer(passage.text):
            words = re.findall(r"[A-ZÄÖÜẞ]+", found.group())
            longest = max(map(len, words))
            if longest >= 7 or (len(words) > 1 and longest >= 5):
                facts = {"found": found.group(), "start": found.start(), "end": found.end()}
                yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.capitals", Severity.WARNING, find, "BITV-Praxis")
