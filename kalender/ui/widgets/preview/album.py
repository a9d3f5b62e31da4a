# SPDX-License-Identifier: EUPL-1.2
"""Several pictures of a post side by side, as most feeds show them: two, one and two, four, and how many more."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kalender.ui.widgets.preview.content import LIGHT, PreviewContent, colour
from kalender.ui.widgets.preview.parts import middle

MOST = 4
"""Pictures that are shown; the last one says how many more there are."""

GAP = 2
"""Px between pictures."""

FLAT = 0.62
"""Height of all of them against their width."""


def cells(count: int, width: float, height: float) -> list[QRectF]:
    """Return where so many pictures stand in a room: side by side, one beside two, or two above two."""
    half, low = (width - GAP) / 2, (height - GAP) / 2
    right, below = half + GAP, low + GAP
    if count == 2:
        return [QRectF(0, 0, half, height), QRectF(right, 0, half, height)]
    if count == 3:
        return [QRectF(0, 0, half, height), QRectF(right, 0, half, low), QRectF(right, below, half, low)]
    return [QRectF(x, y, half, low) for y in (0, below) for x in (0, right)]


class Album(QWidget):
    """The pictures of a content; the one whose description is read bears a frame."""

    def __init__(self, content: PreviewContent) -> None:
        super().__init__()
        self._content = content
        self.setAccessibleName(". ".join(alt for alt in content.alts if alt))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size all pictures share."""
        width = max(1, self.width())
        return QSize(width, round(width * FLAT))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the height that the width asks for."""
        super().resizeEvent(event)
        if self.height() != round(self.width() * FLAT):
            self.setFixedHeight(round(self.width() * FLAT))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint each picture from its middle, and how many there are besides."""
        content = self._content
        images = content.pictures[:MOST]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, (image, cell) in enumerate(
            zip(images, cells(len(images), self.width(), self.height()), strict=True)
        ):
            if image.isNull():
                painter.fillRect(cell, colour(content.feed.line))
            else:
                painter.drawImage(cell, image, middle(image, cell))
            more = len(content.pictures) - MOST
            if number == MOST - 1 and more > 0:
                painter.setOpacity(0.55)
                painter.fillRect(cell, colour(LIGHT.ink))
                painter.setOpacity(1)
                painter.setPen(colour(LIGHT.paper))
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, f"+{more}")
            if number == min(content.at, MOST - 1):
                painter.setPen(QPen(colour(content.feed.dot), 2))
                painter.drawRect(cell.adjusted(1, 1, -1, -1))
        painter.end()
