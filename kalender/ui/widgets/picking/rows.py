# SPDX-License-Identifier: EUPL-1.2
"""How rows and cells of things to choose are painted: the marked one on the ground of a selection, a hint at its end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kalender.ui.theme.theme import Theme

HINT = Qt.ItemDataRole.UserRole + 1
"""Role of the short word at the end of a row."""

Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PickRows(QStyledItemDelegate):
    """Rows of 30 px, headings of 28 with the words at their foot."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """A row, or a heading."""
        line = self._theme.line("body")
        return QSize(0, line + self._theme.px(10 if index.flags() else 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, words and hint."""
        theme = self._theme
        rect = QRect(option.rect)
        state = option.state
        words = str(index.data() or "")
        if not index.flags():
            painter.setFont(theme.font("small", 600))
            painter.setPen(theme.colour("text-3"))
            painter.drawText(
                rect.adjusted(theme.px(8), 0, 0, -theme.px(3)), Qt.AlignmentFlag.AlignBottom, words
            )
            return
        _ground(painter, theme, rect, state)
        inner = rect.adjusted(theme.px(10), 0, -theme.px(10), 0)
        hint = str(index.data(HINT) or "")
        if hint:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text-2"))
            painter.drawText(inner, _MIDDLE | Qt.AlignmentFlag.AlignRight, hint)
            inner.setRight(
                inner.right() - round(theme.metrics("small").horizontalAdvance(hint)) - theme.px(10)
            )
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        weight = 600 if chosen else None
        painter.setFont(theme.font("body", weight))
        painter.setPen(theme.colour("text"))
        shown = theme.metrics("body", weight).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _MIDDLE, shown)


class PickCells(QStyledItemDelegate):
    """Cells with one letter each."""

    def __init__(self, theme: Theme, view: QListWidget, font: QFont) -> None:
        super().__init__(view)
        self._theme, self._font = theme, font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground and letter."""
        rect = QRect(option.rect)
        _ground(painter, self._theme, rect, option.state)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As large as the grid."""
        return QSize(self._theme.px(36), self._theme.px(36))


def on_ground(view: QListWidget, theme: Theme, role: str) -> None:
    """Let a list lie on a ground of the theme."""
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Base, theme.colour(role))
    view.setPalette(palette)


def _ground(painter: QPainter, theme: Theme, rect: QRect, state: QStyle.StateFlag) -> None:
    chosen, under = state & QStyle.StateFlag.State_Selected, state & QStyle.StateFlag.State_MouseOver
    if not chosen and not under:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("bg-selected" if chosen else "bg-hover"))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)
    painter.restore()
