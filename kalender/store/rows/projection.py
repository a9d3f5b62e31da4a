# SPDX-License-Identifier: EUPL-1.2
"""The rows derived from the journal, kept in step with it inside the same transaction."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from kalender.domain.card import card_of
from kalender.domain.content import Surroundings
from kalender.domain.format import Format, Platform
from kalender.domain.journal.beginning import begun
from kalender.domain.journal.merge import Merged, Revision, extended, merge
from kalender.domain.journal.record import restore
from kalender.domain.picture import Picture
from kalender.domain.plan import Channel
from kalender.domain.post import Post
from kalender.store.connection import Connection
from kalender.store.journal import TABLES, Journal, Line, alone, chunks, listed, opened
from kalender.store.rows import cards, conflicts, search, steps, vocabulary
from kalender.store.rows.filling import (
    INSERT_CARD,
    INSERT_CONFLICT,
    INSERT_RECORD,
    INSERT_SEARCH,
    Derived,
    Filling,
    record_line,
    written,
)
from kalender.store.rows.states import Row, States, links_of, named_by

LOT = 2_500
"""Records kept back before they are written: the index of words is put away after each lot, and lots are merged later."""

AT_ONCE = 250
"""Records derived one after the other: as many as the processor has at hand."""

R = TypeVar("R", Picture, Channel)
Progress = Callable[[int, int], None]


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
        for text in (*self._lay_out(), *_triggers()):
            self._on.sql(text)

    def drop(self) -> None:
        """Throw all rows away with their tables."""
        found = self._on.sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        for (name,) in found:
            if name not in TABLES and not name.startswith("search_"):
                self._on.sql(f'DROP TABLE "{name}"')

    def _lay_out(self) -> Sequence[str]:
        """Make the bare tables; return what makes their indexes."""
        from kalender.store.tables.counted import SEARCH
        from kalender.store.tables.laid_out import ROW_INDEXES, ROWS

        self.drop()
        for text in (*ROWS, SEARCH):
            self._on.sql(text)
        return ROW_INDEXES

    def rebuild(self, progress: Progress | None = None, *, whole: bool = False) -> None:
        """Throw all rows away and derive them from the journal; whole: without the quick way for plain histories."""
        from kalender.store.tables.counted import COUNTED, GATHERED, MERGED

        indexes = self._lay_out()
        for text in GATHERED:
            self._on.sql(text)
        names = self._journal.records()
        names.sort(key=lambda name: name.startswith("post/"))  # what posts refer to comes first, else by age
        with undisturbed():
            self._fill(names, progress, whole=whole)
            for text in (*MERGED, *indexes, *COUNTED, *_triggers()):
                self._on.sql(text)
            steps.rebuild(self._on, self._journal)

    def _fill(self, names: Sequence[str], progress: Progress | None, *, whole: bool) -> None:
        """Write the rows of records and posts into tables that have no indexes yet."""
        filling = Filling(self._on)
        others = {ref: n for n, ref in enumerate(names, 1) if not ref.startswith("post/")}
        around = _Around(self, others)
        done = 0
        for lot in (*chunks(others, LOT), *chunks(names[len(others) :], LOT)):
            histories = self._journal.histories(lot)
            filling.flush()  # the lot before, while this one is derived
            numbers = {ref: n for n, ref in enumerate(lot, done + 1)}
            while some := list(islice(histories, AT_ONCE)):
                posts = {}
                for ref, lines in some:
                    row = _filled(filling, numbers[ref], ref, lines, whole=whole)
                    if ref not in others and not row.deleted:
                        posts[ref] = row
                for ref, found in self.derive(posts, around):
                    filling.post(numbers[ref], found)
                done += len(some)
                if progress is not None:
                    progress(done, len(names))
        filling.finish()

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

    def write(self, states: Mapping[str, Merged]) -> set[str]:
        """Write the states of records and every card that depends on one; return the names of both."""
        known = self._numbers(states)
        highest = self._on.sql("SELECT coalesce(max(n), 0) FROM record")[0][0]
        rows = {}
        for ref, item in states.items():
            if ref not in known:
                highest += 1
                known[ref] = highest
            rows[ref] = Row(known[ref], ref, item.state, item.deleted, item.clean)
        self._on.many(_UPSERT_RECORD, [record_line(known[ref], ref, item) for ref, item in states.items()])
        self._on.many(_DELETED, [(int(row.deleted), row.n, int(row.deleted)) for row in rows.values()])
        self._on.many("DELETE FROM conflict WHERE n = ?", [(row.n,) for row in rows.values()])
        unclean = {known[ref]: item for ref, item in states.items() if not item.clean}
        self._on.many(
            INSERT_CONFLICT, [line for n, item in unclean.items() for line in conflicts.lines(n, item)]
        )
        posts = {ref: row for ref, row in rows.items() if ref.startswith("post/")}
        others = [ref for ref in states if not ref.startswith("post/")]
        if others:
            users = [row[0] for row in self._on.sql(_USERS, (listed(others),)) if row[0] not in posts]
            posts.update(self.rows(users))
        self._write_posts(posts)
        return set(states) | set(posts)

    def _numbers(self, refs: Iterable[str]) -> dict[str, int]:
        return {row[0]: row[1] for row in self._on.sql(_NUMBERS, (listed(refs),))}

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
        derived = dict(self.derive(posts, _Around(self)))
        numbers = listed(row.n for row in posts.values())
        docs: dict[int, int] = dict(self._on.sql(_DOCS, (numbers,)))
        indexed: dict[int, tuple[Any, ...]] = {}
        if docs:
            indexed = {row[0]: row for row in self._on.sql(_INDEXED, (listed(docs.values()),))}
        gone = [row.n for ref, row in posts.items() if ref not in derived]
        words: Counter[str] = Counter()
        for n in gone:
            words.subtract(search.long_words(indexed.get(docs.get(n, 0), (0,))[1:]))
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
            line = (doc, *found.document)
            before = indexed.get(docs.get(n, 0))
            if before != line:
                search_lines.append(line)
                words.update(found.words)
                words.subtract(search.long_words(before[1:] if before is not None else ()))
                if n in docs:
                    overtaken.append((docs[n],))
            if n in docs and docs[n] != doc:
                moved.append((docs[n],))
        self._on.many("DELETE FROM card WHERE doc = ?", moved)
        self._on.many(_UPSERT_CARD, sorted(card_lines, key=_doc))
        self._on.many(_STAGED, sorted((line[_STAGE], line[-1], line[_STAGE]) for line in card_lines))
        self._on.many("DELETE FROM search WHERE rowid = ?", sorted(overtaken))
        self._on.many(INSERT_SEARCH, sorted(search_lines))
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

    def derive(self, found: Mapping[str, Row], around: _Around) -> Iterator[tuple[str, Derived]]:
        """Yield what the rows of posts that are not deleted must say, from their states."""
        rows = {ref: row for ref, row in found.items() if not row.deleted}
        posts = {ref: restore(Post, ref.partition("/")[2], row.state) for ref, row in rows.items()}
        links = {ref: links_of(post) for ref, post in posts.items()}
        around.read({target for some in links.values() for target in some})
        doubtful = around.doubtful | self.doubtful(rows.values())
        for ref, post in posts.items():
            contested = bool(doubtful) and not doubtful.isdisjoint((ref, *links[ref]))
            days = {item.at.date().isoformat() for item in post.decisions if item.at is not None}
            document, words = search.document(post)
            card = card_of(post, around.surroundings, contested=contested)
            named = named_by(post, links[ref])
            yield ref, Derived(card, document, words, named, sorted(days) if days else ())

    def surroundings(self, pictures: Mapping[str, Picture], channels: Mapping[str, Channel]) -> Surroundings:
        """Return what cards depend on beside the posts."""
        return Surroundings(
            pictures=pictures, channels=channels, formats=self._formats, platforms=self._platforms
        )


class _Around:
    """What posts refer to, each read once. numbers: of all records there are but posts, where no index tells them yet."""

    def __init__(self, projection: Projection, numbers: Mapping[str, int] | None = None) -> None:
        self._projection = projection
        self._numbers = numbers
        self._asked: set[str] = set()
        self._pictures: dict[str, Picture] = {}
        self._channels: dict[str, Channel] = {}
        self.doubtful: set[str] = set()
        """Those with an undecided key that an approval covers."""
        self.surroundings = projection.surroundings(self._pictures, self._channels)

    def read(self, refs: set[str]) -> None:
        """Read the records of these names, as far as they are not known yet."""
        new = refs - self._asked
        if not new:
            return
        self._asked |= new
        if self._numbers is None:
            found = self._projection.rows(new)
        else:
            found = self._projection.rows_numbered(self._numbers[ref] for ref in new if ref in self._numbers)
        self._pictures.update(_values(Picture, found))
        self._channels.update(_values(Channel, found))
        self.doubtful |= self._projection.doubtful(found.values())


_NOTHING = Merged(state={}, heads=())


def _filled(filling: Filling, n: int, ref: str, lines: list[Line], *, whole: bool) -> Row:
    """Write the state of a record after all its revisions, and return it; whole: without the quick way."""
    sole = None if whole else alone(lines)
    if sole is not None:
        text, sets, deleted = sole
        state = begun(sets)
        if state is not None:
            filling.plain(n, ref, text if state is sets else written(state), deleted=deleted)
            clean = True
            return Row(n, ref, state, deleted, clean)
    item = (merge if whole else _grown)(opened(lines))
    filling.record(n, ref, item)
    return Row(n, ref, item.state, item.deleted, item.clean)


def _grown(revisions: Sequence[Revision]) -> Merged:
    """Return the state after revisions in an order in which parents come first, step by step while that is enough."""
    if len(revisions) == 1:
        return merge(revisions)
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
    f"{INSERT_RECORD} ON CONFLICT (n) DO UPDATE SET clean = excluded.clean, state = excluded.state"
)
_DELETED = "UPDATE record SET deleted = ? WHERE n = ? AND deleted != ?"
"""Apart from the rest, as _STAGED is: what a statement sets is written to each index that holds it, changed or not."""
_DOCS = "SELECT n, doc FROM card WHERE n IN (SELECT value FROM json_each(?))"
_INDEXED = (
    f"SELECT rowid, {', '.join(search.FIELDS)} FROM search "  # noqa: S608 - names of columns
    "WHERE rowid IN (SELECT value FROM json_each(?))"
)
_FREE = [name for name in cards.COLUMNS if name not in {"doc", "n", "id", "stage"}]
"""Columns in no index."""

_UPSERT_CARD = (
    f"{INSERT_CARD} "
    f"ON CONFLICT (doc) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _FREE)}"
)
_STAGE = cards.COLUMNS.index("stage")
_STAGED = "UPDATE card SET stage = ? WHERE doc = ? AND stage != ?"


def _doc(line: Sequence[Any]) -> int:
    """Return the last column of a card's row."""
    doc: int = line[-1]
    return doc


def _triggers() -> tuple[str, ...]:
    from kalender.store.tables.counted import TRIGGERS

    return TRIGGERS


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
