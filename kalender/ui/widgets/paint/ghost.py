# SPDX-License-Identifier: EUPL-1.2
"""The picture under the pointer while a post is dragged: it names what letting go would do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.glyphs import channel_row, glyphs_width
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import CardLook

HOTSPOT = QPoint(-14, -20)
"""Give this to QDrag.setHotSpot: the tip of the pointer stays free."""

_EDGE = QColor(20, 30, 34, 36)
_EDGE_X, _EDGE_Y = 4, 5
_NOTES = {"ok": "ri.check-line", "warn": "ri.error-warning-fill", "err": "ri.forbid-line"}


def drag_ghost(
    theme: Theme,
    texts: TextCache,
    look: CardLook,
    *,
    when: str,
    note: str = "",
    kind: str = "ok",
    ratio: float = 1.0,
) -> QPixmap:
    """Return the pixmap of a drag, rendered once per target.

    when: "Do 17. Dez., 12:00". note: a sentence on up to three lines such as "Freigabe erlischt"; kind: ok, warn or err.
    """
    px = theme.px
    width = px(222)
    lines = texts.count(look.title, "card", width - px(20), 2, 500)
    size, glyph = Metrics(theme).symbol_card, Metrics(theme).glyph
    beside = width - px(20) - size
    noted = texts.count(note, "small", beside, 3, 600) if note else 0
    height = px(14) + px(18) + lines * px(16) + (px(1) if note else 0) + noted * px(18)
    pixmap = QPixmap(round((width + _EDGE_X + 1) * ratio), round((height + _EDGE_Y + 1) * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_EDGE)
    painter.drawRoundedRect(QRectF(_EDGE_X, _EDGE_Y, width, height), 6, 6)
    pen = QPen(theme.colour("accent"), 1.5)
    if look.key == "idee":
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(theme.colour("bg-raised"))
    painter.drawRoundedRect(QRectF(0.75, 0.75, width - 1.5, height - 1.5), 6, 6)
    left, y = px(10), px(6)
    theme.draw(painter, look.icon, f"st-{look.key}", left, y + px(3), size)
    row = glyphs_width(theme, look.channels, glyph, 2)
    channel_row(painter, theme, look.channels, width - left - row, y + px(3.5), glyph)
    room = width - 2 * left - size - row - px(8)
    texts.draw(painter, when, "small", "text-2", left + size + px(4), y, room, pitch=px(18))
    y += px(18)
    texts.draw(
        painter, look.title, "card", "text", left, y, width - 2 * left, lines=2, weight=500, pitch=px(16)
    )
    y += lines * px(16)
    if note:
        theme.draw(painter, _NOTES[kind], kind, left, y + px(4), size)
        texts.draw(
            painter,
            note,
            "small",
            kind,
            left + size + px(4),
            y + px(1),
            beside,
            lines=noted,
            weight=600,
            pitch=px(18),
        )
    painter.end()
    return pixmap
