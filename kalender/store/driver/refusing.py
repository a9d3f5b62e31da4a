# SPDX-License-Identifier: EUPL-1.2
"""What SQLite says of a failing disk or a damaged file, in the domain's words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kalender.domain.refusal import RefusalKind, Refused

_DAMAGE = frozenset(
    {
        sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_INTERNAL,
    }
)  # fmt: skip
"""What SQLite says of a damaged file. Statements are fixed text: "no such table" or a doubled key comes of damage."""

_READ_ERRORS = frozenset({sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ})

_KINDS = {
    sqlite3.SQLITE_FULL: RefusalKind.DISK_FULL,
    sqlite3.SQLITE_READONLY: RefusalKind.PLAN_READ_ONLY,
    sqlite3.SQLITE_BUSY: RefusalKind.PLAN_BUSY,
    sqlite3.SQLITE_LOCKED: RefusalKind.PLAN_BUSY,
    sqlite3.SQLITE_IOERR: RefusalKind.WRITE_FAILED,
    sqlite3.SQLITE_CANTOPEN: RefusalKind.WRITE_FAILED,
    sqlite3.SQLITE_PROTOCOL: RefusalKind.WRITE_FAILED,
    sqlite3.SQLITE_PERM: RefusalKind.WRITE_FAILED,
}


def refusal_for(error: sqlite3.Error, file: Path, *, writing: bool) -> Exception:
    """Return what an error of SQLite means for the plan in a file, or the error itself where it means none of that."""
    code = getattr(error, "sqlite_errorcode", None)
    path = str(file)
    if code is None:
        text = str(error)
        damaged = "decode" in text or "malformed" in text
        return Refused(RefusalKind.PLAN_DAMAGED, path=path) if damaged else error
    primary = code & 0xFF
    if primary in _DAMAGE:
        return Refused(RefusalKind.PLAN_DAMAGED, path=path)
    kind = _KINDS.get(primary)
    if kind is None:
        return error
    if code in _READ_ERRORS or (kind is RefusalKind.WRITE_FAILED and not writing):
        kind = RefusalKind.PLAN_UNREADABLE
    return Refused(kind, path=path, detail=getattr(error, "sqlite_errorname", ""))
