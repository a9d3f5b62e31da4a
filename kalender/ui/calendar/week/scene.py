# SPDX-License-Identifier: EUPL-1.2
"""Where everything of a week lies: a head that stays, and below it the hours, which scroll."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, QRect, QSize

from kalender.domain.days import month
from kalender.domain.days.week import (
    HOURS,
    Measures,
    at_minute,
    minute_of,
    pack_day,
    skipped,
    slot_of,
)
from kalender.domain.frozen import frozen
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.month.model import Row
from kalender.ui.calendar.month.scene import Cell, Strip, strips_of
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.text import TextCache

_MEETINGS = 3
"""Council lines shown in the head; what is left is counted."""


@frozen
class Count:
    """Where "+3" stands, of which day and for how many posts. rect: counted from midnight."""

    rect: QRect
    day: date
    posts: int


class WeekScene:
    """The geometry of a week, computed once for each change of size or content.

    header: height of the row of weekday names; margin: width of the hours; head: where the hours begin. Places of
    posts are counted from midnight, those of days and bands from the top of the view. cards: rows of the posts painted.
    """

    def __init__(self, theme: Theme, texts: TextCache) -> None:
        self._theme = theme
        self._texts = texts
        px = theme.px
        self.size = QSize()
        self.header, self.margin = px(24), px(52)
        self.head = self.header
        self.hour = px(52)
        self.days: tuple[date, ...] = ()
        self.cells: tuple[Cell, ...] = ()
        self.strips: tuple[Strip, ...] = ()
        self.places: list[QRect] = []
        self.hidden: set[int] = set()
        self.cards: list[int] = []
        self._rows: Sequence[Row] = ()
        self._almanac = Almanac()
        self.counts: list[Count] = []
        self.gaps: dict[date, tuple[int, int]] = {}

    @property
    def height(self) -> int:
        """Px of a whole day."""
        return HOURS * self.hour

    def fits(self, days: tuple[date, ...], rows: Sequence[Row], almanac: Almanac, size: QSize) -> bool:
        """Tell whether this was laid out for these days, these very rows and this size."""
        return self.days == days and self._rows is rows and self._almanac is almanac and self.size == size

    def lay_out(
        self, days: tuple[date, ...], rows: Sequence[Row], almanac: Almanac, size: QSize, zone: str
    ) -> None:
        """Compute the places for a size of the view."""
        self.days, self.size = days, QSize(size)
        self._rows, self._almanac = rows, almanac
        self._lay_head(almanac)
        self.gaps = {day: gap for day in days if (gap := skipped(day, zone)) is not None}
        self.places = [QRect()] * len(rows)
        self.hidden, self.counts = set(), []
        posts: dict[date, list[int]] = {day: [] for day in days}
        for at, row in enumerate(rows):
            if row.day not in posts:
                self.hidden.add(at)
            elif row.card is None:
                self.places[at] = self.column(row.day)
            else:
                posts[row.day].append(at)
        for day, found in posts.items():
            if found:
                self._lay_day(day, found, rows)
        self.cards = [at for found in posts.values() for at in found if at not in self.hidden]

    def let_go(self) -> None:
        """Let go of the painted cards: only weeks nearby are worth their room."""
        for at in self.cards:
            self._rows[at].faces.clear()

    def column(self, day: date) -> QRect:
        """Return the cell of a day in the head."""
        return self.cells[self.days.index(day)].rect

    def cell_at(self, point: QPoint) -> Cell | None:
        """Return the cell of the head under a point of the view."""
        return next((cell for cell in self.cells if cell.rect.contains(point)), None)

    def moment(self, x: int, y: int) -> datetime | None:
        """Return the slot at px from the left of the view and from midnight, None beside the days."""
        day = next((cell.day for cell in self.cells if cell.rect.left() <= x <= cell.rect.right()), None)
        return at_minute(day, slot_of(y * 60 / self.hour)) if day is not None else None

    def slot(self, spot: datetime) -> QRect:
        """Return the place of a slot, counted from midnight: as high as a row, so that it can be seen."""
        rect = self.column(spot.date())
        top = min(minute_of(spot) * self.hour // 60, self.height - self._theme.px(24))
        return QRect(rect.x(), top, rect.width(), self._theme.px(24))

    def density(self, at: int) -> month.Density:
        """Return how much the card of a row shows."""
        tall = self.places[at].height() > self._theme.px(24)
        return month.Density.NORMAL if tall else month.Density.ROW

    def _lay_head(self, almanac: Almanac) -> None:
        px, size = self._theme.px, self.size
        laid = month.pack_bands(self.days, almanac.bands, view_first=self.days[0])
        pitch, line = Metrics(self._theme).band_pitch, px(18)
        plans, bottom = [], px(27)
        for at, day in enumerate(self.days):
            top = px(23) + laid.lanes[at] * pitch
            count = len(almanac.lines(day))
            shown = count if count <= _MEETINGS else _MEETINGS - 1
            lines = tuple(month.Slot(top=top + line * number, height=line) for number in range(shown))
            more = month.Slot(top=top + line * shown, height=px(16)) if shown < count else None
            plans.append(
                month.DayPlan(density=month.Density.ROW, lines=lines, hidden_lines=count - shown, more=more)
            )
            bottom = max(bottom, top + line * shown + (px(16) if more else 0) + px(3))
        self.head = self.header + bottom
        width = size.width() - self.margin
        edges = [self.margin + width * at // month.DAYS for at in range(month.DAYS + 1)]
        self.cells = tuple(
            Cell(
                day=day,
                rect=QRect(edges[at], self.header, edges[at + 1] - edges[at], bottom),
                plan=plans[at],
                hidden_bands=laid.hidden[at],
            )
            for at, day in enumerate(self.days)
        )
        pieces = (
            (piece, self.cells[piece.first].rect.united(self.cells[piece.last].rect)) for piece in laid.pieces
        )
        self.strips = strips_of(self._theme, self._texts, pieces)

    def _lay_day(self, day: date, found: Sequence[int], rows: Sequence[Row]) -> None:
        px, column, measures = self._theme.px, self.column(day), self._measures()
        left, width = column.x() + px(2), column.width() - px(5)
        minutes, lines = [], []
        for at in found:
            row = rows[at]
            assert row.card is not None
            assert row.card.planned is not None
            minutes.append(minute_of(row.card.planned))
            title = row.look.title if row.look is not None else ""
            lines.append(2 if self._texts.width(title, "card", 500) > width - px(14) else 1)
        plan = pack_day(minutes, width=width, measures=measures, lines=lines)
        for at, box in zip(found, plan.boxes, strict=True):
            if box is not None:
                self.places[at] = QRect(left + box.left, box.top, box.width, box.height)
        for pill in plan.pills:
            box = pill.box
            rect = QRect(left + box.left, box.top, box.width, box.height)
            self.counts.append(Count(rect=rect, day=day, posts=len(pill.posts)))
            for number in pill.posts:
                self.places[found[number]] = rect
                self.hidden.add(found[number])

    def _measures(self) -> Measures:
        px, line = self._theme.px, self._theme.line("card")
        return Measures(
            hour=self.hour,
            row=px(24),
            one=px(26) + line,
            two=px(26) + 2 * line,
            gap=px(2),
            least=px(46),
            pill=px(30),
        )
