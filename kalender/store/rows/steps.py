# SPDX-License-Identifier: EUPL-1.2
"""The undo stack as rows: which own action undo takes next, and which undo redo takes back."""

from __future__ import annotations

from collections.abc import Mapping

from kalender.domain.journal.changeset import FIRST, UNDOES
from kalender.domain.journal.record import Json
from kalender.store.connection import Connection
from kalender.store.journal import Journal, listed

UNDO, REDO, SPENT = "undo", "redo", "spent"


def record_step(on: Connection, journal: Journal, seq: int, label: Mapping[str, Json]) -> None:
    """Put a changeset written here on the stacks.

    Another part of an action joins it; an undo is spent on what it takes back and can be redone; a redo can be
    undone again; anything else ends what could be redone.
    """
    first = label.get(FIRST)
    if isinstance(first, str):
        whole = journal.numbers([first]).get(first, seq)
        on.sql("INSERT INTO step_part (seq, step) VALUES (?, ?)", (seq, whole))
        return
    undone = label.get(UNDOES)
    stack = UNDO
    if isinstance(undone, list):
        seqs = listed(journal.numbers(str(id_) for id_ in undone).values())
        taken = on.sql("SELECT seq, stack FROM step WHERE seq IN (SELECT value FROM json_each(?))", (seqs,))
        if any(was == UNDO for _seq, was in taken):
            stack = REDO
        on.many("UPDATE step SET stack = ? WHERE seq = ?", [(SPENT, whole) for whole, _was in taken])
    else:
        on.sql("UPDATE step SET stack = ? WHERE stack = ?", (SPENT, REDO))
    on.sql("INSERT INTO step (seq, stack) VALUES (?, ?)", (seq, stack))
    on.sql("INSERT INTO step_part (seq, step) VALUES (?, ?)", (seq, seq))


def forget(on: Connection, seq: int) -> None:
    """Take a changeset off the stacks: a longer one takes its place."""
    on.sql("DELETE FROM step WHERE seq = ?", (seq,))
    on.sql("DELETE FROM step_part WHERE seq = ?", (seq,))


def top(on: Connection, stack: str) -> int | None:
    """Return the number of the action that undo or redo would take next."""
    rows = on.sql("SELECT seq FROM step WHERE stack = ? ORDER BY seq DESC LIMIT 1", (stack,))
    return rows[0][0] if rows else None


def parts(on: Connection, whole: int) -> list[int]:
    """Return the numbers of the changesets of an action, in order."""
    return [row[0] for row in on.sql("SELECT seq FROM step_part WHERE step = ? ORDER BY seq", (whole,))]


def rebuild(on: Connection, journal: Journal) -> None:
    """Derive the stacks from all changesets written here, in order."""
    for seq, label in journal.own_labels():
        record_step(on, journal, seq, label)
