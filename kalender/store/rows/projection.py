# SPDX-License-Identifier: EUPL-1.2
"""The rows derived from the journal, kept in step with it inside the same transaction."""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from kalender.domain.card import Card, card_of
from kalender.domain.content import Surroundings
from kalender.domain.format import Format, Platform
from kalender.domain.frozen import ordered
from kalender.domain.journal.merge import Merged, Revision, extended, merge
from kalender.domain.journal.record import restore
from kalender.domain.picture import Picture
from kalender.domain.plan import Channel
from kalender.domain.post import Post
from kalender.store.connection import Connection
from kalender.store.journal import TABLES, Journal, chunks, listed
from kalender.store.rows import cards, conflicts, search, steps, vocabulary
from kalender.store.rows.states import Row, States, links_of

_REBUILD_AT_ONCE = 2000

R = TypeVar("R", Picture, Channel)
Progress = Callable[[int, int], None]


@ordered
class Derived:
    """What is written for a post: its card and its row in the search index."""

    card: Card
    document: Mapping[str, str]
    links: tuple[str, ...]
    days: tuple[str, ...]


class Projection(States):
    """Writes and reads the derived rows of one plan. Its methods write only inside a transaction of the caller."""

    def __init__(
        self,
        connection: Connection,
        journal: Journal,
        formats: Mapping[str, Format],
        platforms: Mapping[str, Platform],
    ) -> None:
        super().__init__(connection, journal)
        self._formats = formats
        self._platforms = platforms

    def create(self) -> None:
        """Make the empty tables, in place of any that are there."""
        from kalender.store.tables.layout import statements
        from kalender.store.tables.rows import ROW_TABLES, SEARCH, TRIGGERS

        found = self._on.sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        for (name,) in found:
            if name not in TABLES and not name.startswith("search_"):
                self._on.sql(f'DROP TABLE "{name}"')
        for text in (*statements(ROW_TABLES), *TRIGGERS, SEARCH):
            self._on.sql(text)

    def rebuild(self, progress: Progress | None = None, *, whole: bool = False) -> None:
        """Throw all rows away and derive them from the journal; whole: without the quick way for plain histories."""
        self.create()
        names = self._journal.records()
        names.sort(key=lambda name: name.startswith("post/"))  # what posts refer to comes first, else by age
        done = 0
        with undisturbed():
            for some in chunks(names, _REBUILD_AT_ONCE):
                revisions = self._journal.revisions(some)
                self.write({name: (merge if whole else _grown)(revisions[name]) for name in some}, after=done)
                done += len(some)
                if progress is not None:
                    progress(done, len(names))
            steps.rebuild(self._on, self._journal)

    def advance(self, new: Mapping[str, Sequence[Revision]], before: Mapping[str, Merged]) -> set[str]:
        """Take new revisions of records into the rows; return the names whose rows changed.

        before: the records as they were, where they were. The revisions are in the journal already, each here after
        those it builds on.
        """
        after: dict[str, Merged] = {}
        heavy: list[str] = []
        for ref, revisions in new.items():
            state: Merged | None = before.get(ref, _NOTHING)
            for revision in revisions:
                state = None if state is None else extended(state, revision)
            if state is None:
                heavy.append(ref)
            else:
                after[ref] = state
        if heavy:
            after.update(self._merged_whole(heavy))
        return self.write({ref: after[ref] for ref in new})

    def _merged_whole(self, refs: Iterable[str]) -> dict[str, Merged]:
        wanted = list(refs)
        revisions = self._journal.revisions(wanted)
        return {ref: merge(revisions.get(ref, ())) for ref in wanted}

    def write(self, states: Mapping[str, Merged], *, after: int | None = None) -> set[str]:
        """Write the states of records and every card that depends on one; return the names of both.

        after: where the rows are filled anew, how many records are there already; posts come after all others.
        """
        known = self._numbers(states) if after is None else {}
        highest = self._on.sql("SELECT coalesce(max(n), 0) FROM record")[0][0] if after is None else after
        rows = {}
        for ref, item in states.items():
            if ref not in known:
                highest += 1
                known[ref] = highest
            rows[ref] = Row(known[ref], ref, item.state, item.deleted, item.clean)
        self._on.many(
            _INSERT_RECORD if after is not None else _UPSERT_RECORD,
            [_record_line(row) for row in rows.values()],
        )
        if after is None:
            self._on.many(_DELETED, [(int(row.deleted), row.n, int(row.deleted)) for row in rows.values()])
            self._on.many("DELETE FROM conflict WHERE n = ?", [(row.n,) for row in rows.values()])
        self._on.many(
            "INSERT INTO conflict (n, key, kind, body) VALUES (?, ?, ?, ?)",
            [
                line
                for ref, item in states.items()
                if not item.clean
                for line in conflicts.lines(known[ref], item)
            ],
        )
        posts = {ref: row for ref, row in rows.items() if ref.startswith("post/")}
        if after is not None:
            self._fill(posts)
            return set(states) | set(posts)
        others = [ref for ref in states if not ref.startswith("post/")]
        if others:
            users = [row[0] for row in self._on.sql(_USERS, (listed(others),)) if row[0] not in posts]
            posts.update(self.rows(users))
        self._write_posts(posts)
        return set(states) | set(posts)

    def _numbers(self, refs: Iterable[str]) -> dict[str, int]:
        return {row[0]: row[1] for row in self._on.sql(_NUMBERS, (listed(refs),))}

    def _fill(self, posts: Mapping[str, Row]) -> None:
        """Write what is derived for posts of which nothing is there yet."""
        card_lines, search_lines, links, days = [], [], [], []
        words: Counter[str] = Counter()
        for ref, found in self.derive(posts):
            n = posts[ref].n
            doc = search.doc_number(found.card.planned, n)
            card_lines.append(cards.to_row(found.card, n=n, doc=doc))
            search_lines.append((doc, *(found.document[field] for field in search.FIELDS)))
            words.update(vocabulary.words(found.document.values()))
            links += [(target, n) for target in found.links]
            days += [(day, n) for day in found.days]
        self._on.many(_INSERT_CARD, sorted(card_lines, key=_doc))
        self._on.many(_INSERT_SEARCH, sorted(search_lines))
        vocabulary.count(self._on, words)
        self._on.many("INSERT INTO link (target, n) VALUES (?, ?)", sorted(links))
        self._on.many("INSERT INTO decided (day, n) VALUES (?, ?)", sorted(days))

    def _clear_posts(self, numbers: Sequence[int], docs: Mapping[int, int]) -> None:
        gone = [(docs[n],) for n in numbers if n in docs]
        lines = [(n,) for n in numbers]
        self._on.many("DELETE FROM search WHERE rowid = ?", gone)
        self._on.many("DELETE FROM card WHERE doc = ?", gone)
        self._on.many("DELETE FROM link WHERE n = ?", lines)
        self._on.many("DELETE FROM decided WHERE n = ?", lines)

    def _write_posts(self, posts: Mapping[str, Row]) -> None:
        """Write what is derived for posts; pages of the file are touched only where something differs.

        The index is written in its own order: FTS5 puts away what it holds in memory whenever a row comes before the last.
        """
        derived = dict(self.derive(posts))
        numbers = listed(row.n for row in posts.values())
        docs: dict[int, int] = dict(self._on.sql(_DOCS, (numbers,)))
        indexed: dict[int, tuple[Any, ...]] = {}
        if docs:
            indexed = {row[0]: row for row in self._on.sql(_INDEXED, (listed(docs.values()),))}
        gone = [row.n for ref, row in posts.items() if ref not in derived]
        words: Counter[str] = Counter()
        for n in gone:
            words.subtract(vocabulary.words(indexed.get(docs.get(n, 0), (0,))[1:]))
        self._clear_posts(gone, docs)
        self._write_pairs(
            "link", "target", numbers, {posts[ref].n: item.links for ref, item in derived.items()}
        )
        self._write_pairs(
            "decided", "day", numbers, {posts[ref].n: item.days for ref, item in derived.items()}
        )
        card_lines, search_lines, moved, overtaken = [], [], [], []
        for ref, found in derived.items():
            n = posts[ref].n
            doc = search.doc_number(found.card.planned, n)
            card_lines.append(cards.to_row(found.card, n=n, doc=doc))
            line = (doc, *(found.document[field] for field in search.FIELDS))
            before = indexed.get(docs.get(n, 0))
            if before != line:
                search_lines.append(line)
                words.update(vocabulary.words(found.document.values()))
                words.subtract(vocabulary.words(before[1:] if before is not None else ()))
                if n in docs:
                    overtaken.append((docs[n],))
            if n in docs and docs[n] != doc:
                moved.append((docs[n],))
        self._on.many("DELETE FROM card WHERE doc = ?", moved)
        self._on.many(_UPSERT_CARD, sorted(card_lines, key=_doc))
        self._on.many(_STAGED, sorted((line[_STAGE], line[-1], line[_STAGE]) for line in card_lines))
        self._on.many("DELETE FROM search WHERE rowid = ?", sorted(overtaken))
        self._on.many(_INSERT_SEARCH, sorted(search_lines))
        vocabulary.count(self._on, words)

    def _write_pairs(self, table: str, column: str, numbers: str, after: Mapping[int, Sequence[str]]) -> None:
        """Make the rows of a table of pairs (a record's number and one value) say what they must for these numbers."""
        held = f"SELECT n, {column} FROM {table} WHERE n IN (SELECT value FROM json_each(?))"  # noqa: S608 - own names
        before = set(self._on.sql(held, (numbers,)))
        wanted = {(n, value) for n, values in after.items() for value in values}
        gone = f"DELETE FROM {table} WHERE n = ? AND {column} = ?"  # noqa: S608 - own names
        new = f"INSERT INTO {table} (n, {column}) VALUES (?, ?)"  # noqa: S608 - own names
        self._on.many(gone, sorted(before - wanted))
        self._on.many(new, sorted(wanted - before))

    def derive(self, found: Mapping[str, Row]) -> Iterator[tuple[str, Derived]]:
        """Yield what the rows of posts that are not deleted must say, from their states."""
        rows = {ref: row for ref, row in found.items() if not row.deleted}
        posts = {ref: restore(Post, ref.partition("/")[2], row.state) for ref, row in rows.items()}
        links = {ref: links_of(post) for ref, post in posts.items()}
        targets = self.rows({target for some in links.values() for target in some})
        doubtful = self._doubtful([*rows.values(), *targets.values()])
        around = Surroundings(
            pictures=_values(Picture, targets),
            channels=_values(Channel, targets),
            formats=self._formats,
            platforms=self._platforms,
        )
        for ref, post in posts.items():
            contested = not doubtful.isdisjoint((ref, *links[ref]))
            days = {item.at.date().isoformat() for item in post.decisions if item.at is not None}
            yield (
                ref,
                Derived(
                    card=card_of(post, around, contested=contested),
                    document=search.document(post),
                    links=links[ref],
                    days=tuple(sorted(days)),
                ),
            )


_NOTHING = Merged(state={}, heads=())
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def _grown(revisions: Sequence[Revision]) -> Merged:
    """Return the state after revisions in an order in which parents come first, step by step while that is enough."""
    state = _NOTHING
    for revision in revisions:
        quick = extended(state, revision)
        if quick is None:
            return merge(revisions)
        state = quick
    return state


_NUMBERS = "SELECT ref, n FROM record WHERE ref IN (SELECT value FROM json_each(?))"
_USERS = (
    "SELECT r.ref, r.n FROM link l JOIN record r ON r.n = l.n "
    "WHERE l.target IN (SELECT value FROM json_each(?)) GROUP BY r.n"
)
_UPSERT_RECORD = (
    "INSERT INTO record (n, ref, kind, deleted, clean, state) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (n) DO UPDATE "
    "SET clean = excluded.clean, state = excluded.state"
)
_DELETED = "UPDATE record SET deleted = ? WHERE n = ? AND deleted != ?"
"""Apart from the rest, as _STAGED is: what a statement sets is written to each index that holds it, changed or not."""
_INSERT_RECORD = _UPSERT_RECORD.partition(" ON CONFLICT ")[0]
_DOCS = "SELECT n, doc FROM card WHERE n IN (SELECT value FROM json_each(?))"
_INDEXED = (
    f"SELECT rowid, {', '.join(search.FIELDS)} FROM search "  # noqa: S608 - names of columns
    "WHERE rowid IN (SELECT value FROM json_each(?))"
)
_FREE = [name for name in cards.COLUMNS if name not in {"doc", "n", "id", "stage"}]
"""Columns in no index."""

_UPSERT_CARD = (
    f"INSERT INTO card ({', '.join(cards.COLUMNS)}) VALUES ({', '.join('?' for _ in cards.COLUMNS)}) "  # noqa: S608 - names of columns
    f"ON CONFLICT (doc) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _FREE)}"
)
_STAGE = cards.COLUMNS.index("stage")
_STAGED = "UPDATE card SET stage = ? WHERE doc = ? AND stage != ?"
_INSERT_CARD = _UPSERT_CARD.partition(" ON CONFLICT ")[0]
_INSERT_SEARCH = f"INSERT INTO search (rowid, {', '.join(search.FIELDS)}) VALUES (?, {', '.join('?' for _ in search.FIELDS)})"  # noqa: S608 - names of columns


def _doc(line: Sequence[Any]) -> int:
    """Return the last column of a card's row."""
    doc: int = line[-1]
    return doc


def _record_line(row: Row) -> tuple[Any, ...]:
    return row.n, row.ref, row.ref.partition("/")[0], int(row.deleted), int(row.clean), _written(row.state)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Make many small things without Python's search for cycles among them, of which there are none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _values(cls: type[R], rows: Mapping[str, Row]) -> dict[str, R]:
    prefix = f"{cls.KIND}/"
    found = {}
    for ref, row in rows.items():
        if ref.startswith(prefix) and not row.deleted:
            id_ = ref[len(prefix) :]
            found[id_] = restore(cls, id_, row.state)
    return found
