# SPDX-License-Identifier: EUPL-1.2
"""Making an empty plan file beside its final name, and clearing up after a program that died."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kalender.domain.format import Format, Platform
from kalender.domain.refusal import Refused
from kalender.store import place
from kalender.store.connection import Connection
from kalender.store.journal import Journal
from kalender.store.rows.fingerprint import fingerprint
from kalender.store.rows.projection import Projection


def take_back_what_was_cut_off(file: Path) -> None:
    """Let SQLite undo the write of a program that died; a reader may not. Another one that lives does it itself."""
    try:
        lock = place.Lock(file.parent)
    except Refused:
        return
    try:
        connection = Connection(file)
        connection.sql("SELECT count(*) FROM sqlite_master")
        connection.close()
        place.tidy(file)
    finally:
        lock.release()


def draft(
    file: Path, plan: str, device: str, formats: Mapping[str, Format], platforms: Mapping[str, Platform]
) -> Path:
    """Write an empty plan beside its final name."""
    from kalender.store.tables.laid_out import JOURNAL

    path = file.with_name(f"~{file.name}.part")
    path.unlink(missing_ok=True)
    path.touch()
    on = Connection(path)
    on.for_writing()
    try:
        on.sql("PRAGMA page_size = 4096")
        with on.transaction():
            on.sql(f"PRAGMA application_id = {place.APPLICATION}")
            on.sql(f"PRAGMA user_version = {place.JOURNAL}")
            for text in JOURNAL:
                on.sql(text)
            journal = Journal(on)
            journal.set_plan(plan)
            journal.set_device(device)
            Projection(on, journal, formats, platforms).create()
            journal.set_fact("rows", fingerprint(formats, platforms))
    except BaseException:
        on.close()
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
    finally:
        on.close()
        place.tidy(path)
    return path
