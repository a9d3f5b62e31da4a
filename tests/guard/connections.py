# SPDX-License-Identifier: EUPL-1.2
"""Knows every connection to SQLite that was opened and not closed: on Windows one keeps its file from being moved."""

import functools
import sqlite3
import weakref
from typing import Any

_open: "weakref.WeakSet[Watched]" = weakref.WeakSet()


class Watched(sqlite3.Connection):
    """A connection that is known until it is closed."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.place = given[0] if given else named.get("database")
        _open.add(self)

    def close(self) -> None:
        """Close it and forget it."""
        super().close()
        _open.discard(self)


def watch() -> None:
    """Makes every connection a watched one."""
    watched = functools.partial(sqlite3.connect, factory=Watched)
    setattr(sqlite3, "connect", watched)  # noqa: B010 - mypy forbids the plain assignment


def still_open() -> set[Watched]:
    """Return the connections nobody has closed, those included that nobody holds and the collector has not found."""
    return set(_open)
