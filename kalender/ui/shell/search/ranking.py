# SPDX-License-Identifier: EUPL-1.2
"""How well a text fits what someone has typed: by few, plain degrees, so that the same letters always find the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

LEAST = 3
"""Letters from which on letters in their order are enough."""

_WORD = re.compile(r"\w+")
_LONG = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class Fit(IntEnum):
    """How a text fits, best first."""

    SAME = 0
    PREFIX = 1
    WORDS = 2
    CONTAINED = 3
    LETTERS = 4


def fit(typed: str, text: str) -> Fit | None:
    """Return how a text fits what was typed, or None where it does not.

    SAME: nothing else is in it. PREFIX: it begins so. WORDS: each word typed begins a word of it, in any order. CONTAINED:
    it stands somewhere in it. LETTERS: its letters follow one another in it, from the beginning of a word on. Case and
    accents do not matter; ä is found by ä, ae and a, ß by ss.
    """
    found = [
        degree
        for wanted in {_folded(typed, long=True), _folded(typed, long=False)}
        for given in {_folded(text, long=True), _folded(text, long=False)}
        if (degree := _fit(wanted, given)) is not None
    ]
    return min(found, default=None)


def ranked(typed: str, items: Iterable[T], words: Callable[[T], Iterable[str]]) -> list[tuple[Fit, T]]:
    """Return the items that fit, best first; those that fit alike stay in their order.

    words: the texts of an item, the one that is shown first; a fit of another counts one degree less.
    """
    found: list[tuple[Fit, T]] = []
    for item in items:
        degrees = []
        for number, text in enumerate(words(item)):
            degree = fit(typed, text)
            if degree is not None and (number == 0 or degree < Fit.LETTERS):
                degrees.append(degree if number == 0 else Fit(degree + 1))
        if degrees:
            found.append((min(degrees), item))
    return sorted(found, key=lambda pair: pair[0])


def _fit(wanted: str, given: str) -> Fit | None:
    if not wanted:
        return None
    if wanted == given:
        return Fit.SAME
    if given.startswith(wanted):
        return Fit.PREFIX
    parts = given.split()
    if all(any(part.startswith(word) for part in parts) for word in wanted.split()):
        return Fit.WORDS
    if wanted in given:
        return Fit.CONTAINED
    if len(wanted) >= LEAST and " " not in wanted and _in_order(wanted, given):
        return Fit.LETTERS
    return None


def _in_order(wanted: str, given: str) -> bool:
    """Tell whether letters follow one another, the first one at the beginning of a word."""
    starts = [at for at in range(len(given)) if given[at] == wanted[0] and (at == 0 or given[at - 1] == " ")]
    for start in starts:
        at = start
        for letter in wanted[1:]:
            at = given.find(letter, at + 1)
            if at < 0:
                break
        else:
            return True
    return False


@lru_cache(maxsize=2048)
def _folded(text: str, *, long: bool) -> str:
    """Return the words of a text in plain small letters with one blank between them. long: ä as ae, else as a."""
    plain = unicodedata.normalize("NFC", text).casefold()
    if long:
        plain = plain.translate(_LONG)
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter)
    )
    return " ".join(_WORD.findall(bare))
