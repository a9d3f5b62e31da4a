# SPDX-License-Identifier: EUPL-1.2
"""The undo stack as rows: which own action undo takes next, and which undo redo takes back."""

from __future__ import annotations

from collections.abc import Mapping

from kalender.domain.journal.changeset import FIRST, UNDOES
from kalender.domain.journal.record import Json
from kalender.store.connection import Connection
from kalender.store.journal import Journal, listed

UNDO, REDO, SPENT = "undo", "redo", "spent"

_ANY = f"stack IN ('{UNDO}', '{REDO}', '{SPENT}')"
_TAKEN = f"SELECT seq, stack FROM step WHERE {_ANY} AND seq IN (SELECT value FROM json_each(?))"  # noqa: S608 - own words
_FORGET = f"DELETE FROM step WHERE {_ANY} AND seq = ?"  # noqa: S608 - own words


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
        taken = on.sql(_TAKEN, (seqs,))
        if any(was == UNDO for _seq, was in taken):
            stack = REDO
        on.many(
            "UPDATE step SET stack = ? WHERE stack = ? AND seq = ?",
            [(SPENT, was, whole) for whole, was in taken],
        )
    else:
        on.sql("UPDATE step SET stack = ? WHERE stack = ?", (SPENT, REDO))
    on.sql("INSERT INTO step (seq, stack) VALUES (?, ?)", (seq, stack))


def forget(on: Connection, seq: int) -> None:
    """Take a changeset off the stacks: a longer one takes its place."""
    on.sql(_FORGET, (seq,))
    on.sql("DELETE FROM step_part WHERE seq = ?", (seq,))


def top(on: Connection, stack: str) -> int | None:
    """Return the number of the action that undo or redo would take next."""
    rows = on.sql("SELECT seq FROM step WHERE stack = ? ORDER BY seq DESC LIMIT 1", (stack,))
    return rows[0][0] if rows else None


def parts(on: Connection, whole: int) -> list[int]:
    """Return the numbers of the changesets of an action, in order."""
    return [
        whole,
        *(row[0] for row in on.sql("SELECT seq FROM step_part WHERE step = ? ORDER BY seq", (whole,))),
    ]


def rebuild(on: Connection, journal: Journal) -> None:
    """Derive the stacks from all changesets written here, in order, as record_step() does one by one."""
    own = journal.own_labels()
    numbers = journal.numbers(id_ for _seq, label in own for id_ in (*_undone(label), *_first(label)))
    stacks: dict[int, str] = {}
    redo: set[int] = set()
    parts: list[tuple[int, int]] = []
    for seq, label in own:
        first = _first(label)
        if first:
            parts.append((seq, numbers.get(first[0], seq)))
            continue
        stacks[seq] = UNDO
        if isinstance(label.get(UNDOES), list):
            taken = [whole for id_ in _undone(label) if (whole := numbers.get(id_)) in stacks]
            if any(stacks[whole] == UNDO for whole in taken):
                stacks[seq] = REDO
                redo.add(seq)
        else:
            taken, redo = list(redo), set()
        stacks.update(dict.fromkeys(taken, SPENT))
        redo.difference_update(taken)
    on.many(
        "INSERT INTO step (stack, seq) VALUES (?, ?)", sorted((stack, seq) for seq, stack in stacks.items())
    )
    on.many("INSERT INTO step_part (seq, step) VALUES (?, ?)", parts)


def _first(label: Mapping[str, Json]) -> tuple[str, ...]:
    first = label.get(FIRST)
    return (first,) if isinstance(first, str) else ()


def _undone(label: Mapping[str, Json]) -> tuple[str, ...]:
    undone = label.get(UNDOES)
    return tuple(str(id_) for id_ in undone) if isinstance(undone, list) else ()
