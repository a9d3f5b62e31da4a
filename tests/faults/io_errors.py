# SPDX-License-Identifier: EUPL-1.2
"""Reading, writing, syncing, renaming and removing fail at any place of a working day, or lie about what was written."""

import sys

from tests.faults.failing import fail
from tests.faults.stations import Stations, scratch
from tests.faults.tally import Tally, main

FULL = 500
_BROKEN, _FORBIDDEN, _WOKEN = ("EIO",), ("EIO", "EROFS", "EACCES"), ("EINTR",)
ERRORS = {
    "fsync": _BROKEN, "fdatasync": (*_BROKEN, *_WOKEN), "pwrite64": _BROKEN, "write": ("EIO", "EINTR"),
    "ftruncate": _BROKEN, "rename": _FORBIDDEN, "openat": (*_FORBIDDEN, *_WOKEN), "unlink": _FORBIDDEN,
    "mkdir": _FORBIDDEN, "unlinkat": _FORBIDDEN, "rmdir": _BROKEN,
}  # fmt: skip
LIES = {"write": ("512",)}
"""Bytes that a disk claims to have taken and has not."""


def run(n: int, seed: int) -> Tally:
    """Let n calls fail."""
    with scratch() as root:
        return fail(Stations(root, seed), n, Tally("io_errors", seed), ERRORS)


if __name__ == "__main__":
    sys.exit(main(run, FULL))
