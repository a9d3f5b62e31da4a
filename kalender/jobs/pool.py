# SPDX-License-Identifier: EUPL-1.2
"""A few child processes with limits, in which foreign files are decoded: a broken one kills a child, never the app."""

from __future__ import annotations

import multiprocessing
import queue
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

from kalender.jobs.child import serve
from kalender.services.ports import WorkerDied, WorkerTimeout

T = TypeVar("T")

MEMORY = 1536 * 1024 * 1024
"""Bytes of address space a child may use, where the system can limit it."""

START_TIME = 30.0
"""Seconds a child may take to start before its first answer."""


class _Child:
    """One process and the line to it."""

    def __init__(self, memory: int) -> None:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._line: Connection = here
        self._process: BaseProcess = context.Process(
            target=serve, args=(there, memory), name="kalender-worker", daemon=True
        )
        self._process.start()
        there.close()
        self._fresh = True

    def call(self, func: Callable[..., T], args: tuple[object, ...], timeout: float) -> T:
        limit = timeout + (START_TIME if self._fresh else 0.0)
        try:
            self._line.send((func, args))
            if not self._line.poll(limit):
                raise WorkerTimeout(f"no answer within {timeout:g} s")
            good, result = self._line.recv()
        except (EOFError, OSError) as error:
            raise WorkerDied("the process ended before it answered") from error
        self._fresh = False
        if good:
            answer: T = result
            return answer
        raise result

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._line.close()
        self._process.kill()
        self._process.join(5)
        self._process.close()


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
        """Run func(*args) in a child and return its result; waits for a free child first.

        func: a top-level function; arguments and result travel as pickles. timeout: seconds of work.
        Raises what func raises, WorkerDied, or WorkerTimeout.
        """
        child = self._free.get()
        keep = False
        try:
            if child is None:
                child = self._start()
            result = child.call(func, args, timeout)
            keep = True
            return result
        except WorkerDied:
            raise
        except BaseException:
            keep = child is not None and not self._closed
            raise
        finally:
            if not keep and child is not None:
                self._drop(child)
                child = None
            self._free.put(child)

    def _start(self) -> _Child:
        with self._lock:
            if self._closed:
                raise WorkerDied("the pool is closed")
            child = _Child(self._memory)
            self._children.add(child)
            return child

    def _drop(self, child: _Child) -> None:
        with self._lock:
            if child in self._children:
                self._children.discard(child)
                child.end()

    def close(self) -> None:
        """End all children; calls under way fail with WorkerDied."""
        with self._lock:
            self._closed = True
            children, self._children = self._children, set()
        for child in children:
            child.end()


class InlineWorker:
    """Runs everything here and now: for tests that need no protection."""

    def call(self, func: Callable[..., T], *args: object, timeout: float = 10.0) -> T:
        """Return func(*args)."""
        del timeout
        return func(*args)
