# SPDX-License-Identifier: EUPL-1.2
"""A whole picture within its border on the screen, by the same steps as media/bordering makes it for a file."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from kalender.domain.crop import CENTRE, Border, exact_box, fit, inside

SOFT, DIM, STEP = 12, 0.82, 2
"""Values left along the longer side, how bright they are, and how much larger they become at once: as for files."""

_FAST, _SMOOTH = Qt.TransformationMode.FastTransformation, Qt.TransformationMode.SmoothTransformation


def bordered(image: QImage, size: tuple[int, int], border: Border) -> QImage:
    """Return a whole picture in the middle of size px; a null picture stays null."""
    if image.isNull() or min(size) < 1:
        return QImage()
    room = QImage(*size, QImage.Format.Format_RGB32)
    wide, high = inside((image.width(), image.height()), size)
    painter = QPainter(room)
    if border.colour:
        room.fill(QColor(border.colour))
    else:
        painter.drawImage(0, 0, _blurred(image, size))
    shrinks = wide * high < image.width() * image.height()
    part = image.scaled(wide, high, Qt.AspectRatioMode.IgnoreAspectRatio, _SMOOTH if shrinks else _FAST)
    painter.drawImage((size[0] - wide) // 2, (size[1] - high) // 2, part)
    painter.end()
    return room


def bordered_pixmap(image: QImage, width: int, height: int, border: Border, *, ratio: float) -> QPixmap:
    """Return it as large as width × height logical px; ratio: device pixels."""
    pixmap = QPixmap.fromImage(bordered(image, (round(width * ratio), round(height * ratio)), border))
    if not pixmap.isNull():
        pixmap.setDevicePixelRatio(ratio)
    return pixmap


def mean(image: QImage) -> str:
    """Return the colour a picture has on the whole, as #rrggbb; of a null picture a grey."""
    if image.isNull():
        return "#808080"
    few = _few(image, QRect(0, 0, image.width(), image.height()), (2, 2))
    spots = [few.pixelColor(x, y) for x in (0, 1) for y in (0, 1)]
    red, green, blue = (
        round(sum(of(spot) for spot in spots) / 4) for of in (QColor.red, QColor.green, QColor.blue)
    )
    return f"#{red:02x}{green:02x}{blue:02x}"


def _blurred(image: QImage, size: tuple[int, int]) -> QImage:
    whole = image.width(), image.height()
    box = exact_box(fit(whole, size, CENTRE), whole, size)
    scale = SOFT / max(size)
    wide, high = max(2, round(size[0] * scale)), max(2, round(size[1] * scale))
    rect = QRect(box.left, box.top, box.right - box.left, box.bottom - box.top)
    few = _few(image, rect, (wide, high)).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(few)
    painter.fillRect(few.rect(), QColor(0, 0, 0, round(255 * (1 - DIM))))
    painter.end()
    while max(wide, high) * STEP < max(size):
        wide, high = wide * STEP, high * STEP
        few = few.scaled(wide, high, Qt.AspectRatioMode.IgnoreAspectRatio, _SMOOTH)
    return few.scaled(*size, Qt.AspectRatioMode.IgnoreAspectRatio, _SMOOTH)


def _few(image: QImage, rect: QRect, size: tuple[int, int]) -> QImage:
    return image.copy(rect).scaled(*size, Qt.AspectRatioMode.IgnoreAspectRatio, _SMOOTH)
