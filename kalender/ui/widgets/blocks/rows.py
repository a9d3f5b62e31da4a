# SPDX-License-Identifier: EUPL-1.2
"""A list of rows that paint themselves: one tab stop, arrows, Enter or a double click opens, a ring only for the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache

Index = QModelIndex | QPersistentModelIndex

_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RowPainter(QStyledItemDelegate):
    """Paints the ground of a row and its ring; every list brings what stands on it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.texts = TextCache(theme)
        self.keyboard = False

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, *, line: bool = True) -> QRectF:
        """Paint ground, mark of the selection and line of a row; return its place."""
        theme = self.theme
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(
            rect, theme.colour("bg-selected" if chosen else "bg-hover" if hover else "bg-surface")
        )
        if chosen:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.colour("accent"))
        if line:
            width = theme.line_width
            edge = QRectF(rect.x(), rect.bottom() - width, rect.width(), width)
            painter.fillRect(edge, theme.colour("line-subtle"))
        return rect

    def ring(self, painter: QPainter, option: QStyleOptionViewItem, *, current: bool) -> None:
        """Paint the ring of the row that has the keyboard."""
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if self.keyboard and (focused or current):
            painter.setPen(self.theme.pen("focus", 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(2, 2, -2, -2))


class RowList(QListView):
    """Rows to choose from. shown: the current row is another one; opened: Enter or a double click on it."""

    shown = Signal()
    opened = Signal()

    def __init__(
        self, painter: RowPainter, *, name: str, several: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._painter = painter
        painter.setParent(self)
        self.setItemDelegate(painter)
        self.setAccessibleName(name)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell that another row is current."""
        super().currentChanged(current, previous)
        self.shown.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Stand on the first row; show the ring where the keyboard brought the focus here."""
        self._painter.keyboard = event.reason() in _KEYBOARD
        super().focusInEvent(event)
        if (
            self.model() is not None and not self.selectionModel().hasSelection()
        ):  # Qt moves, but selects nothing
            self.step_to_first()

    def step_to_first(self) -> None:
        """Make the first row that can be chosen the current one."""
        model = self.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(index, flags)
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose without a ring."""
        self._painter.keyboard = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens."""
        self._painter.keyboard = True
        if event.key() in _ENTER:
            self.opened.emit()
            return
        super().keyPressEvent(event)
        self.viewport().update()
