# SPDX-License-Identifier: EUPL-1.2
"""What posts say in one of their fields, each once: to be offered again where the same is asked."""

from __future__ import annotations

from kalender.store.connection import Connection
from kalender.store.rows import search

MOST = 300
"""Words of a field at most, those most used first."""

_ONE = (
    "SELECT state ->> ? AS said FROM record WHERE kind = 'post' AND deleted = 0 AND said IS NOT NULL AND said != '' "
    "GROUP BY said ORDER BY count(*) DESC, max(n) DESC LIMIT ?"
)
_MANY = (
    "SELECT value FROM record, json_each(state, ?) WHERE kind = 'post' AND deleted = 0 AND type = 'text' AND value != '' "
    "GROUP BY value ORDER BY count(*) DESC, max(n) DESC LIMIT ?"
)
_CALLING = (
    "SELECT id FROM (SELECT rowid AS doc FROM search WHERE search MATCH ? ORDER BY rowid DESC) AS found "
    "JOIN card ON card.doc = found.doc ORDER BY card.doc DESC"
)
LISTS = frozenset({"labels", "groups"})
"""Fields that hold several words."""


def said(on: Connection, field: str) -> tuple[str, ...]:
    """Return what living posts say in a field (contact, labels …), most used first."""
    if not field.isidentifier():
        raise ValueError(field)
    rows = on.sql(_MANY if field in LISTS else _ONE, [f"$.{field}", MOST])
    return tuple(str(row[0]) for row in rows)


def calling(on: Connection, name: str) -> list[str]:
    """Return the ids of living posts whose comments hold the words of a name in a row, newest planned first."""
    words = search.words(name)
    if not words:
        return []
    rows = on.sql(_CALLING, (f'comments : "{" ".join(words)}"',))
    return [str(row[0]) for row in rows]
