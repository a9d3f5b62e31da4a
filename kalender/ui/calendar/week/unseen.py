# SPDX-License-Identifier: EUPL-1.2
"""The signs "2 früher" and "3 später" at the edges of the hours: posts of a day that lie out of sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from kalender.domain.frozen import frozen
from kalender.ui.calendar.month.model import Row
from kalender.ui.calendar.week.scene import WeekScene
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.tr import tr

_EDGE = 14
"""Px of a card that must be in sight: its time can be read."""


@frozen
class Sign:
    """One sign. rect: in the view; nearest: the place of the post that is shown next, counted from midnight."""

    rect: QRect
    day: date
    later: bool
    posts: int
    nearest: QRect

    @property
    def words(self) -> str:
        """What the sign says."""
        return (tr("{n} später") if self.later else tr("{n} früher")).format(n=self.posts)


class Unseen:
    """Finds and paints the signs of a week."""

    def __init__(self, theme: Theme, texts: TextCache) -> None:
        self._theme = theme
        self._texts = texts
        self._of: tuple[WeekScene, int] | None = None
        self._signs: list[Sign] = []

    def signs(self, scene: WeekScene, rows: Sequence[Row], top: int) -> list[Sign]:
        """Return the signs of a week of which the hours are in sight from px below midnight on."""
        if self._of != (scene, top):
            self._of = scene, top
            bottom = top + max(0, scene.size.height() - scene.head)
            self._signs = self._found(scene, rows, top, bottom) if bottom > top else []
        return self._signs

    def at(self, point: QPoint, scene: WeekScene, rows: Sequence[Row], top: int) -> Sign | None:
        """Return the sign under a point of the view."""
        return next((sign for sign in self.signs(scene, rows, top) if sign.rect.contains(point)), None)

    def paint(self, painter: QPainter, scene: WeekScene, rows: Sequence[Row], top: int) -> None:
        """Paint the signs over the hours."""
        theme, px = self._theme, self._theme.px
        for sign in self.signs(scene, rows, top):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("line-control"), theme.line_width))
            painter.setBrush(theme.colour("bg-raised"))
            painter.drawRoundedRect(QRectF(sign.rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            icon = "ri.arrow-down-s-line" if sign.later else "ri.arrow-up-s-line"
            side, left = px(14), sign.rect.x() + px(5)
            theme.draw(painter, icon, "text", left, sign.rect.center().y() - side // 2 + 1, side)
            left += side + px(3)
            room = sign.rect.right() - left
            self._texts.draw(
                painter,
                sign.words,
                "small",
                "text",
                left,
                sign.rect.y(),
                room,
                weight=600,
                pitch=sign.rect.height(),
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _found(self, scene: WeekScene, rows: Sequence[Row], top: int, bottom: int) -> list[Sign]:
        edge = self._theme.px(_EDGE)
        earlier: dict[date, list[QRect]] = {}
        later: dict[date, list[QRect]] = {}
        for row, place in zip(rows, scene.places, strict=False):
            if row.card is None or place.isNull():
                continue
            if place.bottom() < top + edge:
                earlier.setdefault(row.day, []).append(place)
            elif place.top() > bottom - edge:
                later.setdefault(row.day, []).append(place)
        up = [self._sign(scene, day, found, later=False) for day, found in earlier.items()]
        return up + [self._sign(scene, day, found, later=True) for day, found in later.items()]

    def _sign(self, scene: WeekScene, day: date, found: Sequence[QRect], *, later: bool) -> Sign:
        px, column = self._theme.px, scene.column(day)
        nearest = min(found, key=QRect.top) if later else max(found, key=QRect.bottom)
        sign = Sign(rect=QRect(), day=day, later=later, posts=len(found), nearest=nearest)
        width = round(self._texts.width(sign.words, "small", 600)) + px(30)
        width = min(width, column.width() - px(6))
        height = px(20)
        y = scene.size.height() - height - px(3) if later else scene.head + px(2)
        rect = QRect(column.x() + (column.width() - width) // 2, y, width, height)
        return Sign(rect=rect, day=day, later=later, posts=len(found), nearest=nearest)
