# SPDX-License-Identifier: EUPL-1.2
"""Makes backups while the window is open: once a day in a quiet moment, before an import, and when she asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from kalender.domain.refusal import RefusalKind, Refused
from kalender.jobs.jobs import Job, Jobs
from kalender.services.backups.backups import Backups, Made
from kalender.store.backup.info import Reason
from kalender.ui.backups.beside import Beside
from kalender.wording.tr import tr

QUIET = 8_000
"""Milliseconds until the next look where something else is under way."""

EVERY = 600_000
"""Milliseconds between looks: the day may change, a stick may come."""

FRESH = timedelta(hours=1)

Then = Callable[[Made | None], object]


class Keeper(QObject):
    """One backup at a time, beside the window.

    made: a Made, whatever came of it; failed: a Refused, nothing could be made; looked: (when, place) of the last
    backup, or None, after a look at the places. unsecured: what was to be done after a backup that failed.
    asked: she wants one herself, and to hear of it.
    """

    made = Signal(object)
    failed = Signal(object)
    looked = Signal(object)
    unsecured = Signal(object)
    asked = Signal()

    def __init__(
        self, backups: Backups, jobs: Jobs, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.backups = backups
        self._beside = Beside(self, jobs)
        self._now = now
        self._busy = False
        self._waiting: list[tuple[Reason, Then]] = []
        self._last: datetime | None = None
        self._waved_off: date | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)

    @property
    def busy(self) -> bool:
        """Tell whether a backup is being made."""
        return self._busy

    def begin(self) -> None:
        """Look whether a backup is due, now and again and again."""
        self._timer.start(EVERY)
        self.look()

    def stop(self) -> None:
        """The plan is about to be closed."""
        self._timer.stop()
        self._soon.stop()
        self._beside.stop()

    def look(self) -> None:
        """Make the backup of the day where one is due; a share that is slow to answer holds up nobody."""
        if self._waved_off == self._now().date():
            return
        if self._busy or not self._beside.idle:
            self._soon.start(QUIET)
            return
        self._busy = True
        self._beside.run(
            tr("Sicherungen werden nachgesehen"),
            lambda _job: None if self.backups.due() else (self.backups.last(),),
            done=self._looked,
            failed=lambda _error: self._looked(None),
            cancelled=self._free,
        )

    def _looked(self, last: tuple[object] | None) -> None:
        """Hear when the last backup was made, or None: one is due."""
        self._busy = False
        if last is None:
            self._waiting.append((Reason.DAILY, _nobody))
        else:
            self.looked.emit(last[0])
        self._next()

    def run(self, reason: Reason, then: Then | None = None) -> None:
        """Make a backup, after the one that is being made; then hears what came of it, None where nothing could be."""
        if reason is Reason.MANUAL:
            self.asked.emit()
        self._waiting.append((reason, then or _nobody))
        self._next()

    def secured(self, go: Callable[[], object]) -> None:
        """Back the plan up, then go on; where that fails, unsecured asks."""

        def then(found: Made | None) -> None:
            if found is not None and found.ok:
                go()
            else:
                self.unsecured.emit(go)

        self.run(Reason.BEFORE_IMPORT, then)

    def before_pictures(self) -> None:
        """Back the plan up beside an import of pictures, which only adds: not again within the hour."""
        last = self._last
        if last is None or not timedelta() <= self._now() - last < FRESH:
            self.run(Reason.BEFORE_IMPORT)

    def _free(self) -> None:
        self._busy = False
        self._next()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        self._busy = True
        reason, then = self._waiting.pop(0)

        def done(found: Made) -> None:
            self._last = self._now() if found.ok else None
            self.made.emit(found)
            self._busy = False
            then(found)
            self._next()

        def failed(error: BaseException) -> None:
            self.failed.emit(self._refusal(error))
            self._busy = False
            then(None)
            self._next()

        def cancelled() -> None:
            self._waved_off = self._now().date()
            self._busy = False
            then(None)
            self._next()

        def work(job: Job) -> Made:
            return self.backups.make(reason, job.report)

        self._beside.run(tr("Der Plan wird gesichert"), work, done=done, failed=failed, cancelled=cancelled)

    def _refusal(self, error: BaseException) -> Refused:
        if isinstance(error, Refused):
            return error
        place = str(self.backups.places.first)
        return Refused(RefusalKind.BACKUP_FAILED, path=place, detail=str(error) or type(error).__name__)


def _nobody(_made: Made | None) -> None:
    """Hear what came of a backup that nobody waits for."""
