# SPDX-License-Identifier: EUPL-1.2
"""Reading, writing, syncing, renaming and removing fail at any place of a working day, or lie about what was written."""

import sys
from collections.abc import Collection

from tests.faults.failing import run_faults
from tests.faults.tally import Tally, main

FULL = 500
_BROKEN, _FORBIDDEN, _WOKEN = ("EIO",), ("EIO", "EROFS", "EACCES"), ("EINTR",)
ERRORS = {
    "fsync": _BROKEN, "fdatasync": (*_BROKEN, *_WOKEN), "pwrite64": _BROKEN, "write": ("EIO", "EINTR"),
    "ftruncate": _BROKEN, "rename": _FORBIDDEN, "openat": (*_FORBIDDEN, *_WOKEN), "unlink": _FORBIDDEN,
    "mkdir": _FORBIDDEN, "unlinkat": _FORBIDDEN, "rmdir": _BROKEN,
}  # fmt: skip
LIES = {"write": ("4096", "65536")}
"""Bytes that a disk claims to have taken and has not."""


def run(n: int, seed: int, broken: str = "", only: Collection[str] = ()) -> Tally:
    """Let n calls fail."""
    tally = Tally("io_errors", seed)
    run_faults(tally, n, ERRORS, broken, only)
    return tally


if __name__ == "__main__":
    sys.exit(main(run, FULL))
