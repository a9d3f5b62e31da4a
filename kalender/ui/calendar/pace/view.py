# SPDX-License-Identifier: EUPL-1.2
"""Paints the strip: filled cells where the promise is kept, dashed ones with an arrow where it is not; the number always."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kalender.domain.pace.cadence import Cell, Pace
from kalender.ui.calendar.pace.model import CELL, MARK, PaceModel
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.glyphs import SEVERITY, channel_glyph
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex

HEIGHT, GAP = 38, 3
NAME, WEEK, GOAL, REACHED = 150, 58, 84, 92
"""Widths of the columns in px at 100 %."""

_ON_LIGHT, _ON_DARK = "#10282B", "#06282B"
"""Letters on a kept cell of the light theme, and on the brightest cell of the dark one."""


class PaceHead(QHeaderView):
    """The weeks over the columns; that of today in bold."""

    def __init__(self, theme: Theme, model: PaceModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._model = theme, model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a line of small letters."""
        return QSize(super().sizeHint().width(), self._theme.px(22))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        """Paint the words of a column."""
        theme = self._theme
        painter.save()
        now = section == self._model.now and section > 0
        painter.setFont(theme.font("small", 600 if now else 400))
        painter.setPen(theme.colour("accent" if now else "text-2"))
        last = section > self._model.weeks + 1
        align = Qt.AlignmentFlag.AlignLeft if section == 0 or last else Qt.AlignmentFlag.AlignHCenter
        words = str(self._model.headerData(section, Qt.Orientation.Horizontal))
        painter.drawText(rect.adjusted(theme.px(4), 0, 0, 0), align | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class PaceDelegate(QStyledItemDelegate):
    """Paints names, cells and what was reached."""

    def __init__(self, theme: Theme, view: PaceTable) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell of the table."""
        theme, rect = self._theme, QRectF(option.rect).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell, mark = index.data(CELL), index.data(MARK)
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        if isinstance(cell, Cell):
            self._cell(painter, rect.adjusted(4, 4, -4, -4) if focused else rect, cell)
        elif isinstance(mark, ChannelMark):
            size = theme.px(15)
            channel_glyph(painter, theme, mark, rect.x() + theme.px(2), rect.center().y() - size / 2, size)
            self._words(painter, rect.adjusted(theme.px(26), 0, 0, 0), mark.label, "text")
        elif index.column() > self._view.pace.weeks + 1:
            self._reached(painter, rect, index)
        else:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text-2"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if focused:
            painter.setPen(theme.pen("focus", 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 4, 4)
        painter.restore()

    def _cell(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        theme = self._theme
        ground, ink = look(theme, cell.pace)
        if cell.pace is Pace.BELOW:
            pen = QPen(theme.colour("gap"), theme.line_width, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
        else:
            painter.setPen(theme.pen("line-control") if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(theme.font("small", 600))
        painter.setPen(ink)
        if cell.pace is Pace.BELOW:
            size = theme.px(12)
            wide = size + theme.px(4) + theme.metrics("small", 600).horizontalAdvance(str(cell.count))
            left = rect.center().x() - wide / 2
            theme.draw(
                painter, "ri.arrow-down-s-line", "gap", left, round(rect.center().y() - size / 2), size
            )
            painter.setPen(ink)
            rest = rect.adjusted(left - rect.x() + size + theme.px(4), 0, 0, 0)
            painter.drawText(
                rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(cell.count)
            )
        else:
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(cell.count))

    def _reached(self, painter: QPainter, rect: QRectF, index: _Index) -> None:
        row = self._view.pace.row(index.row())
        good = row.reached * 5 >= len(row.cells) * 4
        severity, size = "ok" if good else "warn", self._theme.px(14)
        self._theme.draw(
            painter, SEVERITY[severity], severity, rect.x() + 2, round(rect.center().y() - size / 2), size
        )
        self._words(painter, rect.adjusted(size + self._theme.px(8), 0, 0, 0), str(index.data()), "text")

    def _words(self, painter: QPainter, rect: QRectF, words: str, ink: str) -> None:
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour(ink))
        fits = self._theme.metrics("body").elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fits)


def look(theme: Theme, pace: Pace) -> tuple[QColor, QColor]:
    """Return ground and letters of a cell."""
    if pace is Pace.BELOW:
        return theme.colour("gap-bg"), theme.colour("gap")
    if theme.contrast and pace is Pace.KEPT:
        return theme.colour("bg-surface"), theme.colour("text")
    if pace is Pace.KEPT:
        return theme.colour("heat2"), theme.colour("text") if theme.dark else QColor(_ON_LIGHT)
    if theme.dark and not theme.contrast:
        return theme.colour("heat4"), QColor(_ON_DARK)
    return theme.colour("accent-fill"), theme.colour("text-on-accent")


class PaceTable(QTableView):
    """The strip; every cell is an item for screen readers. cell_opened: row, column, by Enter or a click."""

    cell_opened = Signal(int, int)

    def __init__(self, theme: Theme, model: PaceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.pace = theme, model
        self.setModel(model)
        self.setHorizontalHeader(PaceHead(theme, model, self))
        self.verticalHeader().hide()
        self.setItemDelegate(PaceDelegate(theme, self))
        self.setAccessibleName(tr("Takt: Beiträge je Kanal und Woche"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        model.modelReset.connect(self.fit)
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Give columns, rows and the whole their size, and months their columns."""
        px, model = self._theme.px, self.pace
        self.clearSpans()
        head = self.horizontalHeader()
        head.setMinimumSectionSize(px(20))
        for section in range(model.columnCount()):
            self.setColumnWidth(section, px(self._width(section)))
        for row in range(model.rowCount()):
            self.setRowHeight(row, px(HEIGHT) + GAP)
        for row, column, weeks in model.spans():
            self.setSpan(row, column, 1, weeks)
        width = sum(px(self._width(section)) for section in range(model.columnCount()))
        self.setFixedSize(width, head.sizeHint().height() + model.rowCount() * (px(HEIGHT) + GAP))

    def _width(self, section: int) -> int:
        if section == 0:
            return NAME
        if section <= self.pace.weeks:
            return WEEK
        return GOAL if section == self.pace.weeks + 1 else REACHED

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter; arrows step."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.cell_opened.emit(self.currentIndex().row(), self.currentIndex().column())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the cell under the pointer."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.cell_opened.emit(index.row(), index.column())
