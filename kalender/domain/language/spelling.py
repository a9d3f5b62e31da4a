# SPDX-License-Identifier: EUPL-1.2
"""Which words of a text a dictionary is asked for, and the words that a plan adds to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from kalender.domain.frozen import frozen

LONGEST = 60
"""Letters; what is longer is no word."""


@frozen
class OwnWord:
    """A word that this plan takes for right: a name, a place, a term of the house."""

    KIND: ClassVar[str] = "word"

    id: str
    text: str = ""


@frozen
class Spelt:
    """A word in a text. start, end: code points, end exclusive. asked: the forms that must all be right."""

    start: int
    end: int
    asked: tuple[str, ...]


@lru_cache(maxsize=1)
def _left_out() -> re.Pattern[str]:
    """Return what nobody spells: addresses, mentions, hashtags, placeholders."""
    return re.compile(
        r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?<!\w)[@#][\w.\-]+|\b[\w\-]+(?:\.[\w\-]+)*\.(?:de|com|org|net|eu|info)\b\S*"
        r"|\{[^}\n]*\}|\[[^\]\n]*\]"
    )


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    """Return a run of letters with apostrophes, hyphens and the signs that stand for all genders inside."""
    return re.compile(r"[^\W\d_]+(?:[’'\-*:_/·‐‑][^\W\d_]+)*[\-‐‑]?|\w*\d\w*")


def words_of(text: str) -> Iterator[Spelt]:
    """Yield the words of a text that a dictionary is asked for, in their order."""
    skipped = [found.span() for found in _left_out().finditer(text)]
    place = 0
    for found in _word().finditer(text):
        start, end = found.span()
        while place < len(skipped) and skipped[place][1] <= start:
            place += 1
        if place < len(skipped) and skipped[place][0] < end:
            continue
        asked = _asked(found.group())
        if asked:
            yield Spelt(start=start, end=end, asked=asked)


@lru_cache(maxsize=4096)
def _asked(word: str) -> tuple[str, ...]:
    """Return the forms to look up: Bürger*innen as Bürgerinnen, the parts of a word with hyphens one by one."""
    if len(word) > LONGEST or any(sign.isdigit() for sign in word):
        return ()
    whole = re.sub(r"(?<=\w)[*:_·/](?=(?:in|innen|r|n|e|s)\b)", "", word.replace("’", "'"))
    whole = re.sub(r"(?<=[a-zäöüß])I(?=n(?:nen)?\b)", "i", whole)
    if whole[-1] in "-‐‑":
        return ()  # the first half of Haupt- und Nebenwort
    whole = re.sub(r"'(?:s|n|ne|nen|ner)$", "", whole)  # geht's, so'n
    parts = re.split(r"[\-‐‑/*:_·]", whole)
    return tuple(part for part in parts if len(part) > 1 and not _is_name_of_letters(part))


def _is_name_of_letters(word: str) -> bool:
    return word.isupper() or (word.endswith("s") and word[:-1].isupper())
