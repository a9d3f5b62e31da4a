# SPDX-License-Identifier: EUPL-1.2
"""Paints the agenda: heads of days, quiet lines, posts as in the list, and folded days as small boxes to drop on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kalender.ui.calendar.agenda.rows import Entry, Kind, line_words
from kalender.ui.calendar.listing.rows import PostRows
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.wording.dates import WEEKDAYS, day_long
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.calendar.agenda.view import AgendaView

_Index = QModelIndex | QPersistentModelIndex


class AgendaDelegate(PostRows):
    """Knows the view for today, hover, the target of a carrying, and the day stepped on in a folded row."""

    view: AgendaView

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row."""
        row, theme = self.view.agenda.row(index), self.theme
        line = theme.line("body")
        heights = {
            Kind.DAY: line + theme.px(20),
            Kind.LINE: theme.line("small") + theme.px(8),
            Kind.FOLDED: line + theme.px(12),
        }
        high = heights.get(row.kind, Metrics(theme).row) if row is not None else 0
        return QSize(0, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        row = self.view.agenda.row(index)
        if row is None:
            return
        rect = QRect(option.rect)
        painter.save()
        painter.setClipRect(rect)
        if row.kind is Kind.DAY:
            self._day(painter, rect, row)
        elif row.kind is Kind.LINE:
            self._line(painter, rect, row)
        elif row.kind is Kind.FOLDED:
            self._folded(painter, rect, row)
        elif row.card is not None:
            painter.setOpacity(0.45 if self.view.faded(row.card.id) else 1)
            self.post(painter, rect, row, row.card, option)
        if option.state & QStyle.StateFlag.State_HasFocus and self.view.keyboard and not row.days[1:]:
            self._ring(painter, rect, "focus")
        painter.restore()

    def boxes(self, rect: QRect, row: Entry) -> dict[date, QRect]:
        """Return where the days of a folded row stand; nothing where they are told as a stretch."""
        if row.long:
            return {}
        left, px = rect.x() + self.theme.px(16), self.theme.px
        width = round(self.texts.width("Mo 30.", "small", 500)) + px(16)
        return {
            day: QRect(left + at * (width + px(6)), rect.y() + px(4), width, rect.height() - px(8))
            for at, day in enumerate(row.days)
        }

    def _day(self, painter: QPainter, rect: QRect, row: Entry) -> None:
        theme, texts, px = self.theme, self.texts, self.theme.px
        target = self.view.target == row.day
        painter.fillRect(rect, theme.colour("accent-tint" if target else "bg-subtle"))
        painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), 1), theme.colour("line-subtle"))
        today = row.day == self.view.agenda.today
        ink, words, x = "accent" if today else "text", day_long(row.day), rect.x() + px(16)
        texts.draw(painter, words, "body", ink, x, rect.y(), px(360), weight=600, pitch=rect.height())
        x += round(texts.width(words, "body", 600)) + px(12)
        word = _near(row.day, self.view.agenda.today)
        if word:
            x = self._pill(painter, rect, x, word, strong=today)
        notes = self.view.agenda.notes(row.day)
        festive = row.day in self.view.agenda.almanac.holidays
        for at, note in enumerate(notes):
            room = rect.right() - x - px(16)
            if room <= px(24):
                break
            named = festive and at == 0
            text = note if at == len(notes) - 1 else f"{note}  ·"
            ink = self.view.agenda.almanac.holiday_ink if named else "text-2"
            texts.draw(painter, text, "small", ink, x, rect.y(), room, weight=500 if named else 400, pitch=rect.height())  # fmt: skip
            x += round(texts.width(text, "small", 500 if named else 400)) + px(8)
        if target:
            self._ring(painter, rect, "accent")

    def _pill(self, painter: QPainter, rect: QRect, x: int, word: str, *, strong: bool) -> int:
        """Paint heute, morgen or gestern beside a day; return where what follows begins."""
        theme, px = self.theme, self.theme.px
        width, high = round(self.texts.width(word, "small", 600)) + px(16), theme.line("small") + px(4)
        place = QRectF(x, rect.y() + (rect.height() - high) / 2, width, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent-fill" if strong else "bg-sunken"))
        painter.drawRoundedRect(place, high / 2, high / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        ink = "text-on-accent" if strong else "text-2"
        self.texts.draw(painter, word, "small", ink, x + px(8), place.y(), width, weight=600, pitch=high)
        return x + width + px(12)

    def _line(self, painter: QPainter, rect: QRect, row: Entry) -> None:
        if row.line is None:
            return
        theme, px = self.theme, self.theme.px
        size, x = px(14), rect.x() + px(16)
        theme.draw(painter, row.line.icon, row.line.ink, x, rect.y() + (rect.height() - size) // 2, size)
        x += size + px(8)
        words = line_words(row.line)
        self.texts.draw(painter, words, "small", "text-2", x, rect.y(), rect.right() - x - px(16), pitch=rect.height())  # fmt: skip

    def _folded(self, painter: QPainter, rect: QRect, row: Entry) -> None:
        theme, texts, px = self.theme, self.texts, self.theme.px
        x = rect.x() + px(16)
        if row.long:
            words = self.view.agenda.words(row)
            texts.draw(painter, words, "small", "text-3", x, rect.y(), rect.right() - x, pitch=rect.height())
            if self.view.keyboard and self.view.currentIndex() == self.view.agenda.index_of_day(row.day):
                self._ring(painter, rect, "focus")
            return
        stepped = self.view.stepped() if self.view.keyboard and self.view.hasFocus() else None
        for day, box in self.boxes(rect, row).items():
            target = self.view.target == day
            if target or day == self.view.hovered:
                painter.fillRect(box, theme.colour("accent-tint" if target else "bg-hover"))
            words = f"{WEEKDAYS[day.weekday()][:2]} {day.day}."
            texts.draw(painter, words, "small", "text-3", box.x() + px(8), box.y(), box.width() - px(8), weight=500, pitch=box.height())  # fmt: skip
            painter.setPen(theme.pen("line-subtle"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            if target or day == stepped:
                self._ring(painter, box, "accent" if target else "focus")
            x = box.right() + px(12)
        told = "  ·  ".join(self.view.agenda.told_of(row))
        texts.draw(painter, told, "small", "text-3", x, rect.y(), max(0, rect.right() - x), pitch=rect.height())  # fmt: skip

    def _ring(self, painter: QPainter, rect: QRect, role: str) -> None:
        painter.setPen(self.theme.pen(role, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _near(day: date, today: date) -> str:
    """Return heute, morgen or gestern, or nothing."""
    one = timedelta(days=1)
    return {today: tr("heute"), today + one: tr("morgen"), today - one: tr("gestern")}.get(day, "")
