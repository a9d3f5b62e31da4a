# SPDX-License-Identifier: EUPL-1.2
"""Reads a foreign table, whatever its name says: workbooks and CSV become sheets of plain cells."""

from __future__ import annotations

from pathlib import Path

from kalender.domain.refusal import RefusalKind
from kalender.exchange.delimited import read_csv
from kalender.exchange.sheets import MOST_BYTES, Sheet, TableRefused
from kalender.exchange.workbooks import is_workbook, read_workbook


def read_tables(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a file; meant to run in a child process with limits, so only plain values come back.

    Raises TableRefused: FILE_MISSING, FILE_UNREADABLE, TABLE_TOO_LARGE, TABLE_ENCRYPTED, TABLE_EMPTY.
    """
    try:
        if not path.is_file():
            raise TableRefused(RefusalKind.FILE_MISSING)
        size = path.stat().st_size
        if size == 0:
            raise TableRefused(RefusalKind.TABLE_EMPTY)
        if size > MOST_BYTES:
            raise TableRefused(RefusalKind.TABLE_TOO_LARGE)
        with path.open("rb") as file:
            start = file.read(8)
        if is_workbook(start):
            return read_workbook(path)
        return (read_csv(path.read_bytes()),)
    except OSError as error:
        raise TableRefused(RefusalKind.FILE_UNREADABLE) from error
