# SPDX-License-Identifier: EUPL-1.2
"""Work beside the window for someone who may be gone when it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from kalender.jobs.jobs import Job, Jobs

T = TypeVar("T")


class Beside:
    """Runs jobs for an owner: they are cancelled when it goes, and nobody calls it back then."""

    def __init__(self, owner: QObject, jobs: Jobs) -> None:
        self._owner = owner
        self._jobs = jobs
        self._mine: set[Job] = set()
        self._stopped = False
        owner.destroyed.connect(self.stop)

    @property
    def idle(self) -> bool:
        """Tell whether no job of anyone is under way."""
        return not self._jobs.running

    def run(
        self,
        label: str,
        work: Callable[[Job], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[BaseException], object],
        cancelled: Callable[[], object] = lambda: None,
    ) -> None:
        """Do some work in a thread; one of the answers is given while the owner is there."""
        if self._stopped:
            return
        held: list[Job] = []

        def heard(answer: Callable[[], object]) -> None:
            self._mine.difference_update(held)
            if not self._stopped and isValid(self._owner):
                answer()

        job = self._jobs.run(
            label,
            work,
            done=lambda found: heard(lambda: done(found)),
            failed=lambda error: heard(lambda: failed(error)),
            cancelled=lambda: heard(cancelled),
        )
        held.append(job)
        self._mine.add(job)

    def stop(self) -> None:
        """Cancel everything and hear of nothing any more."""
        self._stopped = True
        for job in self._mine:
            job.cancel()
