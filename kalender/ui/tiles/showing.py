# SPDX-License-Identifier: EUPL-1.2
"""How a tile looks in each shape, set anew beside the window while it is written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kalender.domain.refusal import Refused
from kalender.domain.tiles.tile import Tile
from kalender.exchange.tiles import TileDrawing
from kalender.jobs.jobs import Job, Jobs
from kalender.services.tiles.making import Tiles
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.refusals import sentence
from kalender.wording.tiles.words import fit_words
from kalender.wording.tr import tr

PAUSE = 250
"""Milliseconds after the last change until the tile is set again."""

LONGEST = 720
"""Px of the longer side of the first shape; the others are set as sharp."""


class TileView(QWidget):
    """judged(fits): the words were set; whether all of them are there."""

    judged = Signal(bool)

    def __init__(self, theme: Theme, tiles: Tiles, jobs: Jobs) -> None:
        super().__init__()
        self._theme, self._tiles, self._jobs = theme, tiles, jobs
        self._tile: Tile | None = None
        self._asked: Tile | None = None
        self._job: Job | None = None
        self._ended = False
        self._pages: dict[str, QPixmap] = {}
        self.drawing: TileDrawing | None = None
        column = spaced(theme, QVBoxLayout(self), gap=10)
        self.shapes = Segmented(
            theme, [(item.id, item.label) for item in tiles.shapes], name=tr("Format der Vorschau")
        )
        column.addWidget(self.shapes, 0, Qt.AlignmentFlag.AlignHCenter)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumSize(theme.px(300), theme.px(240))
        self.picture.setWordWrap(True)
        self.picture.setFont(theme.font("body"))
        column.addWidget(self.picture, 1)
        row = spaced(theme, QHBoxLayout(), gap=6)
        self._signs = {role: Symbol(theme, SEVERITY[role], role, size=14) for role in ("ok", "warn", "err")}
        for sign in self._signs.values():
            sign.hide()
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self.words = Text(theme, "", "small", ink="text-2", wrap=True)
        row.addWidget(self.words, 1)
        column.addLayout(row)
        self.shapes.chosen.connect(lambda _key: self._show())
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._set)

    def show_tile(self, tile: Tile) -> None:
        """Show a tile a moment later."""
        self._tile = tile
        self._timer.start()

    def end(self) -> None:
        """Set nothing any more."""
        self._ended = True
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Scale what is shown."""
        super().resizeEvent(event)
        self._show()

    def _set(self) -> None:
        tile = self._tile
        if tile is None or tile == self._asked or self._job is not None or self._ended:
            return
        self._asked = tile
        if not self._pages:
            self.picture.setText(tr("Die Kachel wird gesetzt …"))
        self._job = self._jobs.run(
            tr("Vorschau der Kachel"),
            lambda _job: self._tiles.preview(tile, LONGEST),
            done=lambda drawing: self._came(tile, drawing),
            failed=self._failed,
            cancelled=self._gone,
        )

    def _gone(self) -> None:
        self._job = None

    def _came(self, tile: Tile, drawing: TileDrawing) -> None:
        self._job = None
        if self._ended:
            return
        self.drawing = drawing
        for fit, page in zip(drawing.fits, drawing.pages, strict=True):
            pixmap = QPixmap()
            pixmap.loadFromData(page, "PNG")
            self._pages[fit.shape] = pixmap
        role, words = fit_words(drawing.fits, self._tiles.shapes, self._tiles.template(tile.template))
        self._say(role, words)
        self._show()
        self.judged.emit(all(item.fits for item in drawing.fits))
        self._timer.start()  # what was typed meanwhile

    def _failed(self, error: BaseException) -> None:
        self._job = None
        if not self._ended:
            words = sentence(error) if isinstance(error, Refused) else tr("Die Vorschau ist misslungen.")
            self._say("err", words)

    def _say(self, role: str, words: str) -> None:
        for name, sign in self._signs.items():
            sign.setVisible(name == role)
        self.words.setText(words)

    def _show(self) -> None:
        pixmap = self._pages.get(self.shapes.current)
        if pixmap is None:
            return
        ratio = self.devicePixelRatioF()
        room = QSize(round(self.picture.width() * ratio), round(self.picture.height() * ratio))
        shown = pixmap.scaled(
            room.boundedTo(pixmap.size()),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)
        label = next(item.label for item in self._tiles.shapes if item.id == self.shapes.current)
        self.picture.setAccessibleName(tr("Vorschau der Kachel im Format {shape}").format(shape=label))
