# SPDX-License-Identifier: EUPL-1.2
"""The card of a post on the board, and that of an idea in the basket."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.chips import avatar, chip_width, stage_chip
from kalender.ui.widgets.paint.glyphs import channel_row, grip, ring
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.month import FADED
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.terms import Term

RADIUS = 6


@frozen
class Foot:
    """The line at the foot of a card: symbol, theme role of its ink, words."""

    icon: str
    text: str
    ink: str = "text-3"


@frozen
class BoardLook:
    """A post as the board shows it. when: "Fr 4. Dez., 17:00" or empty; badge: a flag in words over the title."""

    title: str
    when: str = ""
    channels: tuple[ChannelMark, ...] = ()
    initials: str = ""
    ink: str = "#46535A"
    idea: bool = False
    quiet: bool = False
    badge: Term | None = None
    feet: tuple[Foot, ...] = ()
    picture: QPixmap | None = None


class BoardCard:
    """Measures and paints the cards of the board and, with dragged=True, those of the idea basket."""

    def __init__(self, theme: Theme, texts: TextCache, *, dragged: bool = False) -> None:
        self._theme = theme
        self._texts = texts
        self._grip = dragged
        self._role, self._pitch = ("card", 15) if dragged else ("body", 18)

    def height(self, look: BoardLook, width: int) -> int:
        """Return the height of a card of this width in px."""
        px = self._theme.px
        height = px(18) - (px(4) if self._grip else 0)
        if look.picture is not None:
            height += Metrics(self._theme).board_strip
        if look.badge is not None:
            height += px(27)
        height += self._texts.count(look.title, self._role, self._room(width), 2, 500) * px(self._pitch)
        if look.when:
            height += px(22)
        height += px(22) if self._grip else px(24)
        if look.feet:
            height += px(7) + px(20) * len(look.feet)
        return height

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        look: BoardLook,
        *,
        selected: bool = False,
        focused: bool = False,
        hovered: bool = False,
        faded: bool = False,
    ) -> None:
        """Paint a card into rect; rings lie up to 3 px outside of it."""
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if faded:
            painter.setOpacity(FADED)
        self._ground(painter, rect, look, hovered=hovered)
        left = rect.x() + px(9)
        y = rect.y() + px(8 if not self._grip else 6)
        if look.picture is not None:
            self._picture(painter, rect, look.picture)
            y += Metrics(theme).board_strip
        if self._grip:
            grip(painter, theme, left - px(1), y + px(3))
            left += px(13)
        if look.badge is not None:
            chip = QRectF(
                left, y, min(chip_width(theme, self._texts, look.badge), rect.width() - px(18)), px(22)
            )
            stage_chip(painter, theme, self._texts, chip, look.badge)
            y += px(27)
        room = self._room(int(rect.width()))
        ink = "text-2" if look.quiet else "text"
        lines = self._texts.draw(
            painter, look.title, self._role, ink, left, y, room, lines=2, weight=500, pitch=px(self._pitch)
        )
        y += lines * px(self._pitch)
        if look.when:
            y += px(3)
            self._row(painter, Foot(icon="ri.time-line", text=look.when, ink="text-2"), left, y, room)
            y += px(19)
        y = self._people(painter, rect, look, left, y)
        if look.feet:
            y += px(6)
            painter.setPen(QPen(theme.colour("line-subtle"), 1))
            line = round(y) + 0.5
            painter.drawLine(QPointF(left, line), QPointF(rect.right() - px(9), line))
            y += px(3)
            for foot in look.feet:
                self._row(painter, foot, left, y, room)
                y += px(20)
        if selected:
            ring(painter, theme, rect, RADIUS, gap=0, role="accent")
        elif focused:
            ring(painter, theme, rect, RADIUS, gap=1)
        painter.restore()

    def _room(self, width: int) -> int:
        return width - self._theme.px(18) - (self._theme.px(13) if self._grip else 0)

    def _ground(self, painter: QPainter, rect: QRectF, look: BoardLook, *, hovered: bool) -> None:
        theme = self._theme
        border = "line-control" if hovered else "st-idee-ln" if look.idea else "line"
        pen = QPen(theme.colour(border), theme.line_width)
        if look.idea:
            pen.setStyle(Qt.PenStyle.DashLine)
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(theme.colour("bg-surface"))
        half = theme.line_width / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), RADIUS, RADIUS)

    def _picture(self, painter: QPainter, rect: QRectF, picture: QPixmap) -> None:
        inner = rect.adjusted(1, 1, -1, -1)
        outline, strip = QPainterPath(), QPainterPath()
        outline.addRoundedRect(inner, RADIUS - 1, RADIUS - 1)
        strip.addRect(QRectF(inner.x(), inner.y(), inner.width(), Metrics(self._theme).board_strip))
        painter.save()
        painter.setClipPath(outline.intersected(strip), Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(inner.topLeft(), picture)
        painter.restore()

    def _row(self, painter: QPainter, foot: Foot, x: float, y: float, room: float) -> None:
        theme, px = self._theme, self._theme.px
        size = px(13)
        theme.draw(painter, foot.icon, foot.ink, x, round(y + (px(19) - size) / 2), size)
        ink = "text-2" if foot.ink in {"text-2", "text-3"} else foot.ink
        self._texts.draw(
            painter, foot.text, "small", ink, x + size + px(5), y, room - size - px(5), pitch=px(19)
        )

    def _people(self, painter: QPainter, rect: QRectF, look: BoardLook, left: float, y: float) -> float:
        theme, px = self._theme, self._theme.px
        glyph = Metrics(theme).symbol_card
        height = px(22)
        middle = y + height / 2 + px(1)
        channel_row(painter, theme, look.channels, left, round(middle - glyph / 2), glyph, gap=px(5))
        if look.initials and not self._grip:
            size = px(20)
            disc = QRectF(rect.right() - px(9) - size, round(middle - size / 2), size, size)
            avatar(painter, theme, disc, look.initials, look.ink)
        elif look.initials:
            width = self._texts.width(look.initials, "small")
            x = rect.right() - px(9) - width
            self._texts.draw(painter, look.initials, "small", "text-3", x, y, width + 1, pitch=height)
        return y + height
