# SPDX-License-Identifier: EUPL-1.2
"""How long the sentences of a text are for somebody who reads them once, on a telephone.

What the eye takes in at once is one word: a day with its date and hours ("am Samstag, 12. Dezember, von 9 bis 12 Uhr"),
an amount, a number of a telephone, a name in quotation marks. Brackets can be skipped and count nothing. A colon
followed by a capital ends a thought as a full stop does, and so does a semicolon. A line that is one item of a list,
an address or a table of opening hours is no sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kalender.domain.language.readability import unread


class Length(NamedTuple):
    """A sentence: where it stands (code points, end exclusive), and how many words it reads as."""

    start: int
    end: int
    words: int


@lru_cache(maxsize=1)
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\([^()\n]*\)")


@lru_cache(maxsize=1)
def _at_once() -> re.Pattern[str]:
    """Return what reads as one word: a moment or span of time, an amount, a number, a name in quotation marks."""
    day = r"(?:Mo|Di|Mi|Do|Fr|Sa|So|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tags?|Mittwochs?|Sonnabends?|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs)"
    month = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
    number = r"\d[\d.,:/–\-]*"
    part = rf"(?:{day}\b\.?|{month}\b|{number}\.?(?!\w)|Uhr\b|Euro\b|%|€|Prozent\b|Millionen\b|Mio\.|jeweils\b|einschließlich\b)"
    joint = r"(?:,? (?:(?:von|vom|bis|um|ab|am|im|und|zum|zu|den|der) ){0,3}|–|-)"
    return re.compile(
        rf"(?:\b(?:am|vom|von|um|ab|bis|zum|seit|im) )?{part}(?:{joint}{part})*|„[^“\n]{{1,60}}“"
    )


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_][\w'’]*(?:[-.:/*][\w'’]+)*")


@lru_cache(maxsize=1)
def _halt() -> re.Pattern[str]:
    """Return the places inside a piece where a thought ends, besides where the merge of texts parts sentences.

    A colon before a capital or a quotation; a semicolon; the full stop behind a year, a number of a telephone or
    a unit; behind a small number only before words that begin sentences, for "2. Klasse" and "5. Dezember" go on.
    """
    begin = (
        r"(?:De[rmns]|Die|Das|Eine?[nmrs]?|Es|Sie|Er|Wir|Ihr|Ich|I[nm]|A[nm]|Auf|Aus|Beim?|Mit|Vo[nmr]|Zu[mr]?|Für|Um|Ab|"
        r"Bis|Seit|Nach|Wegen|Ohne|Wer|Was|Wann|Wo|Wie|Wenn|Weil|Ob|Danach|Dazu|Dafür|Damit|Dort|Da|Hier|Jetzt|Heute|"
        r"Bitte|Alle|Auch|Kein\w*|Jede\w*|Unser\w*|Dies\w*)\b"
    )
    return re.compile(
        r":\s+(?=[„\"»(]?[A-ZÄÖÜ])|;\s+|(?<=\d[\d\-/]\d)\.\s+(?=[A-ZÄÖÜ])|(?<=/\w)\.\s+(?=[A-ZÄÖÜ])"
        rf"|(?<=\d)\.\s+(?={begin})"
    )


@lru_cache(maxsize=256)
def _thoughts(piece: str) -> tuple[tuple[int, int, int], ...]:
    """Return the thoughts of one sentence: start, end, words. While someone types, one sentence changes."""
    found, at = [], 0
    for end, next_ in [
        *((halt.start() + 1, halt.end()) for halt in _halt().finditer(piece)),
        (len(piece),) * 2,
    ]:
        kept = _at_once().sub("1", unread().sub(" ", _brackets().sub(" ", piece[at:end])))
        found.append((at, end, len(_word().findall(kept))))
        at = next_
    return tuple(found)


def lengths(text: str) -> list[Length]:
    """Return the sentences of a text, in its order."""
    from kalender.domain.rules.read import sentences

    found, place = [], 0
    for piece in sentences(text):
        if not piece.isspace():
            found += [Length(place + start, place + end, words) for start, end, words in _thoughts(piece)]
        place += len(piece)
    return found
