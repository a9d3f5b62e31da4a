# SPDX-License-Identifier: EUPL-1.2
"""What applies to days and is no post: bands, lines of council meetings, hatched ground."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr

_TILE = 10


class BandKind(Enum):
    """Kinds of bands in their order from the top: value = (ground, border, ink, weight, symbol)."""

    HOLIDAYS = ("ferien-bg", "ferien-ln", "ferien", 500, "ri.suitcase-2-line")
    OWN = ("bg-subtle", "line-control", "text", 500, "ri.calendar-line")
    BLACKOUT = ("bg-surface", "line-control", "text-2", 600, "ri.forbid-line")
    GAP = ("gap-bg", "gap", "gap", 600, "")
    EVENT = ("bg-sunken", "", "text", 600, "ri.flag-line")


def paint_band(
    painter: QPainter,
    theme: Theme,
    texts: TextCache,
    rect: QRectF,
    kind: BandKind,
    label: str,
    *,
    channel: ChannelMark | None = None,
    action: bool = False,
    ink: str = "",
    icon: str = "",
    starts: bool = False,
) -> QRectF:
    """Paint a band; return where its action "Beitrag planen" stands, or an empty rectangle.

    channel: whose gap it is. action: there is room and reason for the action at the right end. ink: role of
    the colour of its layer, by default that of its kind; an event wears it at its left end, where it starts. icon: its
    own symbol.
    """
    ground, border, words, weight, symbol = kind.value
    if ink and kind is not BandKind.EVENT:
        border = words = ink
        ground = "bg-subtle" if kind is BandKind.HOLIDAYS else ground
    px, half = theme.px, theme.line_width / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(rect, theme.colour(ground))
    if ink and starts and kind is BandKind.EVENT:
        painter.fillRect(QRectF(rect.x(), rect.y(), px(3), rect.height()), theme.colour(ink))
    pen = QPen(theme.colour(border or ground), theme.line_width)
    if kind is BandKind.GAP:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind is BandKind.EVENT:
        pass  # flat, without a border: nothing may look like a card
    elif kind in {BandKind.HOLIDAYS, BandKind.OWN}:
        painter.drawLine(QPointF(rect.left(), rect.top()), QPointF(rect.right() - 1, rect.top()))
        painter.drawLine(
            QPointF(rect.left(), rect.bottom() - 1), QPointF(rect.right() - 1, rect.bottom() - 1)
        )
    else:
        painter.drawRect(rect.adjusted(half, half, -half - 0.5, -half - 0.5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = Metrics(theme).symbol_card
    symbol = icon or (channel.icon if channel is not None else "") or symbol or "ri.time-line"
    theme.draw(painter, symbol, words, rect.x() + px(7), round(rect.y() + (rect.height() - size) / 2), size)
    left, right = rect.x() + px(25), rect.right() - px(6)
    spot = QRectF()
    if action:
        spot = _action(painter, theme, texts, rect, words)
        if spot.left() < left + px(120):
            spot = QRectF()
        else:
            right = spot.left() - px(8)
    texts.draw(
        painter,
        label,
        "small",
        words,
        left,
        rect.y(),
        max(0, right - left),
        weight=weight,
        pitch=rect.height(),
    )
    painter.restore()
    return spot


def _action(painter: QPainter, theme: Theme, texts: TextCache, rect: QRectF, ink: str) -> QRectF:
    px = theme.px
    words = tr("Beitrag planen")
    width = texts.width(words, "small", 600)
    x = rect.right() - px(8) - width
    size = theme.px(12)
    theme.draw(
        painter, "ri.add-line", ink, x - size - px(4), round(rect.y() + (rect.height() - size) / 2), size
    )
    texts.draw(painter, words, "small", ink, x, rect.y(), width + 2, weight=600, pitch=rect.height())
    baseline = round(rect.y() + rect.height() / 2 + theme.metrics("small").capHeight() / 2 + 2)
    painter.setPen(QPen(theme.colour(ink), 1))
    painter.drawLine(QPointF(x, baseline), QPointF(x + width, baseline))
    return QRectF(x - size - px(8), rect.y(), width + size + px(16), rect.height())


def paint_council(
    painter: QPainter,
    theme: Theme,
    texts: TextCache,
    rect: QRectF,
    title: str,
    time: str = "",
    *,
    icon: str = "ri.auction-line",
    ink: str = "council",
) -> None:
    """Paint the line of a council meeting, or of another layer: symbol, name, and the time where there is room."""
    px, size = theme.px, Metrics(theme).symbol_card
    theme.draw(
        painter,
        icon,
        ink,
        rect.x() + px(1),
        round(rect.y() + (rect.height() - size) / 2),
        size,
    )
    left = rect.x() + size + px(4)
    room = rect.right() - left
    width = texts.width(time, "small") if time else 0
    name = texts.width(title, "small", 500)
    if time and name + width + px(8) <= room:
        texts.draw(
            painter, time, "small", ink, rect.right() - width, rect.y(), width + 1, pitch=rect.height()
        )
        room -= width + px(8)
    texts.draw(painter, title, "small", ink, left, rect.y(), room, weight=500, pitch=rect.height())


def hatch(theme: Theme, ratio: float = 1.0) -> QBrush:
    """Return the brush of days on which something goes out only by exception.

    Set the origin of the painter's brush to that of the whole view, so that neighbouring cells join.
    """
    pixmap = QPixmap(round(_TILE * ratio), round(_TILE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(theme.colour("hatch-bg"))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("hatch"), 1))
    for start in (-_TILE, 0, _TILE):
        painter.drawLine(QPointF(start, _TILE), QPointF(start + _TILE, 0))
    painter.end()
    return QBrush(pixmap)
