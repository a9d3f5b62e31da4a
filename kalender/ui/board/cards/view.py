# SPDX-License-Identifier: EUPL-1.2
"""The list of a column: selection, keys, and the start of a drag that the page carries on."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from kalender.domain.card import Card
from kalender.ui.board.cards.delegate import CardDelegate
from kalender.ui.board.cards.model import CARD, ColumnModel
from kalender.ui.widgets.blocks.pane import own_pane
from kalender.wording.tr import tr

_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}

_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
"""By Alt and an arrow chosen cards go into the next column or lane."""


class ColumnView(QListView):
    """One column. A drag is a press, a way longer than the threshold, and a release anywhere; Esc ends it."""

    drag_moved = Signal(list, QPoint)
    """Ids of the dragged posts and the pointer on the screen."""
    drag_dropped = Signal(list, QPoint)
    drag_ended = Signal()
    opened = Signal(str)
    chosen = Signal(list)
    menu_wanted = Signal(list, QPoint)
    neighbour_wanted = Signal(int)
    step_wanted = Signal(list, int)
    lane_wanted = Signal(list, int)
    """Ids and -1 or 1: they are to lie in the lane above, or below."""
    delete_wanted = Signal(list)
    beyond_wanted = Signal(int)
    """Auf at the first card, Ab at the last."""
    all_wanted = Signal()
    renamed = Signal(str, str)

    def __init__(self, model: ColumnModel, delegate: CardDelegate, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        own_pane(self, filled=False)
        self._cards = delegate
        self._press: QPoint | None = None
        self._collapse: QModelIndex | None = None
        self._dragging: list[str] = []
        self.adding = False
        """Whether the last press or key adds to what is chosen elsewhere."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit(self.ids()))
        self.activated.connect(self._open)
        delegate.renamed.connect(self.renamed)

    def ids(self) -> list[str]:
        """Return the ids of the selected posts from top to bottom."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [card.id for row in rows if (card := self.card(row)) is not None]

    def card(self, row: int) -> Card | None:
        """Return the card of a row, or None."""
        found = self.model().index(row, 0).data(CARD)
        return found if isinstance(found, Card) else None

    def select(self, row: int) -> None:
        """Choose one row, make it current and show it."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def last_visible(self) -> int:
        """Return the row of the last card of which something is seen, or -1."""
        rows = self.model().rowCount()
        if not rows or self.viewport().height() <= 0:
            return -1
        index = self.indexAt(QPoint(self.viewport().width() // 2, self.viewport().height() - 1))
        return index.row() if index.isValid() else rows - 1

    def end_of_cards(self) -> int:
        """Return where the last card ends, in px of the viewport."""
        rows = self.model().rowCount()
        return self.visualRect(self.model().index(rows - 1, 0)).bottom() if rows else 0

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the cards out for the new width."""
        super().resizeEvent(event)
        width = self.viewport().width()
        if width != self._cards.width:
            self._cards.width = width
            self._cards.forget()
            self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the column be as narrow as the page allows."""
        return QSize(80, 60)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the focus ring when the keyboard brought it here."""
        self._cards.keyboard = event.reason() in _KEYBOARD
        super().focusInEvent(event)
        by_mouse = (
            event.reason() == Qt.FocusReason.MouseFocusReason
        )  # the press itself says which card is current
        if not by_mouse and not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select; a press on one of several selected cards keeps them all until it is clear that it is no drag."""
        self._cards.keyboard = False
        self.adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._press = event.position().toPoint()
            if plain and self.selectionModel().isSelected(index):
                self._collapse = index
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin the drag after the threshold and tell every step of it."""
        if self._press is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if not self._dragging:
            far = (event.position().toPoint() - self._press).manhattanLength()
            if far < QApplication.startDragDistance():
                return
            self._dragging = self.ids()
            self._cards.dragged = frozenset(self._dragging)
            self.viewport().update()
        self.drag_moved.emit(self._dragging, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drop, or finish a click."""
        dragging, collapse = self._dragging, self._collapse
        self._end()
        if dragging:
            self.drag_ended.emit()
            self.drag_dropped.emit(dragging, event.globalPosition().toPoint())
            return
        if collapse is not None:
            self.selectionModel().select(collapse, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            return
        super().mouseReleaseEvent(event)

    def _end(self) -> None:
        self._press = self._collapse = None
        self._dragging = []
        self._cards.dragged = frozenset()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move between columns, move cards by Alt and arrows, open, delete, end a drag."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self.adding = control
        if self.state() == QAbstractItemView.State.EditingState:
            return  # a key that the field over a title has passed on
        if key == Qt.Key.Key_Escape and self._dragging:
            self._end()
            self.drag_ended.emit()
        elif key == Qt.Key.Key_Escape:
            self.clearSelection()
        elif alt and key in _WAYS and self.ids():
            wanted = self.step_wanted if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} else self.lane_wanted
            wanted.emit(self.ids(), _WAYS[Qt.Key(key)])
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.neighbour_wanted.emit(_WAYS[Qt.Key(key)])
        elif key == Qt.Key.Key_A and control:
            self.all_wanted.emit()
        elif key == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Up and not alt and self.currentIndex().row() <= 0:
            self.beyond_wanted.emit(-1)
        elif key == Qt.Key.Key_Down and not alt and self._at_end():
            self.beyond_wanted.emit(1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Delete and self.ids():
            self.delete_wanted.emit(self.ids())
        else:
            self._cards.keyboard = True
            super().keyPressEvent(event)
            return
        event.accept()

    def _at_end(self) -> bool:
        model = self.model()
        last = self.currentIndex().row() >= model.rowCount() - 1
        return last and not model.canFetchMore(QModelIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of the selected cards, by mouse or by key at the current card."""
        index = (
            self.indexAt(event.pos())
            if event.reason() is QContextMenuEvent.Reason.Mouse
            else self.currentIndex()
        )
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.select(index.row())
        point = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            point = self.viewport().mapToGlobal(self.visualRect(index).center())
        self.menu_wanted.emit(self.ids(), point)

    def _open(self, index: QModelIndex) -> None:
        card = index.data(CARD)
        if isinstance(card, Card):
            self.opened.emit(card.id)


def column_name(label: str, total: int, limit: int) -> str:
    """Return the accessible name of a column."""
    posts = tr("1 Beitrag") if total == 1 else tr("{count} Beiträge").format(count=total)
    if limit and total > limit:
        return tr("{label}, {posts}, Grenze {limit} überschritten").format(
            label=label, posts=posts, limit=limit
        )
    return f"{label}, {posts}"
