# SPDX-License-Identifier: EUPL-1.2
"""The disk is full at any write of a working day."""

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.failing import Crowd, Failing, fail
from tests.faults.stations import Stations, scratch
from tests.faults.tally import Tally, main

FULL = 500
SIZE = "3m"
ERRORS = {
    "write": ("ENOSPC",), "pwrite64": ("ENOSPC",), "ftruncate": ("ENOSPC",), "fallocate": ("ENOSPC",),
    "mkdir": ("ENOSPC",), "fsync": ("ENOSPC", "EDQUOT"), "fdatasync": ("ENOSPC",), "openat": ("ENOSPC",),
}  # fmt: skip


@contextmanager
def small_disk(place: Path) -> Iterator[bool]:
    """Mount a disk of a few megabytes, where this user may; tell whether it is there."""
    place.mkdir()
    mount = shutil.which("mount")
    there = False
    if mount is not None:
        command = [mount, "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
        there = subprocess.run(command, check=False, capture_output=True).returncode == 0
    try:
        yield there
    finally:
        if there:
            subprocess.run(["umount", str(place)], check=True)


def crowd(stations: Stations, n: int, tally: Tally, place: Path) -> None:
    """Do steps on a real disk that is filled up, with a few pages left."""
    chance = random.Random(tally.seed)
    failing = Failing(stations, tally, place=place)
    for _ in range(n):
        failing.one(Crowd(chance.randrange(len(stations.steps)), 4096 * chance.randrange(12)))
    tally.more["on a small disk"] = n
    tally.more["refused there"] = sum(failing.said.values())


def run(n: int, seed: int) -> Tally:
    """Let n writes find no room, and one in ten more on a real small disk."""
    with scratch() as root, small_disk(root / "disk") as there:
        stations, tally = Stations(root / "day", seed), Tally("full_disk", seed)
        fail(stations, n, tally, ERRORS)
        if there:
            crowd(stations, max(1, n // 10), tally, root / "disk")
        else:
            tally.more["on a small disk"] = "0, this user may not mount one"
    return tally


if __name__ == "__main__":
    sys.exit(main(run, FULL))
