# SPDX-License-Identifier: EUPL-1.2
"""A picture as it is after what is done to it, for the screen: covered and toned by what makes the exports, tilted by Qt."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from kalender.domain.crop import Work, inner

LONGEST = 720
"""Longest edge in px of what is worked on while a hand moves: about what a canvas shows."""


class Live:
    """Keeps one picture at the size of a screen, and what was last made of it.

    Pillow tilts ten times as slowly as Qt, which is nothing for an export and too much for a frame.
    """

    def __init__(self) -> None:
        self._raw = QImage()
        self._small = QImage()
        self._base: tuple[Work, bytes, tuple[int, int]] | None = None
        self._made: tuple[Work, QImage] | None = None

    def image(self, raw: QImage, work: Work) -> QImage:
        """Return the picture after all that is done to it. raw: a copy of the original, in any size; null stays null."""
        if work.plain or raw.isNull():
            return raw
        if raw.cacheKey() != self._raw.cacheKey():
            self._raw, self._base, self._made = raw, None, None
            longest = max(raw.width(), raw.height())
            small = raw
            if longest > LONGEST:
                keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                small = raw.scaled(LONGEST, LONGEST, keep, smooth)
            self._small = small.convertToFormat(QImage.Format.Format_RGB32)
        flat = replace(work, tilt=0)
        if self._made is None or self._made[0] != flat:
            self._made = flat, self._worked(flat)
        return _tilted(self._made[1], work.tilt)

    def _worked(self, work: Work) -> QImage:
        from kalender.media.working import worked_pixels

        if work.plain:
            return self._small
        small = self._small
        base = replace(work, light=0, contrast=0)
        if self._base is None or self._base[0] != base:  # what a hand on a slider leaves as it is
            self._base = base, *worked_pixels(bytes(small.constBits()), (small.width(), small.height()), base)
        tones = Work(light=work.light, contrast=work.contrast)
        data, (width, height) = worked_pixels(self._base[1], self._base[2], tones)
        return QImage(data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def _tilted(image: QImage, tilt: int) -> QImage:
    """Return the largest upright rectangle of a picture tilted by tenths of a degree clockwise."""
    if not tilt:
        return image
    width, height = inner((image.width(), image.height()), tilt)
    done = QImage(width, height, image.format())
    painter = QPainter(done)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(width / 2, height / 2)
    painter.rotate(tilt / 10)
    painter.drawImage(QPointF(-image.width() / 2, -image.height() / 2), image)
    painter.end()
    return done
