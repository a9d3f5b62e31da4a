# SPDX-License-Identifier: EUPL-1.2
"""Work beside the window is heard of in the window's thread: once, whatever happens."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kalender.jobs.jobs import Job, Jobs


class Later(Executor):
    """Keeps work until it is asked for: tests decide when a thread would come to it."""

    def __init__(self) -> None:
        self.waiting: list[Any] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.waiting.append(lambda: fn(*args, **kwargs))
        return Future()

    def work(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def heard(qtbot: QtBot, jobs: Jobs, work: Any) -> list[Any]:
    """Run work and return what was called, with the thread it was called in."""
    calls: list[Any] = []

    def told(name: str) -> Any:
        return lambda *given: calls.append(
            (name, *given, threading.current_thread() is threading.main_thread())
        )

    jobs.run("Arbeit", work, done=told("done"), failed=told("failed"), cancelled=told("cancelled"))
    qtbot.waitUntil(lambda: bool(calls))
    return calls


def test_a_result_arrives_in_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    workers: list[bool] = []

    def work(_job: Job) -> int:
        workers.append(threading.current_thread() is threading.main_thread())
        return 42

    assert heard(qtbot, jobs, work) == [("done", 42, True)]
    assert workers == [False]
    assert jobs.running == ()


def test_a_failure_arrives_with_its_exception(qtbot: QtBot, jobs: Jobs) -> None:
    problem = ValueError("kaputt")

    def work(_job: Job) -> None:
        raise problem

    assert heard(qtbot, jobs, work) == [("failed", problem, True)]


def test_a_cancelled_job_stops_at_its_next_report(qtbot: QtBot, jobs: Jobs) -> None:
    reached: list[int] = []

    def work(job: Job) -> None:
        for number in range(5):
            job.report(number, 5)
            reached.append(number)
            if number == 2:
                job.cancel()

    assert heard(qtbot, jobs, work) == [("cancelled", True)]
    assert reached == [0, 1, 2]


def test_a_job_cancelled_while_it_waits_never_begins(qtbot: QtBot) -> None:
    later = Later()
    jobs = Jobs(later)
    calls: list[str] = []
    job = jobs.run(
        "Export",
        lambda _job: calls.append("began"),
        done=lambda _none: calls.append("done"),
        failed=lambda _error: calls.append("failed"),
        cancelled=lambda: calls.append("cancelled"),
    )
    job.cancel()
    later.work()
    qtbot.waitUntil(lambda: bool(calls))
    assert calls == ["cancelled"]
    jobs.close()


def test_the_strip_hears_of_start_progress_and_end_in_its_own_thread(qtbot: QtBot) -> None:
    later = Later()
    jobs = Jobs(later)
    log: list[tuple[str, int, int, bool]] = []

    def note(name: str) -> Any:
        return lambda job: log.append(
            (name, job.done, job.total, threading.current_thread() is threading.main_thread())
        )

    jobs.started.connect(note("started"))
    jobs.progressed.connect(note("progressed"))
    jobs.ended.connect(note("ended"))

    def work(job: Job) -> None:
        for number in range(1, 101):
            job.report(number, 100)

    jobs.run("Import", work, done=lambda _none: None, failed=lambda _error: None)
    assert [job.label for job in jobs.running] == ["Import"]
    thread = threading.Thread(target=later.work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(log) and log[-1][0] == "ended")
    assert log == [("started", 0, 0, True), ("progressed", 100, 100, True), ("ended", 100, 100, True)]
    assert jobs.running == ()
    jobs.close()


def numbered(number: int) -> Callable[[Job], int]:
    return lambda _job: number


def test_results_are_told_in_the_order_they_came(qtbot: QtBot) -> None:
    later = Later()
    jobs = Jobs(later)
    told: list[int] = []
    for number in range(20):
        jobs.run("x", numbered(number), done=told.append, failed=lambda _error: None)
    later.work()
    qtbot.waitUntil(lambda: len(told) == 20)
    assert told == list(range(20))
    jobs.close()


def test_closing_waits_for_the_threads_and_calls_nobody(qtbot: QtBot) -> None:
    jobs = Jobs()
    began, go_on = threading.Event(), threading.Event()
    calls: list[str] = []
    ended: list[bool] = []

    def work(job: Job) -> None:
        began.set()
        go_on.wait(20)
        ended.append(job.cancelled)

    jobs.run("x", work, done=lambda _none: calls.append("done"), failed=lambda _error: calls.append("failed"))
    assert began.wait(20)
    threading.Timer(0.05, go_on.set).start()
    jobs.close()
    assert ended == [True]
    qtbot.wait(1)
    assert calls == []
