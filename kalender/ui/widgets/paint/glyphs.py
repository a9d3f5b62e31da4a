# SPDX-License-Identifier: EUPL-1.2
"""Small symbols: channels, monograms of own channels, severity, the grip to drag by, rings of focus and choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.values import ChannelMark

SEVERITY = {
    "err": "ri.close-circle-fill",
    "warn": "ri.error-warning-fill",
    "info": "ri.information-fill",
    "ok": "ri.checkbox-circle-fill",
}
"""Symbol of each severity; the key is the theme role of its ink."""

MOST = 4
"""So many channels are drawn on a card, the others counted."""


def channel_glyph(painter: QPainter, theme: Theme, mark: ChannelMark, x: float, y: float, size: int) -> None:
    """Paint the symbol of a channel with its top left corner at x, y."""
    if mark.icon:
        theme.draw(painter, mark.icon, mark.ink, x, y, size)
    else:
        monogram(painter, theme, mark.monogram, mark.ink, x, y, size)


def monogram(painter: QPainter, theme: Theme, letters: str, ink: str, x: float, y: float, size: int) -> None:
    """Paint two letters in a rounded square: the symbol of a channel without one of its own."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.0, size / 13)
    painter.setPen(QPen(theme.colour(ink), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    frame = QRectF(x, y, size, size).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(frame, size * 0.17, size * 0.17)
    font = QFont(theme.font("small", 600))
    font.setPixelSize(max(6, round(size * 0.56)))
    painter.setFont(font)
    painter.drawText(QRectF(x, y, size, size), Qt.AlignmentFlag.AlignCenter, letters[:2])
    painter.restore()


def glyphs_width(theme: Theme, marks: Sequence[ChannelMark], size: int, gap: int) -> float:
    """Return the width a row of channels takes: at most four symbols, then "+2"."""
    shown = min(MOST, len(marks))
    width = shown * size + max(0, shown - 1) * gap
    more = len(marks) - shown
    return width + (gap + theme.metrics("small").horizontalAdvance(f"+{more}") if more else 0)


def channel_row(
    painter: QPainter,
    theme: Theme,
    marks: Sequence[ChannelMark],
    x: float,
    y: float,
    size: int,
    *,
    gap: int = 2,
    ink: str = "text-2",
) -> None:
    """Paint channels from x to the right, four at most, the others as "+2"."""
    for mark in marks[:MOST]:
        channel_glyph(painter, theme, mark, x, y, size)
        x += size + gap
    if len(marks) > MOST:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour(ink))
        metrics = theme.metrics("small")
        baseline = y + (size + metrics.capHeight()) / 2
        painter.drawText(QPointF(x, baseline), f"+{len(marks) - MOST}")


def grip(painter: QPainter, theme: Theme, x: float, y: float, ink: str = "text-3") -> None:
    """Paint the grip, two by three dots, in 7 x 11 px from x, y."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ink))
    step = theme.px(4)
    for column in range(2):
        for row in range(3):
            painter.drawEllipse(QPointF(x + 1.5 + column * step, y + 1.5 + row * step), 1.3, 1.3)
    painter.restore()


def ring(
    painter: QPainter, theme: Theme, rect: QRectF, radius: float, *, gap: float, role: str = "focus"
) -> None:
    """Paint a ring of 2 px round rect at a distance of gap px."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(role), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = gap + 1
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out)
    painter.restore()
