# SPDX-License-Identifier: EUPL-1.2
"""The month as a list view with its own geometry, so that screen readers find every day and every post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.month.cursor import Cursor, Step, step
from kalender.ui.calendar.month.delegate import CardDelegate
from kalender.ui.calendar.month.ground import Days, Ground, outline
from kalender.ui.calendar.month.model import MonthModel, Row
from kalender.ui.calendar.month.scene import Scene, Scenes
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex
_KEY_REASONS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
RING = 4
"""How far a ring may reach outside a card, in px."""


class MonthView(QListView):
    """Shows a MonthModel; what the mouse and the keys do with it is in hands.py.

    month_wanted: another month has to be shown. chosen: the choice of posts is another. first_painted: once, when
    the month was seen for the first time. marks: channels by id.
    """

    month_wanted = Signal(object)
    chosen = Signal()
    first_painted = Signal()

    def __init__(
        self, theme: Theme, texts: TextCache, model: MonthModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._month = model
        self._ground = Ground(theme, texts)
        self._laid = Scenes(theme, texts)
        self.scene = Scene(theme, texts)
        self.delegate = CardDelegate(theme, texts, self)
        self.marks: dict[str, ChannelMark] = {}
        self._pictures = False
        self._stale = True
        self._fresh = True
        self._by_key = False
        self._hovered = -1
        self._target: date | None = None
        self._carried: frozenset[str] = frozenset()
        self._cut: frozenset[str] = frozenset()
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(tr("Monat"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.selectionModel().selectionChanged.connect(self._choice_changed)
        model.dataChanged.connect(self.relayout)
        model.modelReset.connect(self._turned)
        model.rowsInserted.connect(self.relayout)
        model.rowsRemoved.connect(self.relayout)
        model.rowsMoved.connect(self.relayout)
        theme.changed.connect(model.refresh)
        theme.changed.connect(self.relayout)

    # What is shown

    @property
    def month(self) -> MonthModel:
        """The model."""
        return self._month

    @property
    def pictures(self) -> bool:
        """Whether cards show their pictures where there is room."""
        return self._pictures

    def show_pictures(self, on: bool) -> None:
        """Show the pictures of cards, or hide them."""
        self._pictures = on
        self.relayout()

    def relayout(self) -> None:
        """Compute all places anew before the next painting."""
        self._laid.clear()
        self._turned()

    def settled(self) -> Scene:
        """Return the geometry as it is now."""
        if self._stale:
            self._stale = False
            model = self._month
            self.scene = self._scene_of(model.month, model.rows(), model.almanac)
        return self.scene

    def ahead(self, month: date, rows: list[Row], almanac: Almanac) -> Iterator[None]:
        """Lay out a month and make the faces of its cards, in steps; turning to it then finds them."""
        scene = self._scene_of(month, rows, almanac)
        yield
        self._ground.rehearse(scene, Days(month, self._month.today, almanac), self.marks)
        yield
        ratio = self.viewport().devicePixelRatioF()
        for at, row in enumerate(rows):
            if row.card is None or not scene.visible(at):
                continue
            if self.delegate.make_face(row, scene.places[at].size(), scene.density(row.day), ratio):
                yield

    def _turned(self) -> None:
        self._stale = True
        self.viewport().update()

    def _scene_of(self, month: date, rows: list[Row], almanac: Almanac) -> Scene:
        return self._laid.of(month, rows, almanac, self.viewport().size(), pictures=self._pictures)

    def ids(self) -> tuple[str, ...]:
        """The ids of the chosen posts in the order of the month."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        cards = [self._month.rows()[at].card for at in rows if at < self._month.rowCount()]
        return tuple(card.id for card in cards if card is not None)

    def choose(self, ids: Sequence[str], *, current: bool = True) -> None:
        """Choose these posts as far as they are shown, and step on the last of them."""
        selection, last = QItemSelection(), QModelIndex()
        for id_ in ids:
            index = self._month.index_of(id_)
            if index.isValid():
                selection.select(index, index)
                last = index
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if current and last.isValid():
            self._step_on(last)

    @property
    def editing(self) -> bool:
        """Whether a title is being changed in place."""
        return self.state() == QAbstractItemView.State.EditingState

    # The cursor of the keyboard

    def cursor_day(self) -> date:
        """The day the cursor stands on; today or the first of the month when it stands nowhere."""
        row = self._month.row(self.currentIndex())
        if row is not None:
            return row.day
        today, month = self._month.today, self._month.month
        return today if (today.year, today.month) == (month.year, month.month) else month

    def current_id(self) -> str:
        """The id of the post the cursor stands on, or empty."""
        row = self._month.row(self.currentIndex())
        return row.card.id if row is not None and row.card is not None else ""

    def set_day(self, day: date, post: int = -1) -> None:
        """Step on a day or on one of its posts, in another month where need be."""
        if not self._month.index_of_day(day).isValid():
            self.month_wanted.emit(day)
        index = self._month.index_of_day(day)
        if not index.isValid():
            return
        posts = self._month.posts_of(day)
        if 0 <= post < len(posts):
            index = self._month.index(index.row() + 1 + post)
        self._step_on(index)
        if post >= 0 and self._month.row(index) is not None:
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            self.selectionModel().clearSelection()

    def walk(self, key: Step, *, extend: bool = False) -> None:
        """Step as a key says; extend: keep what was chosen and add the post stepped on."""
        self.by_key()
        kept = self.ids() if extend else ()
        day = self.cursor_day()
        row = self._month.row(self.currentIndex())
        post = -1
        if row is not None and row.card is not None:
            post = self.currentIndex().row() - self._month.index_of_day(day).row() - 1
        counts: dict[date, int] = {}
        for item in self._month.rows():
            if item.card is not None:
                counts[item.day] = counts.get(item.day, 0) + 1
        target = step(Cursor(day=day, post=post), key, counts)
        if key in {Step.MONTH_BEFORE, Step.MONTH_AFTER}:
            self.month_wanted.emit(target.day)
        self.set_day(target.day, target.post)
        if kept:
            self.choose((*kept, self.current_id()) if self.current_id() else kept, current=False)

    def by_key(self) -> None:
        """Show the focus from now on, because the keyboard is in use."""
        if not self._by_key:
            self._by_key = True
            self.viewport().update()

    def by_mouse(self) -> None:
        """Hide the focus, because the mouse is in use."""
        if self._by_key:
            self._by_key = False
            self.viewport().update()

    def _step_on(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.viewport().update()

    def _choice_changed(self) -> None:
        self.viewport().update()
        self.chosen.emit()

    # What the hands show

    def hover(self, at: int) -> None:
        """Mark the row under the pointer, -1 for none."""
        if at != self._hovered:
            old, self._hovered = self._hovered, at
            for row in (old, at):
                if 0 <= row < len(self.settled().places):
                    self.viewport().update(self.scene.places[row].adjusted(-RING, -RING, RING, RING))

    def show_target(self, day: date | None, carried: frozenset[str]) -> None:
        """Mark the day a carried post would fall on, and fade the posts that are carried."""
        if (day, carried) != (self._target, self._carried):
            self._target, self._carried = day, carried
            self.viewport().update()

    def show_cut(self, ids: frozenset[str]) -> None:
        """Fade posts that were cut and wait for a day."""
        self._cut = ids
        self.viewport().update()

    def action_at(self, point: QPoint) -> tuple[str, date] | None:
        """The channel and the middle day of the gap whose "Beitrag planen" lies under a point."""
        for spot, strip in self._ground.actions.items():
            if spot.contains(point):
                band = strip.piece.band
                return band.channel, band.first + (band.last - band.first) // 2
        return None

    def row_at(self, point: QPoint) -> int:
        """The number of the row of the card under a point, or -1."""
        scene, rows = self.settled(), self._month.rows()
        for at, place in enumerate(scene.places):
            if rows[at].card is not None and place.contains(point) and scene.visible(at):
                return at
        return -1

    # The geometry Qt asks for

    def visualRect(self, index: _Index) -> QRect:  # noqa: N802 - Qt's name
        """The place of a day or a post; a post that does not fit has that of "2 weitere"."""
        places = self.settled().places
        return QRect(places[index.row()]) if index.isValid() and index.row() < len(places) else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """The post under a point, else the day."""
        at = self.row_at(point)
        if at >= 0:
            return self._month.index(at)
        cell = self.settled().cell_at(point)
        return self._month.index_of_day(cell.day) if cell else QModelIndex()

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Do nothing: all of a month is in sight."""

    def horizontalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return 0: nothing scrolls."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return 0: nothing scrolls."""
        return 0

    def isIndexHidden(self, _index: _Index) -> bool:  # noqa: N802 - Qt's name
        """Tell that every day and post can be reached."""
        return False

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Leave the layout to the scene; Qt's own would paint everything a second time."""
        self.updateGeometries()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802 - Qt's name
        """Choose the posts that meet a rectangle."""
        selection = QItemSelection()
        rows = self._month.rows()
        for at, place in enumerate(self.settled().places):
            if rows[at].card is not None and place.intersects(rect):
                selection.select(self._month.index(at), self._month.index(at))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802 - Qt's name
        """The places of the chosen posts with their rings."""
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index).adjusted(-RING, -RING, RING, RING))
        return region

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size in which a month can be read."""
        return QSize(self._theme.px(900), self._theme.px(640))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: a line in each cell."""
        return QSize(self._theme.px(480), self._theme.px(300))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew."""
        super().resizeEvent(event)
        self.relayout()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the cursor when the focus came by keyboard."""
        if event.reason() in _KEY_REASONS:
            self.by_key()
            if not self.currentIndex().isValid():
                self._step_on(self._month.index_of_day(self.cursor_day()))
        super().focusInEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, then the cards that meet the region."""
        scene = self.settled()
        area = event.rect()
        painter = QPainter(self.viewport())
        model = self._month
        days = Days(model.month, model.today, model.almanac)
        self._ground.paint(painter, area, scene, days, self.marks, self._target)
        self._paint_cards(painter, area)
        self._paint_focus(painter)
        painter.end()
        if self._fresh:
            self._fresh = False
            self.first_painted.emit()

    def _paint_cards(self, painter: QPainter, area: QRect) -> None:
        scene, rows = self.scene, self._month.rows()
        target = scene.cell(self._target) if self._target else None
        chosen = {index.row() for index in self.selectionModel().selectedIndexes()}
        current = self.currentIndex().row() if self._focus_shown() else -1
        reach = area.adjusted(-RING, -RING, RING, RING)
        for at, row in enumerate(rows):
            place = scene.places[at]
            if row.card is None or not scene.visible(at) or not place.intersects(reach):
                continue
            self.delegate.paint_row(
                painter,
                place,
                row,
                scene.density(row.day),
                selected=at in chosen,
                focused=at == current,
                hovered=at == self._hovered,
                faded=row.card.id in self._carried or row.card.id in self._cut,
            )
        if target is not None:
            outline(painter, self._theme, target.rect, "accent")

    def _paint_focus(self, painter: QPainter) -> None:
        if not self._focus_shown() or self._target is not None:
            return
        row = self._month.row(self.currentIndex())
        if row is not None and (row.card is None or not self.scene.visible(self.currentIndex().row())):
            cell = self.scene.cell(row.day)
            if cell is not None:
                outline(painter, self._theme, cell.rect, "focus")

    def _focus_shown(self) -> bool:
        return self.hasFocus() and (self._by_key or self._theme.contrast)
