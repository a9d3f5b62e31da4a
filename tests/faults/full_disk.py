# SPDX-License-Identifier: EUPL-1.2
"""The disk is full at any write of a working day."""

import sys

from tests.faults.failing import fail
from tests.faults.stations import Stations, scratch
from tests.faults.tally import Tally, main

FULL = 500
ERRORS = {
    "write": ("ENOSPC",), "pwrite64": ("ENOSPC",), "ftruncate": ("ENOSPC",), "fallocate": ("ENOSPC",),
    "mkdir": ("ENOSPC",), "fsync": ("ENOSPC", "EDQUOT"), "fdatasync": ("ENOSPC",), "openat": ("ENOSPC",),
}  # fmt: skip


def run(n: int, seed: int) -> Tally:
    """Let n writes find no room."""
    with scratch() as root:
        return fail(Stations(root, seed), n, Tally("full_disk", seed), ERRORS)


if __name__ == "__main__":
    sys.exit(main(run, FULL))
