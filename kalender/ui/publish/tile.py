# SPDX-License-Identifier: EUPL-1.2
"""A kind of output to switch on: symbol, name, one line of what it is, and a box to tick."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache

RADIUS = 6


class Tile(QAbstractButton):
    """A large check box that paints itself."""

    def __init__(self, theme: Theme, icon: str, name: str, what: str) -> None:
        super().__init__()
        self._theme = theme
        self._texts = TextCache(theme)
        self._icon, self._what = icon, what
        self._locked = False
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(what)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def lock(self, why: str) -> None:
        """Keep the tile switched on and say why."""
        self._locked = True
        self.setToolTip(why)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Turn the tick over, unless the tile is locked."""
        if not self._locked:
            super().nextCheckState()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for name and two lines."""
        return QSize(self._theme.px(190), self._theme.px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the tile."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        width = 2.0 if on or self.hasFocus() else float(theme.line_width)
        border = "focus" if self.hasFocus() else "accent" if on else "line-control"
        painter.setPen(QPen(theme.colour(border), width))
        painter.setBrush(
            theme.colour("accent-tint" if on else "bg-hover" if self.underMouse() else "bg-surface")
        )
        rect = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        theme.draw(painter, self._icon, "accent" if on else "text-2", px(12), px(12), px(20))
        left, box = px(42), px(16)
        room = self.width() - left - box - px(20)
        self._texts.draw(painter, self.text(), "body", "text", left, px(8), room, weight=600)
        self._texts.draw(painter, self._what, "small", "text-2", left, px(29), room + box, lines=2)
        square = QRectF(self.width() - box - px(12), px(12), box, box)
        painter.setPen(QPen(theme.colour("accent-fill" if on else "line-control"), theme.line_width))
        painter.setBrush(theme.colour("accent-fill" if on else "bg-surface"))
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if on:
            theme.draw(painter, "ri.check-line", "text-on-accent", square.x() + 1, square.y() + 1, box - 2)
        painter.end()
