# SPDX-License-Identifier: EUPL-1.2
"""What a harness counts, and the one line that every harness prints."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

SEED = 20261201
"""The seed of every run that names no other; the line printed at the end names the one that was used."""


@dataclass
class Tally:
    """One run of a harness. crashed: unworded exceptions or dead children; lost: acknowledged work that is gone.

    more: further figures by name; trouble: one line for each thing that must not be, to be looked at again by seed.
    """

    harness: str
    seed: int = SEED
    tried: int = 0
    crashed: int = 0
    hung: int = 0
    lost: int = 0
    more: dict[str, object] = field(default_factory=dict)
    trouble: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing happened that must not."""
        return not (self.crashed or self.hung or self.lost or self.trouble)

    def __str__(self) -> str:
        head = (
            f"{self.harness}: tried {self.tried}, crashed {self.crashed}, hung {self.hung}, lost {self.lost}"
        )
        more = "".join(f", {name} {value}" for name, value in self.more.items())
        lines = [f"{head}{more}, seed {self.seed}", *(f"  {line}" for line in self.trouble[:60])]
        return "\n".join(lines)


def main(run: Callable[[int, int], Tally], usual: int, arguments: Sequence[str] | None = None) -> int:
    """Run a harness from the command line (`python -m tests.faults.damage 1000 --seed 7`); 1 where it found something."""
    parser = argparse.ArgumentParser()
    parser.add_argument("n", nargs="?", type=int, default=usual, help=f"how often; {usual} where not said")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args(arguments)
    tally = run(given.n, given.seed)
    sys.stdout.write(f"{tally}\n")
    sys.stdout.flush()
    return 0 if tally.ok else 1


def budget(small: int, harness: str) -> int:
    """How often a harness runs inside the tests: small, or KALENDER_FAULTS_<HARNESS> where that is set."""
    return int(os.environ.get(f"KALENDER_FAULTS_{harness.upper()}", str(small)))
