# SPDX-License-Identifier: EUPL-1.2
"""text.long_sentence: the longest sentence of a text, where it reads as more than twenty-five words; of more than thirty someone should look at it.

Twenty words are what the German news agency dpa is said to want at most, thirty what it allows, and between the two
lies taste: a hint begins in the middle. No document of the agency was read, so the rule is not sure. Easy and plain
German have shorter limits of their own (easy.sentence).
"""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

GOOD_WORDS = 20
"""What a sentence should have at most; named in the remedy."""
MOST_WORDS = 25
FAR_TOO_MANY_WORDS = 30


def find(case: Case) -> Iterator[Spot]:
    """The longest sentence of a text reads as more than twenty-five words."""
    from kalender.domain.language.sentence_length import lengths

    for passage in case.passages:
        longest = max(lengths(passage.text), key=lambda item: item.words, default=None)
        if longest is not None and longest.words > MOST_WORDS:
            facts = {
                "words": longest.words,
                "limit": GOOD_WORDS,
                "start": longest.start,
                "end": longest.end,
            }
            severity = Severity.WARNING if longest.words > FAR_TOO_MANY_WORDS else None
            yield Spot(facts, passage.channel, passage.field, severity=severity)


RULE = Rule(
    "text.long_sentence",
    Severity.HINT,
    find,
    "Faustregel, der Nachrichtenagentur dpa zugeschrieben: erwünscht 20, erlaubt 30 Wörter",
    sure=False,
    german=True,
)
