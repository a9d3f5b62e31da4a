# SPDX-License-Identifier: EUPL-1.2
"""Chips and other small signs: stage, tag, topic, avatar, key cap, counter bar."""

from __future__ import annotations

import zlib

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.terms import Term

AVATAR_INKS = ("#0B6770", "#8A4B12", "#2B5C99", "#7A3B4B", "#6B4C93", "#46535A")
"""Grounds of avatars, the same in every theme; white letters on them reach 4.5:1."""


def chip_width(theme: Theme, texts: TextCache, term: Term) -> int:
    """Return the width of the chip of a stage in px; its height is theme.px(22)."""
    return round(
        theme.px(8) + theme.px(13) + theme.px(5) + texts.width(term.text, "small", 600) + theme.px(8)
    )


def stage_chip(painter: QPainter, theme: Theme, texts: TextCache, rect: QRectF, term: Term) -> None:
    """Paint the chip of a stage or flag: symbol and word in its colours."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Qt.PenStyle.DashLine if term.key == "idee" else Qt.PenStyle.SolidLine
    pen = QPen(theme.colour(f"st-{term.key}-ln"), theme.line_width, style)
    if term.key == "idee":
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(theme.colour(f"st-{term.key}-bg"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    size = theme.px(13)
    ink = f"st-{term.key}"
    theme.draw(
        painter, term.icon, ink, rect.x() + theme.px(7), round(rect.y() + (rect.height() - size) / 2), size
    )
    left = rect.x() + theme.px(7) + size + theme.px(5)
    texts.draw(
        painter, term.text, "small", ink, left, rect.y(), rect.right() - left, weight=600, pitch=rect.height()
    )
    painter.restore()


def tag(
    painter: QPainter, theme: Theme, texts: TextCache, rect: QRectF, text: str, *, ground: str = "bg-sunken"
) -> None:
    """Paint a neutral tag or a counter."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.pen("line") if theme.contrast else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(rect, 3, 3)
    width = texts.width(text, "small")
    left = rect.x() + max(theme.px(2), (rect.width() - width) / 2)
    texts.draw(painter, text, "small", "text-2", left, rect.y(), rect.width(), pitch=rect.height())
    painter.restore()


def topic_swatch(painter: QPainter, theme: Theme, x: float, middle: float, role: str) -> None:
    """Paint the square of a topic; its name always stands beside it."""
    size = theme.px(9)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(role))
    painter.drawRoundedRect(QRectF(x, round(middle - size / 2), size, size), 1.5, 1.5)
    painter.restore()


def avatar_ink(person: str) -> str:
    """Return the ground of a person's avatar, always the same for the same id."""
    return AVATAR_INKS[zlib.crc32(person.encode()) % len(AVATAR_INKS)]


def avatar(painter: QPainter, theme: Theme, rect: QRectF, initials: str, ink: str) -> None:
    """Paint initials in a disc; the name stands beside it, in the tip, or in the accessible name."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    painter.drawEllipse(rect)
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(theme.font("avatar"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


def keycap_width(theme: Theme, keys: str) -> int:
    """Return the width of a key cap in px; its height is theme.px(18)."""
    return round(theme.advance(keys, "small")) + theme.px(10)


def keycap(
    painter: QPainter, theme: Theme, rect: QRectF, keys: str, ink: str = "text-2", line: str = "line"
) -> None:
    """Paint a key in German ("Strg K") with a thin border."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(theme.colour(ink))
    painter.setFont(theme.font("small"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()


def bar(painter: QPainter, theme: Theme, rect: QRectF, share: float, role: str = "accent-fill") -> None:
    """Paint a bar filled from the left; share from 0 to 1, anything above fills it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.pen("line-control") if theme.contrast else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("bg-sunken"))
    radius = rect.height() / 2
    painter.drawRoundedRect(rect, radius, radius)
    filled = QRectF(rect)
    filled.setWidth(rect.width() * min(1.0, max(0.0, share)))
    if filled.width() > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(role))
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()
