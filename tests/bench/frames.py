# SPDX-License-Identifier: EUPL-1.2
"""Frames measured: wall time beside the time the process itself had the processor, which a busy machine cannot spoil."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

TARGET = 16.0
"""Milliseconds of processor that a frame may take at the 95th percentile."""


class Frames:
    """Collects frames of one kind, in milliseconds."""

    def __init__(self, what: str, target: float | None = TARGET) -> None:
        self.what = what
        self.target = target
        self.wall: list[float] = []
        self.cpu: list[float] = []

    @contextmanager
    def frame(self) -> Iterator[None]:
        """Measure what is done inside as one frame."""
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.cpu.append((time.process_time() - cpu) * 1000)
        self.wall.append((time.perf_counter() - wall) * 1000)

    def again(self, work: Callable[[], object], rounds: int) -> Frames:
        """Measure a work so many times, and return self."""
        for _ in range(rounds):
            with self.frame():
                work()
        return self

    def only_over(self, least: float) -> None:
        """Leave out what took less of the processor: turns of the event loop in which nothing was to be done."""
        kept = [at for at, took in enumerate(self.cpu) if took > least]
        self.wall, self.cpu = [self.wall[at] for at in kept], [self.cpu[at] for at in kept]

    def tell(self) -> None:
        """Print median, 95th percentile and maximum of the processor's time, the same of wall time, and how many."""
        limit = f"  (target p95 {self.target:.0f} ms)" if self.target else ""
        put(f"{self.what:<44} cpu {spread(self.cpu)}   wall {spread(self.wall)}   n {len(self.cpu)}{limit}")


def spread(values: list[float]) -> str:
    """Return median, 95th percentile and maximum."""
    if not values:
        return "none"
    ordered = sorted(values)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"p50 {statistics.median(ordered):6.2f}  p95 {late:6.2f}  max {ordered[-1]:6.2f}"


def put(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
