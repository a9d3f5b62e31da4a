# SPDX-License-Identifier: EUPL-1.2
"""The plan that is open, saved in another folder: for when its own file was taken away while it was in use."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kalender.domain.refusal import RefusalKind, Refused
from kalender.store import place
from kalender.store.backup.snapshot import copy_journal
from kalender.store.connection import Connection, worded_os_error
from kalender.store.journal import Journal


def put_elsewhere(source: Connection, folder: Path, device: str) -> None:
    """Write the journal of an open plan into a folder that has no plan; its rows are derived when it is opened.

    device: id of the new file's writer. The old file may turn up again and be written to: the two must not be taken
    for one. Raises Refused PLAN_EXISTS, PLAN_IN_SYNCED_FOLDER, DISK_FULL, WRITE_FAILED; nothing is left behind then.
    """
    file = folder / place.PLAN
    if place.synced(folder):
        raise Refused(RefusalKind.PLAN_IN_SYNCED_FOLDER, path=str(folder))
    if file.exists():
        raise Refused(RefusalKind.PLAN_EXISTS, path=str(folder))
    draft = file.with_name(f"~{file.name}.part")
    try:
        (folder / place.PICTURES).mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        try:
            copy_journal(source, draft)
            copy = Connection(draft)
            try:
                copy.for_writing()
                with copy.transaction():
                    Journal(copy).set_device(device)
            finally:
                copy.close()
                place.tidy(draft)
            with draft.open("rb+") as stream:
                os.fsync(stream.fileno())
            place.put_in_place(draft, file)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        place.sync_folders([folder, folder.parent])
    except OSError as error:
        raise worded_os_error(error, folder) from error
