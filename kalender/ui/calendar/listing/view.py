# SPDX-License-Identifier: EUPL-1.2
"""The month as a list: days as heads, posts as rows; the equal way to everything the month shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from kalender.domain.card import Card
from kalender.domain.days.month import shifted
from kalender.ui.calendar.month.model import MonthModel, Row
from kalender.ui.calendar.titles import TitleDelegate
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.chips import chip_width, stage_chip
from kalender.ui.widgets.paint.glyphs import SEVERITY, channel_row, glyphs_width
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.dates import clock, day_long
from kalender.wording.terms import look
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(TitleDelegate):
    """Paints a head for a day and a row for a post. note_of: the topic and the person of a post in words."""

    def __init__(
        self, theme: Theme, texts: TextCache, note_of: Callable[[Card], tuple[str, str]], view: ListingView
    ) -> None:
        super().__init__(theme, view)
        self._texts = texts
        self._note_of = note_of
        self._view = view

    def title_place(self, rect: QRect) -> QRect:
        """Return where the field lies over a row: where its title stands."""
        left = self.theme.px(230)
        return rect.adjusted(left, self.theme.px(8), -self.theme.px(120), -self.theme.px(8))

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a head or a row."""
        row = self._view.month.row(index)
        height = self.theme.px(34) if row is None or row.card is None else Metrics(self.theme).row
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a head or a row."""
        row = self._view.month.row(index)
        if row is None:
            return
        painter.save()
        painter.setClipRect(QRect(option.rect))
        if row.card is None:
            self._head(painter, QRect(option.rect), row)
        else:
            self._post(painter, QRect(option.rect), row, row.card, option)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.keyboard:
            painter.setPen(self.theme.pen("focus", 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _head(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme, texts, px = self.theme, self._texts, self.theme.px
        painter.fillRect(rect, theme.colour("bg-subtle"))
        today = row.day == self._view.month.today
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
        notes = " · ".join(self._view.month.almanac.words(row.day))
        left = rect.x() + px(16) + round(texts.width(words, "body", 600)) + px(16)
        texts.draw(
            painter,
            notes,
            "small",
            "text-2",
            left,
            rect.y(),
            rect.right() - left - px(16),
            pitch=rect.height(),
        )

    def _post(
        self, painter: QPainter, rect: QRect, row: Row, card: Card, option: QStyleOptionViewItem
    ) -> None:
        theme, texts, px = self.theme, self._texts, self.theme.px
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("bg-selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("bg-hover"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.colour("line-subtle"))
        time = clock(card.planned) if card.planned else ""
        x, top, height = rect.x() + px(16), rect.y(), rect.height()
        texts.draw(painter, time, "body", "text-2", x, top, px(48), pitch=height)
        x += px(56)
        term = look(card.stage, card.flags)
        chip = QRectF(x, top + (height - px(22)) / 2, chip_width(theme, texts, term), px(22))
        stage_chip(painter, theme, texts, chip, term)
        x += px(164)
        glyph = px(14)
        marks = row.look.channels if row.look else ()
        topic, person = self._note_of(card)
        side = px(150) if rect.width() > px(760) else 0
        right = rect.right() - px(16)
        if side:
            texts.draw(painter, person, "small", "text-2", right - side, top, side, pitch=height)
            right -= side
            texts.draw(painter, topic, "small", "text-2", right - side, top, side - px(8), pitch=height)
            right -= side
        width = round(glyphs_width(theme, marks, glyph, px(4)))
        channel_row(painter, theme, marks, right - px(96), top + (height - glyph) // 2, glyph, gap=px(4))
        right -= max(px(96), width) + px(8)
        if row.look is not None and row.look.warning:
            size = px(14)
            theme.draw(painter, SEVERITY["warn"], row.look.warning, x, top + (height - size) // 2, size)
            x += size + px(6)
        title = row.look.title if row.look else card.title
        ink = "text-2" if term.key == "publ" else "text"
        texts.draw(painter, title, "body", ink, x, top, max(0, right - x), weight=500, pitch=height)


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
            signal.connect(self.hide_empty)
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        self.hide_empty()

    def hide_empty(self) -> None:
        """Show the days that have posts, and of the others only today and those of this month with a note."""
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
        selection, last = QItemSelection(), QModelIndex()
        for id_ in ids:
            index = self.month.index_of(id_)
            if index.isValid():
                selection.select(index, index)
                last = index
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
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
