# SPDX-License-Identifier: EUPL-1.2
"""The strips of pictures on cards: read from small files one at a time, cut once for each width."""

from __future__ import annotations

from collections import OrderedDict, deque
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from kalender.domain.crop import CENTRE, Focus
from kalender.domain.picture import Picture
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.pictures import cover

_EDGE = 480
"""Longer edge of the small files in px: enough for the inspector at twice the density."""

_KEEP = 200


class Thumbnails(Protocol):
    """Knows the pictures and keeps small files of them."""

    def get(self, id_: str) -> Picture:
        """Return a picture."""

    def thumbnail(self, id_: str, px: int) -> Path:
        """Return a small file of a picture."""


class Strips(QObject):
    """Lends pictures for painting; `ready` names one that has been read since it was asked for in vain."""

    ready = Signal(str)

    def __init__(self, theme: Theme, pictures: Thumbnails | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._images: OrderedDict[str, tuple[QImage, Focus]] = OrderedDict()
        self._cut: dict[tuple[str, int, int, float], QPixmap] = {}
        self._wanted: deque[str] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_next)
        theme.changed.connect(self._cut.clear)

    def strip(self, picture: str, width: int, ratio: float) -> QPixmap:
        """Return the strip of a card of this width; plain ground until the picture has been read."""
        return self.cover(picture, width, Metrics(self._theme).strip, ratio)

    def cover(self, picture: str, width: int, height: int, ratio: float) -> QPixmap:
        """Return a picture filling width x height logical px."""
        key = (picture, width, height, ratio)
        found = self._cut.get(key)
        if found is not None:
            return found
        kept = self._images.get(picture)
        if kept is None:
            self._want(picture)
            return self._plain(width, height, ratio)
        image, focus = kept
        pixmap = cover(image, width, height, focus=focus, ratio=ratio)
        if pixmap.isNull():
            pixmap = self._plain(width, height, ratio)
        if len(self._cut) > _KEEP:
            self._cut.clear()
        self._cut[key] = pixmap
        return pixmap

    def forget(self, picture: str) -> None:
        """Read a picture again, because it or its focus point is another."""
        self._images.pop(picture, None)
        for key in [key for key in self._cut if key[0] == picture]:
            del self._cut[key]

    def _plain(self, width: int, height: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.colour("bg-sunken"))
        return pixmap

    def _want(self, picture: str) -> None:
        if picture not in self._wanted:
            self._wanted.append(picture)
            self._timer.start()

    def _read_next(self) -> None:
        """Read one picture, then let the window breathe."""
        if not self._wanted or self._pictures is None:
            self._wanted.clear()
            return
        picture = self._wanted.popleft()
        try:
            known = self._pictures.get(picture)
            image = QImage(str(self._pictures.thumbnail(picture, _EDGE)))
            focus = known.focus
        except Exception:  # noqa: BLE001 - whatever is wrong with a picture, the month is shown without it
            image, focus = QImage(), CENTRE
        self._images[picture] = (image, focus)
        if len(self._images) > _KEEP:
            self._images.popitem(last=False)
        self.ready.emit(picture)
        if self._wanted:
            self._timer.start()
