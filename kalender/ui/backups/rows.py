# SPDX-License-Identifier: EUPL-1.2
"""The list of backups: one tab stop, arrows, a ring only for the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kalender.store.backup.info import BackupInfo
from kalender.ui.backups.model import INFO, BackupModel
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.keeping import backups as words

Index = QModelIndex | QPersistentModelIndex

HEIGHT = 52
_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}


def sign(item: BackupInfo) -> tuple[str, str]:
    """Return symbol and ink for the state of a backup: sound, in want of something, or useless."""
    if not item.damaged:
        return "ri.checkbox-circle-line", "ok"
    return ("ri.error-warning-line", "warn") if item.whole else ("ri.close-circle-line", "err")


class BackupRows(QStyledItemDelegate):
    """When and its state in the first line, why, what and where in the second."""

    def __init__(self, theme: Theme, model: BackupModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._texts = TextCache(theme)
        self.keyboard = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row."""
        del option, index
        return QSize(200, self._theme.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        item: BackupInfo = index.data(INFO)
        theme, px, texts, model = self._theme, self._theme.px, self._texts, self._model
        rect = self._ground(painter, option)
        icon, ink = sign(item)
        x, right = rect.x() + px(16), rect.right() - px(16)
        theme.draw(painter, icon, ink, x, rect.y() + px(17), px(18))
        x += px(30)
        state = words.state(item)
        width = min(texts.width(state, "small"), (right - x) * 0.6)
        top, below = rect.y() + px(6), rect.y() + px(27)
        texts.draw(painter, model.when(item), "body", "text", x, top, right - x - width - px(12), weight=600, pitch=px(20))  # fmt: skip
        texts.draw(painter, state, "small", ink if item.damaged else "text-2", right - width, top, width + 2, pitch=px(20))  # fmt: skip
        where = model.where(item)
        side = min(texts.width(where, "small"), (right - x) * 0.4)
        held = f"{model.why(item)} · {model.held(item)}"
        texts.draw(painter, held, "small", "text-2", x, below, right - x - side - px(12), pitch=px(18))
        texts.draw(painter, where, "small", "text-3", right - side, below, side + 2, pitch=px(18))
        if self.keyboard and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.pen("focus", 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(2, 2, -2, -2))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> QRectF:
        theme, rect = self._theme, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "bg-selected" if chosen else "bg-hover" if hover else "bg-surface"
        painter.fillRect(rect, theme.colour(ground))
        if chosen:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.colour("accent"))
        painter.setPen(theme.pen("line-subtle"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        return rect


class BackupList(QListView):
    """Backups to choose from. shown: the current one is another."""

    shown = Signal()

    def __init__(self, rows: BackupRows, *, name: str) -> None:
        super().__init__()
        self._rows = rows
        rows.setParent(self)
        self.setItemDelegate(rows)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell that another row is current."""
        super().currentChanged(current, previous)
        self.shown.emit()

    def chosen(self) -> BackupInfo | None:
        """Return the current backup."""
        found: BackupInfo | None = self.currentIndex().data(INFO)
        return found

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Stand on the first row; show the ring where the keyboard brought the focus here."""
        self._rows.keyboard = event.reason() in _KEYBOARD
        super().focusInEvent(event)
        model = self.model()
        if not self.currentIndex().isValid() and model.rowCount():
            self.setCurrentIndex(model.index(0, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose without a ring."""
        self._rows.keyboard = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ring."""
        self._rows.keyboard = True
        super().keyPressEvent(event)
        self.viewport().update()
