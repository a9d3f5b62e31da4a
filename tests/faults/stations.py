# SPDX-License-Identifier: EUPL-1.2
"""The working day once without any fault: a copy of everything after each step, and which system calls a step makes."""

import os
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.children import Child, Line, Tracer, counted
from tests.faults.script import Step, at_first_rows, day_at, fresh_day, script, state_of, wrongs

MEMORY = Path("/dev/shm")

RECORDED = (
    "write", "pwrite64", "writev", "ftruncate", "fallocate", "fsync", "fdatasync", "rename", "renameat", "renameat2",
    "openat", "sendfile", "copy_file_range", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "close", "fcntl", "chmod", "fchmod",
)  # fmt: skip
"""System calls at which a plug can be pulled."""

BESIDE = "beside "
"""Stands before the name of a system call that is counted from the moment on in which a second thread writes rows."""


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
        """Return how often a step makes each system call; BESIDE before those of a second thread, from its first rows on."""
        if step not in self._calls:
            self._calls[step] = self._counted(step)
            if self.steps[step][0] == "derive anew":
                found = self._counted(step, beside=True)
                self._calls[step] |= {BESIDE + call: count for call, count in found.items()}
        return self._calls[step]

    def _counted(self, step: int, *, beside: bool = False) -> dict[str, int]:
        home, log = self.at(step), self.root / f"calls{step:02d}"

        def work(line: Line) -> None:
            with day_at(home, self.seed) as day:
                begin(line, beside=beside)
                day.step(step)
                os._exit(0)

        with Child(work) as child:
            assert child.hear(), child.last_words()
            with Tracer(child, ["-e", f"trace={','.join(RECORDED)}"], log):
                child.go()
                assert child.hear() is None
                assert child.end() == 0
        shutil.rmtree(home)
        return counted(log, without=child.pid if beside else 0)


def begin(line: Line, *, beside: bool) -> None:
    """Let the parent take hold of this process: now, or as soon as a second thread is about to write rows."""
    if beside:
        at_first_rows(line.get_ready)
    else:
        line.get_ready()
