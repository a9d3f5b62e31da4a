# SPDX-License-Identifier: EUPL-1.2
"""A few child processes with limits, in which foreign files are decoded: a broken one kills a child, never the app."""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from kalender.jobs.parcel import TOLD
from kalender.services.ports import WorkerDied, WorkerTimeout

if (
    TYPE_CHECKING
):  # whoever only looks at a plan needs no processes: what makes them is imported with the first
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")
Hear = Callable[[int, int], object]
"""Told how much of how much is done."""

MEMORY = 1536 * 1024 * 1024
"""Bytes of address space a child may use, where the system can limit it."""

START_TIME = 30.0
"""Seconds a child may take to start."""


class _Child:
    """One process and the line to it. Only the thread that borrowed it talks on the line."""

    def __init__(self, memory: int) -> None:
        import multiprocessing

        from kalender.jobs.child import serve

        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._line: Connection = here
        self._process: BaseProcess = context.Process(
            target=serve, args=(there, memory), name="kalender-worker", daemon=True
        )
        try:
            self._process.start()
        except OSError as error:
            here.close()
            raise WorkerDied("no process could be started") from error
        finally:
            there.close()
        self._fresh = True

    def call(
        self, func: Callable[..., object], args: tuple[object, ...], timeout: float, hear: Hear | None = None
    ) -> tuple[bool, object]:
        """Return (True, result) or (False, exception). Raises WorkerDied or WorkerTimeout: the child is of no use then."""
        from pickle import UnpicklingError

        from kalender.jobs.parcel import unpacked

        try:
            if self._fresh:
                self._answer(START_TIME)
                self._fresh = False
            self._line.send((func, args, hear is not None))
            return unpacked(self._answer(timeout, hear))
        except (EOFError, OSError) as error:
            raise WorkerDied("the process ended before it answered") from error
        except UnpicklingError as error:
            raise WorkerDied("the process answered with something else") from error

    def _answer(self, seconds: float, hear: Hear | None = None) -> bytes:
        end = time.monotonic() + seconds
        while self._line.poll(max(0.0, end - time.monotonic())):
            found = self._line.recv_bytes()
            if not found.startswith(TOLD):
                return found
            if hear is not None:
                done, of = json.loads(found[len(TOLD) :])
                hear(int(done), int(of))
        raise WorkerTimeout(f"no answer within {seconds:g} s")

    def kill(self) -> None:
        """End the process, whatever it is doing; whoever waits on the line hears of it. From any thread."""
        self._process.kill()

    def bury(self) -> None:
        """End the process and give back what it held. Only by the thread that borrowed it."""
        self._process.kill()
        self._process.join(5)
        self._line.close()


class PicturePool:
    """Children are started when they are first needed and used again; one that failed is replaced."""

    def __init__(self, workers: int = 2, *, memory: int = MEMORY) -> None:
        self._memory = memory
        self._free: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        for _ in range(workers):
            self._free.put(None)
        self._lock = threading.Lock()
        self._children: set[_Child] = set()
        self._closed = False

    def call(self, func: Callable[..., T], *args: object, timeout: float = 10.0) -> T:
        """Run func(*args) in a child and return its result; waits for a free child first. From any thread.

        func: a top-level function; arguments and result travel as pickles, the result of plain values, enums and
        dataclasses of kalender only (see parcel.py). timeout: seconds of work.
        Raises what func raises, WorkerDied, or WorkerTimeout.
        """
        return self._called(func, args, timeout, None)

    def follow(self, func: Callable[..., T], *args: object, timeout: float, hear: Hear) -> T:
        """As call(), for a func that takes tell=: hear is told (done, of) now and then, and may raise to end the child."""
        return self._called(func, args, timeout, hear)

    def _called(
        self, func: Callable[..., T], args: tuple[object, ...], timeout: float, hear: Hear | None
    ) -> T:
        child = self._free.get()
        whole = False
        try:
            if child is None:
                child = self._start()
            good, result = child.call(func, args, timeout, hear)
            whole = True
        finally:
            if child is not None and (not whole or self._closed):
                self._drop(child)
                child = None
            self._free.put(child)
        if good:
            answer: T = result  # type: ignore[assignment]  # func says what it returns, the parcel cannot
            return answer
        assert isinstance(result, BaseException)
        raise result

    def _start(self) -> _Child:
        with self._lock:
            if self._closed:
                raise WorkerDied("the pool is closed")
            child = _Child(self._memory)
            self._children.add(child)
            return child

    def _drop(self, child: _Child) -> None:
        with self._lock:
            self._children.discard(child)
        child.bury()

    def close(self) -> None:
        """End all children; calls under way fail with WorkerDied."""
        with self._lock:
            self._closed = True
            children = list(self._children)
        for child in children:
            child.kill()
        slots: list[_Child | None] = []
        while True:
            try:
                slots.append(self._free.get_nowait())
            except queue.Empty:
                break
        for idle in slots:  # nobody else would bury them
            if idle is not None:
                self._drop(idle)
            self._free.put(None)


class InlineWorker:
    """Runs everything here and now: for tests that need no protection."""

    def call(self, func: Callable[..., T], *args: object, timeout: float = 10.0) -> T:
        """Return func(*args)."""
        del timeout
        return func(*args)

    def follow(self, func: Callable[..., T], *args: object, timeout: float, hear: Hear) -> T:
        """Return func(*args, tell=hear)."""
        del timeout
        return func(*args, tell=hear)

    def close(self) -> None:
        """Do nothing: there is nobody to end."""
