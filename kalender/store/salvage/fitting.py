# SPDX-License-Identifier: EUPL-1.2
"""Puts changesets together from rows that were found; only what has the hash of its name counts as found."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice, product

from kalender.domain.journal.changeset import Changeset, Op, encode, parse, parse_op, sealed
from kalender.store.salvage.remains import BODY_LIMIT, Head, Part, Remains, Watch

_WAYS = 256
"""Most ways in which the rows of one changeset are put together."""

_NEAR = 2
"""Bytes in which a stored id may differ from the hash of the content: no chance makes the other 30 agree."""

TROUBLE = (ValueError, KeyError, TypeError, RecursionError, MemoryError, zlib.error)
"""What taking damaged values apart may raise."""

Match = tuple[Changeset, tuple[Part, ...]]


@dataclass(slots=True)
class Fitted:
    """Changesets by id that are proved, their numbers, and numbers (0 for unknown) of those that are named but lost.

    plan: the id of the plan; waited: ids that stood in the table pending; leftover: rows that belong to none; tips: the heads of each
    record as the file names them.
    """

    plan: str = ""
    changesets: dict[str, Changeset] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    waited: set[str] = field(default_factory=set)
    lost: dict[str, int] = field(default_factory=dict)
    leftover: list[Part] = field(default_factory=list)
    tips: dict[str, set[str]] = field(default_factory=dict)

    def keep(self, number: int, match: Match, remains: Remains) -> None:
        """Take a changeset that is proved, and its rows from the remains."""
        one, parts = match
        self.changesets[one.id] = one
        self.numbers[one.id] = number
        for part in parts:
            own = remains.parts.get(part.seq, [])
            if part in own:
                own.remove(part)


def fit(remains: Remains, watch: Watch, plans: Sequence[str] = ()) -> Fitted:
    """Return what of the remains has the hash of its name. plans: what else the id of the plan may be."""
    from kalender.store.salvage.mending import mend

    found = Fitted()
    remains.settle()
    for body in remains.waiting:
        with suppress(*TROUBLE):
            one = parse(inflated(body))
            found.changesets[one.id] = one
    found.plan = _plan(remains, watch, [*plans, *(one.plan for one in found.changesets.values())])
    found.changesets = {id_: one for id_, one in found.changesets.items() if one.plan == found.plan}
    found.waited = set(found.changesets)
    broken: list[int] = []
    for count, seq in enumerate(sorted(remains.heads)):
        if count % 64 == 0:
            watch.tell(count, len(remains.heads), "fitting")
        match = fitting(likeliest(remains, seq)[0], found.plan, remains.parts.get(seq, ()), watch)
        if match is None:
            broken.append(seq)
        else:
            found.keep(seq, match, remains)
    mend(found, remains, broken, watch)
    _name_what_is_lost(found, remains)
    return found


def likeliest(remains: Remains, seq: int) -> list[Head]:
    """Return the rows of a number: what stands in the table first, then the later before what typing left behind."""
    return sorted(remains.heads[seq], key=lambda head: (head in remains.live, head.at, head.id), reverse=True)


def _name_what_is_lost(found: Fitted, remains: Remains) -> None:
    taken = {number: id_ for id_, number in found.numbers.items()}
    for seq, heads in remains.heads.items():
        head = likeliest(remains, seq)[0] if seq not in taken else None
        for named in [head] if head else [item for item in heads if item in remains.live]:
            found.lost[named.id.hex()] = seq
            for at in range(0, len(named.deps), 32):
                found.lost.setdefault(named.deps[at : at + 32].hex(), 0)
    for key, seq in remains.named.items():
        if seq not in taken or found.lost.get(key.hex()) == 0:
            found.lost[key.hex()] = seq
    for one in found.changesets.values():
        for need in (*one.deps, *(parent for op in one.ops for parent in op.parents)):
            found.lost.setdefault(need, 0)
    for record, ids in remains.tips.items():
        found.tips[record.decode("utf-8", "replace")] = {id_.hex() for id_ in ids}
    for top in {top for tops in found.tips.values() for top in tops}:
        found.lost.setdefault(top, 0)
    for id_ in found.changesets:
        found.lost.pop(id_, None)
    found.leftover = [part for parts in remains.parts.values() for part in parts]


def _plan(remains: Remains, watch: Watch, others: Sequence[str]) -> str:
    """Return the id of the plan with which content has the hash of its name; else the likeliest, or empty."""
    candidates = list(dict.fromkeys([*remains.plans[:8], *others, *remains.plans[8:]]))
    tried = [(likeliest(remains, seq)[0], remains.parts.get(seq, [])) for seq in sorted(remains.heads)]
    tried = sorted(tried, key=lambda item: sum(len(part.body) for part in item[1]))[:24]
    for plan in candidates:
        if watch.over or any(fitting(head, plan, parts, watch) for head, parts in tried):
            return plan
    for plan in candidates[:4]:
        for near in _one_letter_off(plan):
            if watch.over:
                break
            if any(fitting(head, near, parts, watch) for head, parts in tried[:3]):
                return near
    return candidates[0] if candidates else ""


def _one_letter_off(plan: str) -> Iterator[str]:
    for at in range(len(plan)):
        for letter in "0123456789abcdef":
            if letter != plan[at]:
                yield plan[:at] + letter + plan[at + 1 :]


def fitting(head: Head, plan: str, parts: Sequence[Part], watch: Watch) -> Match | None:
    """Return the changeset of a row with some of the rows of its number, where its content has the hash of its name."""
    with suppress(*TROUBLE):
        for chosen in islice(_choices(parts, watch), _WAYS):
            if watch.over:
                return None
            one = _proved(head, plan, [op for op, _part in chosen])
            if one is not None:
                return one, tuple(part for _op, part in chosen)
    return None


def _choices(parts: Sequence[Part], watch: Watch) -> Iterator[tuple[tuple[Op, Part], ...]]:
    """Yield ways to choose one row a record: all records, then all but one of them.

    Raises ValueError where the rows unpack to more than any changeset holds.
    """
    by_record: dict[str, list[tuple[Op, Part]]] = {}
    room = 4 * BODY_LIMIT
    for part in parts:
        plain = unpacked(part)
        room -= len(plain)
        if room < 0 or watch.over:
            raise ValueError("too much for one changeset")
        op = opened(part, plain)
        if op is not None:
            by_record.setdefault(op.record, []).append((op, part))
    records = sorted(by_record)
    yield from product(*(by_record[record] for record in records))
    for left_out in records:
        yield from product(*(by_record[record] for record in records if record != left_out))


def unpacked(part: Part) -> bytes:
    """Return the keys and values of a row as JSON; empty where it cannot be unpacked."""
    if part.body[:1] == b"{":
        return part.body
    with suppress(*TROUBLE):
        return inflated(part.body)
    return b""


def opened(part: Part, plain: bytes) -> Op | None:
    """Return a row as an op, plain: its keys and values; None for one that is none."""
    with suppress(*TROUBLE):
        ids = [part.parents[at : at + 32].hex() for at in range(0, len(part.parents), 32)]
        sets = json.loads(plain)
        body = {"p": ids, "s": sets, **({"d": 1} if part.deleted else {})}
        return parse_op(part.record.decode(), body)
    return None


def inflated(body: bytes) -> bytes:
    """Return packed bytes unpacked; raises ValueError for what is cut off or unpacks to far too much."""
    opening = zlib.decompressobj()
    found = opening.decompress(body, BODY_LIMIT)
    if not opening.eof:
        raise ValueError("cut off, or too large")
    return found


def _proved(head: Head, plan: str, ops: Sequence[Op]) -> Changeset | None:
    label = json.loads(head.label)
    if head.v != 1 or not isinstance(label, dict):
        return None
    one = sealed(
        plan=plan,
        dev=head.dev.decode(),
        by=head.by.decode(),
        at=head.at.decode(),
        label=label,
        deps=[head.deps[at : at + 32].hex() for at in range(0, len(head.deps), 32)],
        ops=ops,
    )
    wrong = sum(here != there for here, there in zip(bytes.fromhex(one.id), head.id, strict=True))
    return parse(encode(one), one.id) if wrong <= _NEAR else None
