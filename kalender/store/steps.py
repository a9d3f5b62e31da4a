# SPDX-License-Identifier: EUPL-1.2
"""The undo stack as rows: which own action undo takes next, and which undo redo takes back."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from kalender.domain.changeset import FIRST, UNDOES
from kalender.domain.record import Json
from kalender.store.connection import Connection
from kalender.store.journal import Journal, chunks
from kalender.store.tables.journal import changeset
from kalender.store.tables.rows import step, step_part

UNDO, REDO, SPENT = "undo", "redo", "spent"


def record_step(on: Connection, journal: Journal, seq: int, label: Mapping[str, Json]) -> None:
    """Put a changeset written here on the stacks.

    Another part of an action joins it; an undo is spent on what it takes back and can be redone; a redo can be
    undone again; anything else ends what could be redone.
    """
    first = label.get(FIRST)
    if isinstance(first, str):
        numbers = journal.numbers([first])
        whole = numbers.get(first, seq)
        on.many("INSERT INTO step_part (seq, step) VALUES (?, ?)", [(seq, whole)])
        return
    undone = label.get(UNDOES)
    stack = UNDO
    if isinstance(undone, list):
        seqs = journal.numbers(str(id_) for id_ in undone).values()
        taken = [row for some in chunks(seqs) for row in on.rows(_stacks(some))]
        if any(row.stack == UNDO for row in taken):
            stack = REDO
        on.many("UPDATE step SET stack = ? WHERE seq = ?", [(SPENT, row.seq) for row in taken])
    else:
        on.run(sa.update(step).where(step.c.stack == REDO).values(stack=SPENT))
    on.many("INSERT INTO step (seq, stack) VALUES (?, ?)", [(seq, stack)])
    on.many("INSERT INTO step_part (seq, step) VALUES (?, ?)", [(seq, seq)])


def _stacks(seqs: list[int]) -> sa.Select[tuple[int, str]]:
    return sa.select(step.c.seq, step.c.stack).where(step.c.seq.in_(seqs))


def forget(on: Connection, seq: int) -> None:
    """Take a changeset off the stacks: a longer one takes its place."""
    on.run(sa.delete(step).where(step.c.seq == seq))
    on.run(sa.delete(step_part).where(step_part.c.seq == seq))


def top(on: Connection, stack: str) -> int | None:
    """Return the number of the action that undo or redo would take next."""
    rows = on.rows(sa.select(step.c.seq).where(step.c.stack == stack).order_by(step.c.seq.desc()).limit(1))
    return rows[0][0] if rows else None


def parts(on: Connection, whole: int) -> list[int]:
    """Return the numbers of the changesets of an action, in order."""
    return [
        row[0]
        for row in on.rows(
            sa.select(step_part.c.seq).where(step_part.c.step == whole).order_by(step_part.c.seq)
        )
    ]


def rebuild(on: Connection, journal: Journal) -> None:
    """Derive the stacks from all changesets written here, in order."""
    import json

    rows = on.rows(
        sa.select(changeset.c.seq, changeset.c.label).where(changeset.c.here == 1).order_by(changeset.c.seq)
    )
    for seq, label in rows:
        record_step(on, journal, seq, json.loads(label))
