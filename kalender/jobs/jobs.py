# SPDX-License-Identifier: EUPL-1.2
"""Work beside the window: a thread does it, the window's thread hears of it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")

THREADS = 2


class Cancelled(Exception):  # noqa: N818 - what happened, not a defect
    """Raised inside a job by report() after somebody cancelled it."""


class Job:
    """A piece of work. done, total: how far it is; total 0 means that nobody knows. tell: hears of every step."""

    def __init__(
        self,
        id: int,  # noqa: A002 - what it is
        label: str,
        done: int = 0,
        total: int = 0,
        tell: Callable[[Job], None] = lambda _job: None,
    ) -> None:
        self.id, self.label, self.done, self.total = id, label, done, total
        self._cancelled = threading.Event()
        self._tell = tell

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
    """Runs work in threads and answers in the thread this object lives in. One of these lives as long as the window.

    The signals carry a Job and are emitted in that thread only: workers put news into a queue and ring.
    """

    started = Signal(object)
    progressed = Signal(object)
    ended = Signal(object)
    _rung = Signal()

    def __init__(self, executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._running: dict[int, Job] = {}
        self._next = 1
        self._news: queue.SimpleQueue[tuple[Job, Callable[[], object] | None]] = queue.SimpleQueue()
        self._ringing = threading.Event()
        self._rung.connect(self._hear, Qt.ConnectionType.QueuedConnection)
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
        job = Job(id=self._next, label=label, tell=lambda job: self._post(job, None))
        self._next += 1
        self._running[job.id] = job
        self.started.emit(job)

        def whole() -> None:
            try:
                job.report(0, 0)  # cancelled while it waited for a thread
                result = work(job)
            except Cancelled:
                self._post(job, cancelled)
            except BaseException as error:  # noqa: BLE001 - whatever went wrong is the caller's to word
                self._post(job, _told(failed, error))
            else:
                self._post(job, _told(done, result))

        self._threads().submit(whole)
        return job

    def _threads(self) -> Executor:
        """Return what runs the work, made for the first of it."""
        if self._executor is None:
            if self._closed:
                raise RuntimeError("no work after the end")
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(THREADS, thread_name_prefix="kalender-job")
        return self._executor

    def _post(self, job: Job, answer: Callable[[], object] | None) -> None:
        """Put news into the queue and ring once, however much is posted before it is heard. From any thread."""
        self._news.put((job, answer))
        if not self._ringing.is_set():
            self._ringing.set()
            self._rung.emit()

    @Slot()
    def _hear(self) -> None:
        self._ringing.clear()
        if self._closed:
            return
        moved: dict[int, Job] = {}
        answers: list[tuple[Job, Callable[[], object]]] = []
        while True:
            try:
                job, answer = self._news.get_nowait()
            except queue.Empty:
                break
            if answer is None:
                moved[job.id] = job
            else:
                answers.append((job, answer))
        for job in moved.values():
            self.progressed.emit(job)
        for job, _ in answers:
            self._running.pop(job.id, None)
            self.ended.emit(job)
        self._answer([answer for _, answer in answers])

    def _answer(self, answers: list[Callable[[], object]]) -> None:
        """Call back; where one raises, the others are called all the same and the window hears of it."""
        for number, answer in enumerate(answers):
            if self._closed:
                return
            try:
                answer()
            except BaseException:
                self._answer(answers[number + 1 :])
                raise

    def close(self) -> None:
        """Cancel everything and wait until no thread works any more; nobody is called after this."""
        self._closed = True
        for job in self.running:
            job.cancel()
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
        self._running.clear()


def _told(callback: Callable[[T], object], value: T) -> Callable[[], object]:
    return lambda: callback(value)
