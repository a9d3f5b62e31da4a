# SPDX-License-Identifier: EUPL-1.2
"""The one connection to a plan file: pragmas, transactions, and what a failing disk means in the domain's words."""

from __future__ import annotations

import errno
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kalender.domain.refusal import RefusalKind, Refused
from kalender.store.place import identity

_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_BUSY_MS = 1_000
_READING = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "foreign_keys=ON",
    "cache_size=-16000",
    "temp_store=MEMORY",
)
_WRITING = ("journal_mode=TRUNCATE", "synchronous=FULL")


class Connection:
    """Statements on a plan file, from any thread, one at a time.

    Outside a transaction each statement stands alone. An error of SQLite becomes Refused; the open transaction is
    rolled back, and after a failed write the file is opened anew, so that the plan goes on working.
    """

    def __init__(
        self, file: Path, *, read_only: bool = False, memory: sqlite3.Connection | None = None
    ) -> None:
        self.file = file
        self.read_only = read_only
        self.lock = threading.RLock()
        self._writing = False
        self._memory = memory
        self._for_writing = False
        with self._worded():
            self._open()

    def _open(self) -> None:
        self._identity = identity(self.file)
        self._driver = self._memory or self._connected()
        try:
            for pragma in _READING:
                self._driver.execute(f"PRAGMA {pragma}")
            if self._for_writing:
                self._ready_to_write()
        except BaseException:
            self.close()
            raise

    def _connected(self) -> sqlite3.Connection:
        mode = "ro" if self.read_only else "rw"
        return sqlite3.connect(
            f"{self.file.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=_BUSY_MS / 1000,
            cached_statements=256,
        )

    def for_writing(self) -> None:
        """Get ready to write; called once the file is known to be a plan."""
        self._for_writing = True
        with self.lock, self._worded():
            self._ready_to_write()

    def _ready_to_write(self) -> None:
        for pragma in _WRITING:
            self._driver.execute(f"PRAGMA {pragma}")

    def to_memory(self) -> None:
        """Go on with a copy of the plan in memory; for readers whose rows must be derived anew."""
        memory = self._copy()
        self.close()
        self._memory = memory
        self._for_writing = False
        with self._worded():
            self._open()

    def twin(self) -> Connection:
        """Return a connection to a copy of the plan in memory."""
        with self.lock:
            return Connection(self.file, read_only=True, memory=self._copy())

    def _copy(self) -> sqlite3.Connection:
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        with self._worded():
            self._driver.backup(memory)
        return memory

    @property
    def copied(self) -> bool:
        """Tell whether this is a copy in memory."""
        return self._memory is not None

    def close(self) -> None:
        """Close the file; nothing may be called afterwards."""
        self._driver.close()

    def sql(self, text: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run a statement and return all its rows."""
        with self.lock, self._worded():
            return self._driver.execute(text, values).fetchall()

    def many(self, text: str, values: Sequence[Sequence[Any]]) -> None:
        """Run one statement for many rows of values."""
        if values:
            with self.lock, self._worded():
                self._driver.executemany(text, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all or nothing. Not to be nested."""
        with self.lock:
            assert not self._writing, "a transaction inside a transaction"
            if self.read_only and not self.copied:
                raise Refused(RefusalKind.PLAN_READ_ONLY, path=str(self.file))
            if not self.copied and identity(self.file) != self._identity:
                raise Refused(RefusalKind.WRITE_FAILED, path=str(self.file), reason="replaced")
            self.sql("BEGIN IMMEDIATE")
            self._writing = True
            try:
                yield
                self.sql("COMMIT")
            except BaseException as error:
                self._abandon(reopen=isinstance(error, Refused) and not self.copied)
                raise
            finally:
                self._writing = False

    def _abandon(self, *, reopen: bool) -> None:
        """Roll back; after a failed write also let go of the file, for its state in memory is no longer trusted."""
        try:
            if self._driver.in_transaction:
                self._driver.execute("ROLLBACK")
        except sqlite3.Error:
            reopen = not self.copied
        if reopen:
            self.close()
            with self._worded():
                self._open()

    @contextmanager
    def decoding(self) -> Iterator[None]:
        """Take stored values apart; what cannot be is damage to the file."""
        try:
            yield
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise Refused(RefusalKind.PLAN_DAMAGED, path=str(self.file)) from error

    @contextmanager
    def _worded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._refusal(error) from error
        except UnicodeDecodeError as error:
            raise Refused(RefusalKind.PLAN_DAMAGED, path=str(self.file)) from error

    def _refusal(self, error: sqlite3.Error) -> Exception:
        code = getattr(error, "sqlite_errorcode", None)
        path = str(self.file)
        if code is None:
            text = str(error)
            damaged = "decode" in text or "malformed" in text
            return Refused(RefusalKind.PLAN_DAMAGED, path=path) if damaged else error
        primary = code & 0xFF
        if primary in _DAMAGE:
            return Refused(RefusalKind.PLAN_DAMAGED, path=path)
        if primary == sqlite3.SQLITE_FULL:
            return Refused(RefusalKind.DISK_FULL, path=path)
        if primary == sqlite3.SQLITE_READONLY:
            return Refused(RefusalKind.PLAN_READ_ONLY, path=path)
        if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return Refused(RefusalKind.PLAN_IN_USE, path=path)
        if primary in {
            sqlite3.SQLITE_IOERR,
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_PROTOCOL,
            sqlite3.SQLITE_PERM,
        }:
            return Refused(RefusalKind.WRITE_FAILED, path=path, reason=getattr(error, "sqlite_errorname", ""))
        return error


def worded_os_error(error: OSError, path: Path) -> Refused:
    """Return the refusal for an error of the file system."""
    full = (
        error.errno in {errno.ENOSPC, errno.EDQUOT}
        if hasattr(errno, "EDQUOT")
        else error.errno == errno.ENOSPC
    )
    return Refused(RefusalKind.DISK_FULL if full else RefusalKind.WRITE_FAILED, path=str(path))
