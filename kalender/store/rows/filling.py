# SPDX-License-Identifier: EUPL-1.2
"""Rows of a plan written all anew: in large lots, each in the order of its table; indexes, counts and triggers come last."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from kalender.domain.card import Card
from kalender.domain.frozen import ordered
from kalender.domain.journal.merge import Merged
from kalender.store.connection import Connection
from kalender.store.rows import cards, conflicts, search, vocabulary

_VALUES = 32_000
"""Values of one statement, of which SQLite takes 32,766: between two the writing thread waits for Python, 5 ms each time."""

_ROWS = 1_000
"""Rows of one statement at most."""

written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
"""How a state stands in the rows, which is how the journal writes it as well."""


@ordered
class Derived:
    """What is written for a post: its card, its row in the search index, and the long words of that."""

    card: Card
    document: tuple[str, ...]
    words: set[str]
    links: tuple[str, ...]
    days: Sequence[str]


def record_line(n: int, ref: str, item: Merged) -> tuple[Any, ...]:
    """Return the row of a record."""
    return n, ref, ref.partition("/")[0], int(item.deleted), int(item.clean), written(item.state)


class Filling:
    """Takes what is derived and writes it into empty tables. What is kept back is written by flush(), the rest by finish()."""

    def __init__(self, on: Connection) -> None:
        self._on = on
        self._words: Counter[str] = Counter()
        self._start()

    def _start(self) -> None:
        self._records: list[tuple[Any, ...]] = []
        self._cards: list[tuple[Any, ...]] = []
        self._documents: list[tuple[Any, ...]] = []
        self._links: list[tuple[str, int]] = []
        self._days: list[tuple[str, int]] = []

    def record(self, n: int, ref: str, item: Merged) -> None:
        """Take the state of a record; what is undecided in it is written at once."""
        self._records.append(record_line(n, ref, item))
        if not item.clean:
            self._on.many(INSERT_CONFLICT, list(conflicts.lines(n, item)))

    def plain(self, n: int, ref: str, text: str, *, deleted: bool) -> None:
        """Take the state of a record in which nothing is undecided, as JSON."""
        self._records.append((n, ref, ref.partition("/")[0], int(deleted), 1, text))

    def post(self, n: int, found: Derived) -> None:
        """Take what is derived for a post."""
        doc = search.doc_number(found.card.planned, n)
        self._cards.append(cards.to_row(found.card, n=n, doc=doc))
        self._documents.append((doc, *found.document))
        self._words.update(found.words)
        self._links += [(target, n) for target in found.links]
        self._days += [(day, n) for day in found.days]

    def flush(self) -> None:
        """Write what was taken, beside what the caller does next."""
        tables = (
            (INSERT_RECORD, self._records, _FIRST),
            (INSERT_CARD, self._cards, _LAST),
            (INSERT_SEARCH, self._documents, _FIRST),
            (INSERT_LINK, self._links, None),
            (INSERT_DAY, self._days, None),
        )
        self._on.aside(statement for table in tables for statement in _statements(*table))
        self._start()

    def finish(self) -> None:
        """Write what is left, and the words of all posts: most stand in every lot."""
        self.flush()
        vocabulary.count(self._on, self._words)


def _statements(
    insert: str, rows: list[Any], key: Callable[[Any], Any] | None
) -> Iterator[tuple[str, Sequence[Any]]]:
    """Yield what inserts rows, many at once: that is a third quicker, and other threads of Python run meanwhile."""
    rows.sort(key=key)
    row = insert[insert.rindex("(") :]
    count = min(_ROWS, _VALUES // row.count("?"))
    for start in range(0, len(rows), count):
        some = rows[start : start + count]
        yield insert + f", {row}" * (len(some) - 1), list(chain.from_iterable(some))


_FIRST, _LAST = itemgetter(0), itemgetter(-1)

INSERT_RECORD = "INSERT INTO record (n, ref, kind, deleted, clean, state) VALUES (?, ?, ?, ?, ?, ?)"
INSERT_CONFLICT = "INSERT INTO conflict (n, key, kind, body) VALUES (?, ?, ?, ?)"
INSERT_CARD = (
    f"INSERT INTO card ({', '.join(cards.COLUMNS)}) VALUES ({', '.join('?' for _ in cards.COLUMNS)})"  # noqa: S608 - names of columns
)
INSERT_SEARCH = f"INSERT INTO search (rowid, {', '.join(search.FIELDS)}) VALUES (?, {', '.join('?' for _ in search.FIELDS)})"  # noqa: S608 - names of columns
INSERT_LINK = "INSERT INTO link (target, n) VALUES (?, ?)"
INSERT_DAY = "INSERT INTO decided (day, n) VALUES (?, ?)"
