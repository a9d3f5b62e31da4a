# SPDX-License-Identifier: EUPL-1.2
"""The German dictionary, asked by Hunspell. Called in a child process: it takes 20 MB, and a compound up to 80 ms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from kalender.formats import resources

if TYPE_CHECKING:
    from hunspell import Hunspell

MOST = 6
"""Suggestions of a word."""


@lru_cache(maxsize=1)
def _dictionary() -> Hunspell:
    from hunspell import Hunspell

    return Hunspell("de_DE", hunspell_data_dir=str(resources.folder() / "spelling"))


def unknown(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words that the dictionary does not know, in their order."""
    dictionary = _dictionary()
    return tuple(word for word in words if not dictionary.spell(word))


def suggestions(word: str) -> tuple[str, ...]:
    """Return known words that resemble one, the likeliest first."""
    return tuple(str(found) for found in _dictionary().suggest(word)[:MOST])
