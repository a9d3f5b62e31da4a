# SPDX-License-Identifier: EUPL-1.2
"""How easily a German text reads: Amstad's reading ease and the first Wiener Sachtextformel.

Source: T. Amstad, Wie verständlich sind unsere Zeitungen? (1978); R. Bamberger and E. Vanecek, Lesen – Verstehen –
Lernen – Schreiben (1984). Hashtags, mentions, addresses and emoji are not read; a number, a date or a time counts as
one word of two syllables, so that it neither helps nor hurts; an abbreviation counts as it is spoken.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from kalender.domain.frozen import frozen
from kalender.domain.language.syllables import syllables

LEAST_WORDS = 30
LEAST_SENTENCES = 2
LONG_WORD = 6
"""Letters; a word of more is long in the sense of the Wiener Sachtextformel."""

_SPOKEN_NUMBER = 2
_SPOKEN = {
    "z. b.": (1, 2),
    "d. h.": (1, 1),
    "u. a.": (2, 2, 1),
    "o. ä.": (2, 3),
    "i. d. r.": (1, 1, 2),
    "v. a.": (1, 2),
    "z. t.": (1, 1),
    "s. o.": (2, 2),
    "bzw.": (5,),
    "ca.": (2,),
    "dr.": (2,),
    "etc.": (4,),
    "evtl.": (5,),
    "ggf.": (5,),
    "inkl.": (4,),
    "max.": (4,),
    "mind.": (4,),
    "mio.": (4,),
    "mrd.": (4,),
    "nr.": (2,),
    "prof.": (3,),
    "st.": (1,),
    "str.": (2,),
    "tel.": (4,),
    "usw.": (1, 1, 2),
    "vgl.": (3,),
}
"""Abbreviations, with a space after each full stop, and the syllables of the words they are read as."""

_MARK = "\x1f"


class Ease(StrEnum):
    """Amstad's scale in the steps of Flesch, from 0 to 100."""

    VERY_HARD = "very_hard"
    HARD = "hard"
    FAIRLY_HARD = "fairly_hard"
    MEDIUM = "medium"
    FAIRLY_EASY = "fairly_easy"
    EASY = "easy"
    VERY_EASY = "very_easy"


_STEPS = (
    (30.0, Ease.VERY_HARD),
    (50.0, Ease.HARD),
    (60.0, Ease.FAIRLY_HARD),
    (70.0, Ease.MEDIUM),
    (80.0, Ease.FAIRLY_EASY),
    (90.0, Ease.EASY),
)


@frozen
class Readability:
    """What was measured of a text.

    amstad: 0 (very hard) to 100 (very easy), may lie beyond. wiener: about the school year that reads it, 4 to 15.
    words_per_sentence, syllables_per_word: means.
    """

    words: int
    sentences: int
    words_per_sentence: float
    syllables_per_word: float
    amstad: float
    wiener: float

    @property
    def ease(self) -> Ease:
        """The step of Amstad's scale."""
        return next((ease for below, ease in _STEPS if self.amstad < below), Ease.VERY_EASY)


def readability(text: str) -> Readability | None:
    """Measure a text; None where it is too short to say anything: under two sentences or thirty words."""
    sizes: list[int] = []
    long_words = many = single = count = 0
    for sentence in _sentences(text):
        read = list(_words(sentence))
        if not read:
            continue
        count += 1
        for letters, spoken in read:
            sizes.append(spoken)
            long_words += letters > LONG_WORD
            many += spoken >= 3
            single += spoken == 1
    if len(sizes) < LEAST_WORDS or count < LEAST_SENTENCES:
        return None
    number = len(sizes)
    length, weight = number / count, sum(sizes) / number
    return Readability(
        words=number,
        sentences=count,
        words_per_sentence=length,
        syllables_per_word=weight,
        amstad=180 - length - 58.5 * weight,
        wiener=0.1935 * (100 * many / number)
        + 0.1672 * length
        + 0.1297 * (100 * long_words / number)
        - 0.0327 * (100 * single / number)
        - 0.875,
    )


def words_read(text: str) -> int:
    """Return how many words a text has as it is read aloud, hashtags and addresses left out."""
    return sum(len(_words(sentence)) for sentence in _sentences(text))


@lru_cache(maxsize=1)
def unread() -> re.Pattern[str]:
    """Return what is not read as German: addresses, mentions, hashtags."""
    return re.compile(
        r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[@#]\w[\w.\-]*|\b[\w\-]+(?:\.[\w\-]+)*\.(?:de|com|org|eu)\b\S*"
    )


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """Return numbers with their points: dates 24.11.2026, times 18.30 and 18:30, telephone numbers, amounts."""
    return re.compile(r"\d[\d.,:/–\- \u00a0\u202f]*\d\.?(?=\W|$)|\d\.?(?=\W|$)")


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    longest_first = sorted(_SPOKEN, key=len, reverse=True)
    choices = "|".join(re.escape(item).replace(r"\ ", r"\s?") for item in longest_first)
    return re.compile(rf"(?<!\w)(?:{choices})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    return re.compile(rf"{_MARK}\d+{_MARK}|[^\W\d_]+")


def _sentences(text: str) -> list[str]:
    """Return the sentences, with what is not read taken out and numbers and abbreviations as marked words."""
    kept = unread().sub(" ", text)
    kept = _short().sub(lambda found: _marked(_spoken(found.group())), kept)
    kept = _number().sub(_as_number, kept)
    return re.split(r"[.!?…]+(?=\s|[\"'“”»«)\]]|$)|\n\s*\n|\n(?=\s*[•\-–*✅📍🗓])|:\s*\n", kept)


def _spoken(short: str) -> tuple[int, ...]:
    return _SPOKEN[re.sub(r"\.\s?(?=\w)", ". ", short.lower())]


def _marked(sizes: tuple[int, ...]) -> str:
    return " ".join(f"{_MARK}{size}{_MARK}" for size in sizes) + " "


def _as_number(found: re.Match[str]) -> str:
    """Return the mark of a number, and a full stop again where it closed the text."""
    token = found.group()
    ended = token.endswith(".") and re.match(r"\s*$|\s*\n", found.string[found.end() :]) is not None
    return f"{_MARK}{_SPOKEN_NUMBER}{_MARK}" + (". " if ended else " ")


def _words(sentence: str) -> list[tuple[int, int]]:
    """Return (letters, syllables) of each word."""
    found = []
    for match in _word().finditer(sentence):
        word = match.group()
        if word.startswith(_MARK):
            found.append((0, int(word.strip(_MARK))))
        else:
            found.append((len(word), syllables(word)))
    return found
