# SPDX-License-Identifier: EUPL-1.2
"""What a snapshot holds, read from a copy of it on this computer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self

from kalender.domain.journal.changeset import encode
from kalender.domain.journal.merge import Merged, merge
from kalender.domain.refusal import RefusalKind, Refused
from kalender.store import place
from kalender.store.backup.info import PictureFile
from kalender.store.backup.snapshot import Progress
from kalender.store.connection import Connection
from kalender.store.journal import TABLES, Journal, chunks, listed
from kalender.store.verify import file_problems, history_problems


class Snapshot:
    """An open snapshot file; nothing is written. Raises Refused PLAN_DAMAGED, PLAN_FOREIGN, PLAN_NEWER."""

    def __init__(self, file: Path) -> None:
        place.inspect(file)
        self._on = Connection(file, read_only=True)
        self.journal = Journal(self._on)
        try:
            self._check_layout()
            self.plan = self.journal.fact("plan") or ""
            self.device = self.journal.fact("device") or ""
        except BaseException:
            self._on.close()
            raise

    def _check_layout(self) -> None:
        names = {row[0] for row in self._on.sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not names.issuperset(TABLES):
            raise Refused(RefusalKind.PLAN_DAMAGED, path=str(self._on.file))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._on.close()

    def check(self, progress: Progress = lambda _done, _of: None) -> None:
        """Read everything: pages, every hash and link of the history, heads. Raises Refused PLAN_DAMAGED."""
        for some in (file_problems(self._on), history_problems(self._on, self.journal, self.plan, progress)):
            with self._on.decoding():
                first = next(iter(some), None)
            if first is not None:
                raise Refused(RefusalKind.PLAN_DAMAGED, path=str(self._on.file), detail=first.where)

    def changesets(self) -> int:
        """Return how many changesets it holds."""
        return self.journal.count()

    def newest(self) -> str:
        """Return the id of the changeset that arrived last; empty where there is none."""
        return newest(self._on)

    def posts(self) -> int:
        """Return how many posts there are, those in the trash not counted: a record is gone when all heads say so."""
        return int(self._on.sql(_ALIVE)[0][0])

    def town(self) -> str:
        """Return the name of the municipality as it stands on the town sign."""
        found = self.states(["setting/municipality"]).get("setting/municipality")
        if found is None:
            return ""
        return f"{found.state.get('form') or 'Stadt'} {found.state.get('name') or ''}".strip()

    def pictures(self) -> tuple[PictureFile, ...]:
        """Return every original that a record ever named, those in the trash too; sizes are left open."""
        found: set[PictureFile] = set()
        rows = self._on.sql(
            "SELECT DISTINCT record FROM op WHERE record >= 'picture/' AND record < 'picture0'"
        )
        for some in chunks([row[0] for row in rows]):
            for revisions in self.journal.revisions(some).values():
                hashes, suffixes = (
                    {value for item in revisions if isinstance(value := item.sets.get(key), str) and value}
                    for key in ("sha256", "suffix")
                )
                found.update(PictureFile(sha256, suffix) for sha256 in hashes for suffix in suffixes)
        return tuple(sorted(item for item in found if item.sha256.isalnum() and item.suffix.isalnum()))

    def tips(self) -> dict[str, tuple[str, ...]]:
        """Return the heads of all records, sorted."""
        return dict(heads(self._on))

    def states(self, refs: Iterable[str]) -> dict[str, Merged]:
        """Return the states of records; unknown ones are left out."""
        with self._on.decoding():
            return {ref: merge(some) for ref, some in self.journal.revisions(refs).items()}

    def bodies(self, ids: Iterable[str]) -> list[bytes]:
        """Return the canonical bytes of changesets."""
        numbers = self.journal.numbers(ids)
        return [
            encode(changeset)
            for some in chunks(sorted(numbers.values()))
            for changeset in self.journal.read(some, self.plan).values()
        ]

    def ids(self) -> Iterator[list[str]]:
        """Yield the ids of all changesets, the oldest first, in lists."""
        yield from ids_of(self._on)


def heads(on: Connection, at_once: int = 2_000) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield records with their heads, by name; the plan is held for some of them at a time."""
    last = ""
    while True:
        names = [row[0] for row in on.sql("SELECT DISTINCT record FROM tip WHERE record > ? ORDER BY record LIMIT ?", (last, at_once))]  # fmt: skip
        if not names:
            return
        found: dict[str, list[str]] = {}
        text = "SELECT record, id FROM tip WHERE record IN (SELECT value FROM json_each(?))"
        for record, id_ in on.sql(text, (listed(names),)):
            found.setdefault(record, []).append(id_.hex())
        for name in names:
            if name in found:
                yield name, tuple(sorted(found[name]))
        last = names[-1]


def newest(on: Connection) -> str:
    """Return the id of the changeset that arrived last; empty where there is none."""
    rows = on.sql("SELECT id FROM changeset ORDER BY seq DESC LIMIT 1")
    return rows[0][0].hex() if rows else ""


def ids_of(on: Connection, at_once: int = 2_000) -> Iterator[list[str]]:
    """Yield the ids of all changesets of a journal, the oldest first, in lists."""
    last = 0
    while True:
        rows = on.sql("SELECT seq, id FROM changeset WHERE seq > ? ORDER BY seq LIMIT ?", (last, at_once))
        if not rows:
            return
        yield [id_.hex() for _seq, id_ in rows]
        last = rows[-1][0]


def changed_heads(mine: Mapping[str, tuple[str, ...]], theirs: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the records that stand elsewhere in one journal than in the other, or are in one of them alone."""
    return {ref for ref in mine.keys() | theirs.keys() if mine.get(ref) != theirs.get(ref)}


_ALIVE = (
    "SELECT count(*) FROM (SELECT t.record FROM tip t JOIN changeset c ON c.id = t.id "
    "JOIN op o ON o.seq = c.seq AND o.record = t.record "
    "WHERE t.record >= 'post/' AND t.record < 'post0' GROUP BY t.record HAVING min(o.deleted) = 0)"
)
