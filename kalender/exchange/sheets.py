# SPDX-License-Identifier: EUPL-1.2
"""What a foreign table is once it has been read: sheets of plain cells, and the limits that hold for them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TypeAlias

from kalender.domain.frozen import frozen
from kalender.domain.refusal import RefusalKind

Cell: TypeAlias = "str | int | float | datetime | date | time"
"""A cell; an empty one is "". Booleans are 1 and 0, durations are times of a day."""

MOST_BYTES = 50_000_000
"""Of a file: the plan of ten years of a town is a hundredth of it."""

MOST_ROWS = 20_000
MOST_COLUMNS = 400
MOST_CELLS = 2_000_000
MOST_SHEETS = 60
LONGEST_CELL = 1_000_000
"""Letters of one cell; what a post may hold is decided later."""


@frozen
class Sheet:
    """One sheet, from its first row on: row n of the file is rows[n - 1]. name is empty for CSV.

    encoding, delimiter: what was found in a CSV file. certain: there was no doubt about the encoding.
    """

    name: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()
    encoding: str = ""
    delimiter: str = ""
    certain: bool = True


class TableRefused(Exception):  # noqa: N818 - an answer about a file, not a defect
    """A file is no table, or one that is not read: its kind says why. Travels between processes."""

    def __init__(self, kind: RefusalKind) -> None:
        super().__init__(kind)
        self.kind = kind
