# SPDX-License-Identifier: EUPL-1.2
"""What an import of a table would do, and what it did: plain values."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from kalender.domain.frozen import frozen
from kalender.exchange.columns import Column
from kalender.exchange.plan_rows import BadRow, PlanRow


class Outcome(StrEnum):
    """What an import does with a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@frozen
class SheetPreview:
    """What one sheet was understood as. heading: number of the row of headings, from 1."""

    name: str
    heading: int
    columns: tuple[Column, ...]
    rows: int


@frozen
class RowPreview:
    """A row and what an import would do with it. post: id of the one it updates, or empty."""

    row: PlanRow
    outcome: Outcome
    post: str = ""


@frozen
class TablePreview:
    """What an import of a file would do. encoding, delimiter: of a CSV file; certain: nothing was guessed there.

    remembered: headings whose meaning is that of the last time and not what would be guessed.
    """

    path: Path
    sheets: tuple[SheetPreview, ...]
    rows: tuple[RowPreview, ...]
    refused: tuple[BadRow, ...]
    encoding: str = ""
    delimiter: str = ""
    certain: bool = True
    remembered: frozenset[str] = frozenset()

    def count(self, outcome: Outcome) -> int:
        """Return how many rows have this outcome."""
        return sum(1 for item in self.rows if item.outcome is outcome)


@frozen
class Hint:
    """Something to look at. what: picture (of a row, not in the library), encoding (guessed), columns (as last time).

    row: 0 where the whole file is meant.
    """

    row: int
    what: str
    value: str


@frozen
class TableReport:
    """What an import did: ids of posts, and the rows refused; where any is refused, nothing was taken."""

    path: Path
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    refused: tuple[BadRow, ...] = ()
    hints: tuple[Hint, ...] = ()
