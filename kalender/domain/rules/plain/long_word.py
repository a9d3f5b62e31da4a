# SPDX-License-Identifier: EUPL-1.2
"""text.long_word: a word of more than twenty-five letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

MOST_LETTERS = 25


@lru_cache(maxsize=1)
def _long() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w#@/.\-])[^\W\d_]{{{MOST_LETTERS + 1},}}(?![\w/@])")


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    """Return the pattern of offices and professions: people bear them, and no shorter word is right."""
    return re.compile(
        r"(?:beauftragte|angestellte|beamte|vorsitzende|referend|assistent|mechanik|fachfrau|techniker|"
        r"meister|helfer|arbeiter|berater|leiter|lehrer|pfleger|erzieher)(?:[rnm]|in(?:nen)?|s)?$"
    )


def find(case: Case) -> Iterator[Spot]:
    """A word of more than twenty-five letters that is no title of an office or a profession."""
    for passage in case.passages:
        for found in _long().finditer(passage.text):
            if _title().search(found.group()):
                continue
            facts = {
                "found": found.group(),
                "letters": len(found.group()),
                "start": found.start(),
                "end": found.end(),
            }
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.long_word", Severity.HINT, find, "Einfache Sprache, DIN 8581-1", german=True)
