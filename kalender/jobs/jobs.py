# SPDX-License-Identifier: EUPL-1.2
"""Work beside the window: a thread does it, the window's thread hears of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")

THREADS = 2


class Cancelled(Exception):  # noqa: N818 - what happened, not a defect
    """Raised inside a job by report() after somebody cancelled it."""


@dataclass(eq=False)
class Job:
    """A piece of work. done, total: how far it is; total 0 means that nobody knows."""

    id: int
    label: str
    done: int = 0
    total: int = 0
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _tell: Callable[[Job], None] = field(default=lambda _job: None)

    def report(self, done: int, total: int) -> None:
        """Tell how far the work is; raises Cancelled where nobody wants it any more."""
        if self._cancelled.is_set():
            raise Cancelled
        self.done, self.total = done, total
        self._tell(self)

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Tell whether somebody asked the work to stop."""
        return self._cancelled.is_set()


class Jobs(QObject):
    """Runs work in threads and answers in the thread this object lives in. One of these lives as long as the window."""

    started = Signal(object)
    progressed = Signal(object)
    ended = Signal(object)
    _answered = Signal(object)

    def __init__(self, executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor or ThreadPoolExecutor(THREADS, thread_name_prefix="kalender-job")
        self._running: dict[int, Job] = {}
        self._next = 1
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._closed = False

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs under way, oldest first."""
        return tuple(self._running.values())

    def run(
        self,
        label: str,
        work: Callable[[Job], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[BaseException], object],
        cancelled: Callable[[], object] = lambda: None,
    ) -> Job:
        """Do work(job) in a thread; exactly one of done, failed, cancelled is called in this object's thread."""
        job = Job(id=self._next, label=label, _tell=self.progressed.emit)
        self._next += 1
        self._running[job.id] = job
        self.started.emit(job)

        def whole() -> None:
            answer: Callable[[], object]
            try:
                result = work(job)
            except Cancelled:
                answer = cancelled
            except BaseException as error:  # noqa: BLE001 - whatever went wrong is the caller's to word
                problem = error

                def answer() -> object:
                    return failed(problem)
            else:

                def answer() -> object:
                    return done(result)

            self._answered.emit((job, answer))

        self._executor.submit(whole)
        return job

    def _answer(self, packed: tuple[Job, Callable[[], object]]) -> None:
        job, answer = packed
        self._running.pop(job.id, None)
        self.ended.emit(job)
        if not self._closed:
            answer()

    def close(self) -> None:
        """Cancel everything and wait until no thread works any more; nobody is called after this."""
        self._closed = True
        for job in self.running:
            job.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._running.clear()
