# SPDX-License-Identifier: EUPL-1.2
"""The sentences and words of a text that make it heavy, each with its place."""

from __future__ import annotations

import re

from kalender.domain.frozen import frozen
from kalender.domain.language.readability import words_read
from kalender.domain.language.spelling import words_of
from kalender.domain.text.sentences import sentences

LONG_SENTENCE = 15
"""Words; shorter sentences are never named as long."""
LONG_WORD = 15
"""Letters; a shorter word is never named as long."""


@frozen
class Stretch:
    """A place in a text. start, end: code points, end exclusive. size: words of a sentence, letters of a word."""

    start: int
    end: int
    size: int


def longest_sentences(text: str, most: int = 3) -> tuple[Stretch, ...]:
    """Return the longest sentences that are long at all, the longest first."""
    found, at = [], 0
    for sentence in sentences(text):
        start = at + len(sentence) - len(sentence.lstrip())
        size = words_read(sentence)
        if size > LONG_SENTENCE:
            found.append(Stretch(start=start, end=at + len(sentence.rstrip()), size=size))
        at += len(sentence)
    return tuple(sorted(found, key=lambda item: (-item.size, item.start))[:most])


def longest_words(text: str, most: int = 5) -> tuple[Stretch, ...]:
    """Return the longest words, each once; halves that a hyphen keeps apart read as two."""
    found: dict[str, Stretch] = {}
    for word in words_of(text):
        for part in re.finditer(r"[^\W\d_]+", text[word.start : word.end]):
            size = part.end() - part.start()
            if size >= LONG_WORD:
                start = word.start + part.start()
                found.setdefault(part.group(), Stretch(start=start, end=start + size, size=size))
    return tuple(sorted(found.values(), key=lambda item: (-item.size, item.start))[:most])
