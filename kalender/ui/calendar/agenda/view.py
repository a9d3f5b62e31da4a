# SPDX-License-Identifier: EUPL-1.2
"""The days from one on, one after the other: a list that reads on where its end comes into sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractSlider, QListView, QWidget

from kalender.ui.calendar.agenda.delegate import AgendaDelegate
from kalender.ui.calendar.agenda.model import AgendaModel
from kalender.ui.calendar.agenda.rows import Entry, Kind
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.beyond.stretch import Reading, Titles
from kalender.ui.calendar.grid.view import KEY_REASONS
from kalender.ui.calendar.looks import Looks
from kalender.ui.calendar.titles import choose_in
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.dates import day_long, day_month, day_short
from kalender.wording.tr import tr

PAGE = 7
"""Days that the arrows of the toolbar go back and forth."""

_TOP = QAbstractItemView.ScrollHint.PositionAtTop
_BACK = {
    action.value
    for action in (
        QAbstractSlider.SliderAction.SliderSingleStepSub,
        QAbstractSlider.SliderAction.SliderPageStepSub,
        QAbstractSlider.SliderAction.SliderToMinimum,
    )
}
"""What a hand at the scroll bar does to go up."""

_STILL = QItemSelectionModel.SelectionFlag.NoUpdate


class AgendaView(QListView):
    """Shows an AgendaModel; what mouse and keys do is in hands.py.

    target, hovered: the day a carried post would fall on, and that under the pointer. chosen: the choice of posts is another.
    """

    chosen = Signal()
    turned = Signal(object)

    def __init__(
        self, theme: Theme, texts: TextCache, looks: Looks, reading: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading = reading
        self.agenda = AgendaModel(looks, reading, self)
        self.target: date | None = None
        self.hovered: date | None = None
        self.keyboard = False
        self._inside: date | None = None
        self._carried: frozenset[str] = frozenset()
        self._cut: frozenset[str] = frozenset()
        self.setModel(self.agenda)
        self.delegate = AgendaDelegate(theme, texts, looks.note, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(tr("Agenda"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.verticalScrollBar().actionTriggered.connect(self._pulled)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    # What the page asks

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day that are held."""
        return self.agenda.first, self.agenda.last

    @property
    def almanac(self) -> Almanac:
        """What applies to them."""
        return self.agenda.almanac

    def show_day(self, day: date) -> None:
        """Show the days from one on, that one at the top."""
        if not (self.agenda.rows() and self.agenda.first <= day <= self.agenda.last):
            self.agenda.begin(day)
        else:
            self.read()
        self.scrollTo(self.agenda.index_of_day(day), _TOP)
        self._inside = None
        self.selectionModel().setCurrentIndex(self.agenda.index_of_day(day), _STILL)
        self._inside = day

    def read(self) -> None:
        """Read again where something has changed since."""
        if self.agenda.rows():
            self.agenda.read()

    def paged(self, pages: int) -> date:
        """Return the day so many weeks after the one at the top."""
        return self.top_day() + timedelta(days=PAGE * pages)

    def titles(self) -> Titles:
        """Return the day at the top."""
        day = self.top_day()
        words = (day_long(day), f"{day_short(day)} {day.year}", day_month(day))
        return Titles(words=words, before=tr("Eine Woche zurück"), after=tr("Eine Woche vor"))

    def front(self) -> date:
        """The day at the top of the view."""
        return self.top_day()

    def top_day(self) -> date:
        """The day at the top of the view."""
        row = self.agenda.row(self.indexAt(QPoint(4, 4)))
        stands = self.agenda.row(self.currentIndex())
        if row is None:
            return self.cursor_day()
        if row.kind is Kind.FOLDED and stands is row and self._inside in row.days:
            return self._inside
        return row.day

    def step_to(self, spot: date) -> None:
        """Step on a day, read on where need be."""
        day = spot.date() if isinstance(spot, datetime) else spot
        self.agenda.reach(day)
        index = self.agenda.index_of_day(day)
        if index.isValid():
            self._inside = day
            self.selectionModel().setCurrentIndex(index, _STILL)
            self._inside = day
            self.scrollTo(index)
            self.viewport().update()

    def cursor_day(self) -> date:
        """The day the cursor stands on, also inside a folded row; today when it stands nowhere."""
        row = self.agenda.row(self.currentIndex())
        if row is None:
            return self._reading.today
        return self._inside if self._inside is not None and self._inside in row.days else row.day

    def stepped(self) -> date | None:
        """The day stepped on inside a folded row, or None."""
        row = self.agenda.row(self.currentIndex())
        return self.cursor_day() if row is not None and row.kind is Kind.FOLDED else None

    def ids(self) -> tuple[str, ...]:
        """The ids of the chosen posts in the order of the list."""
        found = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        rows = self.agenda.rows()
        return tuple(card.id for at in found if at < len(rows) and (card := rows[at].card) is not None)

    def choose(self, ids: Sequence[str]) -> None:
        """Choose these posts as far as they are held, and step on the last of them."""
        last = choose_in(self, self.agenda.index_of, ids)
        if last.isValid():
            self.selectionModel().setCurrentIndex(last, _STILL)
            self.scrollTo(last)

    def in_sight(self) -> Sequence[str]:
        """Return the ids of all posts held."""
        return [row.card.id for row in self.agenda.rows() if row.card is not None]

    def place_of(self, day: date) -> QModelIndex:
        """Return the index at which the list of a day opens."""
        return self.agenda.index_of_day(day)

    def current_id(self) -> str:
        """The id of the post the cursor stands on, or empty."""
        row = self.agenda.row(self.currentIndex())
        return row.card.id if row is not None and row.card is not None else ""

    @property
    def editing(self) -> bool:
        """Whether a title is being changed in place."""
        return self.state() == QAbstractItemView.State.EditingState

    # Where days lie

    def spot_at(self, point: QPoint) -> date | None:
        """Return the day under a point of the viewport; None over a long stretch of empty days."""
        index = self.indexAt(point)
        row = self.agenda.row(index)
        if row is None or row.kind is not Kind.FOLDED:
            return row.day if row is not None else None
        boxes = self.delegate.boxes(self.visualRect(index), row)
        return next((day for day, box in boxes.items() if box.adjusted(-3, -4, 3, 4).contains(point)), None)

    def rect_of(self, day: date) -> QRect:
        """Return where the head of a day, or the box of a folded one, lies in the viewport."""
        index = self.agenda.index_of_day(day)
        row = self.agenda.row(index)
        rect = self.visualRect(index)
        return self.delegate.boxes(rect, row).get(day, rect) if row is not None else rect

    # What the hands show

    def hover(self, day: date | None) -> None:
        """Mark the folded day under the pointer."""
        if day != self.hovered:
            self.hovered = day
            self.viewport().update()

    def show_target(self, day: date | None, carried: frozenset[str]) -> None:
        """Mark the day a carried post would fall on, and fade what is carried."""
        if (day, carried) != (self.target, self._carried):
            self.target, self._carried = day, carried
            self.viewport().update()

    def show_cut(self, ids: frozenset[str]) -> None:
        """Fade posts that were cut and wait for a day."""
        self._cut = ids
        self.viewport().update()

    def faded(self, id_: str) -> bool:
        """Tell whether a post is carried, or was cut."""
        return id_ in self._carried or id_ in self._cut

    def walk_days(self, step: int) -> None:
        """Step on the day before or after the one the cursor stands on."""
        self.step_to(self.cursor_day() + timedelta(days=step))

    def row_of(self, point: QPoint) -> Entry | None:
        """Return the row under a point."""
        return self.agenda.row(self.indexAt(point))

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Scroll, and say which day is at the top now."""
        super().scrollContentsBy(dx, dy)
        self.turned.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll; beyond the first row held, earlier days come before it."""
        bar = self.verticalScrollBar()
        if event.angleDelta().y() > 0 and bar.value() == bar.minimum():
            self.go_before()
        super().wheelEvent(event)

    def _pulled(self, action: int) -> None:
        """Hear the arrows and the ground of the scroll bar, which do nothing at its upper end."""
        bar = self.verticalScrollBar()
        if action in _BACK and bar.value() == bar.minimum():
            self.go_before()

    def go_before(self) -> None:
        """Read four weeks before what is held; what is in sight stays where it is."""
        top, first = self.agenda.row(self.indexAt(QPoint(4, 4))), self.agenda.first
        if top is None:
            return
        height = self.visualRect(self.agenda.index_of_day(top.day)).top()
        self.agenda.fetch_earlier()
        if self.agenda.first < first:
            self.scrollTo(self.agenda.index_of_day(top.day), _TOP)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - height)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the cursor when the focus came by keyboard; it stands on the first day in sight in any case."""
        self.keyboard = event.reason() in KEY_REASONS
        if not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(self.agenda.index_of_day(self.top_day()), _STILL)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows on the ground of the surface."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("bg-surface"))
        painter.end()
        super().paintEvent(event)
