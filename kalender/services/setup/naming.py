# SPDX-License-Identifier: EUPL-1.2
"""Names as people type them, and places in an order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from kalender.domain.journal.position import between
from kalender.domain.refusal import RefusalKind, Refused


class Placed(Protocol):
    """A record with a name and a place among its kind."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def position(self) -> str:
        """Its place; see domain.journal.position."""


def named(name: str, taken: Iterable[str]) -> str:
    """Return a name without needless blanks; raises Refused NAME_MISSING or NAME_TAKEN. taken: the other names."""
    words = " ".join(name.split())
    if not words:
        raise Refused(RefusalKind.NAME_MISSING)
    if words.casefold() in {item.casefold() for item in taken}:
        raise Refused(RefusalKind.NAME_TAKEN, name=words)
    return words


def last_place(items: Sequence[Placed]) -> str:
    """Return the position after all others."""
    return between(max((item.position for item in items), default=""), "")


def moved(items: Sequence[Placed], id_: str, by: int) -> dict[str, str]:
    """Return the new positions, by id, that put one of the items so many places further down (negative: up).

    items in their order. Empty where there is nowhere to go. Items with equal or missing positions are numbered first.
    """
    order = [item.id for item in items]
    here = order.index(id_)
    there = max(0, min(len(order) - 1, here + by))
    if there == here:
        return {}
    positions = {item.id: item.position for item in items}
    changed: dict[str, str] = {}
    if any(not low < high for low, high in zip(["", *positions.values()], positions.values(), strict=False)):
        last = ""
        for name in order:
            last = changed[name] = positions[name] = between(last, "")
    order.remove(id_)
    order.insert(there, id_)
    low = positions[order[there - 1]] if there else ""
    high = positions[order[there + 1]] if there + 1 < len(order) else ""
    changed[id_] = between(low, high)
    return changed
