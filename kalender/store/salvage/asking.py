# SPDX-License-Identifier: EUPL-1.2
"""Asks SQLite for the rows of the journal in a copy of a damaged file, from both ends, past what it cannot read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from kalender.store.salvage.remains import BODY_LIMIT, Head, Part, Remains, Watch

TROUBLE = (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError, ValueError, TypeError)
"""What reading a damaged file may raise."""

_STEPS = 20_000
_WIDEST = 1 << 20
_HEADS = 'SELECT seq, id, v, dev, "by", at, label, deps FROM changeset NOT INDEXED WHERE rowid'
_PARTS = "SELECT n, seq, record, parents, deleted, body FROM op NOT INDEXED WHERE rowid"


def ask(copy: Path, remains: Remains, watch: Watch) -> None:
    """Add to the remains every row of the journal that SQLite can read in a copy. The copy may change."""
    with suppress(*TROUBLE), closing(_opened(copy, watch)) as on:
        if not _are_tables(on):
            return
        whole = _sound(on)
        for row in _tolerant(on, "SELECT value FROM meta WHERE key = 'plan'"):
            if row and isinstance(row[0], bytes):
                remains.add_plan(row[0].decode("utf-8", "replace"))
        whole = _each(on, _HEADS, lambda row: _head(row, remains), watch) and whole
        whole = _each(on, _PARTS, lambda row: _part(row, remains), watch) and whole
        for row in _tolerant(on, "SELECT id, body FROM pending"):
            if isinstance(row[0], bytes) and isinstance(row[1], bytes):
                remains.add_waiting(row[0], row[1])
        for row in _tolerant(on, "SELECT id, seq FROM changeset INDEXED BY changeset_id"):
            if isinstance(row[0], bytes) and isinstance(row[1], int):
                remains.named.setdefault(row[0], row[1])
        remains.tips = _tips(on)
        remains.whole = whole and not watch.late


def _opened(copy: Path, watch: Watch) -> sqlite3.Connection:
    on = sqlite3.connect(f"{copy.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=1.0)
    on.text_factory = bytes
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY", "mmap_size=0"):
        on.execute(f"PRAGMA {pragma}")
    with suppress(AttributeError):  # Python of 3.11 on
        on.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, BODY_LIMIT)
    on.set_progress_handler(lambda: int(watch.over), _STEPS)
    return on


def _are_tables(on: sqlite3.Connection) -> bool:
    """Tell whether the journal's names are tables, no views or tables of modules that could do anything."""
    found = on.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    plain = {bytes(name) for name, text in found if bytes(text or b"")[:13].upper() == b"CREATE TABLE "}
    return {b"changeset", b"op"} <= plain


def _sound(on: sqlite3.Connection) -> bool:
    try:
        return [bytes(row[0]) for row in on.execute("PRAGMA quick_check(1)")] == [b"ok"]
    except TROUBLE:
        return False


def _tolerant(on: sqlite3.Connection, text: str) -> Iterator[tuple[Any, ...]]:
    with suppress(*TROUBLE):
        yield from on.execute(text)


def _tips(on: sqlite3.Connection) -> dict[bytes, set[bytes]]:
    """Return the heads of all records; none at all where not every row could be read."""
    found: dict[bytes, set[bytes]] = {}
    try:
        for record, id_ in on.execute("SELECT record, id FROM tip NOT INDEXED"):
            found.setdefault(bytes(record), set()).add(bytes(id_))
    except TROUBLE:
        return {}
    return found


def _each(on: sqlite3.Connection, text: str, take: Callable[[tuple[Any, ...]], None], watch: Watch) -> bool:
    """Take the rows of a table from its beginning, and after each place that cannot be read from further on.

    Return whether all could be read. The step over such a place doubles until rows come again.
    """
    after, step, whole = 0, 1, True
    while not watch.over and step <= _WIDEST:
        try:
            for row in on.execute(f"{text} > ? ORDER BY rowid", (after,)):
                take(row)
                after, step = max(after, row[0]), 1
            break
        except TROUBLE:
            whole = False
            after += step
            step *= 2
    if not whole and not watch.over:
        with suppress(*TROUBLE):
            for row in on.execute(f"{text} > ? ORDER BY rowid DESC", (0,)):
                take(row)
    return whole and not watch.over


def _head(row: tuple[Any, ...], remains: Remains) -> None:
    seq, id_, v, *texts = row
    numbers, others = isinstance(seq, int) and isinstance(v, int), (id_, *texts)
    if numbers and all(isinstance(item, bytes) for item in others):
        head = Head(seq, id_, v, *texts)
        remains.add_head(head)
        remains.live.add(head)


def _part(row: tuple[Any, ...], remains: Remains) -> None:
    _n, seq, record, parents, deleted, body = row
    if isinstance(seq, int) and all(isinstance(item, bytes) for item in (record, parents, body)):
        remains.add_part(Part(seq, record, parents, 1 if deleted else 0, body))
