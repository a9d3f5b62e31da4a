# SPDX-License-Identifier: EUPL-1.2
"""Paints the ground of a week: hours, lines, hours that are skipped, the time it is now, and the head over them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLine, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from kalender.domain.days.month import DAYS
from kalender.domain.days.week import HOURS, minute_of
from kalender.ui.calendar.month.ground import Days, Ground
from kalender.ui.calendar.week.scene import WeekScene
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr


class WeekGround:
    """Paints what lies under and over the cards; the head as the month paints its cells."""

    def __init__(self, theme: Theme, texts: TextCache) -> None:
        self._theme = theme
        self._texts = texts
        self.cells = Ground(theme, texts)

    def hours(self, painter: QPainter, area: QRect, scene: WeekScene, days: Days) -> None:
        """Paint the hours inside area, both counted from midnight."""
        theme, px = self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(area, theme.colour("bg-surface"))
        for cell in scene.cells:
            whole = QRect(cell.rect.x(), 0, cell.rect.width(), scene.height)
            self.cells.fill(painter, whole.intersected(area), cell.day, days)
            gap = scene.gaps.get(cell.day)
            if gap is not None:
                top, bottom = (minute * scene.hour // 60 for minute in gap)
                lost = QRect(whole.x(), top, whole.width(), bottom - top)
                self.cells.fill(painter, lost, cell.day, days, hatched=True)
                words, height = tr("entfällt"), px(18)
                self._texts.draw(
                    painter,
                    words,
                    "small",
                    "text-2",
                    lost.x() + px(6),
                    top + px(2),
                    lost.width() - px(8),
                    pitch=height,
                )
        painter.fillRect(QRect(0, area.top(), scene.margin, area.height()), theme.colour("bg-subtle"))
        first, last = max(0, area.top() // scene.hour), min(HOURS, area.bottom() // scene.hour + 1)
        right, tops = scene.size.width(), [hour * scene.hour for hour in range(first, last + 1)]
        if not theme.contrast:
            halves = (y + scene.hour // 2 for y in tops)
            painter.setPen(theme.pen("line-subtle"))
            painter.drawLines([QLine(scene.margin, y, right, y) for y in halves])
        painter.setPen(theme.pen("line"))
        painter.drawLines([QLine(scene.margin - px(4), y, right, y) for y in tops])
        for hour, y in enumerate(tops, first):
            if 0 < hour < HOURS:
                words = f"{hour:02d}:00"
                left = scene.margin - px(8) - self._texts.width(words, "small")
                self._texts.draw(
                    painter, words, "small", "text-2", left, y - px(9), scene.margin, pitch=px(18)
                )
        painter.setPen(theme.pen("line-subtle"))
        for cell in scene.cells:
            painter.drawLine(cell.rect.x() - 1, area.top(), cell.rect.x() - 1, area.bottom())

    def rehearse(self, scene: WeekScene, days: Days, marks: dict[str, ChannelMark]) -> None:
        """Paint the head of a week where nobody sees it, so that its texts are laid out when it is turned to."""
        shown, self.cells.actions = self.cells.actions, {}
        nowhere = QPixmap(1, 1)
        painter = QPainter(nowhere)
        self.head(painter, scene, days, marks)
        painter.end()
        self.cells.actions = shown

    def counts(self, painter: QPainter, area: QRect, scene: WeekScene) -> None:
        """Paint "+3" where posts have no room, counted from midnight."""
        theme = self._theme
        for count in scene.counts:
            if not count.rect.intersects(area):
                continue
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("line-control"), theme.line_width))
            painter.setBrush(theme.colour("bg-raised"))
            painter.drawRoundedRect(QRectF(count.rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            words = f"+{count.posts}"
            width = self._texts.width(words, "small", 600)
            left = count.rect.x() + max(0.0, (count.rect.width() - width) / 2)
            self._texts.draw(
                painter,
                words,
                "small",
                "text",
                left,
                count.rect.y(),
                count.rect.width(),
                weight=600,
                pitch=count.rect.height(),
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def empty(self, painter: QPainter, scene: WeekScene, down: int) -> None:
        """Say amid the hours in sight that nothing is planned. down: px from midnight to the top of the view."""
        theme = self._theme
        words = tr("In dieser Woche ist nichts geplant. Ein Doppelklick legt einen Beitrag an.")
        width = min(self._texts.width(words, "body") + 2, scene.size.width() - scene.margin)
        left = scene.margin + (scene.size.width() - scene.margin - width) / 2
        top = down + scene.head + (scene.size.height() - scene.head) / 2
        ground = QRect(round(left) - 12, round(top) - 8, round(width) + 24, theme.px(36))
        painter.fillRect(ground, theme.colour("bg-surface"))
        self._texts.draw(painter, words, "body", "text-2", left, top, width, pitch=theme.px(20))

    def now(self, painter: QPainter, scene: WeekScene, now: datetime) -> None:
        """Paint the time it is now over the cards of today, counted from midnight."""
        if now.date() not in scene.days:
            return
        theme, px = self._theme, self._theme.px
        column = scene.column(now.date())
        y = minute_of(now) * scene.hour // 60
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawLine(column.x(), y, column.right(), y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(column.x(), y), px(4), px(4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def head(self, painter: QPainter, scene: WeekScene, days: Days, marks: dict[str, ChannelMark]) -> None:
        """Paint weekday names, numbers, holidays, bands and meetings."""
        theme, px = self._theme, self._theme.px
        painter.fillRect(QRect(0, 0, scene.size.width(), scene.head), theme.colour("bg-surface"))
        painter.fillRect(
            QRect(0, scene.header, scene.margin, scene.head - scene.header), theme.colour("bg-subtle")
        )
        self.cells.weekdays(painter, scene.cells, scene.header, scene.margin)
        for cell in scene.cells:
            self.cells.fill(painter, cell.rect, cell.day, days)
            own = Days(cell.day.replace(day=1), days.today, days.almanac)
            self.cells.head(painter, cell, own)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(theme.pen("line-subtle"))
        for cell in scene.cells[:DAYS]:
            painter.drawLine(cell.rect.x() - 1, 0, cell.rect.x() - 1, scene.head)
        painter.setPen(theme.pen("line"))
        painter.drawLine(0, scene.header - 1, scene.size.width(), scene.header - 1)
        painter.drawLine(0, scene.head - 1, scene.size.width(), scene.head - 1)
        number = str(scene.days[0].isocalendar().week)
        self._texts.draw(
            painter, number, "small", "text-3", px(5), scene.header + px(3), scene.margin, pitch=px(18)
        )
        self.cells.bands(painter, scene.strips, marks)
        for cell in scene.cells:
            self.cells.entries(painter, cell, days.almanac)
