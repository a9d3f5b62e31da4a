# SPDX-License-Identifier: EUPL-1.2
"""The inverse of an action: every key back to what it was, except where someone has written since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kalender.domain.frozen import ordered
from kalender.domain.journal.changeset import Changeset, Op
from kalender.domain.journal.merge import DELETION, Merged, merge
from kalender.domain.journal.record import Json
from kalender.services.acting.changes import Kept
from kalender.store.plan_file import PlanFile
from kalender.store.receiving import known_to


@ordered
class Inverse:
    """The ops that take an action back, and what they leave."""

    ops: tuple[Op, ...]
    kept: tuple[Kept, ...]


def inverse(store: PlanFile, action: Iterable[Changeset]) -> Inverse:
    """Return what takes an action (its changesets) back."""
    with store.sound():
        return _inverse(store, [(changeset.id, op) for changeset in action for op in changeset.ops])


def _inverse(store: PlanFile, done: Sequence[tuple[str, Op]]) -> Inverse:
    now = store.projection.merged({op.record for _id, op in done})
    ops: list[Op] = []
    kept: list[Kept] = []
    for id_, op in done:
        before = _before(store, op)
        current = now[op.record]
        if id_ in current.heads and len(current.heads) > 1:
            ops.append(_on_own_line(id_, op, before))
            continue
        back, left = _taken_back(op, before, current)
        kept += left
        if back is not None:
            ops.append(back)
    return Inverse(tuple(ops), tuple(kept))


def _before(store: PlanFile, op: Op) -> Merged:
    """Return the state of a record that the writer of an op saw, at least the keys the op set."""
    if not op.parents:
        return Merged(state={}, heads=())
    found = None if op.deleted or any(key.endswith("/") for key in op.sets) else _along_the_line(store, op)
    return merge(known_to(op.parents, store.revisions([op.record])[op.record])) if found is None else found


def _along_the_line(store: PlanFile, op: Op) -> Merged | None:
    """Return what the keys of an op were where one revision followed the other, or None where the whole history tells.

    The cost is that of the revisions back to those that set the keys, not of all.
    """
    if len(op.parents) != 1:
        return None
    values: dict[str, Json] = {}
    missing = set(op.sets)
    for revision in store.journal.line(op.record, op.parents[0]):
        if revision.deleted:
            return None
        for key in missing & revision.sets.keys():
            values[key] = revision.sets[key]
        missing -= revision.sets.keys()
        if not missing or not revision.parents:
            state = {key: value for key, value in values.items() if value is not None}
            return Merged(state=state, heads=op.parents)
    return None


def _on_own_line(id_: str, op: Op, before: Merged) -> Op:
    """Return the inverse of an op that others wrote beside: on its own line of the history, so theirs remains."""
    return Op(
        record=op.record,
        parents=(id_,),
        sets={key: _was(before, key) for key in op.sets},
        deleted=_gone_before(op, before),
    )


def _gone_before(op: Op, before: Merged) -> bool:
    return not op.deleted and (not op.parents or before.deleted)


def _was(before: Merged, key: str) -> Json:
    value = before.state.get(key)
    return value is True if key.endswith("/") else value


def _taken_back(op: Op, before: Merged, now: Merged) -> tuple[Op | None, list[Kept]]:
    undecided = {item.key for item in now.conflicts}
    back: dict[str, Json] = {}
    left: list[Kept] = []
    for key, written in op.sets.items():
        shown = now.state.get(key)
        still = (shown is True) == (written is True) if key.endswith("/") else _equal(shown, written)
        if key in undecided or not still:
            left.append(Kept(ref=op.record, key=key))
        else:
            back[key] = _was(before, key)
    for part in [key for key in back if key.endswith("/") and back[key] is not True]:
        others = _written_inside(part, op, before, now)
        if others:
            named = {item.key for item in left}
            left += [Kept(ref=op.record, key=key) for key in others if key not in named]
            back = {key: value for key, value in back.items() if not key.startswith(part)}
    if _gone_before(op, before):
        if now.deleted:
            return None, left
        others = [key for key in now.state if key not in op.sets and now.state[key] != before.state.get(key)]
        if left or others or DELETION in undecided:
            return None, [Kept(ref=op.record, key=DELETION)]
        return _op(op, now, {}, deleted=True), []
    if op.deleted and not now.deleted:
        left.append(Kept(ref=op.record, key=DELETION))
        return (_op(op, now, back, deleted=False) if back else None), left
    if not back and not op.deleted:
        return None, left
    return _op(op, now, back, deleted=now.deleted and not op.deleted), left


def _op(op: Op, now: Merged, sets: Mapping[str, Json], *, deleted: bool) -> Op:
    return Op(record=op.record, parents=now.heads, sets=sets, deleted=deleted)


def _equal(one: Json, other: Json) -> bool:
    return type(one) is type(other) and one == other


def _written_inside(part: str, op: Op, before: Merged, now: Merged) -> list[str]:
    """Return the keys inside a part that someone else has written since the op that brought the part."""
    found = []
    for key, value in now.state.items():
        if key.startswith(part) and key != part:
            expected = op.sets[key] if key in op.sets else before.state.get(key)
            if not _equal(value, expected):
                found.append(key)
    return found
