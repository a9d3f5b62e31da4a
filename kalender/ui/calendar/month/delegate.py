# SPDX-License-Identifier: EUPL-1.2
"""Paints the cards of the month; a face made ahead is a picture that costs next to nothing to paint."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPixmap

from kalender.domain.days import month
from kalender.ui.calendar.month.model import Row
from kalender.ui.calendar.strips import Strips
from kalender.ui.calendar.titles import TitleDelegate
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.glyphs import ring
from kalender.ui.widgets.paint.month import FADED, RADIUS, MonthCard
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import CardLook, Density

_Index = QModelIndex | QPersistentModelIndex

_DENSITIES = {
    month.Density.PICTURE: Density.PICTURE,
    month.Density.NORMAL: Density.NORMAL,
    month.Density.ONE_LINE: Density.NORMAL,
    month.Density.ROW: Density.LINE,
}


class CardDelegate(TitleDelegate):
    """Paints cards, by their faces where these were made."""

    def __init__(self, theme: Theme, texts: TextCache, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._card = MonthCard(theme, texts)
        self.strips: Strips | None = None

    def paint_row(
        self,
        painter: QPainter,
        rect: QRect,
        row: Row,
        density: month.Density,
        *,
        selected: bool = False,
        focused: bool = False,
        hovered: bool = False,
        faded: bool = False,
        ratio: float = 0.0,
    ) -> None:
        """Paint the card of a row into rect. ratio: pixels of the device, where the caller knows it."""
        if row.look is None:
            return
        ratio = ratio or painter.device().devicePixelRatioF()
        width, height = rect.width(), rect.height()
        face = None if hovered else row.faces.get((width, height, density, ratio))
        if faded:
            painter.setOpacity(FADED)
        if face is None:
            box = (rect.x(), rect.y(), width, height)
            look = self._with_picture(row, density, width, ratio)
            self._card.paint_plain(painter, box, look, _DENSITIES[density], ratio=ratio, hovered=hovered)
        else:
            painter.drawPixmap(rect.x(), rect.y(), face)
        if faded:
            painter.setOpacity(1.0)
        if selected:
            ring(painter, self.theme, QRectF(rect), RADIUS, gap=0, role="accent")
        if focused and not selected:
            ring(painter, self.theme, QRectF(rect), RADIUS, gap=1)

    def make_face(self, row: Row, size: QSize, density: month.Density, ratio: float) -> bool:
        """Paint the card of a row into a picture and keep it on the row; tell whether it was not there yet."""
        key = (size.width(), size.height(), density, ratio)
        if row.look is None or key in row.faces:
            return False
        row.faces[key] = self._face(row, QRect(QPoint(), size), density, ratio)
        return True

    def rehearse(self, row: Row, rect: QRect, density: month.Density) -> None:
        """Paint the card of a row where nobody sees it, so that its texts are laid out when it is shown."""
        nowhere = QPixmap(1, 1)
        painter = QPainter(nowhere)
        self.paint_row(painter, rect, row, density, ratio=1.0)
        painter.end()

    def _face(self, row: Row, rect: QRect, density: month.Density, ratio: float) -> QPixmap:
        face = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
        face.setDevicePixelRatio(ratio)
        face.fill(Qt.GlobalColor.transparent)
        painter = QPainter(face)
        look = self._with_picture(row, density, rect.width(), ratio)
        self._card.paint(painter, QRectF(rect), look, _DENSITIES[density])
        painter.end()
        return face

    def _with_picture(self, row: Row, density: month.Density, width: int, ratio: float) -> CardLook:
        assert row.look is not None
        if density is month.Density.PICTURE and row.card is not None and row.card.picture and self.strips:
            return replace(row.look, picture=self.strips.strip(row.card.picture, width - 2, ratio))
        return row.look
