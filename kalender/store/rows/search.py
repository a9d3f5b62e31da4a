# SPDX-License-Identifier: EUPL-1.2
"""Full text: how a post becomes a searchable row, what typed words mean, and where they stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from kalender.domain.post import Post

FIELDS = ("title", "text", "channel", "notes", "comments", "place", "labels", "spelled")
"""Columns of the index. spelled: words with umlauts once more as ae, oe, ue, so that Mueller finds Müller."""

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_WORD = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
_MARKS = re.compile("[\u0300-\u036f]+")
_UMLAUT_WORD = re.compile("[^\\W_]*[äöü](?:[^\\W_][\u0300-\u036f]*)*")
_UMLAUTS = (("ä", "a"), ("ö", "o"), ("ü", "u"))
_TYPOGRAPHY = "„“”–…’‚‘»«€§°\u00a0"
_BETWEEN = "\x1e"
_EPOCH = datetime(1900, 1, 1)
_NUMBER_BITS = 24
_NEVER = 1 << 32

UNDATED = _NEVER << _NUMBER_BITS
"""The first row of posts without a date."""


@dataclass(frozen=True, slots=True)
class Term:
    """Something to look for, folded: a word's beginning, or a phrase (several words in a row)."""

    words: tuple[str, ...]
    prefix: bool


def doc_number(planned: datetime | None, n: int) -> int:
    """Return the row of a post in the index: newest planned last, posts without a date after all."""
    minutes = _NEVER if planned is None else max(0, int((planned - _EPOCH).total_seconds() // 60))
    return minutes << _NUMBER_BITS | n


def doc_numbers(first: date, last: date) -> tuple[int, int]:
    """Return the row of the first moment of a day, and the row after the last moment of another; all before 1900 share one."""
    low, high = (datetime.combine(day, time.min) for day in (first, last))
    end = doc_number(high + timedelta(days=1), 0) if last < date.max else UNDATED
    return doc_number(low, 0), max(end, 1 << _NUMBER_BITS)


def texts(post: Post) -> dict[str, str]:
    """Return the text of a post by field of the index, unfolded."""
    versions = [text for item in post.versions for text in (item.text, item.first_comment) if text]
    comments = [item.text for item in post.comments] + [item.comment for item in post.decisions]
    notes = (
        post.note,
        post.task,
        post.goal,
        post.contact,
        post.campaign,
        post.source,
        post.alternative,
        post.link,
    )
    alts = [item.alt for item in post.attachments if item.alt]
    return {
        "title": post.title,
        "text": post.text,
        "channel": "\n".join([*versions, *alts]),
        "notes": "\n".join(note for note in notes if note),
        "comments": "\n".join(text for text in comments if text),
        "place": post.place,
        "labels": "\n".join(post.labels),
    }


def document(post: Post) -> dict[str, str]:
    """Return the row of a post in the index."""
    found = texts(post)
    lower = _lower(_BETWEEN.join(found.values()))
    folded = _folded(lower).split(_BETWEEN)
    if len(folded) != len(found):  # someone wrote the separator itself
        folded = [fold(text) for text in found.values()]
    pieces = set() if lower.isascii() else {piece for piece in lower.split() if not piece.isascii()}
    spelled = {word.translate(_SPELLED) for piece in pieces for word in _UMLAUT_WORD.findall(piece)}
    return {**dict(zip(found, folded, strict=True)), "spelled": " ".join(sorted(spelled))}


def _lower(text: str) -> str:
    """Return text in small letters with umlauts as one letter, and ß as ss."""
    lower = unicodedata.normalize("NFC", text).lower()
    return lower.replace("ß", "ss")


def fold(text: str) -> str:
    """Return text as it is compared: small letters without accents, ß as ss."""
    return text.lower() if text.isascii() else _folded(_lower(text))


def _folded(lower: str) -> str:
    """Return small letters without accents; German alone takes a shorter way to the same."""
    if lower.isascii():
        return lower
    for umlaut, letter in _UMLAUTS:
        lower = lower.replace(umlaut, letter)
    plain = lower
    for mark in _TYPOGRAPHY:
        plain = plain.replace(mark, "")
    return lower if plain.isascii() else _MARKS.sub("", unicodedata.normalize("NFD", lower))


def _words(text: str) -> Iterator[str]:
    return (found.group() for found in _WORD.finditer(text))


def terms(text: str) -> list[Term]:
    """Return what typed text asks for: "in quotes" a phrase, every other word by its beginning, all of them at once."""
    found = []
    for n, piece in enumerate(text.replace("„", '"').replace("“", '"').replace("”", '"').split('"')):
        if n % 2:
            words = tuple(_words(fold(piece)))
            if words:
                found.append(Term(words, prefix=False))
        else:
            for word in piece.split():
                parts = tuple(_words(fold(word)))
                if parts:
                    found.append(Term(parts, prefix=True))
    return found


def query(wanted: Sequence[Term]) -> str:
    """Return terms as a query of FTS5."""
    return " AND ".join('"' + " ".join(term.words) + '"' + ("*" if term.prefix else "") for term in wanted)


def excerpt(
    text: str, wanted: Sequence[Term], width: int = 120
) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """Return a piece of a text around the first found place, and the places in it; None where nothing is found."""
    places = sorted(set(_places(text, wanted)))
    if not places:
        return None
    first = places[0][0]
    start = 0
    if len(text) > width and first > width // 3:
        space = text.find(" ", first - width // 3, first)
        start = space + 1 if space >= 0 else first
    end = min(len(text), start + width)
    if end < len(text):
        space = text.rfind(" ", start + width // 2, end)
        end = space if space > 0 else end
    before, after = "… " if start else "", " …" if end < len(text) else ""
    piece = "".join(" " if letter in "\n\r\t" else letter for letter in text[start:end])
    marks = tuple(
        (at - start + len(before), length) for at, length in places if start <= at and at + length <= end
    )
    return before + piece + after, marks


def _places(text: str, wanted: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """Yield (start, length) of the words that match, in letters of the text as it stands."""
    words = [(found.start(), found.end(), _forms(found.group())) for found in _WORD.finditer(text)]
    for term in wanted:
        size = len(term.words)
        for at, (start, _end, forms) in enumerate(words[: len(words) - size + 1]):
            if _fits(forms, term, 0) and all(_fits(words[at + n][2], term, n) for n in range(1, size)):
                yield start, words[at + size - 1][1] - start


@lru_cache(maxsize=20_000)
def _forms(word: str) -> tuple[str, str]:
    """Return a word folded, and with its umlauts spelled out."""
    folded = fold(word)
    return folded, folded if word.isascii() else _lower(word).translate(_SPELLED)


def _fits(forms: tuple[str, str], term: Term, n: int) -> bool:
    want = term.words[n]
    if term.prefix and n == len(term.words) - 1:
        return forms[0].startswith(want) or forms[1].startswith(want)
    return want in forms
