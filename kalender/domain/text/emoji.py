# SPDX-License-Identifier: EUPL-1.2
"""Emoji sequences: flags, keycaps, skin tones, families, as networks count them."""

from __future__ import annotations

import re
from functools import lru_cache

_MAYBE = re.compile("[0-9#*]?[\u00a9\u00ae\u200d\u203c-\u3299\ufe0f\U0001f000-\U000e007f]+")
"""A stretch outside which no emoji is possible."""

_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_KEYCAP = "[0-9#*]\ufe0f?\u20e3"
_TONE = "[\U0001f3fb-\U0001f3ff]"
_TAGS = "(?:[\U000e0020-\U000e007e]+\U000e007f)?"
_ALWAYS_TEXT = "\u00a9\u00ae"  # © and ® are emoji only when a variation selector says so


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of any emoji sequence, and of those shown in colour without being asked to."""
    from kalender.domain.text import unicode_tables as t

    picture = f"(?![{_ALWAYS_TEXT}])[{t.PICTOGRAPHIC}]"
    one = f"(?:[{t.MODIFIER_BASE}]{_TONE}|[{_ALWAYS_TEXT}]\ufe0f|{picture}\ufe0f?|{_TONE}){_TAGS}"
    coloured = (
        f"(?:[{t.MODIFIER_BASE}]{_TONE}|[{t.PICTOGRAPHIC}]\ufe0f|[{t.EMOJI_PRESENTATION}]\ufe0f?){_TAGS}"
    )
    chain = f"(?:\u200d{one})"
    return (
        re.compile(f"{_FLAG}|{_KEYCAP}|{one}{chain}*"),
        re.compile(f"{_FLAG}|{_KEYCAP}|{coloured}{chain}*|{one}{chain}+"),
    )


def emoji_sequences(text: str) -> list[str]:
    """Return every emoji sequence in order, also pictographs that some systems show in black."""
    return [emoji for piece in _MAYBE.findall(text) for emoji in _patterns()[0].findall(piece)]


def coloured_emoji(text: str) -> list[str]:
    """Return the emoji sequences that every system shows as emoji."""
    return [emoji for piece in _MAYBE.findall(text) for emoji in _patterns()[1].findall(piece)]


def emoji_runs(text: str) -> list[tuple[int, int, int]]:
    """Return (start, end, emoji) of each stretch of emoji with nothing but spaces between them."""
    if not _MAYBE.search(text):
        return []
    runs: list[tuple[int, int, int]] = []
    for found in _patterns()[1].finditer(text):
        if runs and not text[runs[-1][1] : found.start()].strip(" \u00a0\u200b"):
            runs[-1] = (runs[-1][0], found.end(), runs[-1][2] + 1)
        else:
            runs.append((found.start(), found.end(), 1))
    return runs
