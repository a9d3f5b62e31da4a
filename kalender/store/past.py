# SPDX-License-Identifier: EUPL-1.2
"""Reading the journal as a story: lines of what happened, what lies in the trash, what pictures were ever used."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kalender.domain.frozen import ordered
from kalender.domain.journal.changeset import FIRST
from kalender.domain.journal.record import Json
from kalender.store.connection import Connection
from kalender.store.journal import listed

STRETCHES = (250, 500, 1000)
"""How many changesets are looked at in turn until enough is found: what a page costs does not grow with the journal."""

_SHOWN = 3
_PICTURE = re.compile(rb'"attachment/[^"]+/picture":"([^"]+)"')
_MOST_AT_ONCE = 2000


@ordered
class Line:
    """The head of an action. seq: its place; refs: the first few records it wrote, posts first; size: how many of its first part."""

    seq: int
    id: str
    by: str
    at: str
    label: Mapping[str, Json]
    refs: tuple[str, ...] = ()
    size: int = 0


@ordered
class Trashed:
    """A deleted record as it was, and who deleted it when, in which action."""

    ref: str
    state: Mapping[str, Json]
    by: str
    at: str
    seq: int


Choice = Callable[[Line], bool]
"""Tells by number, person, time and label whether a line is wanted; refs and size are not there yet."""


class Past:
    """The questions about what was. Later parts of a large action are never lines of their own."""

    def __init__(self, connection: Connection) -> None:
        self._on = connection

    def lines(
        self,
        limit: int,
        *,
        before: int | None = None,
        kinds: Iterable[str] = (),
        first: str = "",
        last: str = "",
        chosen: Choice | None = None,
    ) -> tuple[list[Line], int | None]:
        """Return at most limit lines from the newest down, and where to go on (None: that was all).

        before: only older ones; kinds: of actions that wrote such a record (post, picture); first, last: of the writer's
        time as text, last exclusive. Fewer than limit come where a few stretches of the journal hold no more.
        """
        text = _LINES + self._kinds(kinds)
        found: list[Line] = []
        top = self._top() + 1 if before is None else before
        for stretch in STRETCHES:
            if top <= 1 or len(found) >= limit:
                break
            low = max(0, top - stretch)
            most = -1 if chosen is not None else limit - len(found)
            rows = self._on.sql(text + _DOWN, (top, low, first, first, last, last, most))
            top = low
            with self._on.decoding():
                for seq, id_, by, at, label in rows:
                    line = Line(seq, id_.hex(), by, at, json.loads(label))
                    if chosen is None or chosen(line):
                        found.append(line)
                        if len(found) == limit:
                            top = seq
                            break
        return [self._with_records(line) for line in found], (top if top > 1 else None)

    def line(self, seq: int) -> Line | None:
        """Return one line by its place."""
        rows = self._on.sql('SELECT seq, id, "by", at, label FROM changeset WHERE seq = ?', (seq,))
        with self._on.decoding():
            for number, id_, by, at, label in rows:
                return self._with_records(Line(number, id_.hex(), by, at, json.loads(label)))
        return None

    def labels(self, seqs: Iterable[int]) -> dict[int, Mapping[str, Json]]:
        """Return the labels of changesets by place."""
        rows = self._on.sql(_LABELS, (listed(seqs),))
        with self._on.decoding():
            return {seq: json.loads(label) for seq, label in rows}

    @staticmethod
    def _kinds(kinds: Iterable[str]) -> str:
        either = [
            f"(o.record >= '{kind}/' AND o.record < '{kind}0')"
            for kind in sorted(set(kinds))
            if kind.isalpha()
        ]
        if not either:
            return ""
        return f" AND EXISTS (SELECT 1 FROM op o WHERE o.seq = changeset.seq AND ({' OR '.join(either)}))"  # noqa: S608 - letters alone

    def _top(self) -> int:
        return int(self._on.sql("SELECT coalesce(max(seq), 0) FROM changeset")[0][0])

    def _with_records(self, line: Line) -> Line:
        size = int(self._on.sql("SELECT count(*) FROM op WHERE seq = ?", (line.seq,))[0][0])
        refs = [row[0] for row in self._on.sql(_POSTS_OF, (line.seq, _SHOWN))]
        if not refs:
            refs = [row[0] for row in self._on.sql(_RECORDS_OF, (line.seq, _SHOWN))]
        return Line(line.seq, line.id, line.by, line.at, line.label, tuple(refs), size)

    def parts(self, seq: int) -> list[int]:
        """Return the places of all changesets of an action, from that of its first; empty for an unknown one."""
        rows = self._on.sql("SELECT id FROM changeset WHERE seq = ?", (seq,))
        if not rows:
            return []
        mark = f'"{FIRST}":"{rows[0][0].hex()}"'
        return [row[0] for row in self._on.sql(_PARTS, (seq, seq, mark))]

    def touching(self, refs: Iterable[str]) -> set[int]:
        """Return the places of the changesets that wrote one of these records."""
        return {row[0] for row in self._on.sql(_TOUCHING, (listed(refs),))}

    def writers(self) -> list[str]:
        """Return everyone who ever wrote, the first first."""
        rows = self._on.sql('SELECT "by" FROM changeset GROUP BY "by" ORDER BY min(seq)')
        return [str(row[0]) for row in rows]

    # The trash

    def trashed(self, kinds: Iterable[str]) -> list[Trashed]:
        """Return the deleted records of these kinds, the latest deleted first."""
        rows = self._on.sql(_TRASHED, (listed(kinds),))
        found: dict[str, Trashed] = {}
        with self._on.decoding():
            for ref, state, by, at, seq in rows:
                if ref not in found:
                    found[ref] = Trashed(ref, json.loads(state), by, at, seq)
        return list(found.values())

    def deleted_in(self, kind: str) -> int:
        """Return how many records of a kind are deleted."""
        text = "SELECT count(*) FROM record WHERE kind = ? AND deleted = 1"
        return int(self._on.sql(text, (kind,))[0][0])

    def waiting(self) -> bool:
        """Tell whether changesets wait for others that have not come yet."""
        return bool(self._on.sql("SELECT 1 FROM pending LIMIT 1"))

    def pictures_ever_used(self) -> set[str]:
        """Return the ids of pictures that any revision of any post has ever referred to; reads the whole journal."""
        found: set[str] = set()
        for body in self._post_bodies():
            plain = body if body[:1] == b"{" else zlib.decompress(body)
            found.update(name.decode("utf-8", "replace") for name in _PICTURE.findall(plain))
        return found

    def _post_bodies(self) -> Iterator[bytes]:
        after = 0
        while True:
            rows: list[tuple[Any, ...]] = self._on.sql(_BODIES, (after, _MOST_AT_ONCE))
            if not rows:
                return
            after = rows[-1][0]
            yield from (body for _n, body in rows)


_LINES = (
    'SELECT seq, id, "by", at, label FROM changeset WHERE seq < ? AND seq >= ? '  # noqa: S608 - an own word
    "AND (? = '' OR at >= ?) AND (? = '' OR at < ?) AND instr(label, '\"" + FIRST + "\":') = 0"
)
_LABELS = "SELECT seq, label FROM changeset WHERE seq IN (SELECT value FROM json_each(?))"
_DOWN = " ORDER BY seq DESC LIMIT ?"
_POSTS_OF = (
    "SELECT record FROM op WHERE seq = ? AND record >= 'post/' AND record < 'post0' ORDER BY n LIMIT ?"
)
_RECORDS_OF = "SELECT record FROM op WHERE seq = ? ORDER BY n LIMIT ?"
_PARTS = "SELECT seq FROM changeset WHERE seq >= ? AND (seq = ? OR instr(label, ?) > 0) ORDER BY seq"
_TOUCHING = "SELECT DISTINCT seq FROM op WHERE record IN (SELECT value FROM json_each(?))"
_TRASHED = (
    'SELECT r.ref, r.state, c."by", c.at, c.seq FROM record r JOIN tip t ON t.record = r.ref '
    "JOIN changeset c ON c.id = t.id WHERE r.kind IN (SELECT value FROM json_each(?)) AND r.deleted = 1 "
    "ORDER BY c.at DESC, c.seq DESC"
)
_BODIES = "SELECT n, body FROM op WHERE n > ? AND record >= 'post/' AND record < 'post0' ORDER BY n LIMIT ?"
