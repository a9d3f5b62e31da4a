# SPDX-License-Identifier: EUPL-1.2
"""The tiles of the picture strip: what they say and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.glyphs import SEVERITY, ring
from kalender.ui.widgets.paint.pictures import draw_rounded
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.tr import tr

MIME = "application/x-kalender-attachment"
Index = QModelIndex | QPersistentModelIndex

TILE = QSize(126, 92)
"""Size of a picture on the strip at 100 %."""


@frozen
class Tile:
    """A picture on the strip. alt, licence: theme role of the state and its words; hidden: not on this channel; made: from words."""

    attachment: str
    picture: str
    pixmap: QPixmap = field(default_factory=QPixmap, compare=False)
    alt: tuple[str, str] = ("ok", "")
    licence: tuple[str, str] = ("ok", "")
    hidden: bool = False
    made: bool = False


class TileModel(QAbstractListModel):
    """The pictures and, behind them, the place where one is added; moved gives a new order of ids."""

    moved = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tiles: tuple[Tile, ...] = ()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show other tiles; with the same order only what they say changes."""
        if [item.attachment for item in tiles] == [item.attachment for item in self.tiles]:
            self.tiles = tuple(tiles)
            self.dataChanged.emit(self.index(0), self.index(len(tiles)))
            return
        self.beginResetModel()
        self.tiles = tuple(tiles)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """One row more than there are pictures."""
        return 0 if parent is not None and parent.isValid() else len(self.tiles) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for screen readers and tips, and the id of the attachment."""
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            if index.row() == len(self.tiles):
                return tr("Bild hinzufügen")
            tile = self.tiles[index.row()]
            spoken = [tr("Bild {n}").format(n=index.row() + 1), tile.alt[1], tile.licence[1]]
            return ", ".join([*spoken, tr("nicht auf diesem Kanal")] if tile.hidden else spoken)
        if role == Qt.ItemDataRole.UserRole and index.row() < len(self.tiles):
            return self.tiles[index.row()].attachment
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Pictures can be dragged."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and index.row() < len(self.tiles):
            return found | Qt.ItemFlag.ItemIsDragEnabled
        return found | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """What is dragged inside the strip."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The id of the dragged attachment."""
        found = QMimeData()
        rows = [index.row() for index in indexes if index.row() < len(self.tiles)]
        if rows:
            found.setData(MIME, QByteArray(self.tiles[rows[0]].attachment.encode()))
        return found

    def move(self, attachment: str, place: int) -> None:
        """Put an attachment before another place; says so only where the order changes."""
        order = [item.attachment for item in self.tiles]
        if attachment not in order:
            return
        start = order.index(attachment)
        order.remove(attachment)
        order.insert(max(0, min(len(order), place - (1 if place > start else 0))), attachment)
        if order != [item.attachment for item in self.tiles]:
            self.moved.emit(order)


class TilePainter(QStyledItemDelegate):
    """Paints a tile: picture, number, state of alt text and licence."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = TextCache(theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and arguments
        """Room for the picture and two lines below."""
        px = self._theme.px
        return QSize(px(TILE.width()) + px(10), px(TILE.height()) + 2 * self._theme.line("small") + px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one tile."""
        theme, px = self._theme, self._theme.px
        model = index.model()
        assert isinstance(model, TileModel)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile = QRectF(area.x() + px(3), area.y() + px(3), px(TILE.width()), px(TILE.height()))
        if index.row() == len(model.tiles):
            self._paint_add(painter, tile)
        else:
            self._paint_picture(painter, tile, model.tiles[index.row()], index.row() + 1)
        if (
            state & QStyle.StateFlag.State_Selected and index.row() < len(model.tiles)
        ) or state & QStyle.StateFlag.State_HasFocus:
            ring(painter, theme, tile, 5, gap=1)
        painter.restore()

    def _paint_picture(self, painter: QPainter, rect: QRectF, tile: Tile, number: int) -> None:
        theme, px = self._theme, self._theme.px
        if tile.hidden:
            painter.setOpacity(0.45)
        if tile.pixmap.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("bg-sunken"))
            painter.drawRoundedRect(rect, 4, 4)
            theme.draw(
                painter,
                "ri.image-line",
                "text-3",
                rect.center().x() - px(10),
                rect.center().y() - px(10),
                px(20),
            )
        else:
            draw_rounded(painter, tile.pixmap, rect, 4)
        painter.setOpacity(1)
        box = QRectF(rect.x() + px(8), rect.y() + px(7), px(20), px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("#20292D"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(theme.colour("#FFFFFF"))
        painter.setFont(theme.font("small", 600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        top = rect.bottom() + px(4)
        for role, words in (tile.alt, tile.licence):
            theme.draw(painter, SEVERITY[role], role, rect.x() + px(1), round(top + px(2)), px(12))
            left = rect.x() + px(17)
            self._texts.draw(painter, words, "small", "text-2", left, top, rect.right() - left + px(6))
            top += theme.line("small")

    def _paint_add(self, painter: QPainter, rect: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        pen = QPen(theme.colour("line-control"), theme.line_width)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        size = px(18)
        theme.draw(
            painter,
            "ri.image-add-line",
            "text-2",
            rect.center().x() - size / 2,
            rect.center().y() - px(22),
            size,
        )
        words = tr("Bild hinzufügen")
        width = min(self._texts.width(words, "small", 500), rect.width() - px(8))
        left = rect.center().x() - width / 2
        self._texts.draw(
            painter, words, "small", "text", left, rect.center().y() + px(2), width + 2, weight=500
        )
        self._texts.draw(
            painter,
            tr("oder hierher ziehen"),
            "small",
            "text-2",
            rect.x(),
            rect.bottom() + px(4),
            rect.width(),
        )
