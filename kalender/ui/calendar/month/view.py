# SPDX-License-Identifier: EUPL-1.2
"""The month as a list view with its own geometry, so that screen readers find every day and every post."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.grid.bars import name_at
from kalender.ui.calendar.grid.view import RING, PostGrid
from kalender.ui.calendar.month.cursor import Cursor, Step, step
from kalender.ui.calendar.month.ground import Days, Ground, outline
from kalender.ui.calendar.month.model import MonthModel, Row
from kalender.ui.calendar.month.scene import Scene, Scenes
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex


class MonthView(PostGrid):
    """Shows all of a month. first_painted: once, when the month was seen for the first time."""

    first_painted = Signal()

    def __init__(
        self, theme: Theme, texts: TextCache, model: MonthModel, parent: QWidget | None = None
    ) -> None:
        self._ground = Ground(theme, texts)
        self._laid = Scenes(theme, texts)
        self.scene = Scene(theme, texts)
        self._pictures = False
        self._stale = True
        self._fresh = True
        super().__init__(theme, texts, model, parent)
        self.setAccessibleName(tr("Monat"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(model.refresh)

    # What is shown

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

    def ahead(self, month: date, rows: list[Row], almanac: Almanac, *, faces: bool = True) -> Iterator[None]:
        """Lay out a month and make the faces of its cards, in steps; turning to it then finds them.

        faces False: lay out the texts of the cards alone, which takes a tenth of the room.
        """
        scene = self._scene_of(month, rows, almanac)
        yield
        self._ground.rehearse(scene, Days(month, self._month.today, almanac), self.marks)
        yield
        ratio = self.viewport().devicePixelRatioF()
        for at, place, density in scene.cards:
            if not faces:
                self.delegate.rehearse(rows[at], place, density)
                yield
            elif self.delegate.make_face(rows[at], place.size(), density, ratio):
                yield

    def _turned(self) -> None:
        self._stale = True
        self.viewport().update()

    def _scene_of(self, month: date, rows: list[Row], almanac: Almanac) -> Scene:
        return self._laid.of(month, rows, almanac, self.viewport().size(), pictures=self._pictures)

    # The cursor of the keyboard

    def cursor_day(self) -> date:
        """The day the cursor stands on; today or the first of the month when it stands nowhere."""
        row = self._month.row(self.currentIndex())
        if row is not None:
            return row.day
        today, month = self._month.today, self._month.month
        return today if (today.year, today.month) == (month.year, month.month) else month

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

    # Where things lie

    def place(self, at: int) -> QRect:
        """Return where a row lies; a post that does not fit lies where "2 weitere" stands."""
        places = self.settled().places
        return places[at] if at < len(places) else QRect()

    def visible(self, at: int) -> bool:
        """Tell whether the card of a row is painted, and not left to "2 weitere"."""
        return self.settled().visible(at)

    def spot_at(self, point: QPoint) -> date | None:
        """Return the day under a point."""
        cell = self.settled().cell_at(point)
        return cell.day if cell is not None else None

    def spot_rect(self, spot: date) -> QRect:
        """Return the cell of a day."""
        cell = self.settled().cell(spot)
        return cell.rect if cell is not None else super().spot_rect(spot)

    def more_at(self, point: QPoint) -> date | None:
        """Return the day whose "2 weitere" stands under a point, or None."""
        cell = self.settled().cell_at(point)
        return cell.day if cell is not None and cell.more.contains(point) else None

    def step_to(self, spot: date) -> None:
        """Step on a day."""
        self.set_day(spot.date() if isinstance(spot, datetime) else spot)

    def action_at(self, point: QPoint) -> tuple[str, date] | None:
        """The channel and the middle day of the gap whose "Beitrag planen" lies under a point."""
        return self._ground.action_at(point)

    def name_at(self, point: QPoint) -> str:
        """Return the name of the event or the entry of a layer under a point, or nothing."""
        scene = self.settled()
        return name_at(scene.strips, scene.cells, self._month.almanac, point)

    def tip_at(self, point: QPoint) -> tuple[str, QRect] | None:
        """Return the label of the band under a point, else all that applies to the day."""
        scene = self.settled()
        strip, cell = scene.strip_at(point), scene.cell_at(point)
        if strip is not None:
            return strip.piece.band.label, strip.rect
        return ("\n".join(self._month.almanac.words(cell.day)), cell.rect) if cell is not None else None

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """The post under a point, else the day."""
        at = self.row_at(point)
        if at >= 0:
            return self._month.index(at)
        cell = self.settled().cell_at(point)
        return self._month.index_of_day(cell.day) if cell else QModelIndex()

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
        whole = reach.contains(scene.whole)
        ratio = painter.device().devicePixelRatioF()
        paint, hovered, none_faded = self.delegate.paint_row, self._hovered, not (self._carried or self._cut)
        for at, place, density in scene.cards:
            row = rows[at]
            if row.card is None or not (whole or place.intersects(reach)):
                continue
            paint(
                painter,
                place,
                row,
                density,
                selected=at in chosen,
                focused=at == current,
                hovered=at == hovered,
                faded=not none_faded and self.faded(row.card.id),
                ratio=ratio,
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
