# SPDX-License-Identifier: EUPL-1.2
"""A picture as it is after what is done to it, made for the screen by what makes the exports."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kalender.domain.crop import Work

LONGEST = 1000
"""Longest edge in px of what is worked on while a hand moves: as much as a canvas shows."""


class Live:
    """Keeps one picture at the size of a screen, and what was last made of it."""

    def __init__(self) -> None:
        self._raw = QImage()
        self._small = QImage()
        self._made: tuple[Work, QImage] | None = None

    def image(self, raw: QImage, work: Work) -> QImage:
        """Return the picture after all that is done to it. raw: a copy of the original, in any size; null stays null."""
        if work.plain or raw.isNull():
            return raw
        if raw.cacheKey() != self._raw.cacheKey():
            self._raw, self._made = raw, None
            longest = max(raw.width(), raw.height())
            small = raw
            if longest > LONGEST:
                keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                small = raw.scaled(LONGEST, LONGEST, keep, smooth)
            self._small = small.convertToFormat(QImage.Format.Format_RGBX8888)
        if self._made is None or self._made[0] != work:
            self._made = work, self._worked(work)
        return self._made[1]

    def _worked(self, work: Work) -> QImage:
        from kalender.media.working import worked_pixels

        small = self._small
        data, (width, height) = worked_pixels(bytes(small.constBits()), (small.width(), small.height()), work)
        return QImage(data, width, height, 4 * width, QImage.Format.Format_RGBX8888).copy()
