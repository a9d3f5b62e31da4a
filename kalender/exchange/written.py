# SPDX-License-Identifier: EUPL-1.2
"""Tables as text for Excel and LibreOffice: semicolons, a mark of UTF-8, and no cell that could be a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"


def inert(cell: str) -> str:
    """Return a cell that a spreadsheet shows and never computes."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV with semicolons; the first row is the heading."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([inert(cell) for cell in row])
    return BOM + out.getvalue()
