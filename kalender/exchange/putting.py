# SPDX-License-Identifier: EUPL-1.2
"""Puts a file where a person asked for it: written aside, then given its name, so that there is never half of one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from kalender.domain.refusal import RefusalKind, Refused
from kalender.store.place import put_in_place

_FULL = (errno.ENOSPC, errno.EDQUOT)


def put_file(data: bytes, out: Path) -> None:
    """Write a file, over an older one of that name.

    Raises Refused OUT_IS_FOLDER, DISK_FULL or OUT_FAILED and leaves the older one then.
    """
    if not out.name or out.is_dir():
        raise Refused(RefusalKind.OUT_IS_FOLDER, path=str(out))
    draft = out.with_name(f"{out.name[:100]}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            with draft.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            put_in_place(draft, out)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        if error.errno in _FULL:
            raise Refused(RefusalKind.DISK_FULL) from error
        raise Refused(RefusalKind.OUT_FAILED, path=str(out), detail=error.strerror or str(error)) from error
