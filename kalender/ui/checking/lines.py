# SPDX-License-Identifier: EUPL-1.2
"""Paints the lines of all findings: sign, post and finding, and below them why it matters."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.glyphs import SEVERITY

TITLE, FOUND, WHY, SIGN = (Qt.ItemDataRole.UserRole + number for number in (1, 2, 3, 4))
"""Roles of an item: the title of the post, the finding, its sentence, how much it weighs. One without a title is plain text."""

Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Two lines a finding; what does not fit ends in an ellipsis, the tooltip says it whole."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Two lines and some air."""
        if not index.data(TITLE):
            return super().sizeHint(option, index)
        theme = self._theme
        return QSize(theme.px(200), theme.line("body") + theme.line("small") + theme.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        title = str(index.data(TITLE) or "")
        if not title:
            super().paint(painter, option, index)
            return
        theme, rect = self._theme, option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, theme.colour("bg-selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("bg-hover"))
        size, pad = theme.px(16), theme.px(8)
        upper = QRect(
            rect.x() + pad, rect.y() + theme.px(6), max(0, rect.width() - 2 * pad), theme.line("body")
        )
        sign = str(index.data(SIGN))
        theme.draw(painter, SEVERITY[sign], sign, upper.x(), upper.y() + (upper.height() - size) // 2, size)
        upper.setLeft(upper.x() + size + pad)
        lower = QRect(upper.x(), upper.bottom() + 1, upper.width(), theme.line("small"))
        room = upper.width()
        used = self._words(painter, upper, title, "body", "text", weight=600, room=room * 3 // 5)
        upper.setLeft(upper.x() + used + theme.px(10))
        self._words(painter, upper, str(index.data(FOUND)), "body", "text", room=upper.width())
        self._words(painter, lower, str(index.data(WHY)), "small", "text-2", room=lower.width())
        painter.restore()

    def _words(
        self, painter: QPainter, rect: QRect, words: str, role: str, ink: str, *, room: int, weight: int = 400
    ) -> int:
        """Paint words as far as there is room; return how wide they are."""
        measure = self._theme.metrics(role, weight)
        shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, max(0, room))
        painter.setFont(self._theme.font(role, weight))
        painter.setPen(self._theme.colour(ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return round(measure.horizontalAdvance(shown))
