# SPDX-License-Identifier: EUPL-1.2
"""Sentences and words of a text, and the three-way merge of texts by them; frozen, for every replica computes it.

Nothing here may depend on a Unicode table of the interpreter: all character classes are listed.
tests/domain/test_sentences.py holds golden vectors; a change here is a new version of the journal.
"""

from __future__ import annotations

from collections.abc import Sequence

from kalender.domain.frozen import ordered

_SPACES = frozenset(" \t\n\r\v\f\u00a0\u2002\u2003\u2009\u200a\u202f\u3000")
_ENDS = frozenset(".!?\u2026")
_CLOSING = frozenset("\"')]}\u00bb\u00ab\u201c\u201d\u2019\u203a\u2039")
_DIGITS = frozenset("0123456789")
_MARKS = frozenset(
    ".,;:!?\u2026\"'()[]{}<>/\\|+*=&%#@\u00bb\u00ab\u201e\u201c\u201d\u201a\u2018\u2019\u2013\u2014-_"
)
_SHORT = frozenset(
    [
        "Abs",
        "Art",
        "Bd",
        "Dr",
        "Fr",
        "Frl",
        "Hr",
        "Hrn",
        "Ing",
        "Jh",
        "Mio",
        "Mrd",
        "Nr",
        "Prof",
        "Sr",
        "St",
        "Str",
        "Tel",
        "abzgl",
        "allg",
        "bspw",
        "bzgl",
        "bzw",
        "ca",
        "dgl",
        "einschl",
        "etc",
        "evtl",
        "exkl",
        "ggf",
        "ggü",
        "gem",
        "inkl",
        "insb",
        "max",
        "min",
        "mtl",
        "monatl",
        "rd",
        "sog",
        "spez",
        "str",
        "tgl",
        "u",
        "usw",
        "v",
        "vgl",
        "vorm",
        "zzgl",
        "zzt",
    ]
)
"""Abbreviations whose full stop ends no sentence."""

_MOST_CELLS = 4_000_000
"""Above this size of the comparison table two texts count as different throughout."""


def sentences(text: str) -> list[str]:
    """Return the sentences of a text and the white space between them, as pieces that join to the text."""
    pieces: list[str] = []
    start = at = 0
    while at < len(text):
        if text[at] in _SPACES:
            end = _run(text, at)
            if "\n" in text[at:end] or (at > start and _ends_sentence(text, start, at)):
                if at > start:
                    pieces.append(text[start:at])
                pieces.append(text[at:end])
                start = end
            at = end
        else:
            at += 1
    if start < len(text):
        pieces.append(text[start:])
    return pieces


def _run(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACES:
        at += 1
    return at


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether the text before the white space at end closes a sentence."""
    at = end
    while at > start and text[at - 1] in _CLOSING:
        at -= 1
    if at == start or text[at - 1] not in _ENDS:
        return False
    if text[at - 1] != ".":
        return True
    at -= 1
    word = at
    while word > start and text[word - 1] not in _SPACES and text[word - 1] not in _MARKS:
        word -= 1
    before = text[word:at]
    return not (len(before) == 1 or before in _SHORT or (before and all(c in _DIGITS for c in before)))


def words(text: str) -> list[str]:
    """Return words, runs of white space and single marks, as pieces that join to the text."""
    pieces: list[str] = []
    at = 0
    while at < len(text):
        end = at + 1
        if text[at] in _SPACES:
            end = _run(text, at)
        elif text[at] not in _MARKS:
            while end < len(text) and text[end] not in _SPACES and text[end] not in _MARKS:
                end += 1
        pieces.append(text[at:end])
        at = end
    return pieces


@ordered
class Hunk:
    """Pieces first to last (exclusive) of the old text become new ones."""

    first: int
    last: int
    new: tuple[str, ...]


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Return the changes from old to new pieces, in order, along a longest common subsequence."""
    found: list[Hunk] = []
    a = b = 0
    for i, j in [*_common(old, new), (len(old), len(new))]:
        if i > a or j > b:
            found.extend(_split(old, Hunk(a, i, tuple(new[b:j]))))
        a, b = i + 1, j + 1
    return found


def _split(old: Sequence[str], hunk: Hunk) -> list[Hunk]:
    """Return a change of as many pieces into as many as changes piece by piece."""
    if hunk.last - hunk.first != len(hunk.new):
        return [hunk]
    return [
        Hunk(hunk.first + n, hunk.first + n + 1, (piece,))
        for n, piece in enumerate(hunk.new)
        if old[hunk.first + n] != piece
    ]


def _common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    head = 0
    while head < len(old) and head < len(new) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    pairs = [(n, n) for n in range(head)]
    pairs.extend(_table(old[head : len(old) - tail], new[head : len(new) - tail], head))
    pairs.extend((len(old) - n, len(new) - n) for n in range(tail, 0, -1))
    return pairs


def _table(old: Sequence[str], new: Sequence[str], shift: int) -> list[tuple[int, int]]:
    """Return a longest common subsequence by the classic table; of several the one that matches earliest."""
    if not old or not new or len(old) * len(new) > _MOST_CELLS:
        return []
    rows = [[0] * (len(new) + 1)]
    for piece in reversed(old):
        below, row = rows[-1], [0] * (len(new) + 1)
        for j in range(len(new) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if piece == new[j] else max(below[j], row[j + 1])
        rows.append(row)
    rows.reverse()
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if old[i] == new[j]:
            pairs.append((i + shift, j + shift))
            i, j = i + 1, j + 1
        elif rows[i + 1][j] >= rows[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


@ordered
class TextMerge:
    """The merge of two texts. clean: no place was changed on both sides.

    text: the merge, with the second text's sentences where both changed one. proposal: the same by words.
    """

    text: str
    clean: bool
    proposal: str


def merge_texts(base: str, first: str, second: str) -> TextMerge:
    """Merge two texts that both come from base, sentence by sentence; second is preferred where both differ."""
    pieces = sentences(base)
    ours, theirs = hunks(pieces, sentences(first)), hunks(pieces, sentences(second))
    shown: list[str] = []
    proposed: list[str] = []
    clean, at = True, 0
    for start, end, left, right in _clusters(ours, theirs):
        kept = "".join(pieces[at:start])
        at = end
        old = "".join(pieces[start:end])
        a, b = _applied(pieces, start, end, left), _applied(pieces, start, end, right)
        chosen = b if right else a
        agreed = not left or not right or a == b
        clean = clean and agreed
        shown += [kept, chosen]
        proposed += [
            kept,
            chosen if agreed else _one_after_the_other(a, b) if start == end else _by_words(old, a, b),
        ]
    rest = "".join(pieces[at:])
    return TextMerge("".join([*shown, rest]), clean, "".join([*proposed, rest]))


def _one_after_the_other(first: str, second: str) -> str:
    """Return two insertions at the same place as both together."""
    apart = not first or not second or first[-1] in _SPACES or second[0] in _SPACES
    return first + ("" if apart else " ") + second


def _by_words(base: str, first: str, second: str) -> str:
    pieces = words(base)
    ours, theirs = hunks(pieces, words(first)), hunks(pieces, words(second))
    merged: list[str] = []
    at = 0
    for start, end, left, right in _clusters(ours, theirs):
        merged += pieces[at:start]
        merged.append(_applied(pieces, start, end, right or left))
        at = end
    return "".join([*merged, *pieces[at:]])


def _applied(pieces: Sequence[str], start: int, end: int, changes: Sequence[Hunk]) -> str:
    """Return the pieces from start to end with changes applied."""
    out: list[str] = []
    at = start
    for hunk in changes:
        out += pieces[at : hunk.first]
        out += hunk.new
        at = hunk.last
    return "".join([*out, *pieces[at:end]])


def _clusters(ours: list[Hunk], theirs: list[Hunk]) -> list[tuple[int, int, list[Hunk], list[Hunk]]]:
    """Return groups of changes that touch the same pieces: (first, last, ours, theirs), in order."""
    clusters: list[tuple[int, int, list[Hunk], list[Hunk]]] = []
    sides = sorted(
        [(hunk.first, hunk.last, 0, hunk) for hunk in ours]
        + [(hunk.first, hunk.last, 1, hunk) for hunk in theirs],
        key=lambda item: item[:3],
    )
    for first, last, side, hunk in sides:
        if clusters and _touch(clusters[-1], first, last):
            start, end, left, right = clusters.pop()
        else:
            start, end, left, right = first, last, [], []
        (right if side else left).append(hunk)
        clusters.append((start, max(end, last), left, right))
    return clusters


def _touch(cluster: tuple[int, int, list[Hunk], list[Hunk]], first: int, last: int) -> bool:
    """Tell whether a change overlaps a group, or both insert at the same place."""
    start, end = cluster[:2]
    return first < end or (start == end == first == last)
