# SPDX-License-Identifier: EUPL-1.2
"""text.disguised_letters: letters of another kind stand in for bold or italic: a screen reader skips or spells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _disguised() -> re.Pattern[str]:
    """Return the pattern of letters that are mathematical signs, full-width or circled, a stretch at a time."""
    mathematical = "[\U0001d400-\U0001d7ff]"
    other = "[\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169]"
    return re.compile(
        f"{mathematical}(?:[ {mathematical[1:-1]}]*{mathematical})?|{other}(?:[ {other[1:-1]}]*{other})"
    )


def find(case: Case) -> Iterator[Spot]:
    """Letters of another kind stand in for bold or italic: a screen reader skips or spells them."""
    for passage in case.passages:
        for found in _disguised().finditer(passage.text):
            facts = {
                "found": found.group(),
                "better": normalize("NFKC", found.group()),
                "start": found.start(),
                "end": found.end(),
            }
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.disguised_letters", Severity.ERROR, find, "WCAG 2.1, 1.3.1: Zeichen und ihre Bedeutung")
