# SPDX-License-Identifier: EUPL-1.2
"""What lies over the picture on the crop canvas: dimmed surround, thirds, safe zones, frame, focus cross."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from kalender.domain.frozen import frozen
from kalender.ui.pictures.crop.framing import handle_points
from kalender.ui.theme.theme import Theme
from kalender.wording.tr import tr

DIM = QColor(13, 18, 20, 168)
OUTLINE = QColor("#11181B")
WHITE = QColor("#FFFFFF")

Fractions = tuple[float, float, float, float]
"""Parts of a format that apps cover: top, right, bottom, left, from 0 to 1."""


@frozen
class Shown:
    """Which of the overlays are drawn."""

    thirds: bool = True
    zones: bool = True
    focus: bool = True


def dim(painter: QPainter, picture: QRectF, frame: QRectF) -> None:
    """Darken the picture outside the frame."""
    inner = frame.intersected(picture)
    for rect in (
        QRectF(picture.left(), picture.top(), picture.width(), inner.top() - picture.top()),
        QRectF(picture.left(), inner.bottom(), picture.width(), picture.bottom() - inner.bottom()),
        QRectF(picture.left(), inner.top(), inner.left() - picture.left(), inner.height()),
        QRectF(inner.right(), inner.top(), picture.right() - inner.right(), inner.height()),
    ):
        painter.fillRect(rect, DIM)


def thirds(painter: QPainter, frame: QRectF) -> None:
    """Draw two lines each way, visible on any picture."""
    painter.setPen(QPen(QColor(255, 255, 255, 170), 1))
    lines = []
    for part in (1, 2):
        x = round(frame.x() + frame.width() * part / 3) + 0.5
        y = round(frame.y() + frame.height() * part / 3) + 0.5
        lines += [QLineF(x, frame.top(), x, frame.bottom()), QLineF(frame.left(), y, frame.right(), y)]
    painter.drawLines(lines)


def zone_rects(frame: QRectF, zone: Fractions) -> list[QRectF]:
    """Return the covered edges of a frame."""
    top, right, bottom, left = zone
    width, height = frame.width(), frame.height()
    inner_top, inner_height = frame.y() + height * top, height * (1 - top - bottom)
    found = []
    if top > 0:
        found.append(QRectF(frame.x(), frame.y(), width, height * top))
    if bottom > 0:
        found.append(QRectF(frame.x(), frame.bottom() - height * bottom, width, height * bottom))
    if left > 0:
        found.append(QRectF(frame.x(), inner_top, width * left, inner_height))
    if right > 0:
        found.append(QRectF(frame.right() - width * right, inner_top, width * right, inner_height))
    return found


def hatch_brush(ratio: float = 1.0, spacing: int = 9) -> QBrush:
    """Return the brush of safe zones: white lines over a dark tint."""
    tile = QPixmap(round(spacing * ratio), round(spacing * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(QColor(23, 28, 60, 110))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(255, 255, 255, 190), 1))
    for offset in (-spacing, 0, spacing):
        painter.drawLine(QPointF(offset, spacing), QPointF(offset + spacing, 0))
    painter.end()
    return QBrush(tile)


def safe_zones(painter: QPainter, theme: Theme, frame: QRectF, zone: Fractions, brush: QBrush) -> None:
    """Hatch what the app covers and say so where there is room."""
    words = tr("frei für App-Elemente")
    room = theme.metrics("small").horizontalAdvance(words) + theme.px(14)
    for rect in zone_rects(frame, zone):
        painter.setBrushOrigin(rect.topLeft())
        painter.fillRect(rect, brush)
        painter.setPen(QPen(QColor(255, 255, 255, 200), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        if rect.width() >= room and rect.height() >= theme.px(20):
            label(painter, theme, words, rect.center())


def label(painter: QPainter, theme: Theme, words: str, middle: QPointF) -> None:
    """Write words in white on a dark ground around a point."""
    painter.setFont(theme.font("small"))
    width = theme.metrics("small").horizontalAdvance(words) + theme.px(14)
    rect = QRectF(0, 0, round(width), theme.px(19))
    rect.moveCenter(middle)
    rect.moveTopLeft(QPointF(round(rect.x()), round(rect.y())))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(17, 24, 27, 235))
    painter.drawRoundedRect(rect, 3, 3)
    painter.setPen(WHITE)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def frame_and_handles(painter: QPainter, frame: QRectF, handle: float, *, focused: bool, ink: QColor) -> None:
    """Draw the rectangle, white with a dark outline, its handles, and a ring while it has the keyboard."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(OUTLINE, 1))
    painter.drawRect(frame.adjusted(-1.5, -1.5, 1.5, 1.5))
    painter.drawRect(frame.adjusted(1.5, 1.5, -1.5, -1.5))
    painter.setPen(QPen(WHITE, 2))
    painter.drawRect(frame)
    if focused:
        painter.setPen(QPen(ink, 2))
        painter.drawRect(frame.adjusted(-4, -4, 4, 4))
    painter.setPen(QPen(OUTLINE, 1))
    painter.setBrush(WHITE)
    box = (frame.x(), frame.y(), frame.width(), frame.height())
    for x, y in handle_points(box).values():
        painter.drawRect(QRectF(round(x - handle / 2) + 0.5, round(y - handle / 2) + 0.5, handle, handle))


def cross(painter: QPainter, x: float, y: float, radius: float) -> None:
    """Draw the focus point: a ring with four strokes, white on dark."""
    gap, reach = radius * 0.55, radius * 1.45
    strokes = [
        QLineF(x - reach, y, x - gap, y),
        QLineF(x + gap, y, x + reach, y),
        QLineF(x, y - reach, x, y - gap),
        QLineF(x, y + gap, x, y + reach),
    ]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((OUTLINE, 4.5), (WHITE, 2.2)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.drawLines(strokes)


def pin(painter: QPainter, theme: Theme, middle: QPointF, number: int) -> None:
    """Paint the number of a person where the person stands."""
    radius = theme.px(9)
    painter.setFont(theme.font("small", 600))
    painter.setPen(QPen(WHITE, 1.5))
    painter.setBrush(QColor(17, 24, 27, 215))
    painter.drawEllipse(middle, radius, radius)
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
