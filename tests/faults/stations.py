# SPDX-License-Identifier: EUPL-1.2
"""The working day once without any fault: a copy of everything after each step, and which system calls a step makes."""

import os
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.children import Child, Line, Tracer, counted
from tests.faults.script import Step, day_at, fresh_day, script, state_of, wrongs

MEMORY = Path("/dev/shm")

RECORDED = (
    "write", "pwrite64", "writev", "ftruncate", "fallocate", "fsync", "fdatasync", "rename", "renameat", "renameat2",
    "openat", "sendfile", "copy_file_range", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "close", "fcntl", "chmod", "fchmod",
)  # fmt: skip
"""System calls at which a plug can be pulled."""


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder that is gone afterwards; in memory where there is such a place, for what needs no real disk."""
    place = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="kalender-faults-", dir=place) as name:
        yield Path(name)


class Stations:
    """states[n]: what a person sees after n steps. The plan as it lay on the disk then is copied by at(n)."""

    def __init__(self, root: Path, seed: int, *, pictures: int = 4, steps: int | None = None) -> None:
        self.root, self.seed = root, seed
        self.steps: list[Step] = script(seed)[:steps]
        self.states: list[str] = []
        self._calls: dict[int, dict[str, int]] = {}
        self._copies = 0
        home = root / "day"
        fresh_day(home, seed, pictures=pictures)
        for number in range(len(self.steps) + 1):
            with day_at(home, seed) as day:
                if number:
                    day.step(number - 1)
                self.states.append(state_of(day.house))
                bad = wrongs(home, day.house)
                assert not bad, bad
            shutil.copytree(home, root / f"after{number:02d}")

    def at(self, number: int, place: Path | None = None) -> Path:
        """Return a copy of everything as it was after so many steps; place: another folder to put it in."""
        self._copies += 1
        target = (place or self.root) / f"try{self._copies:05d}"
        return shutil.copytree(self.root / f"after{number:02d}", target)

    def numbers(self, only: Collection[str] = ()) -> list[int]:
        """Return the numbers of the steps of these names, of all where none is named."""
        return [number for number, (name, _work) in enumerate(self.steps) if not only or name in only]

    def calls(self, step: int) -> dict[str, int]:
        """Return how often a step makes each system call."""
        if step not in self._calls:
            home, log = self.at(step), self.root / f"calls{step:02d}"

            def work(line: Line) -> None:
                with day_at(home, self.seed) as day:
                    line.say(ready=True)
                    line.wait()
                    day.step(step)
                    os._exit(0)

            with Child(work) as child:
                assert child.hear(), child.last_words()
                with Tracer(child, ["-e", f"trace={','.join(RECORDED)}"], log):
                    child.go()
                    assert child.hear() is None
                    assert child.end() == 0
            self._calls[step] = counted(log)
            shutil.rmtree(home)
        return self._calls[step]
