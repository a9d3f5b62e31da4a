# SPDX-License-Identifier: EUPL-1.2
"""The card of a post in the month, in three densities."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.emblems import seal
from kalender.ui.widgets.paint.glyphs import MOST, channel_row, glyphs_width, ring
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import CardLook, ChannelMark, Density

RADIUS = 5
FADED = 0.45
"""Opacity of a card while its copy is being dragged."""

_KEEP = 400


class MonthCard:
    """Measures and paints cards; holds nothing but the theme and laid out texts."""

    def __init__(self, theme: Theme, texts: TextCache) -> None:
        self._theme = theme
        self._texts = texts
        self._metrics = Metrics(theme)
        self._grounds: dict[tuple[str, int, int, bool, float], QPixmap] = {}
        self._rows: dict[tuple[tuple[str, ...], float], QPixmap] = {}
        theme.changed.connect(self._forget)

    def height(self, look: CardLook, width: int, density: Density) -> int:
        """Return the height of a card of this width in px."""
        px = self._theme.px
        if density is Density.LINE:
            return px(24)
        lines = self._texts.count(look.title, "card", width - px(12), 2, self._weight(look))
        strip = self._metrics.strip if density is Density.PICTURE and look.picture is not None else 0
        return strip + px(26) + lines * self._theme.line("card")

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        look: CardLook,
        density: Density,
        *,
        selected: bool = False,
        focused: bool = False,
        hovered: bool = False,
        faded: bool = False,
    ) -> None:
        """Paint a card into rect; the rings of choice and focus lie up to 3 px outside of it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if faded:
            painter.setOpacity(FADED)
        self._ground(painter, rect, look, hovered=hovered)
        if density is Density.LINE:
            self._line(painter, rect, look)
        else:
            self._full(painter, rect, look, picture=density is Density.PICTURE)
        if selected:
            ring(painter, self._theme, rect, RADIUS, gap=0, role="accent")
        elif focused:
            ring(painter, self._theme, rect, RADIUS, gap=1)
        painter.restore()

    def _forget(self) -> None:
        self._grounds.clear()
        self._rows.clear()

    def _weight(self, look: CardLook) -> int:
        return 400 if look.key == "publ" else 500

    def _ground(self, painter: QPainter, rect: QRectF, look: CardLook, *, hovered: bool) -> None:
        """Paint fill and border, drawn once per stage and size: rounded corners cost more than all the text."""
        ratio = painter.device().devicePixelRatioF()
        width, height = round(rect.width()), round(rect.height())
        key = (look.key, width, height, hovered, ratio)
        found = self._grounds.get(key)
        if found is None:
            if len(self._grounds) >= _KEEP:
                self._grounds.clear()
            found = self._drawn(look.key, width, height, hovered=hovered, ratio=ratio)
            self._grounds[key] = found
        painter.drawPixmap(rect.topLeft(), found)

    def _drawn(self, key: str, width: int, height: int, *, hovered: bool, ratio: float) -> QPixmap:
        theme = self._theme
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        idea = key == "idee"
        pen = QPen(theme.colour("line-control" if hovered else f"st-{key}-ln"), theme.line_width)
        if idea:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(theme.colour("bg-surface" if idea else f"st-{key}-bg"))
        half = theme.line_width / 2
        painter.drawRoundedRect(QRectF(half, half, width - 2 * half, height - 2 * half), RADIUS, RADIUS)
        painter.end()
        return pixmap

    def _line(self, painter: QPainter, rect: QRectF, look: CardLook) -> None:
        theme, metrics, texts = self._theme, self._metrics, self._texts
        px = theme.px
        size = metrics.symbol_card
        x, middle = rect.x() + px(6), rect.y() + rect.height() / 2
        theme.draw(painter, look.icon, f"st-{look.key}", x, round(middle - size / 2), size)
        x += size + px(3)
        top = middle - theme.line("card") / 2
        width = texts.width(look.time, "small")
        texts.draw(painter, look.time, "small", "text-2", x, top, width + 1, pitch=theme.line("card"))
        x += width + px(4)
        room = rect.right() - px(6) - x
        if look.warning:
            room -= metrics.glyph + px(3)
            self._warn(painter, look, rect.right() - px(6) - metrics.glyph, round(middle - metrics.glyph / 2))
        texts.draw(painter, look.title, "card", self._ink(look), x, top, room, weight=self._weight(look))

    def _full(self, painter: QPainter, rect: QRectF, look: CardLook, *, picture: bool) -> None:
        theme, metrics, texts = self._theme, self._metrics, self._texts
        px = theme.px
        y = rect.y()
        if picture and look.picture is not None:
            self._strip(painter, rect, look)
            y += metrics.strip
        size, glyph = metrics.symbol_card, metrics.glyph
        x = rect.x() + px(6)
        theme.draw(painter, look.icon, f"st-{look.key}", x, y + px(6), size)
        x += size + px(3)
        width = texts.width(look.time, "small")
        texts.draw(painter, look.time, "small", "text-2", x, y + px(4), width + 1, pitch=px(17))
        x += width + px(4 if look.warning else 1)
        if look.warning:
            self._warn(painter, look, x, y + px(6.5))
            x += glyph + px(2)
        self._channels(painter, rect, look, x, y + px(6.5))
        texts.draw(
            painter,
            look.title,
            "card",
            self._ink(look),
            rect.x() + px(6),
            y + px(21),
            rect.width() - px(12),
            lines=2 if rect.bottom() - y >= px(26) + 2 * theme.line("card") else 1,
            weight=self._weight(look),
        )

    def _warn(self, painter: QPainter, look: CardLook, x: float, y: float) -> None:
        glyph = self._metrics.glyph
        if look.void:
            seal(painter, self._theme, x, y, glyph, valid=False)
        else:
            self._theme.draw(painter, "ri.error-warning-fill", look.warning, x, y, glyph)

    def _channels(self, painter: QPainter, rect: QRectF, look: CardLook, left: float, y: float) -> None:
        """Paint the channels flush right, as many as there is room for; a row is drawn once and kept."""
        theme, glyph, gap = self._theme, self._metrics.glyph, self._theme.px(2)
        marks, right = look.channels, rect.right() - theme.px(6)
        row = self._row(marks, painter.device().devicePixelRatioF())
        if right - row.width() / row.devicePixelRatio() < left:
            room = int((right - left + gap) // (glyph + gap))
            row = self._row(marks[: max(0, min(room, MOST))], painter.device().devicePixelRatioF())
        if not row.isNull():
            painter.drawPixmap(QPointF(right - row.width() / row.devicePixelRatio(), y), row)

    def _row(self, marks: tuple[ChannelMark, ...], ratio: float) -> QPixmap:
        key = (tuple(mark.id for mark in marks), ratio)
        found = self._rows.get(key)
        if found is None:
            theme, glyph, gap = self._theme, self._metrics.glyph, self._theme.px(2)
            width = math.ceil(glyphs_width(theme, marks, glyph, gap))
            found = QPixmap(round(width * ratio), round((glyph + 2) * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            if width:
                painter = QPainter(found)
                channel_row(painter, theme, marks, 0, 0, glyph, gap=gap)
                painter.end()
            self._rows[key] = found
        return found

    def _strip(self, painter: QPainter, rect: QRectF, look: CardLook) -> None:
        if look.picture is None:
            return
        line = self._theme.line_width
        inner = rect.adjusted(line, line, -line, -line)
        outline, strip = QPainterPath(), QPainterPath()
        outline.addRoundedRect(inner, RADIUS - 1, RADIUS - 1)
        strip.addRect(QRectF(inner.x(), inner.y(), inner.width(), self._metrics.strip))
        painter.save()
        painter.setClipPath(outline.intersected(strip), Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(inner.topLeft(), look.picture)
        painter.restore()

    def _ink(self, look: CardLook) -> str:
        return "text-2" if look.key == "publ" else "text"
