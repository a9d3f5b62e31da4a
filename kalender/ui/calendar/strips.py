# SPDX-License-Identifier: EUPL-1.2
"""The pictures of cards and inspector, cut once for each size around their focus points."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage, QPixmap

from kalender.domain.crop import CENTRE, Focus
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.pictures import cover

_KEEP = 200

ImageOf = Callable[[str], QImage]
"""Gives the small image of a picture, or a null image while it is being made."""


class Strips:
    """Lends pictures for painting; a picture that is not there yet is plain ground and asked for again."""

    def __init__(
        self, theme: Theme, image_of: ImageOf, focus_of: Callable[[str], Focus] = lambda _picture: CENTRE
    ) -> None:
        self._theme = theme
        self._image_of = image_of
        self._focus_of = focus_of
        self._shown = False
        self._cut: dict[tuple[str, int, int, float], QPixmap] = {}
        theme.changed.connect(self._cut.clear)

    def strip(self, picture: str, width: int, ratio: float) -> QPixmap:
        """Return the strip of a card of this width."""
        return self.cover(picture, width, Metrics(self._theme).strip, ratio)

    def cover(self, picture: str, width: int, height: int, ratio: float) -> QPixmap:
        """Return a picture filling width x height logical px, ratio device pixels each."""
        key = (picture, width, height, ratio)
        found = self._cut.get(key)
        if found is not None:
            return found
        image = self._image_of(picture) if self._shown else QImage()
        if image.isNull():
            return self._plain(width, height, ratio)
        pixmap = cover(image, width, height, focus=self._focus_of(picture), ratio=ratio)
        if pixmap.isNull():
            return self._plain(width, height, ratio)
        if len(self._cut) >= _KEEP:
            self._cut.clear()
        self._cut[key] = pixmap
        return pixmap

    def begin(self) -> None:
        """Lend real pictures from now on: the month was painted once without waiting for their files."""
        self._shown = True

    def forget(self, picture: str) -> None:
        """Cut a picture anew, because it has come or its focus point is another."""
        for key in [key for key in self._cut if key[0] == picture]:
            del self._cut[key]

    def _plain(self, width: int, height: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.colour("bg-sunken"))
        return pixmap
