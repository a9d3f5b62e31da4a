# SPDX-License-Identifier: EUPL-1.2
"""Small months in a list view of days: where each day lies, and how all is painted."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kalender.domain.days.year import Box, Measures, cell_of, day_at, lay_out
from kalender.ui.calendar.month.ground import outline
from kalender.ui.calendar.year.ground import YearGround
from kalender.ui.calendar.year.model import DaysModel, posts_in_words
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.dates import day_short

_Index = QModelIndex | QPersistentModelIndex


class YearSurface(QListView):
    """Lays out and paints a DaysModel; what mouse and keys do is in view.py."""

    def __init__(self, theme: Theme, texts: TextCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = YearGround(theme, texts)
        self._measures = Measures()
        self._boxes: tuple[Box, ...] = ()
        self._hovered: date | None = None
        self._target: date | None = None
        self._by_key = False
        self.ground = "bg-surface"
        self.days = DaysModel(self)
        self.setModel(self.days)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        self.days.modelReset.connect(self._lay_out)
        self.days.dataChanged.connect(self._repaint)
        theme.changed.connect(self._lay_out)

    # Geometry

    def _lay_out(self) -> None:
        self._place(self._ground.measures())

    def _place(self, measures: Measures) -> None:
        """Lay out with these sizes."""
        self._measures = measures
        view, months = self.viewport(), self.days.months
        page = max(1, view.height() - self._foot())
        self._boxes = lay_out(months, view.width(), page, measures) if months else ()
        bottom = max((box.y + box.height for box in self._boxes), default=0) + measures.gap
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, bottom - page))
        bar.setPageStep(page)
        bar.setSingleStep(measures.least * 2)
        view.update()

    def _foot(self) -> int:
        return self._theme.line("small") + self._theme.px(12)

    def _box_of(self, day: date) -> Box | None:
        at = (day.year - self.days.first.year) * 12 + day.month - self.days.first.month
        return self._boxes[at] if 0 <= at < len(self._boxes) else None

    def rect_of(self, day: date) -> QRect:
        """Return where a day lies in the viewport."""
        box = self._box_of(day) if self.days.months else None
        if box is None:
            return QRect()
        x, y = cell_of(box, day, self._measures)
        return QRect(x, y - self.verticalScrollBar().value(), box.day_width, box.day_height)

    def spot_at(self, point: QPoint) -> date | None:
        """Return the day under a point of the viewport."""
        if point.y() >= self.viewport().height() - self._foot():
            return None
        y = point.y() + self.verticalScrollBar().value()
        found = (day_at(box, point.x(), y, self._measures) for box in self._boxes)
        return next((day for day in found if day is not None), None)

    def month_at(self, point: QPoint) -> date | None:
        """Return the month whose name lies under a point of the viewport."""
        y = point.y() + self.verticalScrollBar().value()
        for box in self._boxes:
            if QRect(box.x, box.y, box.width, self._measures.title).contains(point.x(), y):
                return box.month
        return None

    def visualRect(self, index: _Index) -> QRect:  # noqa: N802 - Qt's name
        """The place of a day."""
        day = self.days.day(index)
        return self.rect_of(day) if day is not None else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """The day under a point."""
        day = self.spot_at(point)
        return self.days.index_of_day(day) if day is not None else QModelIndex()

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: _Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll until a day is in sight, with the name of its month where that fits."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        page = self.viewport().height() - self._foot()
        if rect.isNull():
            return
        over = self._measures.title + self._measures.head
        if rect.top() - over < 0:
            bar.setValue(bar.value() + rect.top() - over)
        elif rect.bottom() > page:
            bar.setValue(bar.value() + rect.bottom() - page + self._measures.gap)

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Leave the layout to the boxes."""

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Leave the bar to the boxes."""

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802 - Qt's name
        """Do nothing: nothing is chosen here."""

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:  # noqa: N802 - Qt's name
        """Return nothing."""
        return QRegion()

    def isIndexHidden(self, _index: _Index) -> bool:  # noqa: N802 - Qt's name
        """Tell that every day can be reached."""
        return False

    def horizontalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return 0."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802 - Qt's name
        """Return how far the months are scrolled."""
        return self.verticalScrollBar().value()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew."""
        super().resizeEvent(event)
        self._lay_out()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the months and the days that meet the region."""
        area, down = event.rect(), self.verticalScrollBar().value()
        view, model, measures = self.viewport(), self.days, self._measures
        foot = QRect(0, view.height() - self._foot(), view.width(), self._foot())
        painter = QPainter(view)
        painter.fillRect(area, self._theme.colour(self.ground))
        below = area.translated(0, down)
        painter.save()
        painter.translate(0, -down)
        for box in self._boxes:
            if not below.intersects(QRect(box.x, box.y, box.width, box.height)):
                continue
            self._ground.month(painter, box, model, measures)
            day = box.month
            while day.month == box.month.month:
                if area.intersects(self.rect_of(day)):
                    self._ground.day(painter, box, day, model, measures, target=day == self._target)
                day = day + timedelta(days=1)
        painter.restore()
        self._marks(painter)
        if not foot.isEmpty() and area.intersects(foot):
            self._ground.legend(painter, foot, self.days.almanac, self._told())
        painter.end()

    def _told(self) -> str:
        """Return the day under the pointer, or that of the cursor, with the number of its posts."""
        day = self._target or self._hovered or self.days.day(self.currentIndex())
        if day is None:
            return ""
        return f"{day_short(day)}: {posts_in_words(self.days.counts.get(day, 0))}"

    def _marks(self, painter: QPainter) -> None:
        current = self.days.day(self.currentIndex())
        if self._target is not None:
            outline(painter, self._theme, self.rect_of(self._target), "accent")
        elif self._hovered is not None:
            outline(painter, self._theme, self.rect_of(self._hovered), "line-control")
        if current is not None and self.hasFocus() and (self._by_key or self._theme.contrast):
            outline(painter, self._theme, self.rect_of(current), "focus")

    def _repaint(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() == last.row():
            self.viewport().update(self.visualRect(first))
        else:
            self.viewport().update()
