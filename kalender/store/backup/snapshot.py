# SPDX-License-Identifier: EUPL-1.2
"""A consistent copy of a plan's journal into a file of its own, made while others go on reading and writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from kalender.domain.refusal import RefusalKind, Refused
from kalender.store import place
from kalender.store.connection import Connection
from kalender.store.journal import TABLES, listed

Progress = Callable[[int, int], None]
"""Hears how much of how much is done; raises to cancel."""

CHUNK = 1_000
"""Rows read while the plan is held: 2 to 6 ms."""

REST = 200
"""Ops that may be left for the last step, in which the plan is held throughout."""

_ROUNDS = 8
_HEADERS = 'seq, id, v, dev, "by", at, label, deps, here, 1'
_OPS = "n, seq, record, parents, deleted, body"


def copy_journal(source: Connection, file: Path, progress: Progress = lambda _done, _of: None) -> int:
    """Write the journal of an open plan into a file that is not there yet; return how many changesets it holds.

    What a changeset says never changes, save for the youngest own one, which may grow. So all others are copied chunk
    by chunk, the plan held for one chunk at a time, and only the rest is copied in one step together with what waits.
    The copy is an openable plan file without rows. Changesets in it are marked as known to others: they are. Raises
    Refused DISK_FULL, WRITE_FAILED, PLAN_DAMAGED, PLAN_NEWER …; half a file may be left.
    """
    if source.sql("PRAGMA user_version")[0][0] > place.JOURNAL:
        raise Refused(
            RefusalKind.PLAN_NEWER, path=str(source.file)
        )  # nobody knows what else there is to copy
    file.touch()
    copy = Connection(file)
    try:
        copy.for_writing()
        tables, indexes = _layout(source)
        with copy.transaction():
            copy.sql(f"PRAGMA application_id = {place.APPLICATION}")
            copy.sql(f"PRAGMA user_version = {place.JOURNAL}")
            for text in tables:
                copy.sql(text)
            _Copying(source, copy, progress).run()
            for text in indexes:
                copy.sql(text)
            settle_tips(copy)
        return int(copy.sql("SELECT count(*) FROM changeset")[0][0])
    finally:
        copy.close()
        place.tidy(file)


def _layout(source: Connection) -> tuple[list[str], list[str]]:
    """Return what makes the journal's tables and its indexes, as the plan says it."""
    rows = source.sql(
        "SELECT type, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))",
        (listed(TABLES),),
    )
    return [sql for kind, sql in rows if kind == "table"], [sql for kind, sql in rows if kind == "index"]


class _Copying:
    """One run of copying; what is copied and what is still left out."""

    def __init__(self, source: Connection, copy: Connection, progress: Progress) -> None:
        self._source, self._copy, self._progress = source, copy, progress
        self._done = 0
        self._left_out: list[int] = []

    def run(self) -> None:
        self._seen()
        for _round in range(_ROUNDS):
            top, young = self._edge()
            if not self._much_after(self._done):
                break
            late = [seq for seq in self._left_out if seq != young]
            self._settled(top, young)
            self._single(late)
            self._left_out = [young] if young and young <= top else []
            self._done = top
        with _reading(self._source):
            top, _young = self._edge()
            self._single([*self._left_out, *self._later(top)])
            self._whole("pending", "id, body")
            facts = self._source.sql("SELECT key, value FROM meta WHERE key != 'rows'")
            self._copy.many("INSERT INTO meta (key, value) VALUES (?, ?)", facts)
        self._progress(top, top)

    def _edge(self) -> tuple[int, int]:
        """Return the number of the newest changeset, and of the one that may still grow (0: none may)."""
        with self._source.lock:
            rows = self._source.sql("SELECT max(seq) FROM changeset")
            last = self._source.sql(
                "SELECT seq, shared FROM changeset WHERE here = 1 ORDER BY seq DESC LIMIT 1"
            )
        return rows[0][0] or 0, last[0][0] if last and not last[0][1] else 0

    def _much_after(self, seq: int) -> bool:
        """Tell whether there is more behind a changeset than one step may copy."""
        text = "SELECT count(*) FROM (SELECT 1 FROM op WHERE seq > ? LIMIT ?)"
        return bool(self._source.sql(text, (seq, REST))[0][0] == REST)

    def _settled(self, top: int, young: int) -> None:
        """Copy what lies behind the last round and can no longer change."""
        start, of = self._done, top
        at = start
        while True:
            text = f"SELECT {_HEADERS} FROM changeset WHERE seq > ? AND seq <= ? AND seq != ? ORDER BY seq LIMIT ?"  # noqa: S608 - own names
            rows = self._source.sql(text, (at, top, young, CHUNK))
            self._put_headers(rows)
            if len(rows) < CHUNK:
                break
            at = rows[-1][0]
        at, n = start, -1
        while True:
            text = (
                f"SELECT {_OPS} FROM op WHERE (seq, n) > (?, ?) AND seq <= ? AND seq != ? "  # noqa: S608 - own names
                "ORDER BY seq, n LIMIT ?"
            )
            rows = self._source.sql(text, (at if n >= 0 else at + 1, n, top, young, CHUNK))
            self._put_ops(rows)
            if len(rows) < CHUNK:
                break
            n, at = rows[-1][0], rows[-1][1]
            self._progress(at, of)

    def _later(self, top: int) -> list[int]:
        rows = self._source.sql("SELECT seq FROM changeset WHERE seq > ? AND seq <= ?", (self._done, top))
        return [row[0] for row in rows]

    def _single(self, seqs: Sequence[int]) -> None:
        """Copy some changesets with their ops; one that is gone has grown into a later one."""
        wanted = (listed(seqs),)
        where = "WHERE seq IN (SELECT value FROM json_each(?))"
        self._put_headers(self._source.sql(f"SELECT {_HEADERS} FROM changeset {where} ORDER BY seq", wanted))  # noqa: S608 - own names
        self._put_ops(self._source.sql(f"SELECT {_OPS} FROM op {where} ORDER BY seq, n", wanted))  # noqa: S608 - own names

    def _put_headers(self, rows: Sequence[Sequence[Any]]) -> None:
        self._copy.many(
            'INSERT INTO changeset (seq, id, v, dev, "by", at, label, deps, here, shared) '
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )

    def _put_ops(self, rows: Sequence[Sequence[Any]]) -> None:
        """Write ops under numbers of the copy: those of a changeset that grew may have been given away again."""
        self._copy.many(
            "INSERT INTO op (seq, record, parents, deleted, body) VALUES (?, ?, ?, ?, ?)",
            [tuple(row)[1:] for row in rows],
        )

    def _seen(self) -> None:
        """Copy what was read from places of exchange; first, so that it never names more than the copy holds."""
        self._whole("seen", "place, name, body")

    def _whole(self, table: str, columns: str) -> None:
        rows = self._source.sql(f"SELECT {columns} FROM {table}")  # noqa: S608 - own names
        marks = ", ".join("?" * (columns.count(",") + 1))
        self._copy.many(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608 - own names


@contextmanager
def _reading(source: Connection) -> Iterator[None]:
    """See one state of the plan throughout; no other thread or program writes meanwhile."""
    with source.lock:
        source.sql("BEGIN")
        try:
            yield
        except BaseException:
            with suppress(Refused, sqlite3.Error):
                source.sql("ROLLBACK")
            raise
        source.sql("COMMIT")


def settle_tips(on: Connection) -> None:
    """Derive the heads of all records from the ops; inside a transaction of the caller."""
    tips: dict[str, set[bytes]] = {}
    last = (0, 0)
    while True:
        rows = on.sql(
            "SELECT o.seq, o.n, o.record, o.parents, c.id FROM op o JOIN changeset c ON c.seq = o.seq "
            "WHERE (o.seq, o.n) > (?, ?) ORDER BY o.seq, o.n LIMIT ?",
            (*last, CHUNK),
        )
        for _seq, _n, record, parents, id_ in rows:
            heads = tips.setdefault(record, set())
            for at in range(0, len(parents), 32):
                heads.discard(parents[at : at + 32])
            heads.add(id_)
        if len(rows) < CHUNK:
            break
        last = (rows[-1][0], rows[-1][1])
    on.sql("DELETE FROM tip")
    pairs = [(record, id_) for record, heads in tips.items() for id_ in sorted(heads)]
    on.many("INSERT INTO tip (record, id) VALUES (?, ?)", pairs)
