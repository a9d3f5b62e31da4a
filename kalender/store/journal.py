# SPDX-License-Identifier: EUPL-1.2
"""Reading and writing the journal's own tables: changesets, ops, tips, what waits."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from kalender.domain.journal.changeset import Changeset, Op, canonical, encode
from kalender.domain.journal.merge import Revision
from kalender.domain.journal.record import Json
from kalender.store.connection import Connection

_scanned = json.JSONDecoder().raw_decode
_named = itemgetter(0)

TABLES = ("changeset", "op", "tip", "pending", "seen", "meta")
"""The tables that hold the truth (tables/journal.py)."""


def chunks(items: Iterable[Any], size: int = 400) -> Iterator[list[Any]]:
    """Yield items in lists of at most size."""
    whole = list(items)
    for start in range(0, len(whole), size):
        yield whole[start : start + size]


def listed(items: Iterable[Any]) -> str:
    """Return values as the JSON that json_each() takes apart, so that a statement stays the same for any number."""
    return json.dumps(list(items))


def pack(sets: Mapping[str, Json]) -> bytes:
    """Return keys and values as stored: JSON, or zlib of it where that is shorter (then it never starts with {)."""
    plain = canonical(dict(sets))
    short = zlib.compress(plain, 6)
    return short if len(short) < len(plain) else plain


def unpack(body: bytes) -> dict[str, Json]:
    """Return what pack() was given; raises ValueError for anything else."""
    return decoded(unpacked_text(body))


def unpacked_text(body: bytes) -> str:
    """Return the JSON of what pack() was given; raises ValueError where it cannot be read."""
    try:
        return str(body if body[:1] == b"{" else zlib.decompress(body), "utf-8")
    except zlib.error as error:
        raise ValueError(str(error)) from error


def decoded(text: str) -> dict[str, Json]:
    """Return what JSON without blanks around it says, without the search for such blanks."""
    found, end = _scanned(text)
    if end != len(text):
        raise ValueError("more than JSON")
    sets: dict[str, Json] = found
    return sets


def _joined(ids: Iterable[str]) -> bytes:
    return b"".join(bytes.fromhex(id_) for id_ in sorted(ids))


def _ids(joined: bytes) -> tuple[str, ...]:
    return tuple(joined[at : at + 32].hex() for at in range(0, len(joined), 32))


class Journal:
    """The journal of one plan. Its methods write only inside a transaction of the caller."""

    def __init__(self, connection: Connection) -> None:
        self._on = connection

    def fact(self, key: str) -> str | None:
        """Return a fact of the plan file: plan, device, rows."""
        rows = self._on.sql("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def set_fact(self, key: str, value: str) -> None:
        """Write a fact of the plan file."""
        self._on.sql("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))

    def set_plan(self, plan: str) -> None:
        """Write whose plan this is, and once more as a key: keys lie on another page, and no hash fits without the id."""
        self.set_fact("plan", plan)
        self.set_fact(f"plan/{plan}", "")

    def set_device(self, device: str) -> None:
        """Write which device writes here, and once more as a key, so that a letter that became another is noticed."""
        self._on.sql("DELETE FROM meta WHERE key LIKE 'device/%'")
        self.set_fact("device", device)
        self.set_fact(f"device/{device}", "")

    def device_is_doubtful(self) -> bool:
        """Tell whether the two places that name the device differ; plans of older versions name it once."""
        keys = {str(key) for (key,) in self._on.sql("SELECT key FROM meta WHERE key LIKE 'device/%'")}
        return bool(keys) and keys != {f"device/{self.fact('device')}"}

    def add(self, new: Changeset, *, here: bool) -> int:
        """Write a changeset with its ops and move the tips of its records; return its number."""
        seq = self._newest() + 1
        label = canonical(dict(new.label)).decode()
        values = (
            seq,
            bytes.fromhex(new.id),
            new.v,
            new.dev,
            new.by,
            new.at,
            label,
            _joined(new.deps),
            here,
            not here,
        )
        self._on.sql(_ADD, tuple(int(value) if isinstance(value, bool) else value for value in values))
        self._on.many(
            "INSERT INTO op (seq, record, parents, deleted, body) VALUES (?, ?, ?, ?, ?)",
            [(seq, op.record, _joined(op.parents), int(op.deleted), pack(op.sets)) for op in new.ops],
        )
        self._on.many(
            "DELETE FROM tip WHERE record = ? AND id = ?",
            [(op.record, bytes.fromhex(parent)) for op in new.ops for parent in op.parents],
        )
        self._on.many(
            "INSERT INTO tip (record, id) VALUES (?, ?)",
            [(op.record, bytes.fromhex(new.id)) for op in new.ops],
        )
        return seq

    def drop(self, old: Changeset, seq: int) -> None:
        """Take back the newest changeset, which nobody else has seen, so that a longer one can take its place."""
        self._on.sql("DELETE FROM op WHERE seq = ?", (seq,))
        self._on.sql("DELETE FROM changeset WHERE seq = ?", (seq,))
        self._on.many(
            "DELETE FROM tip WHERE record = ? AND id = ?",
            [(op.record, bytes.fromhex(old.id)) for op in old.ops],
        )
        back = [(op.record, bytes.fromhex(parent)) for op in old.ops for parent in op.parents]
        self._on.many("INSERT OR IGNORE INTO tip (record, id) VALUES (?, ?)", back)

    def _newest(self) -> int:
        return int(self._on.sql("SELECT coalesce(max(seq), 0) FROM changeset")[0][0])

    def last_here(self) -> tuple[int, str, bool] | None:
        """Return number, id and whether it is shared, of the newest changeset written in this file."""
        rows = self._on.sql("SELECT seq, id, shared FROM changeset WHERE here = 1 ORDER BY seq DESC LIMIT 1")
        with self._on.decoding():
            return (rows[0][0], rows[0][1].hex(), bool(rows[0][2])) if rows else None

    def count(self) -> int:
        """Return how many changesets the journal holds."""
        return int(self._on.sql("SELECT count(*) FROM changeset")[0][0])

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the numbers of those changesets that are here."""
        found: dict[str, int] = {}
        for some in chunks(sorted(set(ids))):
            marks = ", ".join("?" * len(some))
            text = f"SELECT id, seq FROM changeset WHERE id IN ({marks})"  # noqa: S608 - question marks
            rows = self._on.sql(text, [bytes.fromhex(id_) for id_ in some])
            with self._on.decoding():
                found.update({id_.hex(): seq for id_, seq in rows})
        return found

    def read(self, seqs: Iterable[int], plan: str) -> dict[int, Changeset]:
        """Return changesets by number, as they were written; their ids are the stored ones, not recomputed."""
        wanted = listed(sorted(set(seqs)))
        ops = self._on.sql(_OPS, (wanted,))
        rows = self._on.sql(_CHANGESETS, (wanted,))
        with self._on.decoding():
            return _changesets(rows, ops, plan)

    def seqs(self, *, after: int = 0, shared: bool | None = None) -> list[int]:
        """Return the numbers of changesets in order of arrival; shared: only those that are, or are not."""
        text = "SELECT seq FROM changeset WHERE seq > ? AND (? IS NULL OR shared = ?) ORDER BY seq"
        return [row[0] for row in self._on.sql(text, (after, shared, shared))]

    def newest(self, limit: int, *, before: int | None = None) -> list[int]:
        """Return numbers of changesets from the newest down; before: only older ones."""
        text = "SELECT seq FROM changeset WHERE ? IS NULL OR seq < ? ORDER BY seq DESC LIMIT ?"
        return [row[0] for row in self._on.sql(text, (before, before, limit))]

    def label(self, seq: int) -> Mapping[str, Json]:
        """Return the label of a changeset that is here, without reading what it wrote."""
        rows = self._on.sql("SELECT label FROM changeset WHERE seq = ?", (seq,))
        with self._on.decoding():
            label: Mapping[str, Json] = json.loads(rows[0][0])
            return label

    def last_by(self) -> str:
        """Return who wrote the newest changeset, or empty where there is none."""
        rows = self._on.sql('SELECT "by" FROM changeset ORDER BY seq DESC LIMIT 1')
        return str(rows[0][0]) if rows else ""

    def own_labels(self) -> list[tuple[int, Mapping[str, Json]]]:
        """Return numbers and labels of all changesets written in this file, in order."""
        rows = self._on.sql("SELECT seq, label FROM changeset WHERE here = 1 ORDER BY seq")
        with self._on.decoding():
            return [(seq, json.loads(label)) for seq, label in rows]

    def mark_shared(self, seqs: Sequence[int]) -> None:
        """Note that someone else may hold these changesets: they grow no more."""
        self._on.many("UPDATE changeset SET shared = 1 WHERE seq = ?", [(seq,) for seq in seqs])

    def tips(self, records: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the heads of records, sorted; a record without any is left out."""
        found: dict[str, list[str]] = {}
        rows = self._on.sql(_TIPS, (listed(records),))
        with self._on.decoding():
            for record, id_ in rows:
                found.setdefault(record, []).append(id_.hex())
        return {record: tuple(sorted(ids)) for record, ids in found.items()}

    def revisions(self, records: Iterable[str]) -> dict[str, list[Revision]]:
        """Return all revisions of records."""
        found: dict[str, list[Revision]] = {}
        rows = self._on.sql(_REVISIONS, (listed(records),))
        with self._on.decoding():
            for record, *values in rows:
                found.setdefault(record, []).append(_revision(*values))
        return found

    def histories(self, records: Iterable[str]) -> Iterator[tuple[str, list[Line]]]:
        """Read the histories of records, and return what yields them one by one: for alone() or opened()."""
        rows = self._on.sql(_REVISIONS, (listed(records),))
        return ((record, [line[1:] for line in lines]) for record, lines in groupby(rows, _named))

    def line(self, record: str, id_: str) -> Iterator[Revision]:
        """Yield a revision and those before it, the newest first, up to one that builds on several or on none."""
        held: dict[str, Revision] = {}
        before = self.numbers([id_]).get(id_, -1) + 1
        while True:
            if id_ not in held:
                rows = self._on.sql(_LINE, (record, before, _AT_ONCE))
                if not rows:
                    return
                before = rows[-1][0]
                with self._on.decoding():
                    found = [_revision(*values) for _seq, *values in rows]
                held = {item.id: item for item in found}
                continue
            revision = held[id_]
            yield revision
            if len(revision.parents) != 1:
                return
            id_ = revision.parents[0]

    def members(self, ids: Iterable[str]) -> dict[str, set[str]]:
        """Return for changesets that are here the records they write."""
        found: dict[str, set[str]] = {}
        names = {seq: id_ for id_, seq in self.numbers(ids).items()}
        text = "SELECT seq, record FROM op WHERE seq IN (SELECT value FROM json_each(?))"
        for seq, record in self._on.sql(text, (listed(names),)):
            found.setdefault(names[seq], set()).add(record)
        return found

    def records(self) -> list[str]:
        """Return the names of all records that ever were, the oldest first."""
        return [row[0] for row in self._on.sql("SELECT record FROM op GROUP BY record ORDER BY min(n)")]

    def wait(self, new: Changeset) -> None:
        """Keep a changeset that builds on one not here yet."""
        values = (bytes.fromhex(new.id), zlib.compress(encode(new)))
        self._on.sql("INSERT OR IGNORE INTO pending (id, body) VALUES (?, ?)", values)

    def waiting(self) -> dict[str, bytes]:
        """Return the canonical bytes of the changesets that wait."""
        rows = self._on.sql("SELECT id, body FROM pending")
        with self._on.decoding():
            return {id_.hex(): zlib.decompress(body) for id_, body in rows}

    def stop_waiting(self, ids: Iterable[str]) -> None:
        """Forget waiting changesets: what they waited for is here."""
        self._on.many("DELETE FROM pending WHERE id = ?", [(bytes.fromhex(id_),) for id_ in ids])


_ADD = 'INSERT INTO changeset (seq, id, v, dev, "by", at, label, deps, here, shared) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
_OPS = (
    "SELECT seq, record, parents, deleted, body FROM op WHERE seq IN (SELECT value FROM json_each(?)) "
    "ORDER BY seq, record"
)
_CHANGESETS = (
    'SELECT seq, id, v, dev, "by", at, label, deps FROM changeset '
    "WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq"
)
_TIPS = "SELECT record, id FROM tip WHERE record IN (SELECT value FROM json_each(?))"
_REVISIONS = (
    'SELECT o.record, c.id, c."by", c.at, o.parents, o.body, o.deleted FROM op o JOIN changeset c ON c.seq = o.seq '
    "WHERE o.record IN (SELECT value FROM json_each(?)) ORDER BY o.record, o.seq"
)


_LINE = (
    'SELECT o.seq, c.id, c."by", c.at, o.parents, o.body, o.deleted FROM op o JOIN changeset c ON c.seq = o.seq '
    "WHERE o.record = ? AND o.seq < ? ORDER BY o.seq DESC LIMIT ?"
)
_AT_ONCE = 40


Line = tuple[bytes, str, str, bytes, bytes, int]
"""A revision as it is stored: id, by, at, parents, body, deleted."""


def opened(lines: Iterable[Line]) -> list[Revision]:
    """Return the revisions in lines of histories()."""
    return [_revision(*line) for line in lines]


def alone(lines: Sequence[Line]) -> tuple[str, dict[str, Json], bool] | None:
    """Return of a revision that is the only one of its record the JSON of what it sets, that, and whether it deletes."""
    if len(lines) > 1 or lines[0][3]:
        return None
    text = unpacked_text(lines[0][4])
    return text, decoded(text), bool(lines[0][5])


def _revision(id_: bytes, by: str, at: str, parents: bytes, body: bytes, deleted: int) -> Revision:
    return Revision(
        id=id_.hex(), by=by, at=at, parents=_ids(parents), sets=unpack(body), deleted=bool(deleted)
    )


def _changesets(
    rows: Iterable[tuple[Any, ...]], ops: Iterable[tuple[Any, ...]], plan: str
) -> dict[int, Changeset]:
    """Return changesets by number from their rows and the rows of their ops."""
    held: dict[int, list[Op]] = {}
    for seq, record, parents, deleted, body in ops:
        op = Op(record=record, parents=_ids(parents), sets=unpack(body), deleted=bool(deleted))
        held.setdefault(seq, []).append(op)
    return {
        seq: Changeset(
            v=v,
            plan=plan,
            dev=dev,
            by=by,
            at=at,
            label=json.loads(label),
            deps=_ids(deps),
            ops=tuple(held.get(seq, ())),
            id=id_.hex(),
        )
        for seq, id_, v, dev, by, at, label, deps in rows
    }
