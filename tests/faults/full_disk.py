# SPDX-License-Identifier: EUPL-1.2
"""The disk is full at any write of a working day."""

import sys
from collections.abc import Collection

from tests.faults.failing import run_faults
from tests.faults.tally import Tally, main

FULL = 500
ERRORS = {
    "write": ("ENOSPC",), "pwrite64": ("ENOSPC",), "ftruncate": ("ENOSPC",), "fallocate": ("ENOSPC",),
    "mkdir": ("ENOSPC",), "fsync": ("ENOSPC", "EDQUOT"), "fdatasync": ("ENOSPC",), "openat": ("ENOSPC",),
}  # fmt: skip


def run(n: int, seed: int, broken: str = "", only: Collection[str] = ()) -> Tally:
    """Let n writes find no room."""
    tally = Tally("full_disk", seed)
    run_faults(tally, n, ERRORS, broken, only)
    return tally


if __name__ == "__main__":
    sys.exit(main(run, FULL))
