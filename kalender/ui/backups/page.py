# SPDX-License-Identifier: EUPL-1.2
"""The page Sicherungen: what there is, whether it is sound, what going back would change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kalender.domain.refusal import RefusalKind, Refused
from kalender.jobs.jobs import Job, Jobs
from kalender.services.acting.changes import Changes
from kalender.services.backups.backups import Made, Restored
from kalender.services.backups.going_back import Preview
from kalender.services.backups.places import Found
from kalender.store.backup.info import BackupInfo, Reason
from kalender.ui.backups.beside import Beside
from kalender.ui.backups.detail import Detail
from kalender.ui.backups.keeper import Keeper
from kalender.ui.backups.model import BackupModel
from kalender.ui.backups.places import PlaceRows
from kalender.ui.backups.rows import HEIGHT, BackupList, BackupRows
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.feedback.dialog import tell
from kalender.wording.keeping import backups as words
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

STACKED = 860
"""Below this width in px at 100 % list and details stand one below the other."""

SETTLED = 120
"""Milliseconds a row is current before it is compared, so that arrows run through the list."""

_NOT_SECURED = frozenset(
    {RefusalKind.BACKUP_FAILED, RefusalKind.BACKUP_NO_SPACE, RefusalKind.BACKUP_PLACE_AWAY}
)


class BackupsPage(QWidget):
    """said, refused: sentences for the window. second_chosen: folder of another second place, "" for none."""

    said = Signal(str)
    refused = Signal(str)
    second_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        keeper: Keeper,
        jobs: Jobs,
        now: Callable[[], datetime],
        saved: Callable[[], bool],
        open_folder: Callable[[Path], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keeper = keeper
        self._backups = keeper.backups
        self._beside = Beside(self, jobs)
        self._now = now
        self._saved = saved
        self._open_folder = open_folder
        self._compared = 0
        self._reading = self._again = False
        self.model = BackupModel(lambda: now().date(), lambda: self._backups.places.first, self)
        self.list = BackupList(BackupRows(theme, self.model, self), name=tr("Sicherungen"))
        self.list.setModel(self.model)
        self.detail = Detail(theme, self.model)
        self.places = PlaceRows(theme)
        self.now = Button(
            theme, tr("Jetzt sichern"), icon="ri.save-3-line", kind=Kind.PRIMARY, clicked=self.back_up
        )
        self.first = Button(theme, tr("Erste Sicherung anlegen"), icon="ri.save-3-line", clicked=self.back_up)
        self.empty = EmptyState(
            theme,
            icon="ri.safe-2-line",
            title=tr("Noch keine Sicherung"),
            text=tr(
                "Kalender sichert einmal am Tag, vor jedem Einlesen und vor jedem Wiederherstellen: alle Beiträge, den "
                "ganzen Verlauf, alle Bilder. Wählen Sie dazu einen zweiten Ablageort, falls diese Platte Schaden nimmt."
            ),
            buttons=[self.first],
        )
        self._build()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SETTLED)
        self._wait.timeout.connect(self.compare)
        self.list.shown.connect(self._show)
        self.places.choose.clicked.connect(lambda *_: self.ask_second())
        self.places.forget.clicked.connect(lambda *_: self._forget_second())
        self.detail.restore.clicked.connect(lambda *_: self.restore())
        self.detail.add.clicked.connect(lambda *_: self.restore(missing_only=True))
        self.detail.folder.clicked.connect(lambda *_: self._open())
        keeper.made.connect(self._made)
        keeper.failed.connect(lambda _refusal: self.reload())
        self.places.show_places(self._backups.places)
        theme.changed.connect(self._arrange)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.list)
        self.reload()

    def _build(self) -> None:
        theme = self._theme
        layout = spaced(theme, QVBoxLayout(self))
        self.bar = PageBar(theme, tr("Sicherungen"), note=" ")
        self.bar.row.addStretch(1)
        self.bar.row.addWidget(self.now)
        layout.addWidget(self.bar)
        left = Ground(theme, "bg-surface", edges="r", line="line")
        column = spaced(theme, QVBoxLayout(left), (0, 0, 1, 0))
        column.addWidget(self.list)
        self._side_by_side = QWidget()
        self._body = spaced(theme, QHBoxLayout(self._side_by_side))
        self._body.addWidget(left, 5)
        self._body.addWidget(self.detail, 6)
        self.empty.hide()
        whole = QWidget()
        inside = spaced(theme, QVBoxLayout(whole))
        inside.addWidget(self.places)
        inside.addWidget(self._side_by_side, 1)
        inside.addWidget(self.empty, 1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(whole)
        layout.addWidget(area, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put list and details one below the other where the page is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() * 100 < STACKED * self._theme.scale
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(direction)
        self.list.setMinimumHeight(self._theme.px(3 * HEIGHT))
        self.detail.changes.setMinimumHeight(self._theme.px(120))
        self.bar.note.setVisible(not stacked)

    # Showing

    def reload(self) -> None:
        """Read and verify all backups, beside the window; one reading at a time."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        self.bar.note.setText(tr("wird gelesen und geprüft …"))

        def work(job: Job) -> tuple[list[BackupInfo], Found]:
            return self._backups.listed(job.report), self._backups.second_place()

        def done(found: tuple[list[BackupInfo], Found]) -> None:
            self.places.show_places(self._backups.places, found[1])
            self._listed(found[0])

        self._beside.run(
            tr("Sicherungen werden geprüft"),
            work,
            done=done,
            failed=self._not_listed,
            cancelled=lambda: self._listed(None),
        )

    def _listed(self, found: Sequence[BackupInfo] | None) -> None:
        self._reading = False
        if self._again:
            self._again = False
            self.reload()
            return
        if found is None:
            self.bar.note.setText(tr("Prüfung abgebrochen"))
            return
        chosen = self.list.chosen()
        self.model.show_items(found)
        self._tell(found)
        self._side_by_side.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.now.setVisible(bool(found))
        row = self.model.row_of(chosen.path) if chosen is not None else -1
        if found:
            self.list.setCurrentIndex(self.model.index(max(0, row), 0))
            self._show()

    def _not_listed(self, error: BaseException) -> None:
        self._reading = False
        self.bar.note.setText("")
        self.refused.emit(_words(error))

    def _tell(self, found: Sequence[BackupInfo]) -> None:
        sound = [item for item in found if not item.damaged]
        bad = len(found) - len(sound)
        if not found:
            self.bar.note.setText("")
            return
        last = words.when(sound[0].made_at, self._now().date()) if sound else tr("keine")
        text = tr("Letzte Sicherung: {when}").format(when=last)
        if bad:
            text += ", " + words.many(bad, "1 ist beschädigt", "{count} sind beschädigt")
        self.bar.note.setText(text)

    def _show(self) -> None:
        info = self.list.chosen()
        if info is None:
            return
        self.detail.show_info(info)
        self._compared += 1
        if info.whole:
            self._wait.start()

    def compare(self) -> None:
        """Compare the chosen backup with the plan, beside the window; the last wish holds."""
        self._wait.stop()
        info = self.list.chosen()
        if info is None or not info.whole:
            return
        self._compared += 1
        number = self._compared

        def work(job: Job) -> Preview:
            return self._backups.preview(info, job.report)

        def failed(error: BaseException) -> None:
            if number == self._compared:
                self.detail.cannot(_words(error))

        def done(found: Preview) -> None:
            if number == self._compared:
                self.detail.show_preview(found)

        self._beside.run(tr("Sicherung wird mit dem Plan verglichen"), work, done=done, failed=failed)

    def changed(self, changes: Changes) -> None:
        """The plan is another: what would change is, too."""
        if changes.refs:
            self._wait.start()

    # Doing

    def back_up(self) -> None:
        """Back the plan up now."""
        if self._saved():
            self._keeper.run(Reason.MANUAL, self._said)

    def _said(self, made: Made | None) -> None:
        if made is not None and made.ok:
            self.said.emit(" ".join(words.made(made, self._now().date())))

    def _made(self, _made: Made) -> None:
        self.reload()

    def restore(self, *, missing_only: bool = False, unsecured: bool = False) -> None:
        """Go back to the chosen backup; unsecured: although what is there could not be backed up."""
        info = self.list.chosen()
        if info is None or not info.whole or not self._saved():
            return

        def work(job: Job) -> Restored:
            return self._backups.restore(
                info, missing_only=missing_only, unsecured=unsecured, progress=job.report
            )

        def done(found: Restored) -> None:
            self.reload()
            if missing_only or not found.gone.records or found.gone.missing:
                self.said.emit(words.restored(found))

        def failed(error: BaseException) -> None:
            self.reload()
            if isinstance(error, Refused) and error.kind in _NOT_SECURED and not unsecured:
                self._ask_unsecured(error, lambda: self.restore(missing_only=missing_only, unsecured=True))
            else:
                self.refused.emit(_words(error))

        self._beside.run(tr("Der Plan wird wiederhergestellt"), work, done=done, failed=failed)

    def _ask_unsecured(self, refusal: Refused, go: Callable[[], object]) -> None:
        tell(
            self._theme,
            self,
            title=tr("Der jetzige Stand konnte nicht gesichert werden"),
            why=sentence(refusal),
            now=tr(
                "Sie können trotzdem wiederherstellen. Strg+Z nimmt es zurück, solange der Plan unversehrt ist."
            ),
            severity="warn",
            choices=((tr("Trotzdem wiederherstellen"), go),),
        )

    def ask_second(self) -> None:
        """Ask for the folder of the second place."""
        second = self._backups.places.second
        dialog = QFileDialog(self, tr("Zweiten Ablageort wählen"), str(second) if second else "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.choose_second)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_second(self, folder: str) -> None:
        """Use a folder as the second place from now on, and bring a backup there at once."""
        self.second_chosen.emit(folder)
        self.places.show_places(self._backups.places)
        self._keeper.run(Reason.MANUAL, self._said)

    def _forget_second(self) -> None:
        self.second_chosen.emit("")
        self.reload()

    def _open(self) -> None:
        info = self.list.chosen()
        if info is not None:
            self._open_folder(info.path.parent)

    # What the window asks of a page

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.list, self.detail.restore, self.places.choose, self.now]


def _words(error: BaseException) -> str:
    if isinstance(error, Refused):
        return sentence(error)
    return tr("Das hat nicht geklappt: {error}. Am Plan wurde nichts geändert.").format(error=error)
