# SPDX-License-Identifier: EUPL-1.2
"""The month as a list: days as heads, posts as rows; the equal way to everything the month shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from kalender.domain.card import Card
from kalender.domain.days.month import shifted
from kalender.ui.calendar.listing.rows import PostRows
from kalender.ui.calendar.month.model import MonthModel, Row
from kalender.ui.calendar.titles import choose_in
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.dates import day_long
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(PostRows):
    """Paints a head for a day and a row for a post."""

    view: ListingView

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a head or a row."""
        row = self.view.month.row(index)
        height = self.theme.px(34) if row is None or row.card is None else Metrics(self.theme).row
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a head or a row."""
        row = self.view.month.row(index)
        if row is None:
            return
        rect = QRect(option.rect)
        if row.card is None:
            self._head(painter, rect, row)
        else:
            self.post(painter, rect, row, row.card, option)
        if option.state & QStyle.StateFlag.State_HasFocus and self.view.keyboard:
            painter.setPen(self.theme.pen("focus", 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _head(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme, texts, px = self.theme, self.texts, self.theme.px
        painter.fillRect(rect, theme.colour("bg-subtle"))
        today = row.day == self.view.month.today
        words = day_long(row.day) + (tr(", heute") if today else "")
        texts.draw(
            painter,
            words,
            "body",
            "accent" if today else "text",
            rect.x() + px(16),
            rect.y(),
            px(320),
            weight=600,
            pitch=rect.height(),
        )
        notes = " · ".join(self.view.month.almanac.words(row.day))
        left = rect.x() + px(16) + round(texts.width(words, "body", 600)) + px(16)
        room = rect.right() - left - px(16)
        if notes and room > 0:
            texts.draw(painter, notes, "small", "text-2", left, rect.y(), room, pitch=rect.height())


class ListingView(QListView):
    """Shows the MonthModel of the month view, so both tell the same."""

    post_opened = Signal(str)
    day_opened = Signal(object)
    menu_wanted = Signal(QPoint)
    peeked = Signal(str)
    chosen = Signal()
    month_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        model: MonthModel,
        note_of: Callable[[Card], tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.month = model
        self.keyboard = False
        self.setModel(model)
        self.delegate = RowDelegate(theme, texts, note_of, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(tr("Liste"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(self.chosen)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self._changed)
        model.dataChanged.connect(self._noted)
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        self._stale = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what changed while the list was not in sight."""
        if self._stale:
            self.hide_empty()
        super().showEvent(event)

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.hide_empty()

    def _noted(self, first: QModelIndex, last: QModelIndex) -> None:
        """Look again which days have a note: holidays come after the first painting."""
        if first.row() != last.row():
            self._changed()

    def in_sight(self) -> Sequence[str]:
        """Return the ids of all posts of the days shown."""
        rows = enumerate(self.month.rows())
        return [row.card.id for at, row in rows if row.card is not None and not self.isRowHidden(at)]

    def cursor_day(self) -> date:
        """The day the cursor stands on, the first of the month when it stands nowhere."""
        row = self.month.row(self.currentIndex())
        return row.day if row is not None else self.month.month

    def step_to(self, spot: date) -> None:
        """Step on a day, or on the next one that is shown."""
        day = spot.date() if isinstance(spot, datetime) else spot
        rows = self.month.rows()
        heads = (at for at, row in enumerate(rows) if row.card is None and row.day >= day)
        at = next((at for at in heads if not self.isRowHidden(at)), -1)
        if at >= 0:
            index = self.month.index(at)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def place_of(self, day: date) -> QModelIndex:
        """Return the index at which the list of a day opens."""
        return self.month.index_of_day(day)

    def hide_empty(self) -> None:
        """Show the days that have posts, and of the others only today and those of this month with a note."""
        self._stale = False
        month = self.month
        first, end = month.month, shifted(month.month, 1)
        noted = {month.today, *month.almanac.holidays, *month.almanac.meetings}
        follows = False
        for at, row in reversed([*enumerate(month.rows())]):
            busy = row.card is not None or follows
            follows = row.card is not None
            hidden = not (first <= row.day < end and (busy or row.day in noted))
            if self.isRowHidden(at) != hidden:
                self.setRowHidden(at, hidden)

    def ids(self) -> tuple[str, ...]:
        """The ids of the chosen posts in the order of the list."""
        found = [self.month.row(index) for index in self.selectionModel().selectedIndexes()]
        chosen = sorted((row for row in found if row is not None), key=lambda row: row.order)
        return tuple(row.card.id for row in chosen if row.card is not None)

    def choose(self, ids: Sequence[str]) -> None:
        """Choose these posts as far as they are shown, and step on the last of them."""
        last = choose_in(self, self.month.index_of, ids)
        if last.isValid():
            self.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(last)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter, look with the space bar, turn the month; arrows step."""
        self.keyboard = True
        row = self.month.row(self.currentIndex())
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row is not None and not event.modifiers():
            if row.card is not None:
                self.post_opened.emit(row.card.id)
            else:
                self.day_opened.emit(row.day)
        elif key == Qt.Key.Key_Space and row is not None and row.card is not None:
            self.peeked.emit(row.card.id)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and not event.modifiers():
            self.month_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Escape:
            self.selectionModel().clearSelection()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose, and hide the focus of the keyboard."""
        self.keyboard = False
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open a post, or the list of a day."""
        row = self.month.row(self.indexAt(event.position().toPoint()))
        if row is not None and row.card is not None:
            self.post_opened.emit(row.card.id)
        elif row is not None:
            self.day_opened.emit(row.day)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of the chosen posts."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(place)
