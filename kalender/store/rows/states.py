# SPDX-License-Identifier: EUPL-1.2
"""The current states of records as they stand in the rows: values, heads, what is undecided."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TypeVar

from kalender.domain.covered import any_covered
from kalender.domain.frozen import ordered
from kalender.domain.journal.merge import Conflict, Merged
from kalender.domain.journal.record import Json, Record, restore
from kalender.domain.post import Post
from kalender.store.connection import Connection
from kalender.store.journal import Journal, listed
from kalender.store.rows import conflicts

V = TypeVar("V", bound=Record)


@ordered
class Row:
    """What the rows say of a record. n: its number; heads from the journal."""

    n: int
    ref: str
    state: Mapping[str, Json]
    deleted: bool
    clean: bool


def links_of(post: Post) -> tuple[str, ...]:
    """Return the names of the records that an approval of a post depends on."""
    pictures = {f"picture/{item.picture}" for item in post.attachments if item.picture}
    chains = {f"{kind}/{id_}" for kind, id_ in (("series", post.series), ("event", post.event)) if id_}
    return tuple(sorted(pictures | chains | {f"channel/{item.id}" for item in post.versions}))


def named_by(post: Post, links: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is asked for by "who refers to it": its links, and the original whose words it says again.

    An undecided word in the original leaves the approval of a sibling as it is, so it is none of its links.
    """
    return (*links, f"post/{post.original}") if post.original else links


class States:
    """Reads the states of one plan."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._on = connection
        self._journal = journal

    def rows(self, refs: Iterable[str]) -> dict[str, Row]:
        """Return the rows of records by name; unknown ones are left out."""
        return self._read(_ROWS, listed(refs))

    def rows_numbered(self, numbers: Iterable[int]) -> dict[str, Row]:
        """Return the rows of records by name, asked for by their numbers."""
        return self._read(_NUMBERED, listed(numbers))

    def _read(self, question: str, asked: str) -> dict[str, Row]:
        rows = self._on.sql(question, (asked,))
        with self._on.decoding():
            return {
                row[1]: Row(row[0], row[1], json.loads(row[2]), bool(row[3]), bool(row[4])) for row in rows
            }

    def merged(self, refs: Iterable[str]) -> dict[str, Merged]:
        """Return the current state of records with heads and conflicts, from the rows."""
        rows = self.rows(refs)
        heads = self._journal.tips(rows)
        unclean = self.conflicts(row.n for row in rows.values() if not row.clean)
        found = {}
        for ref, row in rows.items():
            undecided, blended = unclean.get(row.n, ((), ()))
            found[ref] = Merged(
                state=row.state,
                heads=heads.get(ref, ()),
                deleted=row.deleted,
                conflicts=undecided,
                merged=blended,
            )
        return found

    def loaded(self, cls: type[V], id_: str) -> tuple[V, tuple[str, ...]] | None:
        """Return a record's value and heads; None for an unknown or deleted one."""
        ref = f"{cls.KIND}/{id_}"
        row = self.rows([ref]).get(ref)
        if row is None or row.deleted:
            return None
        return restore(cls, id_, row.state), self._journal.tips([ref]).get(ref, ())

    def conflicts(self, numbers: Iterable[int]) -> dict[int, tuple[tuple[Conflict, ...], tuple[str, ...]]]:
        """Return the conflicts and the blended keys of records by number."""
        wanted = list(numbers)
        found: dict[int, tuple[list[Conflict], list[str]]] = {}
        rows = self._on.sql(_CONFLICTS, (listed(wanted),)) if wanted else []
        with self._on.decoding():
            for n, key, kind, body in rows:
                undecided, blended = found.setdefault(n, ([], []))
                if kind == conflicts.BLENDED:
                    blended.append(key)
                else:
                    undecided.append(conflicts.read(key, kind, json.loads(body)))
        return {n: (tuple(undecided), tuple(blended)) for n, (undecided, blended) in found.items()}

    def contested(self, ref: str) -> bool:
        """Tell whether a key that an approval covers is undecided, in a record or in what a post refers to."""
        rows = self.rows([ref])
        with self._on.decoding():
            if ref.startswith("post/") and ref in rows:
                rows.update(self.rows(links_of(restore(Post, ref.partition("/")[2], rows[ref].state))))
            return bool(self.doubtful(rows.values()))

    def doubtful(self, rows: Iterable[Row]) -> set[str]:
        """Return the names of records with an undecided key that an approval covers."""
        unclean = {row.n: row.ref for row in rows if not row.clean}
        if not unclean:
            return set()
        return {
            unclean[n]
            for n, (undecided, _blended) in self.conflicts(unclean).items()
            if any_covered(unclean[n].partition("/")[0], (item.key for item in undecided))
        }


_ROWS = "SELECT n, ref, state, deleted, clean FROM record WHERE ref IN (SELECT value FROM json_each(?))"
_NUMBERED = "SELECT n, ref, state, deleted, clean FROM record WHERE n IN (SELECT value FROM json_each(?))"
_CONFLICTS = (
    "SELECT n, key, kind, body FROM conflict WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n, key"
)
