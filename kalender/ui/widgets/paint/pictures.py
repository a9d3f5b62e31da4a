# SPDX-License-Identifier: EUPL-1.2
"""Pictures cut to the size of a strip or thumbnail, once per size."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from kalender.domain.crop import CENTRE, FULL, Crop, Focus, fit


def cover(image: QImage, width: int, height: int, *, focus: Focus = CENTRE, ratio: float = 1.0) -> QPixmap:
    """Return the picture filling width x height logical px, cut so that the focus stays; ratio: device pixels.

    A null image gives a null pixmap.
    """
    if image.isNull() or width < 1 or height < 1:
        return QPixmap()
    crop = fit((image.width(), image.height()), (width, height), focus)
    return cut(image, crop, width, height, ratio=ratio)


def cut(image: QImage, crop: Crop, width: int, height: int, *, ratio: float = 1.0) -> QPixmap:
    """Return a crop of the picture scaled to width x height logical px."""
    if image.isNull() or width < 1 or height < 1:
        return QPixmap()
    box = QRect(
        crop.x * image.width() // FULL,
        crop.y * image.height() // FULL,
        max(1, crop.w * image.width() // FULL),
        max(1, crop.h * image.height() // FULL),
    )
    part = image.copy(box).scaled(
        round(width * ratio),
        round(height * ratio),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    pixmap = QPixmap.fromImage(part)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_rounded(painter: QPainter, pixmap: QPixmap, rect: QRectF, radius: float) -> None:
    """Paint a pixmap of the size of rect with rounded corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(rect.topLeft(), pixmap)
    painter.restore()
