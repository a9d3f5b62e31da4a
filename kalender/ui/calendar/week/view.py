# SPDX-License-Identifier: EUPL-1.2
"""The week by the hour, over the model of the month: only the rows of seven days have a place in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kalender.domain.days.week import at_minute, minute_of, slot_of, week_of
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.grid.bars import name_at
from kalender.ui.calendar.grid.view import RING, PostGrid
from kalender.ui.calendar.month.ground import Days, outline
from kalender.ui.calendar.month.model import MonthModel, Row
from kalender.ui.calendar.week.cursor import Spot, Step, posts_in, step
from kalender.ui.calendar.week.ground import WeekGround
from kalender.ui.calendar.week.scene import WeekScene
from kalender.ui.calendar.week.unseen import Sign, Unseen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.feedback.toast import announce
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.cards import spoken_day, spoken_time
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex
MORNING = 7 * 60 - 15
"""The minute of the day that is at the top when a week is shown for the first time."""

_MINUTE = 60_000
_MOST = 4
"""Weeks whose places are kept: the one shown, its neighbours and the one before."""


class WeekView(PostGrid):
    """Shows seven days of a MonthModel. now: the local time. zone: gives the name of the time zone of the plan.

    back: it was turned to from a later week.
    """

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        model: MonthModel,
        *,
        now: Callable[[], datetime],
        zone: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        self._ground = WeekGround(theme, texts)
        self._unseen = Unseen(theme, texts)
        self._laid: deque[WeekScene] = deque(maxlen=_MOST)
        self.scene = WeekScene(theme, texts)
        self.days = week_of(model.month)
        self.back = False
        self._now = now
        self._zone = zone
        self._stale = True
        self._scrolled, self._begin = False, MORNING
        self._slot = MORNING + 135
        super().__init__(theme, texts, model, parent)
        self.setAccessibleName(tr("Woche"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.viewport().update)
        self._minute.start()

    # What is shown

    def show_week(self, day: date) -> None:
        """Show the week of a day, of which the model must hold all days."""
        days = week_of(day)
        if days != self.days:
            self.back = days < self.days
            self.days = days
            self._turned()

    def in_sight(self) -> Sequence[str]:
        """Return the ids of all posts of the week."""
        shown = set(self.days)
        return [row.card.id for row in self._month.rows() if row.card is not None and row.day in shown]

    def settled(self) -> WeekScene:
        """Return the geometry as it is now."""
        if self._stale:
            self._stale = False
            model = self._month
            self.scene = self._scene_of(self.days, model.rows(), model.almanac)
            self.updateGeometries()
        return self.scene

    def relayout(self) -> None:
        """Compute all places anew before the next painting."""
        self._laid.clear()
        self._turned()

    def ahead(self, days: tuple[date, ...], rows: list[Row], almanac: Almanac) -> Iterator[None]:
        """Lay out a week and make the faces of its cards, in steps; turning to it then finds them. rows: of its month."""
        scene = self._scene_of(days, rows, almanac)
        yield
        self._ground.rehearse(scene, Days(days[0], self._month.today, almanac), self.marks)
        yield
        ratio = self.viewport().devicePixelRatioF()
        for at in scene.cards:
            if self.delegate.make_face(rows[at], scene.places[at].size(), scene.density(at), ratio):
                yield

    def _scene_of(self, days: tuple[date, ...], rows: list[Row], almanac: Almanac) -> WeekScene:
        size = self.viewport().size()
        for scene in self._laid:
            if scene.fits(days, rows, almanac, size):
                return scene
        if len(self._laid) == _MOST:
            self._laid[0].let_go()
        scene = WeekScene(self._theme, self.texts)
        scene.lay_out(days, rows, almanac, size, self._zone())
        self._laid.append(scene)
        return scene

    def _turned(self) -> None:
        self._stale = True
        self.viewport().update()

    # Where things lie

    @property
    def down(self) -> int:
        """Px from midnight, at the top of the hours shown, to that of the view; negative below the head."""
        return self.verticalScrollBar().value() - self.settled().head

    def place(self, at: int) -> QRect:
        """Return where a row lies now; a post that has no room lies where "+3" stands."""
        scene = self.settled()
        if at >= len(scene.places) or scene.places[at].isNull():
            return QRect()
        day = self._month.rows()[at].card is None
        return scene.places[at] if day else scene.places[at].translated(0, -self.down)

    def visible(self, at: int) -> bool:
        """Tell whether the card of a row is painted, and not left to "+3" or to another week."""
        return at not in self.settled().hidden

    def row_at(self, point: QPoint) -> int:
        """The number of the row of the card under a point, or -1."""
        if point.y() < self.settled().head or self.sign_at(point) is not None:
            return -1
        return super().row_at(point)

    def sign_at(self, point: QPoint) -> Sign | None:
        """Return the sign of posts out of sight under a point."""
        return self._unseen.at(point, self.settled(), self._month.rows(), self.verticalScrollBar().value())

    def spot_at(self, point: QPoint) -> date | None:
        """Return the slot under a point; over the head the day."""
        scene = self.settled()
        if point.y() < scene.head:
            cell = scene.cell_at(point)
            return cell.day if cell is not None else None
        return scene.moment(point.x(), point.y() + self.down)

    def spot_near(self, point: QPoint) -> datetime | None:
        """Return the slot whose beginning is nearest to a point; the first and the last one for what lies beyond."""
        scene = self.settled()
        return scene.moment(point.x(), max(0, point.y() + self.down) + scene.hour // 8)

    def spot_rect(self, spot: date) -> QRect:
        """Return the slot of a time of this week; over the head a day has no mark of its own."""
        if isinstance(spot, datetime) and spot.date() in self.settled().days:
            return self.scene.slot(spot).translated(0, -self.down)
        return super().spot_rect(spot)

    def more_at(self, point: QPoint) -> date | None:
        """Return the day of which posts are counted under a point, or None."""
        scene = self.settled()
        if point.y() < scene.head:
            cell = scene.cell_at(point)
            return cell.day if cell is not None and cell.more.contains(point) else None
        sign, below = self.sign_at(point), point + QPoint(0, self.down)
        if sign is not None:
            return sign.day
        return next((count.day for count in scene.counts if count.rect.contains(below)), None)

    def action_at(self, point: QPoint) -> tuple[str, date] | None:
        """The channel and the middle day of the gap whose "Beitrag planen" lies under a point."""
        return self._ground.cells.action_at(point)

    def name_at(self, point: QPoint) -> str:
        """Return the name of the event or the entry of a layer under a point of the head, or nothing."""
        scene = self.settled()
        return (
            name_at(scene.strips, scene.cells, self._month.almanac, point) if point.y() < scene.head else ""
        )

    def tip_at(self, point: QPoint) -> tuple[str, QRect] | None:
        """Return the label of the band under a point, all that applies to the day in the head, or the time."""
        scene = self.settled()
        strip = next((strip for strip in scene.strips if strip.rect.contains(point)), None)
        if strip is not None:
            return strip.piece.band.label, strip.rect
        cell = scene.cell_at(point)
        return ("\n".join(self._month.almanac.words(cell.day)), cell.rect) if cell is not None else None

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """The post under a point, else the day."""
        at = self.row_at(point)
        if at >= 0:
            return self._month.index(at)
        spot = self.spot_at(point)
        day = spot.date() if isinstance(spot, datetime) else spot
        return self._month.index_of_day(day) if day is not None else QModelIndex()

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: _Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll until a post is in sight."""
        row = self._month.row(index)
        if row is not None and row.card is not None and index.row() < len(self.settled().places):
            self.show_place(self.scene.places[index.row()])

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Let the hours scroll under the head; at first from the morning on, or from where they were left."""
        scene, bar = self.scene, self.verticalScrollBar()
        page = max(0, self.viewport().height() - scene.head)
        bar.setRange(0, max(0, scene.height - page) if scene.days else 0)
        bar.setPageStep(page)
        bar.setSingleStep(scene.hour // 2)
        if scene.days and page and not self._scrolled:
            self._scrolled = True
            bar.setValue(self._begin * scene.hour // 60)

    def begin_at(self, minute: int) -> None:
        """Show the hours from a minute of the day on, as they were left."""
        self._begin, self._scrolled = minute, False

    def begins(self) -> int:
        """Return the minute of the day the hours in sight begin with."""
        down = self.verticalScrollBar().value()
        return -(-down * 60 // self.scene.hour) if self._scrolled else self._begin

    def show_place(self, place: QRect) -> None:
        """Scroll until a place counted from midnight is in sight, with a little room around it."""
        scene, bar = self.settled(), self.verticalScrollBar()
        room, page = scene.hour // 2, max(0, self.viewport().height() - scene.head)
        if place.isNull():
            return
        if place.top() - room < bar.value():
            bar.setValue(place.top() - room)
        elif place.bottom() + room > bar.value() + page:
            bar.setValue(place.bottom() + room - page)

    # The cursor of the keyboard

    def cursor_day(self) -> date:
        """The slot the cursor stands on, as a local time; today's, or that of Monday, when it stands nowhere."""
        return at_minute(self.day(), self._slot)

    def step_to(self, spot: date) -> None:
        """Step on a slot, and on the first post in it; a day alone keeps the time."""
        minute = slot_of(minute_of(spot)) if isinstance(spot, datetime) else self._slot
        day = spot.date() if isinstance(spot, datetime) else spot
        self._go(Spot(day=day, minute=minute, post=-1))
        self.selectionModel().clearSelection()

    def walk(self, key: Step, *, extend: bool = False) -> None:
        """Step as a key says; extend: keep what was chosen and add the post stepped on."""
        self.by_key()
        kept = self.ids() if extend else ()
        posts = {day: self._minutes(day) for day in self.days}
        spot = Spot(day=self.day(), minute=self._slot)
        here = posts_in(posts.get(spot.day, ()), self._slot)
        number = self.currentIndex().row() - self._month.index_of_day(spot.day).row() - 1
        if self.current_id() and number in here:
            spot = Spot(day=spot.day, minute=self._slot, post=here.index(number))
        self._go(step(spot, key, posts))
        id_ = self.current_id()
        if kept:
            self.choose((*kept, id_) if id_ else kept, current=False)
        else:
            self.choose([id_] if id_ else (), current=False)
        announce(self, self.slot_name())

    def slot_name(self) -> str:
        """Return what stands under the cursor, in the words of accessible names."""
        row = self._month.row(self.currentIndex())
        if row is not None and row.card is not None:
            return str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
        spot, day = at_minute(self.day(), self._slot), self.day()
        gap = self.settled().gaps.get(day)
        lost = gap is not None and gap[0] <= self._slot < gap[1]
        words = [spoken_day(day), spoken_time(spot), tr("diese Stunde entfällt") if lost else tr("frei")]
        return ", ".join(words)

    def day(self) -> date:
        """The day the cursor stands on."""
        row = self._month.row(self.currentIndex())
        if row is not None and row.day in self.days:
            return row.day
        return self._month.today if self._month.today in self.days else self.days[0]

    def _minutes(self, day: date) -> list[int]:
        cards = [row.card for row in self._month.posts_of(day)]
        return [minute_of(card.planned) for card in cards if card is not None and card.planned is not None]

    def _go(self, spot: Spot) -> None:
        """Step on a post of a slot, or with -1 on the slot alone; in another week where need be."""
        if spot.day not in self.days:
            self.month_wanted.emit(spot.day)
        day = self._month.index_of_day(spot.day)
        if not day.isValid() or spot.day not in self.days:
            return
        self._slot = spot.minute
        found = posts_in(self._minutes(spot.day), spot.minute) if spot.post >= 0 else []
        at = day.row() + 1 + found[min(spot.post, len(found) - 1)] if found else day.row()
        self._step_on(self._month.index(at))
        self.show_place(self.settled().slot(at_minute(spot.day, spot.minute)))

    def _step_on(self, index: QModelIndex) -> None:
        row = self._month.row(index)
        if row is not None and row.card is not None and row.card.planned is not None:
            self._slot = slot_of(minute_of(row.card.planned))
        super()._step_on(index)
        place = self.visualRect(index)
        hours = self.viewport().rect().adjusted(0, self.scene.head, 0, 0)
        if row is not None and row.card is not None and row.day in self.days and not place.intersects(hours):
            self.scrollTo(index)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the hours and the cards that meet the region, and the head over them."""
        scene, area = self.settled(), event.rect()
        model = self._month
        days = Days(model.month, model.today, model.almanac)
        painter = QPainter(self.viewport())
        below = area.intersected(QRect(0, scene.head, scene.size.width(), scene.size.height()))
        if not below.isEmpty():
            painter.save()
            painter.setClipRect(below)
            painter.translate(0, -self.down)
            self._paint_hours(painter, below.translated(0, self.down), days)
            painter.restore()
            self._unseen.paint(painter, scene, model.rows(), self.verticalScrollBar().value())
        if area.top() < scene.head:
            self._ground.head(painter, scene, days, self.marks)
        painter.end()

    def _paint_hours(self, painter: QPainter, area: QRect, days: Days) -> None:
        scene = self.scene
        self._ground.hours(painter, area, scene, days)
        self._paint_target(painter)
        self._paint_cards(painter, area)
        self._ground.counts(painter, area, scene)
        self._ground.now(painter, scene, self._now())
        if not scene.cards:
            self._ground.empty(painter, scene, self.down)
        self._paint_focus(painter)

    def _paint_target(self, painter: QPainter) -> None:
        target = self._target
        if isinstance(target, datetime) and target.date() in self.scene.days:
            slot = self.scene.slot(target)
            painter.fillRect(slot, self._theme.colour("accent-tint"))
            outline(painter, self._theme, slot, "accent")

    def _paint_cards(self, painter: QPainter, area: QRect) -> None:
        chosen = {index.row() for index in self.selectionModel().selectedIndexes()}
        current = self.currentIndex().row() if self._focus_shown() else -1
        reach = area.adjusted(-RING, -RING, RING, RING)
        scene, rows, ratio = self.scene, self._month.rows(), painter.device().devicePixelRatioF()
        for at in scene.cards:
            row, place = rows[at], scene.places[at]
            if row.card is None or not place.intersects(reach):
                continue
            self.delegate.paint_row(
                painter,
                place,
                row,
                scene.density(at),
                selected=at in chosen,
                focused=at == current,
                hovered=at == self._hovered,
                faded=self.faded(row.card.id),
                ratio=ratio,
            )

    def _paint_focus(self, painter: QPainter) -> None:
        if not self._focus_shown() or self._target is not None:
            return
        row = self._month.row(self.currentIndex())
        if row is None or row.day not in self.days:
            return
        if row.card is None or not self.visible(self.currentIndex().row()):
            outline(painter, self._theme, self.scene.slot(at_minute(row.day, self._slot)), "focus")
