# SPDX-License-Identifier: EUPL-1.2
"""The page „Alle Beiträge prüfen“: every finding of the plan, the gravest first, found beside the window."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kalender.domain.refusal import Refused
from kalender.domain.rules.checks import Finding, Severity
from kalender.jobs.jobs import Job, Jobs
from kalender.services.acting.changes import Changes
from kalender.services.checks import Checks
from kalender.ui.checking.lines import FOUND, SIGN, TITLE, WHY, LineDelegate
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.feedback.jobstrip import Progress
from kalender.ui.widgets.feedback.toast import announce
from kalender.wording.findings import why, words
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

SHOWN = 500
"""Lines at most; fewer choices bring the rest to the front."""
STEP = 20
"""Posts between two reports of progress."""
ALL = "all"
ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)
KEYS = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.HINT: "info"}
SAID = {Severity.ERROR: "Sperrt", Severity.WARNING: "Bitte prüfen", Severity.HINT: "Tipp"}

Line = tuple[Finding, str]
"""A finding and the title of its post."""


class ChecksPage(QWidget):
    """wanted(post): open it in the editor; refused(sentence): the plan could not be read."""

    wanted = Signal(str)
    refused = Signal(str)

    def __init__(self, theme: Theme, jobs: Jobs, checks: Checks) -> None:
        super().__init__()
        self._theme, self._jobs, self._checks = theme, jobs, checks
        self._job: Job | None = None
        self.found: list[Line] = []
        self.posts = 0
        """Posts checked last."""
        self.bar = FoldingBar(theme, pad=(16, 9))
        self.note = Text(theme, tr("Noch nicht geprüft"), "body", ink="text-2")
        self.filter = Segmented(
            theme,
            [(ALL, tr("Alle")), *((item.value, tr(SAID[item])) for item in ORDER)],
            name=tr("Welche Befunde"),
        )
        self.progress = Progress(theme)
        self.go = Button(theme, tr("Jetzt prüfen"), icon="ri.refresh-line", clicked=self.start)
        self.stop = Button(theme, tr("Abbrechen"), icon="ri.close-line", clicked=self.cancel)
        for widget in (Text(theme, tr("Alle Beiträge prüfen"), "title-1"), self.note):
            self.bar.first.addWidget(widget)
        self.bar.first.addStretch(1)
        for item in (self.progress, self.filter, self.go, self.stop):
            self.bar.second.addWidget(item)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Befunde aller Beiträge"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setUniformItemSizes(False)
        self.list.setMouseTracking(True)
        self._lines = LineDelegate(theme)
        self.list.setItemDelegate(self._lines)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = spaced(theme, QVBoxLayout(self))
        column.addWidget(self.bar)
        inner = spaced(theme, QVBoxLayout(), (8, 6, 0, 0))
        inner.addWidget(self.list)
        column.addLayout(inner, 1)
        self.setFocusProxy(self.list)
        self.filter.chosen.connect(lambda _key: self._show())
        self.list.itemActivated.connect(
            lambda item: self.wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))
        )
        theme.changed.connect(self._restyle)
        self._under_way(on=False)
        self.start()

    def start(self) -> None:
        """Check every post beside the window, unless that is going on."""
        if self._job is not None:
            return
        checks = self._checks

        def work(job: Job) -> tuple[list[Line], int]:
            def tell(done: int, total: int) -> None:
                if done % STEP == 0 or done == total:
                    job.report(done, total)

            count, lines = 0, []
            for post, checked in checks.each(tell):
                count += 1
                lines += [(finding, post.title) for finding in checked.findings]
            return sorted(lines, key=lambda line: ORDER.index(line[0].severity)), count

        self._under_way(on=True)
        self._jobs.progressed.connect(self._heard)
        self._job = self._jobs.run(
            tr("Alle Beiträge werden geprüft"),
            work,
            done=self._done,
            failed=self._failed,
            cancelled=self._ended,
        )

    def cancel(self) -> None:
        """Stop; what was found before stays."""
        if self._job is not None:
            self._job.cancel()

    def _heard(self, job: Job) -> None:
        if job is self._job and job.total:
            self.progress.set_share(job.done / job.total)

    def _ended(self) -> bool:
        """Stop listening; tell whether anybody still waited."""
        if self._job is None:  # the window has gone meanwhile
            return False
        self._job = None
        self._jobs.progressed.disconnect(self._heard)
        self._under_way(on=False)
        return True

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Stop where the window goes; behind another page the checks go on."""
        super().hideEvent(event)
        if self._job is not None and not self.window().isVisible():
            self._job.cancel()
            self._ended()

    def _failed(self, error: BaseException) -> None:
        if not self._ended():
            return
        if not isinstance(error, Refused):
            raise error
        self.refused.emit(sentence(error))

    def _done(self, result: tuple[list[Line], int]) -> None:
        if not self._ended():
            return
        self.found, self.posts = result
        self._show()
        announce(self, self.note.text())

    def _under_way(self, *, on: bool) -> None:
        self.progress.setVisible(on)
        self.stop.setVisible(on)
        self.go.setVisible(not on)
        self.bar.refold()

    def _restyle(self) -> None:
        if self.posts:
            self._show()

    def _show(self) -> None:
        counts = Counter(finding.severity for finding, _title in self.found)
        said = tr("{posts} Beiträge: {err} sperren, {warn} bitte prüfen, {info} Tipps").format(
            posts=self.posts,
            err=counts[Severity.ERROR],
            warn=counts[Severity.WARNING],
            info=counts[Severity.HINT],
        )
        self.note.setText(said)
        wanted = [line for line in self.found if self.filter.current in {ALL, line[0].severity.value}]
        self.list.clear()
        for finding, title in wanted[:SHOWN]:
            text = f"{title or tr('Ohne Titel')}: {words(finding)}"
            item = QListWidgetItem(text)
            item.setToolTip(why(finding))
            item.setData(TITLE, title or tr("Ohne Titel"))
            item.setData(FOUND, words(finding))
            item.setData(WHY, why(finding))
            key = KEYS[finding.severity]
            item.setData(SIGN, key)
            item.setData(Qt.ItemDataRole.UserRole, finding.post)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{tr(SAID[finding.severity])}: {text}")
            self.list.addItem(item)
        if len(wanted) > SHOWN:
            more = tr("und {count} weitere. Wählen Sie oben aus, was Sie sehen wollen.")
            self.list.addItem(QListWidgetItem(more.format(count=len(wanted) - SHOWN)))

    # What the shell asks of a page

    def changed(self, _changes: Changes) -> None:
        """What was found stays until somebody checks again: a list that changes while one works through it is none."""

    def reload(self) -> None:
        """Check again where the page comes back to the front."""
        self.start()

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.filter, self.list]
