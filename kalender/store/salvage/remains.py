# SPDX-License-Identifier: EUPL-1.2
"""What was found of the journal in a damaged file, unproved: rows as bytes, and how long the search may take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

BODY_LIMIT = 16 << 20
"""Most bytes of one value, packed or unpacked; what claims to be larger is no row of a plan."""

KEEP_LIMIT = 512 << 20
"""Most bytes of rows that are kept at a time."""


@dataclass(frozen=True, slots=True)
class Head:
    """A row of the table changeset. seq: its number; id: 32 bytes; texts and deps as the bytes that were stored."""

    seq: int
    id: bytes
    v: int
    dev: bytes
    by: bytes
    at: bytes
    label: bytes
    deps: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """A row of the table op. parents: ids of 32 bytes one after another; body: keys and values as stored."""

    seq: int
    record: bytes
    parents: bytes
    deleted: int
    body: bytes


@dataclass(slots=True)
class Remains:
    """Everything that looked like a row of the journal; the same row found twice is kept once.

    live: the heads that stand in the table; waiting: bodies of the table pending; named: ids that an index still names, by number; plans: what may be the id
    of the plan, the likeliest first; tips: the heads of each record, where that table could be read; whole: all could be
    read from end to end.
    """

    heads: dict[int, list[Head]] = field(default_factory=dict)
    live: set[Head] = field(default_factory=set)
    parts: dict[int, list[Part]] = field(default_factory=dict)
    waiting: list[bytes] = field(default_factory=list)
    named: dict[bytes, int] = field(default_factory=dict)
    plans: list[str] = field(default_factory=list)
    tips: dict[bytes, set[bytes]] = field(default_factory=dict)
    whole: bool = False
    kept: int = 0
    _seen: set[object] = field(default_factory=set)

    def add_head(self, head: Head) -> None:
        """Keep a row of the table changeset."""
        if self._new(head, len(head.label) + len(head.deps)):
            self.heads.setdefault(head.seq, []).append(head)

    def add_part(self, part: Part) -> None:
        """Keep a row of the table op."""
        if self._new(part, len(part.body)):
            self.parts.setdefault(part.seq, []).append(part)

    def add_waiting(self, id_: bytes, body: bytes) -> None:
        """Keep the body of a changeset that waited, and its name, which is all that is left where the body is damaged."""
        if self._new(body, len(body)):
            self.waiting.append(body)
        if len(id_) == 32:
            self.named.setdefault(id_, 0)

    def add_plan(self, text: str) -> None:
        """Keep what may be the id of the plan."""
        if text and text not in self.plans and len(self.plans) < 64:
            self.plans.append(text)

    def settle(self) -> None:
        """Forget what served to know rows again: no more will come."""
        self._seen.clear()

    def _new(self, row: object, size: int) -> bool:
        if row in self._seen or self.kept + size > KEEP_LIMIT:
            return False
        self._seen.add(row)
        self.kept += size + 256
        return True


class Watch:
    """How long a search may go on. seconds: from now; clock: seconds that only grow.

    tell: hears (done, of all, what) now and then and may raise to end the search.
    """

    def __init__(
        self,
        seconds: float,
        tell: Callable[[int, int, str], object] = lambda _done, _total, _what: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._end = clock() + seconds
        self.tell = tell
        self.late = False

    @property
    def over(self) -> bool:
        """Tell whether the time is up; remembers that it was."""
        self.late = self.late or self._clock() > self._end
        return self.late
