# SPDX-License-Identifier: EUPL-1.2
"""text.nominal_style: three nouns on -ung, -heit or -keit in a sentence: verbs say it shorter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

MOST_NOUNS = 2
"""Nouns made of verbs and adjectives that a sentence bears."""


@lru_cache(maxsize=1)
def _noun() -> re.Pattern[str]:
    """Return nouns made of verbs and adjectives, but not the names of things that end alike."""
    things = "Zeitung|Wohnung|Heizung|Kleidung|Rechnung|Mündung|Lesung|Sitzung|Gesundheit|Kindheit|Krankheit"
    thing = rf"(?:\w*(?i:{things})|(?:\w+s|Stadt|Kirchen|Nacht)?(?i:führung))(?:en)?\b"
    return re.compile(rf"(?<![\w#@])(?!{thing})[A-ZÄÖÜ]\w{{3,}}(?:ung|heit|keit|ierung)(?:en)?\b")


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    """Return the pattern of a list behind its name: tasks and offers are named by nouns, whatever they end on."""
    return re.compile(r"(?<=\w:) [^,\n]+,[^,\n]+,[^\n]+")


@lru_cache(maxsize=256)
def _nouns(sentence: str) -> tuple[str, ...]:
    """Return them once for each sentence: while someone types, one changes."""
    return tuple(_noun().findall(_listed().sub(" ", sentence)))


def find(case: Case) -> Iterator[Spot]:
    """Three nouns on -ung, -heit or -keit in a sentence: verbs say it shorter."""
    from kalender.domain.rules.read import sentences

    for passage in case.passages:
        place = 0
        for piece in sentences(passage.text):
            nouns = _nouns(piece)
            if len(nouns) > MOST_NOUNS:
                facts = {
                    "nouns": ", ".join(nouns),
                    "count": len(nouns),
                    "start": place,
                    "end": place + len(piece),
                }
                yield Spot(facts, passage.channel, passage.field)
            place += len(piece)


RULE = Rule("text.nominal_style", Severity.HINT, find, "Einfache Sprache, DIN 8581-1", german=True)
