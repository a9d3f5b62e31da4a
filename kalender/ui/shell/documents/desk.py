# SPDX-License-Identifier: EUPL-1.2
"""Reads documents beside the window, shows what goes where, and takes them as one step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kalender.domain.refusal import RefusalKind, Refused
from kalender.jobs.jobs import Jobs
from kalender.services.intake.documents import DocumentReading
from kalender.ui.intake.document import DocumentSheet
from kalender.ui.opened import Open
from kalender.ui.shell.taking import DOCUMENTS
from kalender.ui.theme.theme import Theme
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class DocumentDesk(QObject):
    """One document after the other. refused: a sentence; sheet: the last one that was shown."""

    refused = Signal(str)

    def __init__(self, theme: Theme, house: Open, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._house, self._jobs, self._window = theme, house, jobs, window
        self._waiting: list[tuple[Path, str]] = []
        self.sheet: DocumentSheet | None = None

    def ask(self, post: str = "") -> None:
        """Ask for documents and take them; post: id of the one they go into, "" for a new idea each."""
        dialog = QFileDialog(self._window, tr("Dokument einlesen"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in DOCUMENTS)
        dialog.setNameFilter(f"{tr('Dokumente')} ({patterns})")
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names], post))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, paths: Sequence[Path], post: str = "") -> None:
        """Read documents and show each before anything is written."""
        busy = bool(self._waiting)
        self._waiting += [(path, post) for path in paths]
        if not busy and self._waiting:
            self._next()

    def _next(self) -> None:
        path, post = self._waiting[0]
        self._jobs.run(
            tr("„{name}“ wird gelesen").format(name=path.name),
            lambda _job: self._house.documents.read(path),
            done=lambda reading: self._show(reading, post),
            failed=lambda error: self._failed(error, path),
            cancelled=self._go_on,
        )

    def _show(self, reading: DocumentReading, post: str) -> None:
        try:
            target = self._house.posts.get(post) if post else None
        except Refused:
            target = None
        preview = self._house.documents.preview(reading, target)
        sheet = self.sheet = DocumentSheet(self._theme, reading, preview, target, self._window)
        sheet.wanted.connect(lambda: self._take(reading, preview.post))
        sheet.finished.connect(lambda _code: self._go_on())
        sheet.open()

    def _take(self, reading: DocumentReading, post: str) -> None:
        try:
            self._house.documents.take(reading, post)
        except Refused as refusal:
            self.refused.emit(sentence(refusal))

    def _failed(self, error: BaseException, path: Path) -> None:
        known = error if isinstance(error, Refused) else Refused(RefusalKind.FILE_UNREADABLE, path=path.name)
        self.refused.emit(sentence(known))
        self._go_on()

    def _go_on(self) -> None:
        del self._waiting[:1]
        if self._waiting:
            self._next()
