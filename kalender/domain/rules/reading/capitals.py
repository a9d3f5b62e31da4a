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
                facts: dict[str, object] = {
                    "found": found.group(),
                    "start": found.start(),
                    "end": found.end(),
                }
                calm = _calm(found.group(), begins=_begins(passage.text, found.start()))
                if calm:
                    facts["edits"] = ((found.start(), found.end(), calm),)
                yield Spot(facts, passage.channel, passage.field)


_SMALL = frozenset({
    "ab", "aber", "alle", "alles", "als", "am", "an", "auch", "auf", "aus", "bald", "bei", "bis", "bitte",
    "dabei", "danke", "das", "dem", "den", "der", "des", "die", "dies", "diese", "doch", "dort", "ein",
    "eine", "einem", "einen", "einer", "erst", "es", "frei", "für", "ganz", "geben", "gesperrt",
    "geöffnet", "geschlossen", "gibt", "heute", "hier", "ihr", "im", "in", "ist", "ja", "jetzt", "kein",
    "keine", "kostenlos", "machen", "mehr", "mit", "morgen", "nach", "neu", "nicht", "noch", "nur", "ob",
    "oder", "ohne", "schon", "schön", "sehr", "sich", "sie", "sind", "so", "sofort", "um", "und",
    "unbedingt", "uns", "unser", "unsere", "vom", "von", "vor", "weiter", "werden", "wichtig", "wie",
    "wieder", "wir", "wird", "zu", "zum", "zur",
})  # fmt: skip
"""Words that are written small inside a sentence; of others only a reader can tell."""


def _begins(text: str, start: int) -> bool:
    before = text[:start].rstrip(' "„»(–-')
    return not before or before[-1] in ".!?:\n"


def _calm(words: str, *, begins: bool) -> str:
    """Return words in capitals as they are usually written; nothing where one may be a noun or not.

    Short names without a vowel stay.
    """
    sure = True

    def one(found: re.Match[str]) -> str:
        nonlocal sure
        word = found.group()
        plain = word.lower()
        if len(word) <= 4 and not re.search("[AEIOUÄÖÜY]", word):
            return word
        if begins and found.start() == 0:
            return word[0] + plain[1:]
        sure = sure and plain in _SMALL
        return plain

    calm = re.sub("[A-ZÄÖÜẞ]{2,}", one, words)
    return calm if sure else ""


RULE = Rule("text.capitals", Severity.WARNING, find, "BITV-Praxis")
