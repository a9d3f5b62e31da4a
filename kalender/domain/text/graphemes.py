# SPDX-License-Identifier: EUPL-1.2
"""Graphemes: what a reader sees as one character, by the rules of Unicode Standard Annex 29.

Most text needs no rule at all: a German sentence has no character that joins another. So only the stretches
that hold such characters are cut by the full pattern; everything between them counts one for one.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ALONE = "\u0000-\u000c\u000e-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u203b\u20a0-\u20bf"
"""Characters of which each is a grapheme of its own, whatever stands beside it."""

_OTHER = re.compile(f"[^\r{_ALONE}]")
_REGION = re.compile(f"[^{_ALONE}]+(?:.[^{_ALONE}]+)*", re.DOTALL)
"""A region with other characters, never less than two ordinary ones away from the next."""

_ASTRAL_JOINERS = "\U00010000-\U0001d3ff\U0001d800-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff"
"""Where joining characters lie above U+FFFF: outside it are the letters in disguise and nearly all emoji."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of stretches that need cutting, and the pattern of one grapheme.

    A stretch is every run of joining characters with one character before and after it: flags, Hangul letters
    and all that extends, precedes or links. Emoji, syllables and consonants join through one of these only.
    """
    from kalender.domain.text import unicode_tables as t

    flags = "\U0001f1e6-\U0001f1ff"
    jamo = t.HANGUL_L + t.HANGUL_V + t.HANGUL_T
    joining = f"\r\u200d{t.EXTEND}{t.SPACING_MARK}{t.PREPEND}{t.CONJUNCT_LINKER}{jamo}{flags}"
    joiner = f"(?:[{_in_plane(joining)}]|(?=[{_ASTRAL_JOINERS}])[{_beyond(joining)}])"
    other = f"(?:(?!{joiner}).)"
    stretch = f"{other}?{joiner}+(?:{other}{joiner}+)*{other}?"
    syllables = "\uac00-\ud7a3"
    with_final = "".join(chr(point) for point in range(0xAC00, 0xD7A4, 28))  # LV: no final consonant yet
    ending = t.EXTEND + t.SPACING_MARK
    ends = f"(?:[\u200d{_in_plane(ending)}]|(?=[{_ASTRAL_JOINERS}])[{_beyond(ending)}])*"
    hangul = (
        f"[{t.HANGUL_L}]*(?:[{with_final}][{t.HANGUL_V}]*|[{syllables}]|[{t.HANGUL_V}]+)[{t.HANGUL_T}]*"
        f"|[{t.HANGUL_L}]+|[{t.HANGUL_T}]+"
    )
    pictures = f"[{t.PICTOGRAPHIC}](?:[{t.EXTEND}]*\u200d[{t.PICTOGRAPHIC}])*"
    link = f"[{t.CONJUNCT_EXTEND}]*[{t.CONJUNCT_LINKER}][{t.CONJUNCT_EXTEND}{t.CONJUNCT_LINKER}]*"
    conjunct = f"[{t.CONJUNCT_CONSONANT}](?:{link}[{t.CONJUNCT_CONSONANT}])*"
    core = f"[ -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff]|{pictures}|[{flags}]{{2}}|{conjunct}|{hangul}|[^\r\n{t.CONTROL}]"
    cluster = f"\r\n|[\r\n{t.CONTROL}]|[{t.PREPEND}]*(?:{core}){ends}"
    return re.compile(stretch, re.DOTALL), re.compile(cluster, re.DOTALL)


def _pieces(inside: str) -> list[str]:
    """Return the single characters and ranges of the inside of a character class."""
    return re.findall(r".-.|.", inside, re.DOTALL)


def _in_plane(inside: str) -> str:
    """Return what lies below U+10000: such a class is one look into a table."""
    return "".join(piece for piece in _pieces(inside) if piece[-1] <= "\uffff")


def _beyond(inside: str) -> str:
    """Return what lies above U+FFFF; skin tones first, as they are the most frequent."""
    pieces = [piece for piece in _pieces(inside) if piece[-1] > "\uffff"]
    return "".join(sorted(pieces, key=lambda piece: not piece.startswith("\U0001f3fb")))


def count_graphemes(text: str) -> int:
    """Return the number of graphemes; 0 for an empty text."""
    if _OTHER.search(text) is None:
        return len(text) - text.count("\r\n")
    stretch, cluster = _patterns()
    total = len(text)
    for region in _REGION.finditer(text):
        for found in stretch.findall(text, max(0, region.start() - 1), region.end() + 1):
            total -= len(found) - len(cluster.findall(found))
    return total


def graphemes(text: str) -> list[str]:
    """Return the text cut into its graphemes; joined together they are the text."""
    if _OTHER.search(text) is None and "\r" not in text:
        return list(text)
    return _patterns()[1].findall(text)


def boundary(text: str, position: int) -> int:
    """Return the last grapheme boundary that is not after a position of the text."""
    if position <= 0:
        return 0
    if position >= len(text):
        return len(text)
    start = 0
    for found in _patterns()[1].finditer(text):
        if found.end() > position:
            return found.start()
        start = found.end()
    return start


def grapheme_start(text: str, number: int) -> int:
    """Return where the grapheme of a number (from 0) begins, or the length of the text when there is none."""
    if number <= 0:
        return 0
    if _OTHER.search(text) is None and "\r" not in text:
        return min(number, len(text))
    for seen, found in enumerate(_patterns()[1].finditer(text)):
        if seen == number:
            return found.start()
    return len(text)
