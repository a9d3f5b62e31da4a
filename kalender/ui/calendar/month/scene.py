# SPDX-License-Identifier: EUPL-1.2
"""Where everything of the month lies in the view, computed once for each change of size or content."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize

from kalender.domain.days.month import (
    BandKind,
    DayPlan,
    Density,
    Measures,
    Piece,
    Shape,
    WeekPlan,
    pack_month,
)
from kalender.domain.frozen import frozen
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.month.model import Row
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.cards import title
from kalender.wording.terms import look

_MOST = 18
"""Months whose places are kept, some 50 kB each: as many as a page holds, and one more."""
_SHAPES = {
    (wide, picture): Shape(lines=2 if wide else 1, picture=picture)
    for wide in (False, True)
    for picture in (False, True)
}
_PLAIN = _SHAPES[False, False]


@frozen
class Strip:
    """A band of one week as it is painted: its place, and whether it says everything there is to say."""

    piece: Piece
    rect: QRect
    label: str
    full: bool


@frozen
class Cell:
    """A day: the place of its cell and what is packed into it."""

    day: date
    rect: QRect
    plan: DayPlan
    hidden_bands: int = 0

    def slot(self, top: int, height: int) -> QRect:
        """Return the place of something inside the cell, with the margins of cards."""
        return QRect(self.rect.x() + 4, self.rect.y() + top, self.rect.width() - 8, height)

    def line(self, top: int, height: int) -> QRect:
        """Return the place of a line without a border, which may use more of the width."""
        return QRect(self.rect.x() + 3, self.rect.y() + top, self.rect.width() - 5, height)

    @property
    def more(self) -> QRect:
        """The place of "2 weitere", empty where all is shown; at the right of the head where nothing fits below it."""
        slot = self.plan.more
        if slot is None:
            return QRect()
        if self.cramped:
            half = self.rect.width() // 2
            return QRect(self.rect.x() + half, self.rect.y(), half, min(self.rect.height(), slot.top))
        return self.slot(slot.top, slot.height)

    @property
    def cramped(self) -> bool:
        """Whether the cell is too low for a line below its head."""
        slot = self.plan.more
        return slot is not None and slot.top + slot.height > self.rect.height()

    @property
    def beside(self) -> int:
        """How much is counted at the right of the head: bands without room, and in a low cell all that is hidden."""
        return self.hidden_bands + (self.plan.hidden if self.cramped else 0)


class Scene:
    """The geometry of a month. header: height of the row of weekday names; margin: width of the week numbers.

    places: of each row. cards: number of the row, place and density of each card that is painted.
    """

    def __init__(self, theme: Theme, texts: TextCache) -> None:
        self._theme = theme
        self._texts = texts
        self.size = QSize()
        self._rows: list[Row] = []
        self._almanac = Almanac()
        self._pictures = False
        self.header = 0
        self.margin = 0
        self.weeks: tuple[WeekPlan, ...] = ()
        self.cells: tuple[Cell, ...] = ()
        self.strips: tuple[Strip, ...] = ()
        self.places: list[QRect] = []
        self.cards: list[tuple[int, QRect, Density]] = []
        self._cell_of: dict[date, Cell] = {}
        self._hidden: set[int] = set()

    @property
    def whole(self) -> QRect:
        """All of the view."""
        return QRect(QPoint(), self.size)

    def measures(self) -> Measures:
        """Return the heights in use at the text size in use."""
        px, line = self._theme.px, self._theme.line("card")
        return Measures(
            header=px(23),
            band=Metrics(self._theme).band_pitch,
            line=px(18),
            strip=Metrics(self._theme).strip,
            two=px(26) + 2 * line,
            one=px(26) + line,
            row=px(24),
            gap=px(3),
            more=px(16),
            foot=1,
        )

    def fits(self, rows: list[Row], almanac: Almanac, size: QSize, *, pictures: bool) -> bool:
        """Tell whether this was laid out for these very rows and this size."""
        return (
            self._rows is rows
            and self._almanac is almanac
            and self.size == size
            and self._pictures == pictures
        )

    def lay_out(self, month: date, rows: list[Row], almanac: Almanac, size: QSize, *, pictures: bool) -> None:
        """Compute the places for a size of the view."""
        self.size, self._rows, self._almanac, self._pictures = QSize(size), rows, almanac, pictures
        self.header, self.margin = self._theme.px(24), self._theme.px(30)
        column = max(1, (size.width() - self.margin) // 7)
        room = column - 8 - self._theme.px(12)
        shapes = self._shapes(rows, room, size.height() - self.header)
        self.weeks = pack_month(
            month,
            height=max(0, size.height() - self.header),
            bands=almanac.bands,
            lines={day: len(meetings) for day, meetings in almanac.meetings.items()},
            shapes=shapes,
            pictures=pictures,
            measures=self.measures(),
        )
        self.cells = tuple(
            Cell(
                day=day,
                rect=self._cell_rect(week, at),
                plan=week.plans[at],
                hidden_bands=week.bands.hidden[at],
            )
            for week in self.weeks
            for at, day in enumerate(week.days)
        )
        self._cell_of = {cell.day: cell for cell in self.cells}
        self.strips = self._lay_bands()
        self.places = self._lay_rows(rows)

    def _shapes(self, rows: Sequence[Row], room: int, height: int) -> dict[date, list[Shape]]:
        """Return the shapes of the cards by day; titles are measured only where more than rows can fit."""
        days: dict[date, list[Row]] = {}
        for row in rows:
            if row.card is not None:
                days.setdefault(row.day, []).append(row)
        crowded = height // 4 // self.measures().one
        return {
            day: [self._shape(row, room, measured=len(posts) <= crowded) for row in posts]
            for day, posts in days.items()
        }

    def _shape(self, row: Row, room: int, *, measured: bool) -> Shape:
        if row.card is None or not measured:
            return _PLAIN
        weight = 400 if look(row.card.stage, row.card.flags).key == "publ" else 500
        wide = self._texts.width(title(row.card), "card", weight) > room
        return _SHAPES[wide, bool(row.card.picture)]

    def cell(self, day: date) -> Cell | None:
        """Return the cell of a day, or None where it is not shown."""
        return self._cell_of.get(day)

    def cell_at(self, point: QPoint) -> Cell | None:
        """Return the cell under a point of the view."""
        return next((cell for cell in self.cells if cell.rect.contains(point)), None)

    def strip_at(self, point: QPoint) -> Strip | None:
        """Return the band under a point of the view."""
        return next((strip for strip in self.strips if strip.rect.contains(point)), None)

    def visible(self, at: int) -> bool:
        """Tell whether a row is painted in its cell, and not left to "2 weitere"."""
        return at not in self._hidden and at < len(self.places)

    def density(self, day: date) -> Density:
        """Return how much the cards of a day show."""
        cell = self._cell_of.get(day)
        return cell.plan.density if cell else Density.ROW

    def _cell_rect(self, week: WeekPlan, column: int) -> QRect:
        width = self.size.width() - self.margin
        left = self.margin + width * column // 7
        right = self.margin + width * (column + 1) // 7
        return QRect(left, self.header + week.top, right - left, week.height)

    def _lay_rows(self, rows: Sequence[Row]) -> list[QRect]:
        places: list[QRect] = []
        self._hidden.clear()
        self.cards = []
        day, cell, number = None, None, 0
        for at, row in enumerate(rows):
            if row.day != day:
                day, number = row.day, 0
                cell = self._cell_of.get(day)
            if cell is None:
                self._hidden.add(at)
                places.append(QRect())
            elif row.card is None:
                places.append(cell.rect)
            else:
                slots = cell.plan.cards
                if number < len(slots):
                    slot = slots[number]
                    place = cell.slot(slot.top, slot.height)
                    self.cards.append((at, place, cell.plan.density))
                    places.append(place)
                else:
                    self._hidden.add(at)
                    places.append(cell.more)
                number += 1
        return places

    def _lay_bands(self) -> tuple[Strip, ...]:
        pieces = (
            (piece, self._cell_rect(week, piece.first).united(self._cell_rect(week, piece.last)))
            for week in self.weeks
            for piece in week.bands.pieces
        )
        return strips_of(self._theme, self._texts, pieces)


def strips_of(theme: Theme, texts: TextCache, pieces: Iterable[tuple[Piece, QRect]]) -> tuple[Strip, ...]:
    """Place bands below the numbers of their days. pieces: each with the rectangle of all cells it lies over."""
    metrics = Metrics(theme)
    said: set[tuple[object, ...]] = set()
    strips = []
    for piece, cells in pieces:
        top = cells.y() + theme.px(23) + piece.lane * metrics.band_pitch
        rect = QRect(cells.x() + 2, top, cells.width() - 4, metrics.band)
        key = (piece.band.kind, piece.band.id, piece.band.first, piece.band.label)
        action = theme.px(130) if piece.band.kind is BandKind.GAP else 0
        room = rect.width() - theme.px(31) - action
        weight = 500 if piece.band.kind in {BandKind.SCHOOL, BandKind.OWN} else 600
        fits = texts.width(piece.band.label, "small", weight) <= room
        full = key not in said and (fits or not piece.band.short)
        if full:
            said.add(key)
        label = piece.band.label if full else piece.band.short or piece.band.label
        strips.append(Strip(piece=piece, rect=rect, label=label, full=full))
    return tuple(strips)


class Scenes:
    """Keeps the geometry of the last months, so that a month is laid out once."""

    def __init__(self, theme: Theme, texts: TextCache) -> None:
        self._theme = theme
        self._texts = texts
        self._kept: deque[Scene] = deque(maxlen=_MOST)
        self.made = 0
        """How many were laid out so far."""

    def of(self, month: date, rows: list[Row], almanac: Almanac, size: QSize, *, pictures: bool) -> Scene:
        """Return the geometry of a month, laid out where it is not kept for these very rows and this size."""
        for scene in self._kept:
            if scene.fits(rows, almanac, size, pictures=pictures):
                return scene
        scene = Scene(self._theme, self._texts)
        scene.lay_out(month, rows, almanac, size, pictures=pictures)
        self._kept.append(scene)
        self.made += 1
        return scene

    def clear(self) -> None:
        """Lay out everything anew: a row, an almanac, or the size of the text is another."""
        self._kept.clear()
