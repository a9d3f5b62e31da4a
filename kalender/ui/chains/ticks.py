# SPDX-License-Identifier: EUPL-1.2
"""Rows of a list with a box to tick, painted as boxes are elsewhere: they grow with the text."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.glyphs import ring

_Index = QModelIndex | QPersistentModelIndex
_TICK = Qt.ItemDataRole.CheckStateRole


class TickRows(QStyledItemDelegate):
    """Space or a click on the box ticks; a row that cannot be ticked shows its box dimmed, one without a state none."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, box, tick, words and the ring of the current row."""
        theme, rect = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(rect, theme.colour("bg-selected" if chosen else "bg-hover"))
        size, left = theme.px(16), rect.x() + theme.px(6)
        if index.data(_TICK) is not None:
            self._box(painter, left, rect.y() + (rect.height() - size) / 2, index)
            left += size + theme.px(8)
        painter.setFont(theme.font("body"))
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(ink.color() if isinstance(ink, QBrush) else theme.colour("text"))
        room = rect.right() - theme.px(6) - left
        words = theme.metrics("body").elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, rect.y(), room, rect.height()), align, words)
        if self._view.hasFocus() and index.row() == self._view.currentRow():
            ring(painter, theme, rect.adjusted(2, 2, -2, -2), 3, gap=0)
        painter.restore()

    def _box(self, painter: QPainter, left: float, top: float, index: _Index) -> None:
        theme, size = self._theme, self._theme.px(16)
        on = Qt.CheckState(index.data(_TICK)) is Qt.CheckState.Checked
        free = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        border = "line" if not free else "accent-fill" if on else "line-control"
        painter.setPen(QPen(theme.colour(border), theme.line_width))
        painter.setBrush(theme.colour("accent-fill" if on and free else "bg-surface"))
        painter.drawRoundedRect(QRectF(left + 0.5, top + 0.5, size - 1, size - 1), 3, 3)
        if on:
            ink = "text-on-accent" if free else "text-disabled"
            theme.draw(painter, "ri.check-line", ink, left + 1, round(top) + 1, size - 2)

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Tick by a click on the box as it is painted; keys are Qt's own."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        inside = event.position().x() <= option.rect.x() + self._theme.px(28)
        free = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        if event.type() is not QEvent.Type.MouseButtonRelease or not inside or not free:
            return False
        on = Qt.CheckState(index.data(_TICK)) is Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _TICK)
