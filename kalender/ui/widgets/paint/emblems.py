# SPDX-License-Identifier: EUPL-1.2
"""Emblems drawn by hand: the seal of approval, whole or broken, and a coat of arms for the town."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from kalender.ui.theme.theme import Theme

_TEETH = 18
_SMALL = 20
"""Below this size in px a broken seal is painted in fewer strokes."""
_OUTER, _INNER, _RING = 21.5, 18.6, 15.0


def _outline() -> QPolygonF:
    points = []
    for step in range(_TEETH * 2):
        radius = _OUTER if step % 2 == 0 else _INNER
        angle = math.pi * step / _TEETH - math.pi / 2
        points.append(QPointF(24 + radius * math.cos(angle), 24 + radius * math.sin(angle)))
    return QPolygonF(points)


def seal(painter: QPainter, theme: Theme, x: float, y: float, size: float, *, valid: bool) -> None:
    """Paint the seal in a square of size px from x, y: filled with a check mark, or broken by a crack."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(size / 48, size / 48)
    if valid:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("st-frei"))
        painter.drawPolygon(_outline())
        ground = QColor(theme.colour("bg-surface"))
        ground.setAlphaF(0.55)
        painter.setPen(QPen(ground, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(24, 24), _RING, _RING)
        pen = QPen(theme.colour("bg-surface"), 3.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(16.5, 24.5), QPointF(22, 30), QPointF(32, 18.5)]))
    else:
        _broken(painter, theme, small=size < _SMALL)
    painter.restore()


def _broken(painter: QPainter, theme: Theme, *, small: bool) -> None:
    ink = theme.colour("st-pruefung")
    crack = QPolygonF([QPointF(x, y) for x, y in ((27, 2), (22, 12), (27, 19), (20, 27), (26, 34), (22, 46))])
    if small:  # thin lines would vanish: the seal is filled, and the crack goes right through it
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(_outline())
        painter.setPen(QPen(theme.colour("bg-surface"), 6))
        painter.drawPolyline(crack)
        return
    painter.setPen(QPen(ink, 1.8))
    painter.setBrush(theme.colour("st-pruefung-bg"))
    painter.drawPolygon(_outline())
    pale = QColor(ink)
    pale.setAlphaF(0.75)
    painter.setPen(QPen(pale, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(24, 24), _RING, _RING)
    painter.setPen(QPen(theme.colour("st-pruefung-bg"), 5))
    painter.drawPolyline(crack)
    painter.setPen(QPen(ink, 2))
    painter.drawPolyline(crack)


def crest(painter: QPainter, rect: QRectF) -> None:
    """Paint an invented coat of arms: a tree over a well, the same in every theme."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 28, rect.height() / 34)
    shield = QPainterPath(QPointF(1, 1))
    shield.lineTo(27, 1)
    shield.lineTo(27, 18)
    shield.cubicTo(27, 26, 20, 30.5, 14, 33)
    shield.cubicTo(8, 30.5, 1, 26, 1, 18)
    shield.closeSubpath()
    painter.fillPath(shield, QColor("#F4F6F6"))
    painter.setClipPath(shield)
    painter.fillRect(QRectF(0, 23, 28, 11), QColor("#2E7FB4"))
    painter.setPen(QPen(QColor("#F4F6F6"), 1.4))
    for top in (26.0, 29.0):
        wave = QPainterPath(QPointF(0, top))
        for start in range(0, 28, 7):
            wave.cubicTo(start + 2, top - 1.6, start + 5, top + 1.6, start + 7, top)
        painter.drawPath(wave)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#6B4A2B"))
    painter.drawRect(QRectF(12.8, 14, 2.4, 9))
    painter.setBrush(QColor("#2F7D46"))
    for x, y, radius in ((14, 9.5, 6.0), (9.6, 12, 3.8), (18.4, 12, 3.8)):
        painter.drawEllipse(QPointF(x, y), radius, radius * 0.9)
    painter.setClipping(False)
    painter.setPen(QPen(QColor("#46535A"), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shield)
    painter.restore()
