# SPDX-License-Identifier: EUPL-1.2
"""A year or a quarter as a list view of days with its own geometry, so that screen readers find every day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kalender.domain.days.month import shifted
from kalender.domain.days.year import YEAR, months_from
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.beyond.stretch import Reading, Titles
from kalender.ui.calendar.doing.carry import Carry, Place
from kalender.ui.calendar.grid.view import KEY_REASONS
from kalender.ui.calendar.month.cursor import same_day
from kalender.ui.calendar.year.surface import YearSurface
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.dates import MONTHS, SHORT_MONTHS
from kalender.wording.tr import tr

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_BY_MOUSE = Qt.FocusReason.MouseFocusReason


class YearView(YearSurface):
    """Shows the days of months; holds no posts, so that nothing is chosen in it.

    months: 3 or 12 at once. day_wanted: a day is to be shown in the month. day_opened: the list of a day is wanted.
    """

    day_wanted = Signal(object)
    day_opened = Signal(object)
    today_wanted = Signal()
    turned = Signal(object)
    chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        carry: Carry,
        reading: Reading,
        *,
        months: int = YEAR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, texts, parent)
        self._reading = reading
        self._count = months
        self._edition = -1
        self._pressed: date | None = None
        self.setAccessibleName(tr("Jahr") if months == YEAR else tr("Quartal"))
        carry.add_zone(self)

    # What the page asks

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day shown."""
        return self.days.first, self.days.last

    @property
    def almanac(self) -> Almanac:
        """What applies to them."""
        return self.days.almanac

    def show_day(self, day: date) -> None:
        """Show the year or the quarter of a day."""
        months = months_from(day, self._count)
        if months != self.days.months:
            self._edition = -1
            self._show(months)
        else:
            self.read()

    def read(self) -> None:
        """Read again where something has changed since."""
        if self.days.months and self._edition != self._reading.edition:
            self._show(self.days.months)

    def paged(self, pages: int) -> date:
        """Return the day of the cursor so many years or quarters on."""
        return same_day(self.cursor_day(), pages * self._count)

    def front(self) -> date:
        """Return the first day shown."""
        return self.days.first

    def titles(self) -> Titles:
        """Return the year, or the quarter with its months."""
        first, last = self.days.first, self.days.last
        if self._count == YEAR:
            year = str(first.year)
            return Titles(words=(year, year, year), before=tr("Voriges Jahr"), after=tr("Nächstes Jahr"))
        number = tr("{number}. Quartal {year}").format(number=(first.month + 2) // 3, year=first.year)
        months = f"{MONTHS[first.month - 1]} – {MONTHS[last.month - 1]} {first.year}"
        short = f"{SHORT_MONTHS[first.month - 1]} – {SHORT_MONTHS[last.month - 1]} {first.year}"
        return Titles(
            words=(months, short, number), before=tr("Voriges Quartal"), after=tr("Nächstes Quartal")
        )

    def step_to(self, spot: date) -> None:
        """Step on a day; one that is not shown is turned to."""
        day = spot.date() if isinstance(spot, datetime) else spot
        if not self.days.holds(day):
            self.turned.emit(day)
        index = self.days.index_of_day(day)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
            self.viewport().update()

    def cursor_day(self) -> date:
        """The day the cursor stands on; today or the first day when it stands nowhere."""
        found = self.days.day(self.currentIndex())
        today = self._reading.today
        return found or (today if self.days.holds(today) or not self.days.months else self.days.first)

    def ids(self) -> tuple[str, ...]:
        """Return nothing: posts are counted here and not chosen."""
        return ()

    def choose(self, _ids: Sequence[str]) -> None:
        """Do nothing: posts are counted here and not chosen."""

    def in_sight(self) -> Sequence[str]:
        """Return nothing: posts are counted here and not chosen."""
        return ()

    def show_cut(self, _ids: frozenset[str]) -> None:
        """Do nothing: posts are counted here."""

    def place_of(self, day: date) -> QModelIndex:
        """Return the index of a day."""
        return self.days.index_of_day(day)

    def _show(self, months: tuple[date, ...]) -> None:
        first, last = months[0], shifted(months[-1], 1) - timedelta(days=1)
        self._edition = self._reading.edition
        stands = self.days.day(self.currentIndex())
        self.days.show(
            months,
            self._reading.counts_of(first, last),
            self._reading.almanac_of(first, last),
            self._reading.today,
        )
        if stands is not None and self.days.holds(stands):
            index = self.days.index_of_day(stands)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    # Mouse and keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step from day to day, week to week, month to month; Enter shows the day in the month, space its list."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        day = self.cursor_day()
        self._by_key = True
        if key is Qt.Key.Key_Home and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.today_wanted.emit()
        elif modifiers:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.step_to(day + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.step_to(day + timedelta(days=(0 if key is Qt.Key.Key_Home else 6) - day.weekday()))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.step_to(same_day(day, -1 if key is Qt.Key.Key_PageUp else 1))
        elif key in _ENTER:
            self.day_wanted.emit(day)
        elif key is Qt.Key.Key_Space:
            self.day_opened.emit(day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Step on the day under the pointer."""
        self.setFocus(_BY_MOUSE)
        self._by_key = False
        point = event.position().toPoint()
        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.spot_at(point) or self.month_at(point)
        day = self.spot_at(point)
        if day is not None:
            self.step_to(day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show the day, or the month whose name was clicked, in the month."""
        point = event.position().toPoint()
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == (self.spot_at(point) or self.month_at(point)):
            self.day_wanted.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Do nothing more than the first click did."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Mark what a click would show."""
        point = event.position().toPoint()
        self._hover(self.spot_at(point))
        hand = self._hovered is not None or self.month_at(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Mark nothing any more."""
        self._hover(None)
        super().leaveEvent(event)

    def _hover(self, day: date | None) -> None:
        if day != self._hovered:
            for one in (self._hovered, day):
                if one is not None:
                    self.viewport().update(self.rect_of(one))
            self._hovered = day
            foot = self._foot()
            self.viewport().update(0, self.viewport().height() - foot, self.viewport().width(), foot)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Open the list of the day, in which a post can be begun as well."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        day = self.cursor_day() if by_key else self.spot_at(event.pos())
        if day is not None:
            self.day_opened.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the cursor when the focus came by keyboard; it stands on a day in any case."""
        self._by_key = event.reason() in KEY_REASONS
        if not self.currentIndex().isValid() and self.days.months:
            index = self.days.index_of_day(self.cursor_day())  # Qt would take the first row
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        super().focusInEvent(event)
        self.viewport().update()

    # Carrying

    def carry_place(self, at: QPoint) -> Place | None:
        """Return the day under a global point."""
        point = self.viewport().mapFromGlobal(at)
        inside = self.viewport().isVisible() and self.viewport().rect().contains(point)
        return self.spot_at(point) if inside else None

    def carry_edge(self, at: QPoint) -> int:
        """Return -1 or 1 at the left and the right edge of the view."""
        view, point = self.viewport(), self.viewport().mapFromGlobal(at)
        if not (view.isVisible() and view.rect().contains(point)):
            return 0
        near = self._measures.gap // 2
        return -1 if point.x() < near else 1 if point.x() >= view.width() - near else 0

    def carry_shown(self, place: Place | None, _carried: frozenset[str]) -> None:
        """Mark the day."""
        day = place.date() if isinstance(place, datetime) else place if isinstance(place, date) else None
        if day != self._target:
            self._target = day if day is not None and self.days.holds(day) else None
            self.viewport().update()
