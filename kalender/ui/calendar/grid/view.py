# SPDX-License-Identifier: EUPL-1.2
"""A list view of days and posts with its own geometry, so that screen readers find every day and every post."""

from __future__ import annotations

from collections.abc import Sequence
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
from PySide6.QtGui import QFocusEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kalender.ui.calendar.month.delegate import CardDelegate
from kalender.ui.calendar.month.model import MonthModel
from kalender.ui.calendar.titles import choose_in
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.pane import own_pane
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import ChannelMark

_Index = QModelIndex | QPersistentModelIndex
KEY_REASONS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
RING = 4
"""How far a ring may reach outside a card, in px."""


class PostGrid(QListView):
    """Shows a MonthModel. Who inherits from it says where things lie; what mouse and keys do with it is in hands.py.

    A spot is a day in the month and a local time in the week. month_wanted: another day has to be shown. chosen: the
    choice of posts is another. marks: channels by id.
    """

    month_wanted = Signal(object)
    chosen = Signal()

    def __init__(
        self, theme: Theme, texts: TextCache, model: MonthModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        own_pane(self)
        self.theme, self.texts = theme, texts
        self._theme = theme
        self._month = model
        self.delegate = CardDelegate(theme, texts, self)
        self.marks: dict[str, ChannelMark] = {}
        self._by_key = False
        self._hovered = -1
        self._target: date | None = None
        self._carried: frozenset[str] = frozenset()
        self._cut: frozenset[str] = frozenset()
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.selectionModel().selectionChanged.connect(self._choice_changed)
        model.dataChanged.connect(self.relayout)
        model.modelReset.connect(self._turned)
        model.rowsInserted.connect(self.relayout)
        model.rowsRemoved.connect(self.relayout)
        model.rowsMoved.connect(self.relayout)
        theme.changed.connect(self.relayout)

    # What who inherits says

    def place(self, _at: int) -> QRect:
        """Return where a row lies in the viewport; a post that has no room of its own lies where it is counted."""
        return QRect()

    def visible(self, _at: int) -> bool:
        """Tell whether the card of a row is painted, and not left to a count."""
        return False

    def spot_at(self, _point: QPoint) -> date | None:
        """Return the spot under a point of the viewport."""
        return None

    def more_at(self, _point: QPoint) -> date | None:
        """Return the day whose posts are counted under a point, or None."""
        return None

    def step_to(self, spot: date) -> None:
        """Step on a spot."""
        self._step_on(self._month.index_of_day(spot))

    def cursor_day(self) -> date:
        """The spot the cursor stands on; that of today or the first one shown when it stands nowhere."""
        row = self._month.row(self.currentIndex())
        return row.day if row is not None else self._month.month

    def place_of(self, day: date) -> QModelIndex:
        """Return the index at which the list of a day opens."""
        return self._month.index_of_day(day)

    def relayout(self) -> None:
        """Compute all places anew before the next painting."""
        self._turned()

    def _turned(self) -> None:
        """Compute the places of other rows before the next painting."""
        self.viewport().update()

    # What is shown and chosen

    @property
    def month(self) -> MonthModel:
        """The model."""
        return self._month

    def ids(self) -> tuple[str, ...]:
        """The ids of the chosen posts in reading order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        cards = [self._month.rows()[at].card for at in rows if at < self._month.rowCount()]
        return tuple(card.id for card in cards if card is not None)

    def choose(self, ids: Sequence[str], *, current: bool = True) -> None:
        """Choose these posts as far as they are shown, and step on the last of them."""
        last = choose_in(self, self._month.index_of, ids)
        if current and last.isValid():
            self._step_on(last)

    def in_sight(self) -> Sequence[str]:
        """Return the ids of all posts of the days shown."""
        return [row.card.id for row in self._month.rows() if row.card is not None]

    @property
    def editing(self) -> bool:
        """Whether a title is being changed in place."""
        return self.state() == QAbstractItemView.State.EditingState

    def current_id(self) -> str:
        """The id of the post the cursor stands on, or empty."""
        row = self._month.row(self.currentIndex())
        return row.card.id if row is not None and row.card is not None else ""

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

    def _focus_shown(self) -> bool:
        return self.hasFocus() and (self._by_key or self._theme.contrast)

    # What the hands show

    def hover(self, at: int) -> None:
        """Mark the row under the pointer, -1 for none."""
        if at != self._hovered:
            old, self._hovered = self._hovered, at
            for row in (old, at):
                if 0 <= row < self._month.rowCount():
                    self.viewport().update(self.place(row).adjusted(-RING, -RING, RING, RING))

    def show_target(self, spot: date | None, carried: frozenset[str]) -> None:
        """Mark the spot a carried post would fall on, and fade the posts that are carried."""
        was, faded = self._target, self._carried
        self._target, self._carried = spot, carried
        if carried != faded or (spot is None) != (was is None):
            self.viewport().update()
        elif spot is not None and was is not None and spot != was:
            for place in (was, spot):
                self.viewport().update(self.spot_rect(place).adjusted(-RING, -RING, RING, RING))

    def spot_rect(self, _spot: date) -> QRect:
        """Return where a spot is marked in the viewport; all of it where a view does not say."""
        return self.viewport().rect()

    def show_cut(self, ids: frozenset[str]) -> None:
        """Fade posts that were cut and wait for a day."""
        self._cut = ids
        self.viewport().update()

    def faded(self, id_: str) -> bool:
        """Tell whether a post is carried, or was cut."""
        return id_ in self._carried or id_ in self._cut

    def action_at(self, _point: QPoint) -> tuple[str, date] | None:
        """The channel and the middle day of the gap whose "Beitrag planen" lies under a point."""
        return None

    def name_at(self, _point: QPoint) -> str:
        """Return the name of the event or the entry of a layer under a point (see grid/bars.py), or nothing."""
        return ""

    def tip_at(self, _point: QPoint) -> tuple[str, QRect] | None:
        """Return what the tip over a point says and for which rectangle, None over a post, which says its own."""
        return None

    def row_at(self, point: QPoint) -> int:
        """The number of the row of the card under a point, or -1."""
        for at, row in enumerate(self._month.rows()):
            if row.card is not None and self.visible(at) and self.place(at).contains(point):
                return at
        return -1

    # The geometry Qt asks for

    def visualRect(self, index: _Index) -> QRect:  # noqa: N802 - Qt's name
        """The place of a day or a post; a post that does not fit has that of its count."""
        known = index.isValid() and index.row() < self._month.rowCount()
        return QRect(self.place(index.row())) if known else QRect()

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Do nothing: all of a month is in sight."""

    def horizontalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return 0: nothing scrolls by Qt's reckoning."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return 0: nothing scrolls by Qt's reckoning."""
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
        for at, row in enumerate(self._month.rows()):
            if row.card is not None and self.place(at).intersects(rect):
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
        if event.reason() in KEY_REASONS:
            self.by_key()
            if not self.currentIndex().isValid():
                self.step_to(self.cursor_day())
        elif not self.currentIndex().isValid():  # Qt would take the first row, weeks away from today
            index = self._month.index_of_day(self.cursor_day())
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        super().focusInEvent(event)
