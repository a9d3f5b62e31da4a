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

_Box = tuple[float, float, float, float]
"""Left, top, width and height of a card."""

_LINE = -1

_Ground = tuple[str, str, str, bool, int, int, int, bool, float]
"""Roles, symbol, warning and seal of a card, its size, height of its picture (_LINE: in one line), under the pointer, ratio."""


class _Pixels:
    """The measures of a card at the text size in use, asked for once instead of for every card."""

    def __init__(self, theme: Theme) -> None:
        metrics = Metrics(theme)
        self.side, self.near, self.gap = theme.px(6), theme.px(3), theme.px(4)
        self.symbol, self.glyph, self.strip = metrics.symbol_card, metrics.glyph, metrics.strip
        self.line, self.small = theme.line("card"), theme.px(1)
        self.pair, self.edge, self.pitch = theme.px(2), theme.px(12), theme.px(17)
        self.signs, self.title, self.body = theme.px(6.5), theme.px(21), theme.px(26)


class MonthCard:
    """Measures and paints cards; holds nothing but the theme and laid out texts."""

    def __init__(self, theme: Theme, texts: TextCache) -> None:
        self._theme = theme
        self._texts = texts
        self._px = _Pixels(theme)
        self._grounds: dict[_Ground, QPixmap] = {}
        self._rows: dict[tuple[tuple[str, ...], float], tuple[QPixmap, float]] = {}
        theme.changed.connect(self._forget)

    def height(self, look: CardLook, width: int, density: Density) -> int:
        """Return the height of a card of this width in px."""
        px = self._px
        if density is Density.LINE:
            return self._theme.px(24)
        lines = self._texts.count(look.title, "card", width - px.edge, 2, _title_ink(look)[1])
        strip = px.strip if density is Density.PICTURE and look.picture is not None else 0
        return strip + px.body + lines * px.line

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
        ratio = painter.device().devicePixelRatioF()
        box = (rect.x(), rect.y(), rect.width(), rect.height())
        self.paint_plain(painter, box, look, density, ratio=ratio, hovered=hovered)
        if selected:
            ring(painter, self._theme, rect, RADIUS, gap=0, role="accent")
        elif focused:
            ring(painter, self._theme, rect, RADIUS, gap=1)
        painter.restore()

    def paint_plain(
        self,
        painter: QPainter,
        box: _Box,
        look: CardLook,
        density: Density,
        *,
        ratio: float,
        hovered: bool = False,
    ) -> None:
        """Paint a card without rings, and leave font and pen changed: for a month with hundreds of them."""
        if density is Density.LINE:
            self._line(painter, box, look, ratio=ratio, hovered=hovered)
        else:
            self._full(painter, box, look, ratio=ratio, picture=density is Density.PICTURE, hovered=hovered)

    def _forget(self) -> None:
        self._px = _Pixels(self._theme)
        self._grounds.clear()
        self._rows.clear()

    def _ground(
        self, look: CardLook, width: float, height: float, *, below: int, hovered: bool, ratio: float
    ) -> QPixmap:
        """Return fill, border and symbols, drawn once per look and size: corners cost more than all the text.

        below: height of the picture over the symbol of the stage, or _LINE for a card in one line.
        """
        sized = round(width), round(height)
        key = (look.key, look.icon, look.warning, look.void, *sized, below, hovered, ratio)
        found = self._grounds.get(key)
        if found is None:
            if len(self._grounds) >= _KEEP:
                self._grounds.clear()
            symbols = self._symbols(look, *sized, below)
            found = self._drawn(look.key, *sized, symbols, hovered=hovered, ratio=ratio)
            self._grounds[key] = found
        return found

    def _symbols(self, look: CardLook, width: int, height: int, below: int) -> tuple[_Symbol, ...]:
        """Return the symbol of the stage, and in one line what warns."""
        px = self._px
        if below != _LINE:
            return ((look.icon, f"st-{look.key}", px.side, below + px.side, px.symbol),)
        stage = (look.icon, f"st-{look.key}", px.side, round((height - px.symbol) / 2), px.symbol)
        if not look.warning:
            return (stage,)
        left = width - px.side - px.glyph
        return stage, (*self._sign(look), left, round((height - px.glyph) / 2), px.glyph)

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

    def _line(self, painter: QPainter, box: _Box, look: CardLook, *, ratio: float, hovered: bool) -> None:
        texts, px = self._texts, self._px
        left, top, wide, high = box
        ground = self._ground(look, wide, high, below=_LINE, hovered=hovered, ratio=ratio)
        painter.drawPixmap(QPointF(left, top), ground)
        room = wide - 2 * px.side - px.symbol - px.near
        if look.warning:
            room -= px.glyph + px.near
        left += px.side + px.symbol + px.near
        top += (high - px.line) / 2
        width = texts.width(look.time, "small")
        texts.draw(painter, look.time, "small", "text-2", left, top, width + 1, pitch=px.line)
        width += px.gap
        if look.chain:
            self._symbol(painter, look.chain, "text-3", left + width, top + px.small, px.glyph)
            width += px.glyph + px.near
        ink, weight = _title_ink(look)
        texts.draw(painter, look.title, "card", ink, left + width, top, room - width, weight=weight)

    def _full(
        self, painter: QPainter, box: _Box, look: CardLook, *, ratio: float, picture: bool, hovered: bool
    ) -> None:
        texts, px = self._texts, self._px
        left, top, wide, high = box
        below = px.strip if picture and look.picture is not None else 0
        ground = self._ground(look, wide, high, below=below, hovered=hovered, ratio=ratio)
        painter.drawPixmap(QPointF(left, top), ground)
        if below:
            self._strip(painter, QRectF(*box), look)
        y = top + below
        x = left + px.side + px.symbol + px.near
        width = texts.width(look.time, "small")
        cut = x + width > left + wide
        if cut:  # as its face would be
            painter.save()
            painter.setClipRect(QRectF(*box), Qt.ClipOperation.IntersectClip)
        texts.draw(painter, look.time, "small", "text-2", x, y + px.gap, width + 1, pitch=px.pitch)
        x += width + (px.gap if look.warning else px.small)
        start, room = left + px.side, wide - px.edge
        if look.warning and x + px.glyph > left + wide:  # a narrow card of a crowded week: before the title
            self._symbol(painter, *self._sign(look), start, y + px.title + px.near, px.glyph)
            start, room = start + px.glyph + px.pair, room - px.glyph - px.pair
        elif look.warning:
            self._symbol(painter, *self._sign(look), x, y + px.signs, px.glyph)
            x += px.glyph + px.pair
        if look.chain and x + px.pair + px.glyph <= left + wide:
            self._symbol(painter, look.chain, "text-3", x + px.pair, y + px.signs, px.glyph)
            x += px.glyph + 2 * px.pair
        self._channels(painter, look.channels, x, left + wide - px.side, y + px.signs, ratio)
        ink, weight = _title_ink(look)
        lines = 2 if top + high - y >= px.body + 2 * px.line else 1
        texts.draw(painter, look.title, "card", ink, start, y + px.title, room, lines=lines, weight=weight)
        if cut:
            painter.restore()

    def _sign(self, look: CardLook) -> tuple[str, str]:
        """Return name and ink of what warns; the broken seal has no name among the symbols."""
        return ("", "") if look.void else ("ri.error-warning-fill", look.warning)

    def _symbol(self, painter: QPainter, name: str, role: str, x: float, y: float, size: int) -> None:
        if name:
            self._theme.draw(painter, name, role, x, y, size)
        else:
            seal(painter, self._theme, x, y, size, valid=False)

    def _channels(
        self,
        painter: QPainter,
        marks: tuple[ChannelMark, ...],
        left: float,
        right: float,
        y: float,
        ratio: float,
    ) -> None:
        """Paint the channels flush right, as many as there is room for; a row is drawn once and kept."""
        row, width = self._row(marks, ratio)
        if right - width < left:
            glyph, gap = self._px.glyph, self._px.pair
            room = int((right - left + gap) // (glyph + gap))
            row, width = self._row(marks[: max(0, min(room, MOST))], ratio)
        if width:
            painter.drawPixmap(QPointF(right - width, y), row)

    def _row(self, marks: tuple[ChannelMark, ...], ratio: float) -> tuple[QPixmap, float]:
        """Return some channels as a picture, and its width in px."""
        key = (tuple([mark.id for mark in marks]), ratio)
        found = self._rows.get(key)
        if found is None:
            theme, glyph, gap = self._theme, self._px.glyph, self._px.pair
            width = math.ceil(glyphs_width(theme, marks, glyph, gap))
            row = QPixmap(round(width * ratio), round((glyph + 2) * ratio))
            row.setDevicePixelRatio(ratio)
            row.fill(Qt.GlobalColor.transparent)
            if width:
                painter = QPainter(row)
                channel_row(painter, theme, marks, 0, 0, glyph, gap=gap)
                painter.end()
            found = self._rows[key] = row, row.width() / ratio
        return found

    def _strip(self, painter: QPainter, rect: QRectF, look: CardLook) -> None:
        if look.picture is None:
            return
        line = self._theme.line_width
        inner = rect.adjusted(line, line, -line, -line)
        outline, strip = QPainterPath(), QPainterPath()
        outline.addRoundedRect(inner, RADIUS - 1, RADIUS - 1)
        strip.addRect(QRectF(inner.x(), inner.y(), inner.width(), self._px.strip))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(outline.intersected(strip), Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(inner.topLeft(), look.picture)
        painter.restore()


def _title_ink(look: CardLook) -> tuple[str, int]:
    """Return role and weight of the title."""
    return ("text-2", 400) if look.key == "publ" else ("text", 500)
