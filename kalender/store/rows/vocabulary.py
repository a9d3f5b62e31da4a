# SPDX-License-Identifier: EUPL-1.2
"""The long words of all posts: a compound is found by its second half where words are looked through instead of posts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kalender.store.connection import Connection
from kalender.store.rows.search import WITHIN

MOST = 60
"""Words a typed word may stand for; those in most posts first."""


def count(on: Connection, more: Counter[str]) -> None:
    """Note in how many more posts (less where negative) words stand."""
    on.many(_MORE, sorted(item for item in more.items() if item[1]))
    on.many(
        "DELETE FROM word WHERE word = ? AND posts = 0", [(word,) for word in sorted(more) if more[word] < 0]
    )


def inside(on: Connection, typed: str) -> Sequence[str]:
    """Return long words that hold typed letters further inside."""
    return [row[0] for row in on.sql(_INSIDE, (typed, WITHIN, MOST))]


_MORE = "INSERT INTO word (word, posts) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET posts = posts + excluded.posts"
_INSIDE = "SELECT word FROM word WHERE instr(word, ?) > ? ORDER BY posts DESC, word LIMIT ?"
