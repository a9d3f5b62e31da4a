# SPDX-License-Identifier: EUPL-1.2
"""What several rules read in the same text, read once: the last few texts are remembered."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kalender.domain.text import addresses as _addresses
from kalender.domain.text import dates as _dates
from kalender.domain.text import emoji as _emoji
from kalender.domain.text import hashtags as _hashtags
from kalender.domain.text import sentences as _sentences

_TEXTS = 16
"""Texts remembered: those of one post on all its channels."""


@lru_cache(maxsize=_TEXTS)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text with what stands between them."""
    return tuple(_sentences.sentences(text))


@lru_cache(maxsize=_TEXTS)
def hashtags(text: str) -> tuple[_hashtags.Hashtag, ...]:
    """Return the hashtags of a text."""
    return tuple(_hashtags.hashtags(text))


@lru_cache(maxsize=_TEXTS)
def addresses(text: str) -> tuple[_addresses.Address, ...]:
    """Return the web addresses of a text."""
    return tuple(_addresses.addresses(text))


@lru_cache(maxsize=_TEXTS)
def dates_in(text: str, near: date) -> tuple[_dates.Mention, ...]:
    """Return the dates a text names, without a year those nearest to a day."""
    return tuple(_dates.dates_in(text, near))


@lru_cache(maxsize=_TEXTS)
def emoji_runs(text: str) -> tuple[tuple[int, int, int], ...]:
    """Return where emoji stand in a row: start, end, how many. No row goes beyond its line."""
    found = []
    place = 0
    for line in text.split("\n"):
        found += [(place + start, place + end, count) for start, end, count in _runs_of(line)]
        place += len(line) + 1
    return tuple(found)


@lru_cache(maxsize=256)
def _runs_of(line: str) -> tuple[tuple[int, int, int], ...]:
    """Find them once for each line: while someone types, one changes."""
    return tuple(_emoji.emoji_runs(line))
