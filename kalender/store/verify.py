# SPDX-License-Identifier: EUPL-1.2
"""Whether a plan file is what it says: every hash, every link of the history, every row equal to a rebuild."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kalender.domain.journal.changeset import BadChangeset, encode, parse
from kalender.domain.refusal import Refused
from kalender.store.connection import Connection
from kalender.store.journal import Journal, chunks
from kalender.store.rows.projection import Projection


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that does not hold. kind: file, changeset, chain, tips, pending, rows, search; where: what it is about."""

    kind: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a check of the whole plan found."""

    changesets: int
    posts: int
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Tell whether everything holds."""
        return not self.problems


def problems(
    on: Connection, journal: Journal, plan: str, twin: Callable[[Connection], Projection]
) -> list[Problem]:
    """Return everything that does not hold; twin: makes the projection of a copy, to be rebuilt and compared."""
    found = list(_file(on))
    try:
        found += _history(on, journal, plan)
        found += _rows(on, twin)
    except (Refused, ValueError, KeyError) as error:
        found.append(Problem(kind="file", where=str(error)))
    return found


def _file(on: Connection) -> Iterator[Problem]:
    try:
        for row in on.sql("PRAGMA integrity_check(20)"):
            if row[0] != "ok":
                yield Problem(kind="file", where=str(row[0]))
    except Refused as refusal:
        yield Problem(kind="file", where=str(refusal))


def _history(on: Connection, journal: Journal, plan: str) -> Iterator[Problem]:
    """Yield changesets whose bytes do not fit their id, or that build on something missing; and wrong tips."""
    known: set[str] = set()
    heads: dict[str, set[str]] = {}
    members: set[tuple[str, str]] = set()
    for some in chunks(journal.seqs()):
        read = journal.read(some, plan)
        for seq in some:
            changeset = read[seq]
            try:
                parse(encode(changeset), changeset.id)
            except (BadChangeset, UnicodeEncodeError):
                yield Problem(kind="changeset", where=changeset.id)
            if not known.issuperset(changeset.deps):
                yield Problem(kind="chain", where=changeset.id)
            for op in changeset.ops:
                if not members.issuperset((op.record, parent) for parent in op.parents):
                    yield Problem(kind="chain", where=f"{changeset.id} {op.record}")
                tips = heads.setdefault(op.record, set())
                tips.difference_update(op.parents)
                tips.add(changeset.id)
                members.add((op.record, changeset.id))
            known.add(changeset.id)
    stored: dict[str, set[str]] = {}
    for record, id_ in on.sql("SELECT record, id FROM tip"):
        stored.setdefault(record, set()).add(id_.hex())
    for record in sorted(heads.keys() | stored.keys()):
        if heads.get(record) != stored.get(record):
            yield Problem(kind="tips", where=record)
    for id_, body in journal.waiting().items():
        try:
            parse(body, id_)
        except BadChangeset:
            yield Problem(kind="pending", where=id_)


def _rows(on: Connection, twin: Callable[[Connection], Projection]) -> Iterator[Problem]:
    """Yield the rows that a rebuild from the journal would write otherwise."""
    copy = on.twin()
    try:
        with copy.transaction():
            twin(copy).rebuild(whole=True)
            copy.sql("INSERT INTO search (search) VALUES ('integrity-check')")
        for name, question in _VIEWS.items():
            here, there = set(map(tuple, on.sql(question))), set(map(tuple, copy.sql(question)))
            for row in sorted(here ^ there, key=repr):
                yield Problem(kind="search" if name == "search" else "rows", where=f"{name} {row[0]}")
    finally:
        copy.close()
    try:
        if not on.read_only:
            with on.transaction():
                on.sql("INSERT INTO search (search) VALUES ('integrity-check')")
    except Refused:
        yield Problem(kind="search", where="index")


_VIEWS = {
    "record": "SELECT ref, kind, deleted, clean, state FROM record",
    "card": (
        "SELECT id, title, planned, zone, stage, flags, channels, own, topic, responsible, picture, pictures, labels, "
        "embargo, hold, digest, reason, waiting_since, approved_by, approved_at, published, delivered, links, "
        "comments, last_comment, missing_alt, doc >> 24, doc & 0xffffff = n FROM card"
    ),
    "link": "SELECT r.ref, l.target FROM link l LEFT JOIN record r ON r.n = l.n",
    "decided": "SELECT r.ref, d.day FROM decided d LEFT JOIN record r ON r.n = d.n",
    "conflict": "SELECT r.ref, c.key, c.kind, c.body FROM conflict c LEFT JOIN record r ON r.n = c.n",
    "search": (
        "SELECT c.id, s.title, s.text, s.channel, s.notes, s.comments, s.place, s.labels, s.spelled "
        "FROM search s LEFT JOIN card c ON c.doc = s.rowid"
    ),
    "step": "SELECT hex(c.id), s.stack FROM step s LEFT JOIN changeset c ON c.seq = s.seq",
    "step_part": "SELECT seq, step FROM step_part",
}
"""What the rows say, without the numbers a rebuild may give otherwise."""
