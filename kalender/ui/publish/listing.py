# SPDX-License-Identifier: EUPL-1.2
"""Paints the rows of the export list and takes clicks and keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kalender.domain.card import Card
from kalender.ui.publish.model import ROW, ExportModel, Row
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.chips import tag
from kalender.ui.widgets.paint.emblems import seal
from kalender.ui.widgets.paint.glyphs import channel_row, glyphs_width
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.cards import title
from kalender.wording.dates import clock, day_month
from kalender.wording.tr import tr

_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
HEADING = 38
POST = 50


class ExportDelegate(QStyledItemDelegate):
    """Heading, post with check box and seal, or a post that is held back."""

    def __init__(self, theme: Theme, marks: Callable[[], Mapping[str, ChannelMark]], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = TextCache(theme)
        self._marks = marks
        self.keyboard = False

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        del option
        row: Row = index.data(ROW)
        return QSize(200, self._theme.px(HEADING if row.card is None else POST))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        row: Row = index.data(ROW)
        rect = QRectF(option.rect)
        if row.card is None:
            self._heading(painter, rect, row)
            return
        ticked = index.data(int(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        theme, px, texts = self._theme, self._theme.px, self._texts
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "bg-selected" if ticked else "bg-hover" if hover else "bg-surface"
        painter.fillRect(rect, theme.colour(ground))
        painter.setPen(theme.pen("line-subtle"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left = rect.x() + px(16)
        if row.reason:
            theme.draw(painter, "ri.lock-line", "text-3", left, rect.y() + px(17), px(16))
        else:
            self._box(painter, QRectF(left, rect.y() + px(17), px(16), px(16)), ticked=ticked)
        when = row.card.planned
        words = "" if when is None else day_month(when.date()) if row.reason else clock(when)
        texts.draw(
            painter,
            words,
            "body",
            "text-2",
            left + px(34),
            rect.y() + px(6),
            px(60),
            pitch=rect.height() - px(12),
        )
        x = left + px(100)
        right = rect.right() - px(16)
        if not row.reason:
            seal(painter, theme, right - px(20), rect.y() + px(15), px(20), valid=True)
            right -= px(32)
            marks = [mark for item in row.card.channels if (mark := self._marks().get(item))]
            glyph = Metrics(theme).symbol_card
            width = glyphs_width(theme, marks, glyph, px(5))
            channel_row(painter, theme, marks, right - width, rect.y() + px(18), glyph, gap=px(5))
            right -= width + px(10)
        ink = "text-2" if row.reason else "text"
        texts.draw(painter, title(row.card), "body", ink, x, rect.y() + px(5), right - x, weight=500)
        under = row.reason or _facts(row.card)
        texts.draw(painter, under, "small", "text-2", x, rect.y() + px(25), right - x)
        if self.keyboard and bool(option.state & QStyle.StateFlag.State_HasFocus):
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(2, 2, -2, -2))

    def _heading(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        theme, px = self._theme, self._theme.px
        painter.fillRect(rect, theme.colour("bg-surface"))
        painter.setPen(theme.pen("line-subtle"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left = rect.x() + px(16)
        self._texts.draw(
            painter,
            row.heading,
            "small",
            "text-2",
            left,
            rect.y() + px(10),
            rect.width() - px(32),
            weight=600,
            pitch=px(20),
        )
        if row.count:
            x = left + self._texts.width(row.heading, "small", 600) + px(8)
            words = str(row.count)
            tag(painter, theme, self._texts, QRectF(x, rect.y() + px(10), px(22), px(20)), words)

    def _box(self, painter: QPainter, rect: QRectF, *, ticked: bool) -> None:
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent-fill" if ticked else "line-control"), theme.line_width))
        painter.setBrush(theme.colour("accent-fill" if ticked else "bg-surface"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if ticked:
            theme.draw(
                painter, "ri.check-line", "text-on-accent", rect.x() + 1, rect.y() + 1, int(rect.width()) - 2
            )
        painter.restore()


def _facts(card: Card) -> str:
    pictures = (
        tr("ohne Bild")
        if not card.pictures
        else tr("1 Bild")
        if card.pictures == 1
        else tr("{count} Bilder").format(count=card.pictures)
    )
    again = tr("schon exportiert") if card.delivered else ""
    return ", ".join(part for part in (pictures, again) if part)


class ExportList(QListView):
    """Space or a click ticks; Enter opens the post."""

    opened = Signal(str)

    def __init__(self, model: ExportModel, delegate: ExportDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._export = model
        self._rows = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(tr("Beiträge für den Export"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the first post, with a ring when the keyboard brought the focus here."""
        self._rows.keyboard = event.reason() in _KEYBOARD
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            first = next((row for row in range(self._export.rowCount()) if self._export.row_at(row).card), -1)
            if first >= 0:
                self.setCurrentIndex(self._export.index(first))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose without a ring."""
        self._rows.keyboard = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick with a click anywhere on the row."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._export.toggle(index.row())
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open with a double click; the tick is as before."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._open(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick with the space bar, open with Enter."""
        self._rows.keyboard = True
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self._export.toggle(row)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row >= 0:
            self._open(row)
        else:
            super().keyPressEvent(event)

    def current_id(self) -> str:
        """Return the id of the current post, or an empty text."""
        row = self.currentIndex().row()
        card = self._export.row_at(row).card if 0 <= row < self._export.rowCount() else None
        return card.id if card is not None else ""

    def _open(self, row: int) -> None:
        card = self._export.row_at(row).card
        if card is not None:
            self.opened.emit(card.id)
