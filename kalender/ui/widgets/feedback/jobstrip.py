# SPDX-License-Identifier: EUPL-1.2
"""Work in progress beside the window: what, how far, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Sign
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.paint.chips import bar
from kalender.wording.tr import tr


class Progress(Sign):
    """A bar from 0 to 1; below 0 nobody knows how much there is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.share = 0.0

    def set_share(self, share: float) -> None:
        """Show how much is done."""
        self.share = share
        self.setAccessibleName(
            tr("{percent} Prozent").format(percent=round(share * 100)) if share >= 0 else tr("läuft")
        )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of the bar."""
        return QSize(self.theme.px(160), self.theme.px(6))

    def paint(self, painter: QPainter) -> None:
        """Paint the bar."""
        bar(painter, self.theme, QRectF(self.rect()), self.share if self.share >= 0 else 0.5)


class _Job(QWidget):
    def __init__(self, theme: Theme, label: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        self.words = Text(theme, label, "small", weight=500)
        self.far = Text(theme, "", "small", ink="text-2")
        self.progress = Progress(theme)
        self.stop = Button(theme, tr("Abbrechen"), kind=Kind.NORMAL, size=Size.DENSE)
        self.stop.setAccessibleDescription(label)
        row.addWidget(self.words)
        row.addStretch(1)
        for part in (self.far, self.progress, self.stop):
            row.addWidget(part)


class JobStrip(Ground):
    """The strip over the status bar; hidden while nothing is going on.

    cancelled: key of the work somebody wants to stop. Keys are whatever the caller counts its work by.
    """

    cancelled = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-subtle", edges="t", parent=parent)
        self._themed = theme
        self._jobs: dict[object, _Job] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        self._column.setSpacing(theme.px(4))
        self.setAccessibleName(tr("Laufende Arbeiten"))
        self.hide()

    @property
    def running(self) -> int:
        """How many works are shown."""
        return len(self._jobs)

    def begin(self, key: object, label: str, *, stoppable: bool = True) -> None:
        """Show a work."""
        job = _Job(self._themed, label)
        job.stop.setVisible(stoppable)
        job.stop.clicked.connect(lambda: self.cancelled.emit(key))
        self._jobs[key] = job
        self._column.addWidget(job)
        self.show()

    def report(self, key: object, done: int, total: int) -> None:
        """Show how far a work is; total 0: unknown."""
        job = self._jobs.get(key)
        if job is None:
            return
        job.progress.set_share(done / total if total else -1.0)
        job.far.setText(tr("{done} von {total}").format(done=done, total=total) if total else "")

    def end(self, key: object) -> None:
        """Take a work away."""
        job = self._jobs.pop(key, None)
        if job is not None:
            self._column.removeWidget(job)
            job.hide()
            job.deleteLater()
        self.setVisible(bool(self._jobs))
