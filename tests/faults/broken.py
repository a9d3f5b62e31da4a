# SPDX-License-Identifier: EUPL-1.2
"""Switches that break on purpose what keeps work safe, to see that a harness notices."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kalender.exchange import package
from kalender.media import shelf
from kalender.store import connection


def _no_sync() -> None:
    """The plan is written without waiting for the disk."""
    _set(connection, "_WRITING", ("journal_mode=TRUNCATE", "synchronous=OFF"))


def _no_journal() -> None:
    """The plan is written without a way back."""
    _set(connection, "_WRITING", ("journal_mode=OFF", "synchronous=FULL"))


def _picture_not_synced() -> None:
    """Pictures get their name before their bytes are on the disk."""

    def copied(source: Path, part: Path) -> str:
        part.write_bytes(source.read_bytes())
        return shelf.file_hash(part)

    _set(shelf, "_copied", copied)


def _delete_before_replace() -> None:
    """Files are taken away and written anew under their final name."""

    def put(part: Path, target: Path) -> None:
        if part.is_dir():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(part, target)
        else:
            target.unlink(missing_ok=True)
            data = part.read_bytes()
            with target.open("wb", buffering=0) as file:
                file.write(data[: len(data) // 2])
                file.write(data[len(data) // 2 :])

    _set(shelf, "put_in_place", put)
    _set(package, "put_in_place", put)


def _hash_not_read_back() -> None:
    """A picture is taken for what was read, whatever was written."""
    import hashlib

    def copied(source: Path, part: Path) -> str:
        data = source.read_bytes()
        with part.open("xb") as new:
            for at in range(0, len(data), shelf.CHUNK):
                new.write(data[at : at + shelf.CHUNK])
        return hashlib.sha256(data).hexdigest()

    _set(shelf, "_copied", copied)


def _errors_swallowed() -> None:
    """A transaction that could not be written is taken for written."""
    original = connection.Connection.sql

    def sql(self: Any, text: str, values: Any = ()) -> Any:
        if text == "COMMIT":
            try:
                return original(self, text, values)
            except Exception:  # noqa: BLE001 - that is what is broken here
                return []
        return original(self, text, values)

    _set(connection.Connection, "sql", sql)


def _set(where: Any, name: str, value: object) -> None:
    assert hasattr(where, name), f"{where} has no {name} any more: the switch breaks nothing"
    setattr(where, name, value)


SWITCHES: dict[str, Callable[[], None]] = {
    "no-sync": _no_sync,
    "no-journal": _no_journal,
    "picture-not-synced": _picture_not_synced,
    "delete-before-replace": _delete_before_replace,
    "hash-not-read-back": _hash_not_read_back,
    "errors-swallowed": _errors_swallowed,
}


def spoil(switch: str) -> None:
    """Break something in this process; an empty name breaks nothing."""
    if switch:
        SWITCHES[switch]()
