# SPDX-License-Identifier: EUPL-1.2
"""Full text: how a post becomes a searchable row, what typed words mean, and where they stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain

from kalender.domain.frozen import ordered
from kalender.domain.journal.record import Json, restore
from kalender.domain.post import Post

FIELDS = ("title", "text", "channel", "notes", "comments", "place", "labels", "spelled")
"""Columns of the index. spelled: words with umlauts once more as ae, oe, ue, so that Mueller finds Müller."""

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_WORD = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
_MARKS = re.compile("[\u0300-\u036f]+")
_UMLAUT_WORD = re.compile("[^\\W_]*[äöü](?:[^\\W_][\u0300-\u036f]*)*")
_UMLAUTS = (("ä", "a"), ("ö", "o"), ("ü", "u"))
_PUZZLING = re.compile("[_\u0300-\u036f]")
"""Where a word ends otherwise than Python's expressions say: accents that are letters of their own, and _."""

_OTHER = "[^\x00-\x7f\\W]"
_TYPOGRAPHY = "„“”–…’‚‘»«€§°\u00a0"
_BETWEEN = "\x1e"
_EPOCH = datetime(1900, 1, 1)
NUMBER_BITS = 24
_NEVER = 1 << 32

LONG = 7
"""Letters of a word that may be a compound."""

WITHIN = 3
"""Letters of a compound before the part that is looked for."""

_PART = 4

_LONG_WORD = re.compile(f"[^\\W_]{{{LONG},}}")

UNDATED = _NEVER << NUMBER_BITS
"""The first row of posts without a date."""

LAST = (_NEVER + 1) << NUMBER_BITS
"""The row after the last of all."""


@ordered
class Term:
    """Something to look for, folded: a word's beginning, or a phrase (several words in a row)."""

    words: tuple[str, ...]
    prefix: bool

    @property
    def part(self) -> str:
        """The letters that may stand inside of a compound too, or nothing."""
        return self.words[0] if self.prefix and len(self.words) == 1 and len(self.words[0]) >= _PART else ""


def doc_number(planned: datetime | None, n: int) -> int:
    """Return the row of a post in the index: newest planned last, posts without a date after all."""
    minutes = _NEVER if planned is None else max(0, int((planned - _EPOCH).total_seconds() // 60))
    return minutes << NUMBER_BITS | n


def doc_numbers(first: date, last: date) -> tuple[int, int]:
    """Return the row of the first moment of a day, and the row after the last moment of another; all before 1900 share one."""
    low, high = (datetime.combine(day, time.min) for day in (first, last))
    end = doc_number(high + timedelta(days=1), 0) if last < date.max else UNDATED
    return doc_number(low, 0), max(end, 1 << NUMBER_BITS)


def texts(post: Post) -> dict[str, str]:
    """Return the text of a post by field of the index, unfolded."""
    versions = [text for item in post.versions for text in (item.text, item.first_comment) if text]
    comments = [item.text for item in post.comments if item.standing] + [
        item.comment for item in post.decisions
    ]
    notes = (
        post.note,
        post.task,
        post.goal,
        post.contact,
        post.campaign,
        post.source,
        post.alternative,
        post.link,
        *(item.text for item in post.checklist),
    )
    alts = [item.alt for item in post.attachments if item.alt]
    return {
        "title": post.title,
        "text": post.text,
        "channel": "\n".join([*versions, *alts]),
        "notes": "\n".join(note for note in notes if note),
        "comments": "\n".join(text for text in comments if text),
        "place": post.place,
        "labels": "\n".join((*post.labels, *post.groups)),
    }


def said(id_: str, state: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """Yield the text of a post by field as texts() returns it, from its state, but for its title; the first is quick."""
    text = state.get("text")
    yield "text", text if isinstance(text, str) else ""
    yield from list(texts(restore(Post, id_, state)).items())[2:]


def document(post: Post) -> tuple[tuple[str, ...], set[str]]:
    """Return the row of a post in the index, in the order of FIELDS, and its long words as long_words() finds them."""
    found = texts(post)
    lower = _lower(_BETWEEN.join(found.values()))
    folded = _folded(lower).split(_BETWEEN)
    if len(folded) != len(found):  # someone wrote the separator itself
        folded = [fold(text) for text in found.values()]
    looked = list(map(_looked_at, set(lower.split())))
    spelled = set(chain.from_iterable([again for again, _long in looked if again]))
    words = set(chain.from_iterable([long for _again, long in looked if long]))
    return (*folded, " ".join(sorted(spelled))), words


@lru_cache(maxsize=50_000)
def _looked_at(piece: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return of small letters between two blanks the words to spell out once more, and the long words of both."""
    again = () if piece.isascii() else tuple(word.translate(_SPELLED) for word in _UMLAUT_WORD.findall(piece))
    return again, tuple(long_words((_folded(piece), *again)))


def long_words(texts: Iterable[str]) -> set[str]:
    """Return the long words of folded texts."""
    pieces = [piece for piece in set("\n".join(texts).split()) if len(piece) >= LONG]
    return set(_LONG_WORD.findall("\n".join(pieces)))


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


def _no_words(_part: str) -> Sequence[str]:
    return ()


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as the index knows them."""
    return tuple(_words(fold(text)))


def query(wanted: Sequence[Term], compounds: Callable[[str], Sequence[str]] = _no_words) -> str:
    """Return terms as a query of FTS5. compounds: returns the words that hold a part further inside."""
    found = []
    for term in wanted:
        asked = '"' + " ".join(term.words) + '"' + ("*" if term.prefix else "")
        whole = compounds(term.part) if term.part else ()
        found.append(" OR ".join([asked, *(f'"{word}"' for word in whole)]))
    return found[0] if len(found) == 1 else " AND ".join(f"({asked})" for asked in found)


def excerpt(text: str, sought: Sought, width: int = 120) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """Return a piece of a text around the first found place, and the places in it; None where nothing is found."""
    places = sought.places(text, width)
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
    piece = text[start:end].replace("\n", " ").replace("\r", " ").replace("\t", " ")
    moved = len(before) - start
    marks = tuple([(at + moved, length) for at, length in places if start <= at and at + length <= end])
    return before + piece + after, marks


class Sought:
    """What to look for in texts as they stand, one after the other."""

    def __init__(self, wanted: Sequence[Term]) -> None:
        self._wanted = wanted
        self._beginnings = tuple(term.words[-1] for term in wanted if term.prefix)
        self._lasts = tuple(term.words[-1] for term in wanted)
        self._exact = frozenset(term.words[-1] for term in wanted if not term.prefix)
        self._parts = tuple(term.part for term in wanted if term.part)
        self._phrases = any(len(term.words) > 1 for term in wanted)
        self._likely = _likely([Term(term.words[-1:], term.prefix) for term in wanted])

    def places(self, text: str, width: int) -> list[tuple[int, int]]:
        """Return (start, length) of the words that match, in letters of the text, up to width after the first."""
        if self._phrases:
            likely = _PUZZLING.search(text) or self._likely.search(text)
            return sorted(set(self._of_all(text, width))) if likely else []
        found: list[tuple[int, int]] = []
        beginnings, exact, parts = self._beginnings, self._exact, self._parts
        limit = len(text)
        for word in self._likely.finditer(text):
            start, end = word.span()
            if start > limit:
                break
            folded, spelled = forms = _forms(word.group())
            if (
                folded.startswith(beginnings)
                or spelled.startswith(beginnings)
                or folded in exact
                or spelled in exact
                or (parts and any(_within(forms, part) for part in parts))
            ):
                if not found:
                    limit = start + width
                found.append((start, end - start))
        blank = text.find(" ", limit)  # what stands after the last word that was looked at puzzles nobody
        if _PUZZLING.search(text, 0, blank if blank >= 0 else len(text)) is not None:
            return sorted(set(self._of_all(text, width)))
        return found

    def _of_all(self, text: str, width: int) -> list[tuple[int, int]]:
        """Return what places() returns, more than once perhaps, from all words of a text."""
        words: list[tuple[int, tuple[str, str]]] = []
        found: list[tuple[int, int]] = []
        limit = len(text)
        for word in _WORD.finditer(text):
            start = word.start()
            if start > limit:
                break
            forms = _forms(word.group())
            words.append((start, forms))
            if not (
                forms[0].startswith(self._lasts)
                or forms[1].startswith(self._lasts)
                or any(_within(forms, part) for part in self._parts)
            ):
                continue
            for term in self._wanted:
                begin = len(words) - len(term.words)
                if begin >= 0 and _fits(words, begin, term):
                    at = words[begin][0]
                    found.append((at, word.end() - at))
                    limit = min(limit, at + width)
        return found


def _likely(wanted: Sequence[Term]) -> re.Pattern[str]:
    """Return what finds all words that one of some terms of a word may stand for, and few more.

    Plain letters stand for themselves, so a word begins with a term as it is, or another letter stands further in front.
    Words are found by their first letter where that is enough: Python looks for one of some letters at once.
    """
    found, firsts = [], "".join({term.words[0][0] + term.words[0][0].upper() for term in wanted})
    inside = any(term.part for term in wanted)
    for term in wanted:
        letters = [f"[{letter}{letter.upper()}]" if letter.isascii() else _OTHER for letter in term.words[0]]
        if inside:
            found += ["[^\\W_]*" + "".join(letters), "[0-9A-Za-z]*" + _OTHER]
        else:
            first, *rest = letters
            ahead = "".join(f"(?:{letter}" for letter in rest[:-1]) + ")?" * len(rest[:-1])
            more = f"(?:{''.join(rest)}|{ahead}{_OTHER})" if rest else ""
            found += [f"(?<={first}){more}", f"(?<={_OTHER})"]
    begun = "\\b" if inside else f"[{firsts}\x80-\U0010ffff](?<![^\\W_].)"
    return re.compile(f"{begun}(?:{'|'.join(dict.fromkeys(found))})[^\\W_]*", re.DOTALL)


@lru_cache(maxsize=20_000)
def _forms(word: str) -> tuple[str, str]:
    """Return a word folded, and with its umlauts spelled out."""
    folded = fold(word)
    return folded, folded if word.isascii() else _lower(word).translate(_SPELLED)


def _within(forms: tuple[str, str], part: str) -> bool:
    """Tell whether a long word holds a part further inside."""
    return any(len(form) >= LONG and form.find(part) >= WITHIN for form in forms)


def _fits(words: Sequence[tuple[int, tuple[str, str]]], begin: int, term: Term) -> bool:
    """Tell whether the words from begin to the last are those of a term."""
    forms, want = words[-1][1], term.words[-1]
    if term.prefix:
        begun = forms[0].startswith(want) or forms[1].startswith(want)
        return begun or (bool(term.part) and _within(forms, want))
    return want in forms and all(word in words[begin + n][1] for n, word in enumerate(term.words[:-1]))
