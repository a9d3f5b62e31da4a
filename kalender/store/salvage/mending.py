# SPDX-License-Identifier: EUPL-1.2
"""Second thoughts on changesets that do not fit: rows with a wrong number, older states, a single bit turned round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from kalender.store.salvage.fitting import Fitted, Match, fitting, likeliest, opened, unpacked
from kalender.store.salvage.remains import Head, Part, Remains, Watch

_BITS = 8 * 4096
"""Most single bits that are tried for one changeset."""

_SPARE = 200
"""Most rows without a changeset that are tried with one that lacks some."""


def mend(found: Fitted, remains: Remains, broken: Sequence[int], watch: Watch) -> None:
    """Add what can still be proved of the numbers in broken."""
    spare = [part for parts in remains.parts.values() for part in parts]
    for count, seq in enumerate(broken):
        watch.tell(count, len(broken), "mending")
        own = remains.parts.get(seq, [])
        for head in likeliest(remains, seq):
            if head.id.hex() in found.changesets or watch.over:
                continue
            match = (
                fitting(head, found.plan, own, watch)
                or _with_spare(head, found.plan, own, spare, watch)
                or _with_a_bit(head, found.plan, own, watch)
            )
            if match is not None:
                found.keep(seq, match, remains)
                break


def _with_spare(
    head: Head, plan: str, own: Sequence[Part], spare: Sequence[Part], watch: Watch
) -> Match | None:
    for part in spare[:_SPARE]:
        if part.seq != head.seq:
            match = fitting(head, plan, [*own, part], watch)
            if match is not None:
                return match
    return None


def _with_a_bit(head: Head, plan: str, own: Sequence[Part], watch: Watch) -> Match | None:
    """Try each bit turned round: what a worn-out disk does most."""
    size = len(head.label) + len(head.deps) + sum(len(part.body) for part in own)
    if 8 * size > _BITS or len(own) > 40:
        return None
    for other, parts in _turned(head, own):
        if watch.over:
            return None
        match = fitting(other, plan, parts, watch)
        if match is not None:
            return match
    return None


def _turned(head: Head, own: Sequence[Part]) -> Iterator[tuple[Head, Sequence[Part]]]:
    for name in ("dev", "by", "at", "label", "deps"):
        for value in _bits(getattr(head, name)):
            changed: dict[str, Any] = {name: value}
            yield replace(head, **changed), own
    for place, part in enumerate(own):
        rest = [*own[:place], *own[place + 1 :]]
        for name in ("record", "parents", "body"):
            for value in _bits(getattr(part, name)):
                changed = {name: value}
                turned = replace(part, **changed)
                if opened(turned, unpacked(turned)) is not None:
                    yield head, [*rest, turned]
        yield head, [*rest, replace(part, deleted=1 - part.deleted)]


def _bits(value: bytes) -> Iterator[bytes]:
    for at in range(len(value)):
        for bit in range(8):
            yield value[:at] + bytes([value[at] ^ 1 << bit]) + value[at + 1 :]
