# SPDX-License-Identifier: EUPL-1.2
"""easy.word: a long word without a hyphen or a centred dot in easy German."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.siblings.tongues import is_easy, is_simple

EASY, PLAIN = 13, 18
"""Letters of a word in one piece that read easily."""


@lru_cache(maxsize=2)
def _long(letters: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w#@/.\-·•])[^\W\d_]{{{letters + 1},}}(?![\w/@·•\-])")


def find(case: Case) -> Iterator[Spot]:
    """A long word without a hyphen or a centred dot in easy German, each once in a text."""
    if not is_simple(case.post.language):
        return
    limit = EASY if is_easy(case.post.language) else PLAIN
    for passage in case.passages:
        seen: set[str] = set()
        for found in _long(limit).finditer(passage.text):
            if found.group() in seen:
                continue
            seen.add(found.group())
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "easy.word", Severity.HINT, find, "BITV 2.0, Anlage 2 Teil 2 Nr. 4: Zusammengesetztes trennen", sure=False
)
