# SPDX-License-Identifier: EUPL-1.2
"""The window of a plan that cannot be opened: looks into it beside the window, and offers the ways out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.refusal import Refused
from kalender.jobs.jobs import Job, Jobs
from kalender.services.rescue.inspection import READ, Inspection, Trouble
from kalender.services.rescue.rescue import REPORT, Rescued
from kalender.store.backup.info import BackupInfo
from kalender.ui.rescue.choices import Way, choices, newest
from kalender.ui.rescue.parts import Backups, SafeBox, Ways, Working
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import Facts, SectionHeader
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.focus import FocusRing
from kalender.ui.widgets.feedback.banner import Banner
from kalender.wording.refusals import sentence
from kalender.wording.rescue.screen import details, event, heading, outcome, safe
from kalender.wording.tr import tr

T = TypeVar("T")
Progress = Callable[[int, int], None]

_WIDE = 720


class Verbs(Protocol):
    """What can be done with a plan; kalender.services.rescue.Rescue is one."""

    def inspect(self, folder: Path, trouble: Trouble, progress: Progress) -> Inspection:
        """Find out what is the matter."""

    def also_at(self, place: Path) -> None:
        """Look for backups at another place too."""

    def salvage(self, folder: Path, to: Path | None, progress: Progress) -> Rescued:
        """Make a new plan of what can be read."""

    def take_place(self, rescued: Rescued) -> Path | None:
        """Put the new plan in the place of the damaged one."""

    def restore(self, folder: Path, backup: BackupInfo, progress: Progress) -> Path | None:
        """Bring a backup back."""

    def move(self, folder: Path, to: Path | None, progress: Progress) -> Path:
        """Move the plan to a good place."""


class RescueWindow(QWidget):
    """open_wanted(folder): a plan that can be opened now; look_wanted(folder): read-only; other_wanted, new_wanted.

    stop: ends what works in a child process for this window.
    """

    open_wanted = Signal(object)
    look_wanted = Signal(object)
    other_wanted = Signal()
    new_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        verbs: Verbs,
        jobs: Jobs,
        folder: Path,
        trouble: Trouble,
        *,
        stop: Callable[[], None] = lambda: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._verbs, self._jobs, self._stop = theme, verbs, jobs, stop
        self.folder, self.trouble = folder, trouble
        self.seen: Inspection | None = None
        self._job: Job | None = None
        self._over = False
        self.ways: Ways | None = None
        self.backups: Backups | None = None
        self.working: Working | None = None
        self.banner: Banner | None = None
        self.setWindowTitle(tr("Kalender"))
        self._ring = FocusRing(self, theme)
        self._column = self._paper()
        jobs.progressed.connect(self._progressed)
        self.look()

    def _paper(self) -> QVBoxLayout:
        """Lay out a column in the middle that scrolls where the window is low."""
        px = self.theme.px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(area)
        ground = Ground(self.theme, "bg-window")
        area.setWidget(ground)
        across = QHBoxLayout(ground)
        across.setContentsMargins(px(16), px(24), px(16), px(24))
        across.addStretch(1)
        card = Ground(self.theme, "bg-surface", edges="all", line="line", radius=8)
        card.setMaximumWidth(px(_WIDE))
        across.addWidget(card, 100, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(px(28), px(24), px(28), px(24))
        column.setSpacing(px(16))
        return column

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the column without scrolling at 100 %."""
        return QSize(self.theme.px(_WIDE + 80), self.theme.px(680))

    # What is shown

    def _clear(self) -> None:
        self.ways = self.backups = self.working = self.banner = None
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _head(self, title: str, words: str, *, good: bool = False) -> None:
        self._clear()
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(14))
        icon, role = ("ri.checkbox-circle-fill", "ok") if good else ("ri.error-warning-fill", "warn")
        row.addWidget(Symbol(self.theme, icon, role, size=30), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(self.theme.px(6))
        self.title = Text(self.theme, title, "title-1", wrap=True)
        texts.addWidget(self.title)
        if words:
            texts.addWidget(Text(self.theme, words, "body", wrap=True))
        row.addLayout(texts, 1)
        self._column.addWidget(head)

    def _show_verdict(self, seen: Inspection, problem: str = "") -> None:
        self.seen, self.trouble = seen, seen.trouble
        self._head(heading(seen.trouble, seen.folder), event(seen))
        if problem:
            self.banner = Banner(self.theme, problem, severity="err", radius=6)
            self._column.addWidget(self.banner)
        self._column.addWidget(SafeBox(self.theme, tr("Was sicher ist"), safe(seen)))
        self.ways = Ways(self.theme, choices(seen))
        self.ways.chosen.connect(self._take)
        self._column.addWidget(self.ways)
        if seen.trouble in READ:
            self.backups = Backups(self.theme, seen.backups)
            self.backups.chosen.connect(self._restore)
            self.backups.search_wanted.connect(self._search)
            self._column.addWidget(self.backups)
        self._add_details(seen)
        self.ways.show()
        next(iter(self.ways.buttons.values())).setFocus()

    def _add_details(self, seen: Inspection) -> None:
        facts = Facts(self.theme, details(seen))
        facts.hide()
        head = SectionHeader(self.theme, tr("Technische Einzelheiten"))
        fold = Button(self.theme, tr("Zeigen"), kind=Kind.QUIET, size=Size.DENSE)
        fold.setAccessibleName(tr("Technische Einzelheiten zeigen"))

        def turn() -> None:
            facts.setVisible(facts.isHidden())
            fold.set_words(tr("Zeigen") if facts.isHidden() else tr("Verbergen"))

        fold.clicked.connect(lambda *_: turn())
        head.tail.addWidget(fold)
        self._column.addWidget(head)
        self._column.addWidget(facts)

    def _show_work(self, words: str) -> None:
        title = heading(self.trouble, self.folder)
        self._head(
            title, tr("Es wird nur gelesen: An diesem Plan ändert sich nichts.") if self.seen is None else ""
        )
        self.working = Working(self.theme, words)
        self.working.stopped.connect(self._cancel)
        self._column.addWidget(self.working)
        self.working.show()
        self.working.stop.setFocus()

    def _show_outcome(self, done: Rescued) -> None:
        self._head(tr("Gerettet"), "", good=True)
        self._column.addWidget(SafeBox(self.theme, tr("Was dabei herauskam"), outcome(done)))
        row = QWidget()
        line = QVBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.px(8))
        self.open_ = Button(
            self.theme,
            tr("Geretteten Plan öffnen"),
            icon="ri.folder-open-line",
            kind=Kind.PRIMARY,
            clicked=lambda: self.open_wanted.emit(done.out),
        )
        self.replace = Button(
            self.theme,
            tr("An die Stelle des beschädigten setzen und öffnen"),
            icon="ri.arrow-left-right-line",
            clicked=lambda: self._take_place(done),
        )
        self.replace.setAccessibleDescription(
            tr("Die beschädigte Datei bleibt unter anderem Namen daneben liegen.")
        )
        self.report = Button(
            self.theme,
            tr("Bericht ansehen"),
            icon="ri.file-text-line",
            clicked=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(done.out / REPORT))),
        )
        for button in (self.open_, self.replace, self.report):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(row)
        row.show()
        self.open_.setFocus()

    # What is done

    def look(self) -> None:
        """Look into the plan, beside the window."""
        self._run(
            tr("Der Plan wird untersucht …"),
            lambda job: self._verbs.inspect(self.folder, self.trouble, job.report),
            self._show_verdict,
        )

    def _take(self, way: Way) -> None:
        if way is Way.SALVAGE:
            self._run(
                tr("Was lesbar ist, wird gerettet …"),
                lambda job: self._verbs.salvage(self.folder, None, job.report),
                self._show_outcome,
            )
        elif way is Way.RESTORE and self.seen is not None and (backup := newest(self.seen)) is not None:
            self._restore(backup)
        elif way is Way.MOVE:
            target = self.seen.target if self.seen is not None else None
            self._run(
                tr("Der Plan wird auf diesen Rechner kopiert und verglichen …"),
                lambda job: self._verbs.move(self.folder, target, job.report),
                self.open_wanted.emit,
            )
        elif way is Way.GO_THERE and self.seen is not None:
            self.open_wanted.emit(self.seen.moved_to)
        elif way is Way.LOOK:
            self.look_wanted.emit(self.folder)
        elif way is Way.RETRY:
            self.open_wanted.emit(self.folder)
        elif way is Way.NEW:
            self.new_wanted.emit()
        else:
            self.other_wanted.emit()

    def _restore(self, backup: BackupInfo) -> None:
        self._run(
            tr("Die Sicherung wird wiederhergestellt …"),
            lambda job: self._verbs.restore(self.folder, backup, job.report),
            lambda _kept: self.open_wanted.emit(self.folder),
        )

    def _take_place(self, done: Rescued) -> None:
        self._run(
            tr("Der gerettete Plan wird eingesetzt …"),
            lambda _job: self._verbs.take_place(done),
            lambda _kept: self.open_wanted.emit(self.folder),
        )

    def _search(self) -> None:
        dialog = QFileDialog(self, tr("Ordner mit Sicherungen"), str(self.folder.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._search_at)
        dialog.open()

    def _search_at(self, name: str) -> None:
        self._verbs.also_at(Path(name))
        self.look()

    def _run(self, words: str, work: Callable[[Job], T], done: Callable[[T], object]) -> None:
        self._show_work(words)

        def ended(result: T) -> None:
            self._job = None
            if not self._over:
                done(result)

        self._job = self._jobs.run(words, work, done=ended, failed=self._failed, cancelled=self._back)

    def _progressed(self, job: Job) -> None:
        if job is self._job and self.working is not None:
            self.working.show_progress(job.done, job.total)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._stop()

    def _back(self) -> None:
        """Show again what was found, or the ways out that need no look into the file."""
        self._job = None
        if self._over:
            return
        self._show_verdict(self.seen or Inspection(folder=self.folder, trouble=self.trouble, unread=True))

    def _failed(self, error: BaseException) -> None:
        cancelled = self._job is not None and self._job.cancelled
        self._back()
        if not cancelled and not self._over and self.seen is not None:
            words = (
                sentence(error)
                if isinstance(error, Refused)
                else tr("Das hat nicht geklappt: {error}. Es wurde nichts verändert.").format(error=error)
            )
            self._show_verdict(self.seen, words)

    def show_problem(self, words: str) -> None:
        """Say why something else did not work."""
        if self.seen is not None:
            self._show_verdict(self.seen, words)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stop what is under way."""
        self._over = True
        self._cancel()
        self.closed.emit()
        super().closeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name and signature
        """Show the ring from the first Tab on."""
        self._ring.by_keyboard()
        return super().focusNextPrevChild(forward)
