# SPDX-License-Identifier: EUPL-1.2
"""Reads files of formats, from a copy in JSON where nothing has changed: TOML takes ten times as long."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

from kalender.formats.schema import Table, read

_DAY = "day"
"""The only key of an object that stands for a date, which JSON does not know."""


class Reader:
    """Gives the tables of files. copy: the file that keeps them; a file counts as unchanged by size and time.

    What the copy says is checked like the files themselves, so that nobody gains anything by changing it.
    """

    def __init__(self, copy: Path | None = None) -> None:
        self._copy = copy
        self._kept: dict[str, object] = {}
        self._used: dict[str, object] = {}
        if copy is not None:
            try:
                kept = json.loads(copy.read_bytes(), object_hook=_with_dates)
            except (OSError, ValueError):
                kept = None  # none yet, or not ours: read the files themselves
            self._kept = kept if isinstance(kept, dict) else {}

    def table(self, path: Path) -> Table:
        """Return the tables of a file; raises Wrong where it cannot be read."""
        try:
            facts = path.stat()
        except OSError:
            return read(path)
        stamp = [facts.st_size, facts.st_mtime_ns]
        match self._kept.get(str(path)):
            case [size, time, dict(table)] if [size, time] == stamp:
                pass
            case _:
                table = read(path)
        self._used[str(path)] = [*stamp, table]
        return table

    def keep(self) -> None:
        """Write the copy where it is another; without a place for it nothing is lost."""
        if self._copy is None or self._used == self._kept:
            return
        draft = self._copy.with_suffix(".new")
        try:
            self._copy.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(self._used, default=_without_dates), encoding="utf-8")
            draft.replace(self._copy)
        except (OSError, TypeError):
            with suppress(OSError):
                draft.unlink()


def _without_dates(value: object) -> dict[str, str]:
    if type(value) is date:
        return {_DAY: value.isoformat()}
    raise TypeError(type(value).__name__)


def _with_dates(found: dict[str, object]) -> object:
    if len(found) == 1 and isinstance(day := found.get(_DAY), str):
        return date.fromisoformat(day)
    return found
