# SPDX-License-Identifier: EUPL-1.2
"""Takes pictures and documents in beside the window: asks for files, shows progress, says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kalender.domain.refusal import Refused
from kalender.jobs.jobs import Job, Jobs
from kalender.services.pictures import PictureReport, Pictures, RefusedPicture
from kalender.wording.intake import picture_report
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:  # brings the picture library with it, which is no part of the start
    from kalender.media.taking import Taken
    from kalender.ui.shell.documents.desk import DocumentDesk
    from kalender.ui.shell.workplace import Workplace

SUFFIXES = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff *.gif *.bmp"


DOCUMENTS = (".txt", ".text", ".md", ".markdown", ".docx", ".odt", ".eml")
"""Files that become posts, as exchange/documents reads them."""


class Letters(QObject):
    """Lies on the window of a plan: documents dropped anywhere on it become an idea, or fill the post in the editor."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._work = work
        work.window.setAcceptDrops(True)
        work.window.installEventFilter(self)

    @cached_property
    def desk(self) -> DocumentDesk:
        """Reads and shows documents; made with the first one."""
        from kalender.ui.shell.documents.desk import DocumentDesk

        work = self._work
        desk = DocumentDesk(work.theme, work.house, work.jobs, work.window)
        desk.refused.connect(work.window.warn)
        return desk

    def ask(self) -> None:
        """Ask for documents and take them in."""
        self.desk.ask(self._post())

    def _post(self) -> str:
        """Return the post in the editor, if that is in front and its text can be written."""
        editor = self._work.visits.editor
        if editor is None or self._work.window.pages.key != "editor" or not editor.session.flush():
            return ""
        return "" if editor.column.box.area.isReadOnly() else editor.post_id

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take documents, leave everything else."""
        if event.type() not in {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}:
            return False
        assert isinstance(event, QDropEvent)
        paths = documents_in(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.desk.take(paths, self._post())
        return True


def documents_in(mime: QMimeData) -> list[Path]:
    """Return the local documents among what is dragged."""
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []
    return [Path(name) for name in files if name.casefold().endswith(DOCUMENTS)]


class PictureIntake(QObject):
    """One import is one job and one step to undo. taking: one begins; reported: the PictureReport of a finished import."""

    taking = Signal()
    told = Signal(str)
    refused = Signal(str)
    reported = Signal(object)

    def __init__(self, pictures: Pictures, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._jobs = jobs

    def take(self, paths: Sequence[Path], then: Callable[[Sequence[str]], object] | None = None) -> None:
        """Take files and folders in; then hears the ids of all good pictures, those known before included."""
        if not paths:
            return
        self.taking.emit()

        def work(job: Job) -> list[tuple[Path, Taken | RefusedPicture]]:
            files = self._pictures.gather(paths)
            found: list[tuple[Path, Taken | RefusedPicture]] = []
            for number, path in enumerate(files):
                job.report(number, len(files))
                found.append((path, self._pictures.take(path)))
            return found

        def done(found: list[tuple[Path, Taken | RefusedPicture]]) -> None:
            try:
                report = self._pictures.add(found)
            except Refused as refusal:
                self.refused.emit(sentence(refusal))
                return
            self._tell(report)
            if then is not None:
                then([*report.added, *report.duplicates])

        self._jobs.run(
            tr("Bilder werden eingelesen"),
            work,
            done=done,
            failed=lambda error: self.refused.emit(
                sentence(error)
                if isinstance(error, Refused)
                else tr("Das Einlesen ist misslungen: {error}").format(error=error)
            ),
            cancelled=lambda: self.told.emit(tr("Einlesen abgebrochen. Es wurde kein Bild übernommen.")),
        )

    def _tell(self, report: PictureReport) -> None:
        self.reported.emit(report)
        if report.refused:
            self.refused.emit(picture_report(report))
        elif report.duplicates or not report.added:
            self.told.emit(picture_report(report))

    def ask_files(self, parent: QWidget) -> None:
        """Ask for picture files and take them in."""
        dialog = QFileDialog(parent, tr("Bilder einlesen"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(tr("Bilder") + f" ({SUFFIXES})")
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.open()

    def ask_folder(self, parent: QWidget) -> None:
        """Ask for a folder and take in every picture in it."""
        dialog = QFileDialog(parent, tr("Bilder aus einem Ordner einlesen"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.open()
