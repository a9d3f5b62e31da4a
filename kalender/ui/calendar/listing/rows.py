# SPDX-License-Identifier: EUPL-1.2
"""A post as a row: time, stage in words, title, channels, topic and person; the same in list and agenda."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kalender.domain.card import Card
from kalender.ui.calendar.month.model import Row
from kalender.ui.calendar.titles import TitleDelegate
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.chips import chip_width, stage_chip
from kalender.ui.widgets.paint.glyphs import SEVERITY, channel_row, glyphs_width
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.dates import clock
from kalender.wording.terms import look

SPARE = 8
"""Rows kept as painted beyond those that are in sight."""


class PostRows(TitleDelegate):
    """Paints a post once and keeps it while it is in sight: scrolling moves pictures. note_of: topic and person of a post in words."""

    def __init__(
        self, theme: Theme, texts: TextCache, note_of: Callable[[Card], tuple[str, str]], view: Any
    ) -> None:
        super().__init__(theme, view)
        self.texts = texts
        self.view = view
        self._note_of = note_of
        self._kept: deque[tuple[Row, tuple[object, ...]]] = deque()

    def title_place(self, rect: QRect) -> QRect:
        """Return where the field lies over a row: where its title stands."""
        left = self.theme.px(230)
        return rect.adjusted(left, self.theme.px(8), -self.theme.px(120), -self.theme.px(8))

    def post(
        self, painter: QPainter, rect: QRect, row: Row, card: Card, option: QStyleOptionViewItem
    ) -> None:
        """Paint a post, on the ground that says whether it is chosen or under the pointer."""
        ground = "bg-surface"
        if option.state & QStyle.StateFlag.State_Selected:
            ground = "bg-selected"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = "bg-hover"
        ratio = painter.device().devicePixelRatioF()
        if not ratio.is_integer():  # a picture would not lie on whole pixels
            painter.save()
            painter.setClipRect(rect)
            self._post(painter, rect, row, card, ground)
            painter.restore()
            return
        key = (rect.width(), rect.height(), ground, ratio)
        face = row.faces.get(key) or self._face(row, card, key)
        painter.drawPixmap(rect.x(), rect.y(), face)

    def _face(self, row: Row, card: Card, key: tuple[int, int, str, float]) -> QPixmap:
        """Paint a row into a picture, keep it, and let go of those out of sight."""
        width, height, ground, ratio = key
        face = QPixmap(round(width * ratio), round(height * ratio))
        face.setDevicePixelRatio(ratio)
        painter = QPainter(face)
        self._post(painter, QRect(0, 0, width, height), row, card, ground)
        painter.end()
        row.faces[key] = face
        self._kept.append((row, key))
        while len(self._kept) > self.view.height() // max(1, height) + SPARE:
            old, its = self._kept.popleft()
            old.faces.pop(its, None)
        return face

    def _post(self, painter: QPainter, rect: QRect, row: Row, card: Card, ground: str) -> None:
        """Paint time, stage, title, channels, and topic and person where there is room."""
        theme, texts, px = self.theme, self.texts, self.theme.px
        painter.fillRect(rect, theme.colour(ground))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.colour("line-subtle"))
        time = clock(card.planned) if card.planned else ""
        x, top, height = rect.x() + px(16), rect.y(), rect.height()
        texts.draw(painter, time, "body", "text-2", x, top, px(48), pitch=height)
        x += px(56)
        term = look(card.stage, card.flags)
        chip = QRectF(x, top + (height - px(22)) / 2, chip_width(theme, texts, term), px(22))
        stage_chip(painter, theme, texts, chip, term)
        x += px(164)
        glyph = px(14)
        marks = row.look.channels if row.look else ()
        topic, person = self._note_of(card)
        side = px(150) if rect.width() > px(760) else 0
        right = rect.right() - px(16)
        if side:
            texts.draw(painter, person, "small", "text-2", right - side, top, side, pitch=height)
            right -= side
            texts.draw(painter, topic, "small", "text-2", right - side, top, side - px(8), pitch=height)
            right -= side
        width = round(glyphs_width(theme, marks, glyph, px(4)))
        channel_row(painter, theme, marks, right - px(96), top + (height - glyph) // 2, glyph, gap=px(4))
        right -= max(px(96), width) + px(8)
        if row.look is not None and row.look.warning:
            size = px(14)
            theme.draw(painter, SEVERITY["warn"], row.look.warning, x, top + (height - size) // 2, size)
            x += size + px(6)
        title = row.look.title if row.look else card.title
        ink = "text-2" if term.key == "publ" else "text"
        texts.draw(painter, title, "body", ink, x, top, max(0, right - x), weight=500, pitch=height)
