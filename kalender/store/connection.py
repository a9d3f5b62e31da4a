# SPDX-License-Identifier: EUPL-1.2
"""The one connection to a plan file: pragmas, transactions, and what a failing disk means in the domain's words."""

from __future__ import annotations

import errno
import sqlite3
import threading
import time
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import starmap
from pathlib import Path
from typing import Any

from kalender.domain.refusal import STORAGE, RefusalKind, Refused
from kalender.store.driver.beside import Beside, at_once
from kalender.store.driver.refusing import refusal_for
from kalender.store.place import changes, identity, inspect

_UNSOUND = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, zlib.error)
"""What taking stored values apart raises where they are not what was stored."""

_NO_RIGHT = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})

PATIENCE = 5.0
"""Seconds a statement waits for another program that holds the file; a window waits less, see wait_at_most()."""

SECOND_LOOK = 0.15
"""Seconds the look at a file after a failed write may take: a window stands still meanwhile."""

ROOMY = -192_000  # kilobytes, as a negative number

_READING = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "foreign_keys=ON",
    "cache_size=-16000",
    "secure_delete=OFF",
    "temp_store=MEMORY",
)
_WRITING = ("journal_mode=TRUNCATE", "synchronous=FULL")


class Connection:
    """Statements on a plan file, from any thread, one at a time. An error of SQLite becomes Refused.

    After a failed write the file is let go of: what the system says of it is no longer trusted. The next statement
    opens it anew, lets SQLite take the cut-off write back, and looks it over first, so the plan goes on working as soon
    as the disk does. A file that is gone or was replaced meanwhile is never opened in the place of the one that was.
    """

    def __init__(
        self,
        file: Path,
        *,
        read_only: bool = False,
        memory: sqlite3.Connection | None = None,
        beside: Beside = at_once,
    ) -> None:
        self.file = file
        self.read_only = read_only
        self.lock = threading.RLock()
        self._writing = self._whole = False
        self._memory = memory
        self._for_writing = self._sealed = self._closed = False
        self._patience = PATIENCE
        self._open_file: sqlite3.Connection | None = None
        self._beside = beside
        self._under_way: Callable[[], object] | None = None
        with self._worded():
            self._identity = identity(file)
            self._open()

    @property
    def _driver(self) -> sqlite3.Connection:
        """The open file; opened anew and looked over where it was let go of."""
        if self._open_file is None:
            assert not self._closed, "a statement on a plan that is closed"
            self.check_place()
            self._open(second_look=True)
        assert self._open_file is not None
        return self._open_file

    def _open(self, *, second_look: bool = False) -> None:
        if second_look:
            inspect(self.file)
        driver = self._memory or self._connected()
        try:
            _set(driver, _READING)
            if second_look:
                _look_over(driver)
            if self._for_writing:
                _set(driver, _WRITING)
        except BaseException:
            driver.close()
            raise
        self._open_file = driver

    def _connected(self) -> sqlite3.Connection:
        mode = "ro" if self.read_only else "rw"
        return sqlite3.connect(
            f"{self.file.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=self._patience,
            cached_statements=256,
        )

    def wait_at_most(self, seconds: float) -> None:
        """Wait no longer than this for another program that holds the file, and refuse PLAN_BUSY then."""
        with self.lock, self._worded():
            self._patience = seconds
            self._driver.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def check_place(self) -> None:
        """Raise Refused PLAN_VANISHED or PLAN_REPLACED where the file is no longer the one that was opened."""
        if self.copied:
            return
        now = identity(self.file)
        if now != self._identity:
            kind = RefusalKind.PLAN_VANISHED if now is None else RefusalKind.PLAN_REPLACED
            raise Refused(kind, path=str(self.file))

    def for_writing(self) -> None:
        """Get ready to write; called once the file is known to be a plan."""
        self._for_writing = True
        with self.lock, self._worded():
            _set(self._driver, _WRITING)

    def seal(self) -> None:
        """Write nothing from here on where the plan is only read, not even into a copy in memory."""
        self._sealed = self.read_only

    def to_memory(self) -> None:
        """Go on with a copy of the plan in memory; for readers whose rows must be derived anew."""
        memory = self._copy()
        self._let_go()
        self._memory = memory
        self._for_writing = False
        with self._worded():
            self._open()

    def twin(self) -> Connection:
        """Return a connection to a copy of the plan, in memory and, where it is large, in a file that SQLite removes."""
        with self.lock:
            return Connection(self.file, read_only=True, memory=self._copy(""), beside=self._beside)

    def snapshot(self) -> Connection:
        """Return a connection to a copy of the plan as it lies on the disk now, and not in the memory of this one."""
        if self.copied:
            return self.twin()
        with self.lock:
            self.check_place()
            fresh = Connection(self.file, read_only=True, beside=self._beside)
            try:
                return fresh.twin()
            finally:
                fresh.close()

    def _copy(self, place: str = ":memory:") -> sqlite3.Connection:
        memory = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
        try:
            with self._worded():
                self._driver.backup(memory)
        except BaseException:
            memory.close()
            raise
        return memory

    @property
    def copied(self) -> bool:
        """Tell whether this is a copy in memory."""
        return self._memory is not None

    def close(self) -> None:
        """Close the file; nothing may be called afterwards."""
        self._closed = True
        self._let_go()

    def _let_go(self) -> None:
        driver, self._open_file = self._open_file, None
        if driver is not None:
            driver.close()

    def sql(self, text: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run a statement and return all its rows."""
        with self.lock, self._worded():
            return self._calm().execute(text, values).fetchall()

    def each(self, text: str) -> Iterator[tuple[Any, ...]]:
        """Run a reading statement and yield its rows one by one; for a copy that nobody else uses meanwhile."""
        with self._worded():
            yield from self._calm().execute(text)

    def many(self, text: str, values: Sequence[Sequence[Any]]) -> None:
        """Run one statement for many rows of values."""
        if values:
            with self.lock, self._worded():
                self._calm().executemany(text, values)

    def aside(self, statements: Iterable[tuple[str, Sequence[Any]]]) -> None:
        """Run statements of this transaction beside what this thread does next, where something was given that can.

        Python's threads run beside a statement, so let each be for many rows. The next statement here waits for all of
        them, and raises what went wrong.
        """
        with self._worded():
            driver = self._calm()
            self._under_way = self._beside(lambda: deque(starmap(driver.execute, statements), 0))

    def _calm(self) -> sqlite3.Connection:
        """Return the open file as soon as no other thread of the transaction works with it; raises what that met."""
        if self._under_way is not None:
            self._under_way()
            self._under_way = None
        return self._driver

    @contextmanager
    def roomy(self) -> Iterator[None]:
        """Hold more of the file in memory while much is written: what does not fit goes to the disk twice, and waits for it."""
        before = self.sql("PRAGMA cache_size")[0][0]
        self.sql(f"PRAGMA cache_size={ROOMY}")
        try:
            yield
        finally:
            with suppress(Refused):
                self.sql(f"PRAGMA cache_size={before}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all or nothing. Not to be nested, but for whole()."""
        with self.lock:
            if self._whole:
                yield
                return
            assert not self._writing, "a transaction inside a transaction"
            if self.read_only and (self._sealed or not self.copied):
                raise Refused(RefusalKind.PLAN_READ_ONLY, path=str(self.file))
            self.check_place()
            if self._open_file is not None and self._open_file.in_transaction:
                self._doubt()  # somebody who read could not end it
            self.sql("BEGIN IMMEDIATE")
            self._writing = True
            try:
                yield
                self._commit()
            except BaseException as error:
                self._abandon(error)
                raise
            finally:
                self._writing = False

    def _commit(self) -> None:
        """Commit; an error at the very end may leave the transaction written, and then it is not to be refused."""
        before = None if self.copied else changes(self.file)
        try:
            self.sql("COMMIT")
        except Refused as refusal:
            if before is None or refusal.kind is not RefusalKind.WRITE_FAILED or not self._arrived(before):
                raise

    def _arrived(self, before: int) -> bool:
        """Tell whether a transaction whose end failed is in the file all the same, and make that last."""
        self._doubt()
        try:
            driver = self._driver
            if changes(self.file) in {before, None}:
                return False
            version = driver.execute("PRAGMA user_version").fetchone()[0]
            driver.execute("BEGIN IMMEDIATE")
            driver.execute(f"PRAGMA user_version = {version}")
            driver.execute("COMMIT")
        except (Refused, sqlite3.Error):
            self._doubt()
            return False
        return True

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Make all transactions inside one. An error inside must leave the block: nothing is written then."""
        with self.transaction():
            self._whole = True
            try:
                yield
            finally:
                self._whole = False

    def _abandon(self, error: BaseException) -> None:
        """Roll back; after a failed write also let go of the file."""
        driver = self._open_file
        if self._under_way is not None:
            with suppress(Exception):
                self._under_way()
            self._under_way = None
        failed = isinstance(error, Refused) and error.kind in STORAGE - {RefusalKind.PLAN_BUSY}
        try:
            if driver is not None and driver.in_transaction:
                driver.execute("ROLLBACK")
        except sqlite3.Error:
            failed = True
        if failed:
            self._doubt()

    def _doubt(self) -> None:
        """Let go of a file whose state in memory is no longer trusted, unless this is all that is left of it."""
        if not self.copied and identity(self.file) == self._identity:
            self._let_go()

    @contextmanager
    def decoding(self) -> Iterator[None]:
        """Take stored values apart, or follow where they lead; what cannot be is damage to the file."""
        try:
            yield
        except _UNSOUND as error:
            raise Refused(RefusalKind.PLAN_DAMAGED, path=str(self.file)) from error

    @contextmanager
    def _worded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            refusal = refusal_for(error, self.file, writing=self._writing)
            if not self._writing and isinstance(refusal, Refused) and refusal.kind in _DOUBTFUL:
                self._doubt()
            raise refusal from error
        except UnicodeDecodeError as error:
            raise Refused(RefusalKind.PLAN_DAMAGED, path=str(self.file)) from error


_DOUBTFUL = frozenset({RefusalKind.WRITE_FAILED, RefusalKind.PLAN_UNREADABLE})


def _set(driver: sqlite3.Connection, pragmas: Sequence[str]) -> None:
    for pragma in pragmas:
        driver.execute(f"PRAGMA {pragma}")


def _look_over(driver: sqlite3.Connection) -> None:
    """Let SQLite take back what was cut off and check as much of the file as the time allows; raises sqlite3.Error."""
    driver.execute("SELECT count(*) FROM sqlite_master").fetchone()
    end = time.monotonic() + SECOND_LOOK
    driver.set_progress_handler(lambda: time.monotonic() > end, 5_000)
    try:
        found = driver.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        return
    finally:
        driver.set_progress_handler(None, 0)
    if found != [("ok",)]:
        raise sqlite3.DatabaseError("malformed: " + str(found[0][0]))


def worded_os_error(error: OSError, path: Path) -> Refused:
    """Return the refusal for an error of the file system."""
    if error.errno in _FULL:
        return Refused(RefusalKind.DISK_FULL, path=str(path))
    if error.errno in _NO_RIGHT:
        return Refused(RefusalKind.PLAN_READ_ONLY, path=str(path))
    return Refused(
        RefusalKind.WRITE_FAILED, path=str(path), detail=errno.errorcode.get(error.errno or 0, "OSError")
    )
