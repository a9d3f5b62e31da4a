# SPDX-License-Identifier: EUPL-1.2
"""Reading and writing the journal's own tables: changesets, ops, tips, what waits, what was seen."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from kalender.domain.changeset import Changeset, Op, canonical, encode
from kalender.domain.merge import Revision
from kalender.domain.record import Json
from kalender.store.connection import Connection
from kalender.store.tables.journal import changeset, meta, op, pending, seen, tip

_CHUNK = 400
"""Values in one IN list."""


def chunks(items: Iterable[Any], size: int = _CHUNK) -> Iterator[list[Any]]:
    """Yield items in lists of at most size."""
    whole = list(items)
    for start in range(0, len(whole), size):
        yield whole[start : start + size]


def listed(items: Iterable[Any]) -> str:
    """Return values as the JSON that json_each() takes apart, so that a statement stays the same for any number."""
    return json.dumps(list(items))


def pack(sets: dict[str, Json]) -> bytes:
    """Return keys and values as stored: JSON, or zlib of it where that is shorter (then it never starts with {)."""
    plain = canonical(sets)
    short = zlib.compress(plain, 6)
    return short if len(short) < len(plain) else plain


def unpack(body: bytes) -> dict[str, Json]:
    """Return what pack() was given."""
    try:
        found: dict[str, Json] = json.loads(body if body[:1] == b"{" else zlib.decompress(body))
    except zlib.error as error:
        raise ValueError(str(error)) from error
    return found


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
        rows = self._on.rows(sa.select(meta.c.value).where(meta.c.key == key))
        return str(rows[0][0]) if rows else None

    def set_fact(self, key: str, value: str) -> None:
        """Write a fact of the plan file."""
        statement = insert(meta).values(key=key, value=value)
        self._on.run(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))

    def add(self, new: Changeset, *, here: bool) -> int:
        """Write a changeset with its ops and move the tips of its records; return its number."""
        seq = self._newest() + 1
        self._on.run(
            sa.insert(changeset),
            {
                "seq": seq,
                "id": bytes.fromhex(new.id),
                "v": new.v,
                "dev": new.dev,
                "by": new.by,
                "at": new.at,
                "label": canonical(dict(new.label)).decode(),
                "deps": _joined(new.deps),
                "here": int(here),
                "shared": int(not here),
            },
        )
        self._on.run(
            sa.insert(op),
            [
                {
                    "seq": seq,
                    "record": item.record,
                    "parents": _joined(item.parents),
                    "deleted": int(item.deleted),
                    "body": pack(dict(item.sets)),
                }
                for item in new.ops
            ],
        )
        overtaken = [
            {"r": item.record, "i": bytes.fromhex(parent)} for item in new.ops for parent in item.parents
        ]
        self._on.run(
            sa.delete(tip).where(tip.c.record == sa.bindparam("r"), tip.c.id == sa.bindparam("i")), overtaken
        )
        self._on.run(
            sa.insert(tip), [{"record": item.record, "id": bytes.fromhex(new.id)} for item in new.ops]
        )
        return seq

    def drop(self, old: Changeset, seq: int) -> None:
        """Take back the newest changeset, which nobody else has seen, so that a longer one can take its place."""
        self._on.run(sa.delete(op).where(op.c.seq == seq))
        self._on.run(sa.delete(changeset).where(changeset.c.seq == seq))
        self._on.run(sa.delete(tip).where(tip.c.id == bytes.fromhex(old.id)))
        back = [(item.record, bytes.fromhex(parent)) for item in old.ops for parent in item.parents]
        self._on.many("INSERT OR IGNORE INTO tip (record, id) VALUES (?, ?)", back)

    def _newest(self) -> int:
        return int(self._on.rows(sa.select(sa.func.coalesce(sa.func.max(changeset.c.seq), 0)))[0][0])

    def last_here(self) -> tuple[int, str, bool] | None:
        """Return number, id and whether it is shared, of the newest changeset written in this file."""
        rows = self._on.rows(
            sa.select(changeset.c.seq, changeset.c.id, changeset.c.shared)
            .where(changeset.c.here == 1)
            .order_by(changeset.c.seq.desc())
            .limit(1)
        )
        return (rows[0][0], rows[0][1].hex(), bool(rows[0][2])) if rows else None

    def is_newest(self, seq: int) -> bool:
        """Tell whether no changeset was written or received after this one."""
        return seq == self._newest()

    def count(self) -> int:
        """Return how many changesets the journal holds."""
        return int(self._on.rows(sa.select(sa.func.count()).select_from(changeset))[0][0])

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the numbers of those changesets that are here."""
        found: dict[str, int] = {}
        for some in chunks(sorted(set(ids))):
            wanted = [bytes.fromhex(id_) for id_ in some]
            rows = self._on.rows(sa.select(changeset.c.id, changeset.c.seq).where(changeset.c.id.in_(wanted)))
            found.update({row[0].hex(): row[1] for row in rows})
        return found

    def read(self, seqs: Iterable[int], plan: str) -> dict[int, Changeset]:
        """Return changesets by number, as they were written; their ids are the stored ones, not recomputed."""
        found: dict[int, Changeset] = {}
        for some in chunks(sorted(set(seqs))):
            ops = self._on.rows(sa.select(op).where(op.c.seq.in_(some)).order_by(op.c.seq, op.c.record))
            rows = self._on.rows(sa.select(changeset).where(changeset.c.seq.in_(some)))
            with self._on.decoding():
                found.update(_changesets(rows, ops, plan))
        return found

    def seqs(self, *, after: int = 0, here: bool | None = None, shared: bool | None = None) -> list[int]:
        """Return the numbers of changesets in order of arrival, narrowed where asked."""
        statement = sa.select(changeset.c.seq).where(changeset.c.seq > after).order_by(changeset.c.seq)
        if here is not None:
            statement = statement.where(changeset.c.here == int(here))
        if shared is not None:
            statement = statement.where(changeset.c.shared == int(shared))
        return [row[0] for row in self._on.rows(statement)]

    def newest(self, limit: int, *, before: int | None = None, record: str | None = None) -> list[int]:
        """Return numbers from the newest down, of the whole plan or of one record's changesets."""
        column = op.c.seq if record is not None else changeset.c.seq
        statement = sa.select(column).order_by(column.desc()).limit(limit)
        if record is not None:
            statement = statement.where(op.c.record == record)
        if before is not None:
            statement = statement.where(column < before)
        return [row[0] for row in self._on.rows(statement)]

    def mark_shared(self, seqs: Sequence[int]) -> None:
        """Note that someone else may hold these changesets: they grow no more."""
        for some in chunks(seqs):
            self._on.run(sa.update(changeset).where(changeset.c.seq.in_(some)).values(shared=1))

    def tips(self, records: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the heads of records, sorted; a record without any is left out."""
        found: dict[str, list[str]] = {}
        for record, id_ in self._on.sql(_TIPS, (listed(records),)):
            found.setdefault(record, []).append(id_.hex())
        return {record: tuple(sorted(ids)) for record, ids in found.items()}

    def revisions(self, records: Iterable[str]) -> dict[str, list[Revision]]:
        """Return all revisions of records."""
        found: dict[str, list[Revision]] = {}
        rows = self._on.sql(_REVISIONS, (listed(records),))
        with self._on.decoding():
            for row in rows:
                found.setdefault(row[0], []).append(_revision(row))
        return found

    def has_revision(self, record: str, seq: int) -> bool:
        """Tell whether a changeset has a word on a record."""
        statement = sa.select(op.c.n).where(op.c.record == record, op.c.seq == seq).limit(1)
        return bool(self._on.rows(statement))

    def records(self) -> list[str]:
        """Return the names of all records that ever were, the oldest first."""
        statement = sa.select(op.c.record).group_by(op.c.record).order_by(sa.func.min(op.c.n))
        return [row[0] for row in self._on.rows(statement)]

    def wait(self, new: Changeset) -> None:
        """Keep a changeset that builds on one not here yet."""
        statement = insert(pending).values(id=bytes.fromhex(new.id), body=zlib.compress(encode(new)))
        self._on.run(statement.on_conflict_do_nothing())

    def waiting(self) -> dict[str, bytes]:
        """Return the canonical bytes of the changesets that wait."""
        rows = self._on.rows(sa.select(pending.c.id, pending.c.body))
        return {row[0].hex(): zlib.decompress(row[1]) for row in rows}

    def stop_waiting(self, ids: Iterable[str]) -> None:
        """Forget waiting changesets: what they waited for is here."""
        for some in chunks(ids):
            self._on.run(sa.delete(pending).where(pending.c.id.in_([bytes.fromhex(id_) for id_ in some])))

    def seen(self, place: str) -> set[str]:
        """Return the names already read from a place of exchange."""
        return {row[0] for row in self._on.rows(sa.select(seen.c.name).where(seen.c.place == place))}

    def mark_seen(self, place: str, names: Iterable[str]) -> None:
        """Note what was read from a place of exchange."""
        self._on.many(
            "INSERT OR IGNORE INTO seen (place, name) VALUES (?, ?)", [(place, name) for name in names]
        )


_TIPS = "SELECT record, id FROM tip WHERE record IN (SELECT value FROM json_each(?))"
_REVISIONS = (
    'SELECT o.record, c.id, c."by", c."at", o.parents, o.body, o.deleted FROM op o JOIN changeset c ON c.seq = o.seq '
    "WHERE o.record IN (SELECT value FROM json_each(?)) ORDER BY o.record, o.seq"
)


def _changesets(
    rows: Iterable[sa.Row[*tuple[Any, ...]]], ops: Iterable[sa.Row[*tuple[Any, ...]]], plan: str
) -> dict[int, Changeset]:
    """Return changesets by number from their rows and the rows of their ops."""
    held: dict[int, list[Op]] = {}
    for row in ops:
        sets = unpack(row.body)
        item = Op(record=row.record, parents=_ids(row.parents), sets=sets, deleted=bool(row.deleted))
        held.setdefault(row.seq, []).append(item)
    return {
        row.seq: Changeset(
            v=row.v,
            plan=plan,
            dev=row.dev,
            by=row.by,
            at=row.at,
            label=json.loads(row.label),
            deps=_ids(row.deps),
            ops=tuple(held.get(row.seq, ())),
            id=row.id.hex(),
        )
        for row in rows
    }


def _revision(row: sa.Row[*tuple[Any, ...]]) -> Revision:
    return Revision(
        id=row[1].hex(),
        by=row[2],
        at=row[3],
        parents=_ids(row[4]),
        sets=unpack(row[5]),
        deleted=bool(row[6]),
    )
