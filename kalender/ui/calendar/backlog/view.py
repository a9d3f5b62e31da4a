# SPDX-License-Identifier: EUPL-1.2
"""The cards of the basket, below one another or side by side, to be carried to a day."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from kalender.domain.card import Card
from kalender.ui.calendar.backlog.model import BacklogModel
from kalender.ui.calendar.doing.carry import Basket, Carry, Place
from kalender.ui.calendar.titles import TitleDelegate
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.pane import own_pane
from kalender.ui.widgets.paint.board import BoardCard
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import CardLook
from kalender.wording.cards import title
from kalender.wording.terms import look
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex
_CTRL = Qt.KeyboardModifier.ControlModifier

BATCH = 40
"""Cards laid out at once, more than a window shows; the others follow while nobody waits."""


class IdeaDelegate(TitleDelegate):
    """Paints the cards of ideas."""

    def __init__(self, theme: Theme, texts: TextCache, view: IdeaList) -> None:
        super().__init__(theme, view)
        self._view = view
        self._card = BoardCard(theme, texts, dragged=True)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a card with the gap below or beside it."""
        gap = self.theme.px(8)
        if self._view.sideways:
            return QSize(self.theme.px(176) + gap, self.theme.px(66))
        model = cast("BacklogModel", index.model())
        card = model.card(index)
        width = self._view.card_width()
        room = self.place(QRect(0, 0, width, 100)).width()
        height = self._card.height(model.look(card), room) if card else 0
        return QSize(width, height + gap)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a card."""
        model = cast("BacklogModel", index.model())
        card = model.card(index)
        if card is None:
            return
        view = self._view
        self._card.paint(
            painter,
            QRectF(self.place(QRect(option.rect))),
            model.look(card),
            selected=view.selectionModel().isSelected(index),
            focused=view.keyboard and view.hasFocus() and view.currentIndex() == index,
            hovered=view.over(option.rect),
            faded=card.id in view.faded,
        )

    def place(self, rect: QRect) -> QRect:
        """Return the card inside the room of its item."""
        gap = self.theme.px(8)
        if self._view.sideways:
            return rect.adjusted(2, 2, -gap + 2, -2)
        return rect.adjusted(3, 3, -3, 3 - gap)

    def title_place(self, rect: QRect) -> QRect:
        """Return where the field lies over a card: over its title."""
        card = self.place(rect)
        return QRect(card.x(), card.y(), card.width(), self.theme.px(28))


class IdeaList(QListView):
    """Shows a BacklogModel. sideways: cards of one width side by side, as in the strip below the month."""

    post_opened = Signal(str)
    menu_wanted = Signal(QPoint)
    chosen = Signal()
    peeked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        model: BacklogModel,
        carry: Carry,
        *,
        sideways: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        own_pane(self, filled=False)
        self._theme = theme
        self._ideas = model
        self._carry = carry
        self.sideways = sideways
        self.keyboard = False
        self.faded: frozenset[str] = frozenset()
        self.delegate = IdeaDelegate(theme, texts, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(tr("Ideenkorb"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if sideways:
            self.setFlow(QListView.Flow.LeftToRight)
            self.setWrapping(False)
            self.setVerticalScrollBarPolicy(off)
            self.setHorizontalScrollBarPolicy(off)
        else:
            self.setHorizontalScrollBarPolicy(off)
        self.selectionModel().selectionChanged.connect(self.chosen)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def card_width(self) -> int:
        """The width of a card below others."""
        return self.viewport().width()

    def ids(self) -> tuple[str, ...]:
        """The ids of the chosen posts in the order of the basket."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        cards = [self._ideas.card(self._ideas.index(row)) for row in rows]
        return tuple(card.id for card in cards if card is not None)

    def choose(self, ids: tuple[str, ...]) -> None:
        """Choose these posts as far as they are shown."""
        selection = QItemSelection()
        for id_ in ids:
            index = self._ideas.index_of(id_)
            if index.isValid():
                selection.select(index, index)
                self.scrollTo(index)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # Carrying

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Pick up the chosen posts instead of starting a drag of the desktop."""
        card = self._ideas.card(self.currentIndex())
        if card is not None and self.ids():
            at = self.cursor().pos() if self._last is None else self._last
            self._carry.begin(self, self.ids(), self._look(card), at, copying=False)

    _last: QPoint | None = None

    def over(self, card: QRect) -> bool:
        """Tell whether the pointer is over the place of a card."""
        pane = self.viewport()
        return self._last is not None and pane.underMouse() and card.contains(pane.mapFromGlobal(self._last))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Carry on, or start after the usual distance."""
        self._last = event.globalPosition().toPoint()
        if self._carry.active:
            self._carry.move(self._last, copying=bool(event.modifiers() & _CTRL))
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Put down what is carried."""
        if self._carry.active:
            self._carry.finish(event.globalPosition().toPoint(), copying=bool(event.modifiers() & _CTRL))
            self.setState(QAbstractItemView.State.NoState)
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the post."""
        card = self._ideas.card(self.indexAt(event.position().toPoint()))
        if card is not None and event.button() == Qt.MouseButton.LeftButton:
            self.post_opened.emit(card.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose, and hide the focus of the keyboard."""
        self.keyboard = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter, look with the space bar, let go with Esc; arrows step."""
        self.keyboard = True
        card = self._ideas.card(self.currentIndex())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and card is not None:
            self.post_opened.emit(card.id)
        elif event.key() == Qt.Key.Key_Space and card is not None:
            self.peeked.emit(card.id)
        elif event.key() == Qt.Key.Key_Escape:
            self.selectionModel().clearSelection()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the focus when it came by keyboard."""
        reasons = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self.keyboard = event.reason() in reasons or self._theme.contrast
        super().focusInEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of the chosen posts."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.ids():
            self.menu_wanted.emit(place)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Go sideways where the cards lie side by side; the last one in sight is cut, so that more are expected."""
        if not self.sideways:
            super().wheelEvent(event)
            return
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.y() or turned.x()))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the titles anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def carry_place(self, at: QPoint) -> Place | None:
        """Return the basket while a global point lies over it."""
        over = self.isVisible() and self.rect().contains(self.mapFromGlobal(at))
        return Basket.IDEAS if over else None

    def carry_edge(self, _at: QPoint) -> int:
        """Return 0: there is no month to turn here."""
        return 0

    def carry_shown(self, _place: Place | None, carried: frozenset[str]) -> None:
        """Fade the cards that are carried."""
        if carried != self.faded:
            self.faded = carried
            self.viewport().update()

    def _look(self, card: Card) -> CardLook:
        term = look(card.stage, card.flags)
        marks = tuple(mark for mark in self._ideas.look(card).channels if mark.id)
        return CardLook(
            key=term.key, icon=term.icon, word=term.text, time=term.text, title=title(card), channels=marks
        )
