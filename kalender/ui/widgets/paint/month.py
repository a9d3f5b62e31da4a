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


_Symbol = tuple[str, str, int, int, int]
"""Name, ink, place in the card and size of a symbol, in px."""


class _Pixels:
    """The measures of a card in one line at the text size in use, asked for once instead of for every card."""

    def __init__(self, theme: Theme) -> None:
        metrics = Metrics(theme)
        self.side, self.near, self.gap = theme.px(6), theme.px(3), theme.px(4)
        self.symbol, self.glyph = metrics.symbol_card, metrics.glyph
        self.line = theme.line("card")


class MonthCard:
    """Measures and paints cards; holds nothing but the theme and laid out texts."""

    def __init__(self, theme: Theme, texts: TextCache) -> None:
        self._theme = theme
        self._texts = texts
        self._metrics = Metrics(theme)
        self._px = _Pixels(theme)
        self._grounds: dict[tuple[str, int, int, bool, float, tuple[_Symbol, ...]], QPixmap] = {}
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
        if density is Density.LINE:
            self._line(painter, rect, look, hovered=hovered)
        else:
            self._full(painter, rect, look, picture=density is Density.PICTURE, hovered=hovered)
        if selected:
            ring(painter, self._theme, rect, RADIUS, gap=0, role="accent")
        elif focused:
            ring(painter, self._theme, rect, RADIUS, gap=1)
        painter.restore()

    def _forget(self) -> None:
        self._px = _Pixels(self._theme)
        self._grounds.clear()
        self._rows.clear()

    def _weight(self, look: CardLook) -> int:
        return 400 if look.key == "publ" else 500

    def _ground(
        self, painter: QPainter, rect: QRectF, look: CardLook, symbols: tuple[_Symbol, ...], *, hovered: bool
    ) -> None:
        """Paint fill, border and symbols, drawn once per look and size: corners cost more than all the text."""
        ratio = painter.device().devicePixelRatioF()
        width, height = round(rect.width()), round(rect.height())
        key = (look.key, width, height, hovered, ratio, symbols)
        found = self._grounds.get(key)
        if found is None:
            if len(self._grounds) >= _KEEP:
                self._grounds.clear()
            found = self._drawn(look.key, width, height, symbols, hovered=hovered, ratio=ratio)
            self._grounds[key] = found
        painter.drawPixmap(rect.topLeft(), found)

    def _drawn(
        self,
        key: str,
        width: int,
        height: int,
        symbols: tuple[_Symbol, ...],
        *,
        hovered: bool,
        ratio: float,
    ) -> QPixmap:
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
        for name, role, x, y, size in symbols:
            self._symbol(painter, name, role, x, y, size)
        painter.end()
        return pixmap

    def _line(self, painter: QPainter, rect: QRectF, look: CardLook, *, hovered: bool) -> None:
        texts, px = self._texts, self._px
        high = round(rect.height())
        symbols = [(look.icon, f"st-{look.key}", px.side, round((high - px.symbol) / 2), px.symbol)]
        room = rect.width() - 2 * px.side - px.symbol - px.near
        if look.warning:
            room -= px.glyph + px.near
            left = round(rect.width()) - px.side - px.glyph
            symbols.append((*self._sign(look), left, round((high - px.glyph) / 2), px.glyph))
        self._ground(painter, rect, look, tuple(symbols), hovered=hovered)
        x, top = rect.x() + px.side + px.symbol + px.near, rect.y() + (rect.height() - px.line) / 2
        width = texts.width(look.time, "small")
        texts.draw(painter, look.time, "small", "text-2", x, top, width + 1, pitch=px.line)
        width += px.gap
        ink, weight = self._ink(look), self._weight(look)
        texts.draw(painter, look.title, "card", ink, x + width, top, room - width, weight=weight)

    def _full(self, painter: QPainter, rect: QRectF, look: CardLook, *, picture: bool, hovered: bool) -> None:
        theme, texts = self._theme, self._texts
        px, y = theme.px, rect.y()
        size, glyph = self._px.symbol, self._px.glyph
        below = self._metrics.strip if picture and look.picture is not None else 0
        symbol = (look.icon, f"st-{look.key}", px(6), below + px(6), size)
        self._ground(painter, rect, look, (symbol,), hovered=hovered)
        if below:
            self._strip(painter, rect, look)
            y += below
        x = rect.x() + px(6) + size + px(3)
        width = texts.width(look.time, "small")
        texts.draw(painter, look.time, "small", "text-2", x, y + px(4), width + 1, pitch=px(17))
        x += width + px(4 if look.warning else 1)
        if look.warning:
            self._symbol(painter, *self._sign(look), x, y + px(6.5), glyph)
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

    def _sign(self, look: CardLook) -> tuple[str, str]:
        """Return name and ink of what warns; the broken seal has no name among the symbols."""
        return ("", "") if look.void else ("ri.error-warning-fill", look.warning)

    def _symbol(self, painter: QPainter, name: str, role: str, x: float, y: float, size: int) -> None:
        if name:
            self._theme.draw(painter, name, role, x, y, size)
        else:
            seal(painter, self._theme, x, y, size, valid=False)

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
