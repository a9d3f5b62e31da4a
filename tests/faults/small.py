# SPDX-License-Identifier: EUPL-1.2
"""All harnesses of faults with small budgets over one working day, and each switch that breaks something on purpose."""

import sys
from collections.abc import Callable

from tests.faults.failing import fail
from tests.faults.full_disk import ERRORS as FULL_DISK
from tests.faults.io_errors import ERRORS, LIES
from tests.faults.kill import kill
from tests.faults.power import cut
from tests.faults.stations import Stations, scratch
from tests.faults.tally import SEED, Tally

Part = Callable[[Stations, Tally], Tally]

SOUND: dict[str, Part] = {
    "kill": lambda day, tally: kill(day, 12, tally),
    "full_disk": lambda day, tally: fail(day, 8, tally, FULL_DISK),
    "io_errors": lambda day, tally: fail(day, 10, tally, ERRORS),
    "lies": lambda day, tally: fail(day, 4, tally, LIES, only=("pictures",)),
    "power": lambda day, tally: cut(day, 40, tally),
    "rows-killed": lambda day, tally: kill(day, 5, tally, "", ("derive anew",), ("beside pwrite64",)),
    "rows-full": lambda day, tally: fail(day, 5, tally, FULL_DISK, only=("derive anew",)),
}
"""Nothing may be found here."""

BROKEN: dict[str, Part] = {
    "no-sync": lambda day, tally: cut(day, 6, tally, "no-sync", modes=("nothing",)),
    "no-journal": lambda day, tally: kill(day, 4, tally, "no-journal", ("alt", "table"), ("pwrite64",)),
    "picture-not-synced": lambda day, tally: cut(day, 6, tally, "picture-not-synced", modes=("nothing",)),
    "delete-before-replace": lambda day, tally: kill(
        day, 9, tally, "delete-before-replace", ("pictures",), ("write",)
    ),
    "hash-not-read-back": lambda day, tally: fail(day, 5, tally, LIES, "hash-not-read-back", ("pictures",)),
    "errors-swallowed": lambda day, tally: fail(day, 6, tally, FULL_DISK, "errors-swallowed", ("move",)),
    "rows-without-journal": lambda day, tally: kill(
        day, 4, tally, "no-journal", ("derive anew",), ("pwrite64",)
    ),
}
"""Something must be found here."""


def main(names: list[str]) -> int:
    """Run the parts of these names, all where none is named, and print a line for each."""
    with scratch() as root:
        day = Stations(root, SEED)
        for name, part in {**SOUND, **BROKEN}.items():
            if not names or name in names:
                sys.stdout.write(f"{part(day, Tally(name))}\n")
                sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
