# SPDX-License-Identifier: EUPL-1.2
"""Paints the ground of the month: weekday names, week numbers, cells, bands and lines, all but the cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap

from kalender.domain.days.month import DAYS, BandKind, shifted, weeks_of
from kalender.domain.frozen import ordered
from kalender.ui.calendar.almanac import Almanac, Layer
from kalender.ui.calendar.month.scene import Cell, Scene, Strip
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint import bands
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.dates import SHORT_MONTHS, WEEKDAYS, clock
from kalender.wording.tr import tr

_KINDS = {
    BandKind.SCHOOL: bands.BandKind.HOLIDAYS,
    BandKind.OWN: bands.BandKind.OWN,
    BandKind.BLACKOUT: bands.BandKind.BLACKOUT,
    BandKind.GAP: bands.BandKind.GAP,
    BandKind.EVENT: bands.BandKind.EVENT,
}


@ordered
class Days:
    """The month whose days are painted, and what applies to them."""

    month: date
    today: date
    almanac: Almanac

    @property
    def first(self) -> date:
        """The first day shown."""
        return weeks_of(self.month)[0][0]


class Ground:
    """Paints what lies under the cards, clipped to what has to be painted anew."""

    def __init__(self, theme: Theme, texts: TextCache) -> None:
        self._theme = theme
        self._texts = texts
        self._hatch: dict[float, QBrush] = {}
        self.actions: dict[QRect, Strip] = {}
        theme.changed.connect(self._hatch.clear)

    def paint(
        self,
        painter: QPainter,
        area: QRect,
        scene: Scene,
        days: Days,
        marks: dict[str, ChannelMark],
        target: date | None = None,
    ) -> None:
        """Paint the part of the month inside area. target: the day a carried post would fall on."""
        theme = self._theme
        painter.fillRect(area, theme.colour("bg-surface"))
        if area.top() < scene.header:
            self.weekdays(painter, scene.cells[:DAYS], scene.header, scene.margin)
        painter.fillRect(
            QRect(0, scene.header, scene.margin, scene.size.height() - scene.header).intersected(area),
            theme.colour("bg-subtle"),
        )
        for cell in scene.cells:
            if cell.rect.intersects(area):
                self._cell(painter, cell, days, target=cell.day == target)
        self._lines(painter, scene)
        self.bands(painter, [strip for strip in scene.strips if strip.rect.intersects(area)], marks)
        for cell in scene.cells:
            if cell.rect.intersects(area):
                self.entries(painter, cell, days.almanac)

    def action_at(self, point: QPoint) -> tuple[str, date] | None:
        """The channel and the middle day of the gap whose "Beitrag planen" lies under a point."""
        for spot, strip in self.actions.items():
            if spot.contains(point):
                band = strip.piece.band
                return band.channel, band.first + (band.last - band.first) // 2
        return None

    def rehearse(self, scene: Scene, days: Days, marks: dict[str, ChannelMark]) -> None:
        """Paint a month where nobody sees it, so that its texts are laid out when it is turned to."""
        shown, self.actions = self.actions, {}
        nowhere = QPixmap(1, 1)
        painter = QPainter(nowhere)
        self.paint(painter, scene.whole, scene, days, marks)
        painter.end()
        self.actions = shown

    def weekdays(self, painter: QPainter, cells: Sequence[Cell], header: int, margin: int) -> None:
        """Paint the names of the days over the cells of a week, on a row of header px."""
        px = self._theme.px
        self._texts.draw(painter, tr("KW"), "small", "text-3", px(5), 0, margin - px(4), pitch=header)
        for column, name in enumerate(WEEKDAYS):
            rect = cells[column].rect
            short = self._texts.width(name, "small", 600) > rect.width() - px(12)
            self._texts.draw(
                painter,
                name[:2] if short else name,
                "small",
                "text-2",
                rect.x() + px(8),
                0,
                rect.width() - px(8),
                weight=600,
                pitch=header,
            )

    def _cell(self, painter: QPainter, cell: Cell, days: Days, *, target: bool) -> None:
        self.fill(painter, cell.rect, cell.day, days, target=target)
        self.head(painter, cell, days)

    def fill(
        self,
        painter: QPainter,
        rect: QRect,
        day: date,
        days: Days,
        *,
        target: bool = False,
        hatched: bool = False,
    ) -> None:
        """Paint the ground of a day. hatched: in any case, because nothing can be planned there."""
        theme = self._theme
        if target:
            painter.fillRect(rect, theme.colour("accent-tint"))
        elif hatched or days.almanac.blocked(day):
            painter.setBrushOrigin(QPointF(0, 0))
            painter.fillRect(rect, self._hatched(painter.device().devicePixelRatioF()))
        elif day == days.today:
            painter.fillRect(rect, theme.colour("today-bg"))
        elif day.weekday() >= 5:
            painter.fillRect(rect, theme.colour("bg-subtle"))

    def head(self, painter: QPainter, cell: Cell, days: Days) -> None:
        """Paint the number of a day, what the day is called, and how many bands found no room."""
        theme, texts, px = self._theme, self._texts, self._theme.px
        day, rect = cell.day, cell.rect
        inside = (day.year, day.month) == (days.month.year, days.month.month)
        number = str(day.day)
        if not inside and day in {days.first, shifted(days.month, 1)}:
            number = f"{day.day}. {SHORT_MONTHS[day.month - 1]}"
        height = px(18)
        x, y = float(rect.x() + px(7)), rect.y() + px(3)
        width = texts.width(number, "small", 600)
        if day == days.today:
            pill = QRectF(rect.x() + px(5), y, max(px(22), width + px(12)), height)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent-fill"))
            painter.drawRoundedRect(pill, height / 2, height / 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            texts.draw(
                painter,
                number,
                "small",
                "text-on-accent",
                pill.x() + (pill.width() - width) / 2,
                y,
                width + 1,
                weight=600,
                pitch=height,
            )
            x = pill.right() + px(6)
        else:
            ink, weight = ("text", 600) if inside else ("text-3", 500)
            texts.draw(painter, number, "small", ink, x, y, width + 2, weight=weight, pitch=height)
            x += max(width, px(15) if inside else 0) + px(8)
        self._name(painter, cell, days, x, y, self._note(painter, cell, x, y, height), height)

    def _note(self, painter: QPainter, cell: Cell, x: float, y: float, height: float) -> float:
        """Paint how many bands found no room at the right end of the head; return where that begins."""
        px, right = self._theme.px, float(cell.rect.right() - self._theme.px(4))
        count = cell.beside
        if not count:
            return right
        words = (tr("+{count} Ebene") if count == 1 else tr("+{count} Ebenen")).format(count=count)
        width = self._texts.width(words, "small", 500)
        if cell.cramped or right - width - px(8) < x:
            words, width = f"+{count}", self._texts.width(f"+{count}", "small", 500)
        left = right - width
        self._texts.draw(painter, words, "small", "text-2", left, y, width + 2, weight=500, pitch=height)
        return left - px(8)

    def _name(
        self,
        painter: QPainter,
        cell: Cell,
        days: Days,
        x: float,
        y: float,
        right: float,
        height: float,
    ) -> None:
        px = self._theme.px
        room = right - x
        almanac = days.almanac
        holiday = almanac.holidays.get(cell.day, "")
        awareness = ", ".join(almanac.awareness.get(cell.day, ()))
        name, ink = (
            (holiday, almanac.holiday_ink)
            if holiday
            else (awareness, almanac.inks.get(Layer.AWARENESS, "text-3"))
        )
        if name and room > px(20):
            self._texts.draw(
                painter, name, "small", ink, x, y, room, weight=500 if holiday else 400, pitch=height
            )

    def _lines(self, painter: QPainter, scene: Scene) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        bottom = scene.size.height()
        painter.setPen(theme.pen("line-subtle"))
        for cell in scene.cells[:7]:
            painter.drawLine(cell.rect.x() - 1, 0, cell.rect.x() - 1, bottom)
        painter.setPen(theme.pen("line"))
        for week in scene.weeks:
            y = scene.header + week.top - 1
            painter.drawLine(0, y, scene.size.width(), y)
            self._texts.draw(
                painter,
                str(week.number),
                "small",
                "text-3",
                (scene.margin - self._texts.width(str(week.number), "small")) / 2 - 1,
                y + theme.px(4),
                scene.margin,
                pitch=theme.px(18),
            )
            painter.setPen(theme.pen("line"))

    def bands(self, painter: QPainter, strips: Iterable[Strip], marks: dict[str, ChannelMark]) -> None:
        """Paint bands, and remember where their actions stand."""
        self.actions.clear()
        for strip in strips:
            band = strip.piece.band
            spot = bands.paint_band(
                painter,
                self._theme,
                self._texts,
                QRectF(strip.rect),
                _KINDS[band.kind],
                strip.label,
                channel=marks.get(band.channel),
                action=strip.full and band.kind is BandKind.GAP,
                ink=band.ink,
                icon=band.icon,
                starts=strip.piece.starts,
            ).toAlignedRect()
            if not spot.isEmpty():
                self.actions[spot] = strip

    def entries(self, painter: QPainter, cell: Cell, almanac: Almanac) -> None:
        """Paint the lines of a day as far as they have a place, and how many entries are left out."""
        plan = cell.plan
        for slot, meeting in zip(plan.lines, almanac.lines(cell.day), strict=False):
            bands.paint_council(
                painter,
                self._theme,
                self._texts,
                QRectF(cell.line(slot.top, slot.height - 1)),
                meeting.title,
                clock(meeting.start) if meeting.start else "",
                icon=meeting.icon,
                ink=meeting.ink,
            )
        if plan.more is not None and not cell.cramped:
            room = cell.more.width() - 1 - self._theme.px(19)
            words = hidden_words(plan.hidden, lambda some: self._texts.width(some, "small", 500) <= room)
            self._small(painter, cell.more, words, arrow=True)

    def _small(self, painter: QPainter, rect: QRect, words: str, *, arrow: bool = False) -> None:
        px = self._theme.px
        left = rect.x() + px(6)
        if arrow:
            size = px(12)
            y = rect.y() + (rect.height() - size) // 2
            self._theme.draw(painter, "ri.arrow-down-s-line", "text-2", rect.x() + px(3), y, size)
            left = rect.x() + px(19)
        self._texts.draw(
            painter,
            words,
            "small",
            "text-2",
            left,
            rect.y(),
            rect.right() - left,
            weight=500,
            pitch=rect.height(),
        )

    def _hatched(self, ratio: float) -> QBrush:
        if ratio not in self._hatch:
            self._hatch[ratio] = bands.hatch(self._theme, ratio)
        return self._hatch[ratio]


def outline(painter: QPainter, theme: Theme, rect: QRect, role: str) -> None:
    """Paint a border of 2 px inside a cell: where a card would fall, or where the keyboard stands."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(
        QPen(
            theme.colour(role), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -2, -2))


def hidden_words(count: int, fits: Callable[[str], bool]) -> str:
    """Return how many posts of a day are not shown, „2 weitere“, or „+2“ where that does not fit."""
    words = (tr("{count} weitere") if count != 1 else tr("{count} weiterer")).format(count=count)
    return words if fits(words) else f"+{count}"
