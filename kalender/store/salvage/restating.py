# SPDX-License-Identifier: EUPL-1.2
"""Shows again what the latest readable changes of a record say where a link of their history is lost."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from kalender.domain.journal.changeset import MOST_OPS, Changeset, Op, sealed
from kalender.domain.journal.merge import Merged, Revision, merge
from kalender.domain.journal.record import Json
from kalender.store.journal import chunks

RESTATED = "plan.salvaged"
"""Code of the action that shows again what could not be reached from the history."""


def in_their_order(numbers: Mapping[str, int], some: Sequence[Changeset]) -> list[Changeset]:
    """Return changesets as they were written: by number, those without one by their clock."""
    last = 1 << 62
    return sorted(some, key=lambda one: (numbers.get(one.id, last), one.at, one.id))


def states(known: Sequence[Changeset], records: set[str]) -> tuple[dict[str, Merged], set[str]]:
    """Return the states of records as all known changesets leave them, and the records in whose history there is a gap.

    A change whose parent is lost is taken to follow whatever is known to have been written before it.
    """
    gaps: set[str] = set()
    ids = {one.id for one in known}
    revisions: dict[str, dict[str, Revision]] = {}
    heads: dict[str, set[str]] = {}
    for one in known:
        for op in one.ops:
            if op.record not in records:
                continue
            tops = heads.setdefault(op.record, set())
            here = revisions.setdefault(op.record, {})
            parents = {parent for parent in op.parents if parent in ids and parent in here}
            if len(parents) < len(op.parents):
                parents |= tops
                gaps.add(op.record)
            tops.difference_update(parents)
            tops.add(one.id)
            here[one.id] = Revision(
                id=one.id,
                by=one.by,
                at=one.at,
                parents=tuple(sorted(parents)),
                sets=op.sets,
                deleted=op.deleted,
            )
    return {record: merge(found.values()) for record, found in revisions.items()}, gaps


def restated(
    plan: str,
    device: str,
    at: str,
    wanted: Mapping[str, Merged],
    now: Mapping[str, Merged],
    doubted: Collection[str],
) -> Iterator[Changeset]:
    """Yield changesets that bring records from what the plan shows now to what is wanted.

    doubted: records of which something may be lost; an approval of these counts no longer.
    """
    ops = []
    for record, state in sorted(wanted.items()):
        shown = now.get(record)
        before: Mapping[str, Json] = shown.state if shown is not None else {}
        sets = {key: value for key, value in state.state.items() if before.get(key) != value}
        if shown is not None and not sets and shown.deleted == state.deleted:
            continue
        heads = shown.heads if shown is not None else ()
        sets |= _withdrawn(state.state) if record in doubted else {}
        ops.append(Op(record=record, parents=heads, sets=sets, deleted=state.deleted))
    for some in chunks(ops, MOST_OPS):
        yield sealed(plan=plan, dev=device, by="", at=at, label={"k": RESTATED, "count": len(ops)}, ops=some)


def _withdrawn(state: Mapping[str, Json]) -> dict[str, Json]:
    """Return a wish for a change beside each decision of a post: no approval stands by itself."""
    found: dict[str, Json] = {}
    for key, digest in state.items():
        steps = key.split("/")
        if len(steps) == 3 and steps[0] == "decision" and steps[2] == "digest" and isinstance(digest, str):
            place = f"decision/salvage-{digest[:16]}/"
            found |= {place: True, f"{place}kind": "change", f"{place}digest": digest}
    return found
