# SPDX-License-Identifier: EUPL-1.2
"""Paints small months: the heat of each day, its number and that of its posts, and what applies to it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from kalender.domain.days.month import DAYS, BandKind
from kalender.domain.days.year import YEAR, Box, Measures, cell_of, heat, last_of
from kalender.ui.calendar.almanac import Almanac, Layer
from kalender.ui.calendar.year.model import DaysModel
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint import bands
from kalender.ui.widgets.paint.heat import heat_ink, heat_role
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.dates import MONTHS, WEEKDAYS
from kalender.wording.tr import tr

LEGEND = ("0", "1", "2", "3–4", "5+")
"""The numbers of posts of each heat."""

_STRIPES = {BandKind.SCHOOL: "Schulferien", BandKind.OWN: "Eigene Ebene"}
"""Bands that are a stripe at the foot of a day, from its bottom up."""


class YearGround:
    """Paints boxes; the numbers of posts stand in a day wherever there is room for both numbers."""

    def __init__(self, theme: Theme, texts: TextCache) -> None:
        self._theme, self._texts = theme, texts
        self._hatch: dict[float, QBrush] = {}
        self._inks: dict[int, str] = {}
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._hatch.clear()
        self._inks.clear()

    def measures(self) -> Measures:
        """Return the sizes at the text size in use."""
        theme, px = self._theme, self._theme.px
        line = theme.line("small")
        return Measures(
            title=theme.line("title-3") + px(4),
            head=line + px(2),
            gap=px(12),
            number=round(self._texts.width("53", "small")) + px(10),
            least=max(px(20), line + px(2)),
            wide=round(self._texts.width("53", "small")) + px(10) + DAYS * self._day_with_count(),
        )

    def month(self, painter: QPainter, box: Box, model: DaysModel, measures: Measures) -> None:
        """Paint the head of a month: its name where there is room for one, the names of its days, the numbers of its weeks."""
        theme, texts, px = self._theme, self._texts, self._theme.px
        name = MONTHS[box.month.month - 1]
        if len(model.months) < YEAR:
            name = f"{name} {box.month.year}"
        now = (box.month.year, box.month.month) == (model.today.year, model.today.month)
        ink, left = "accent" if now else "text", box.x + measures.number
        if measures.title:
            texts.draw(painter, name, "title-3", ink, left + px(4), box.y, box.width, pitch=measures.title)
        top = box.y + measures.title
        for column, word in enumerate(WEEKDAYS):
            x = left + column * box.day_width + px(4)
            texts.draw(
                painter, word[:2], "small", "text-3", x, top, box.day_width - px(4), pitch=measures.head
            )
        painter.setPen(theme.pen("line-subtle"))
        painter.drawLine(box.x, top + measures.head - 1, box.x + box.width, top + measures.head - 1)
        last, row = last_of(box.month), 0
        day = box.month
        while day <= last:
            number = str(day.isocalendar().week)
            y = top + measures.head + row * box.day_height
            middle = box.x + (measures.number - texts.width(number, "small")) / 2
            texts.draw(painter, number, "small", "text-3", middle, y, measures.number, pitch=box.day_height)
            day, row = date.fromordinal(day.toordinal() + DAYS - day.weekday()), row + 1

    def day(
        self, painter: QPainter, box: Box, day: date, model: DaysModel, measures: Measures, *, target: bool
    ) -> None:
        """Paint a day. target: a carried post would fall on it."""
        x, y = cell_of(box, day, measures)
        rect = QRect(x, y, box.day_width - 1, box.day_height - 1)
        count = model.counts.get(day, 0)
        step = heat(count)
        self._fill(painter, rect, day, model, step, target=target)
        ink = "text" if target else self._ink(step)
        self._number(painter, rect, day, model, ink, step=0 if target else step)
        # a small month has no room to tell a 3 with 1 post from a 31: there the colour alone tells
        if count and measures.title:
            self._count(painter, rect, day, count, ink)

    def legend(self, painter: QPainter, rect: QRect, almanac: Almanac, told: str = "") -> None:
        """Paint what the colours mean, in one line, and at its end what is told of a day, where there is room for it."""
        theme, texts, px = self._theme, self._texts, self._theme.px
        painter.fillRect(rect, theme.colour("bg-subtle"))
        painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), 1), theme.colour("line-subtle"))
        x, side = rect.x() + px(20), px(14)
        y = rect.y() + (rect.height() - side) // 2

        def word(text: str, weight: int = 400) -> None:
            nonlocal x
            width = round(texts.width(text, "small", weight))
            room = rect.right() - x - px(8)
            if room > 0:
                texts.draw(painter, text, "small", "text-2", x, rect.y(), min(width + 2, room), weight=weight, pitch=rect.height())  # fmt: skip
            x += width + px(14)

        def swatch() -> QRect:
            nonlocal x
            found = QRect(x, y, side, side)
            x += side + px(6)
            return found

        word(tr("Beiträge am Tag:"), 600)
        for step, text in enumerate(LEGEND):
            place = swatch()
            painter.fillRect(place, theme.colour(heat_role(step)))
            painter.setPen(theme.pen("line-control", 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0, 0, -1, -1))
            word(text)
        for kind, text in _STRIPES.items():
            band = next((band for band in almanac.bands if band.kind is kind), None)
            if band is not None or kind is BandKind.SCHOOL:
                place = swatch()
                middle = QRect(place.x(), place.center().y() - 1, place.width(), px(3))
                painter.fillRect(middle, theme.colour((band and band.ink) or "ferien-ln"))
                word(tr(text))
        place = swatch()
        self._hatched(painter, place)
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        word(tr("Sperrzeit"))
        texts.draw(
            painter, "6", "small", almanac.holiday_ink, x, rect.y(), px(12), weight=600, pitch=rect.height()
        )
        painter.fillRect(QRect(x, y + side, px(8), 2), theme.colour(almanac.holiday_ink))
        x += px(14)
        word(tr("Feiertag"))
        width = round(texts.width(told, "small", 600))
        if told and x + px(16) + width <= rect.right() - px(16):
            left = rect.right() - px(16) - width
            texts.draw(painter, told, "small", "text", left, rect.y(), width + 2, weight=600, pitch=rect.height())  # fmt: skip

    def _fill(
        self, painter: QPainter, rect: QRect, day: date, model: DaysModel, step: int, *, target: bool
    ) -> None:
        theme = self._theme
        over = model.almanac.over(day)
        if any(band.kind is BandKind.BLACKOUT for band in over):
            self._hatched(painter, rect)
            if step:
                edge = max(3, theme.px(3))
                painter.fillRect(rect.adjusted(edge, edge, -edge, -edge), theme.colour(heat_role(step)))
        elif step:
            painter.fillRect(rect, theme.colour(heat_role(step)))
        elif day.weekday() >= DAYS - 2:
            painter.fillRect(rect, theme.colour("bg-subtle"))
        if target:
            painter.fillRect(rect, theme.colour("accent-tint"))
        found = [next((band for band in over if band.kind is kind), None) for kind in _STRIPES]
        striped = [band for band in found if band is not None]
        high, bottom = max(3, theme.px(3)), rect.bottom() + 1
        if len(striped) > 1:  # one over the other must leave the number free
            high = max(2, theme.px(2))
        for band in striped:
            bottom -= high
            stripe = QRect(rect.x(), bottom, rect.width() + 1, high)
            painter.fillRect(stripe, theme.colour(band.ink or "ferien-ln"))
        if day == model.today:
            painter.setPen(theme.pen("accent", 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
        elif step and theme.contrast:
            painter.setPen(theme.pen("line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _number(
        self, painter: QPainter, rect: QRect, day: date, model: DaysModel, ink: str, *, step: int
    ) -> None:
        texts, px = self._texts, self._theme.px
        festive = day in model.almanac.holidays
        bold = festive or day == model.today
        if festive and step <= (0 if Layer.HOLIDAYS in model.almanac.inks else 1):  # what can be read there
            ink = model.almanac.holiday_ink
        words, weight = str(day.day), 600 if bold else 400
        high = min(rect.height(), self._theme.line("small") + px(6))
        x = rect.x() + px(4)
        texts.draw(painter, words, "small", ink, x, rect.y(), rect.width() - px(4), weight=weight, pitch=high)
        if festive:
            width = round(texts.width(words, "small", weight))
            under = rect.y() + (high + self._theme.line("small")) // 2 - px(2)
            painter.fillRect(QRect(x, under, width, max(1, px(1.5))), self._theme.colour(ink))

    def _day_with_count(self) -> int:
        """Return how wide a day is that shows its number and how many posts it has, in px."""
        both = self._texts.width("30", "small", 600) + self._texts.width("8", "small", 600)
        return round(both) + self._theme.px(9) + 3

    def _count(self, painter: QPainter, rect: QRect, day: date, count: int, ink: str) -> None:
        """Paint the number of posts: in words where the day is large, as a number in its lower right corner, or not at all."""
        texts, px = self._texts, self._theme.px
        line = self._theme.line("small")
        words = tr("1 Beitrag") if count == 1 else tr("{count} Beiträge").format(count=count)
        high = rect.height() >= 2 * line + px(8)
        if not (high and texts.width(words, "small", 600) <= rect.width() - px(8)):
            words = str(count)
        width = texts.width(words, "small", 600)
        side = px(4)
        if not high:
            room = rect.width() - width - texts.width(str(day.day), "small", 600) - px(4) - px(2) - px(5)
            if room < 0:
                return
            side = min(side, px(2) + round(room))
        top = rect.bottom() - line - px(4) if high else rect.y()
        pitch = line if high else rect.height()
        x = rect.x() + px(4) if high and words != str(count) else rect.right() - width - side
        texts.draw(painter, words, "small", ink, x, top, width + 2, weight=600, pitch=pitch)

    def _hatched(self, painter: QPainter, rect: QRect) -> None:
        ratio = painter.device().devicePixelRatioF()
        if ratio not in self._hatch:
            self._hatch[ratio] = bands.hatch(self._theme, ratio)
        painter.setBrushOrigin(QPointF(0, 0))
        painter.fillRect(rect, self._hatch[ratio])

    def _ink(self, step: int) -> str:
        if step not in self._inks:
            self._inks[step] = heat_ink(self._theme, step)
        return self._inks[step]
