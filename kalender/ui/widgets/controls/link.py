# SPDX-License-Identifier: EUPL-1.2
"""A link in a text: underlined words that do something."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kalender.ui.theme.theme import Theme


class Link(QPushButton):
    """Words in the accent colour with a line under them; at least 24 px high. An "&" in them is the sign."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        role: str = "small",
        ink: str = "accent",
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._theme = theme
        self._font_role = role
        self._ink = ink
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if clicked is not None:
            self.clicked.connect(lambda *_: clicked())
        theme.changed.connect(self.updateGeometry)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show other words."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the words."""
        metrics = self._theme.metrics(self._font_role, 500)
        return QSize(round(metrics.horizontalAdvance(self.text())) + 3, self._theme.px(24))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the words and their line."""
        painter = QPainter(self)
        metrics = self._theme.metrics(self._font_role, 500)
        hover = self.underMouse() and self._ink == "accent"
        ink = self._ink if self.isEnabled() else "text-disabled"
        painter.setPen(self._theme.colour("accent-hover" if hover else ink))
        painter.setFont(self._theme.font(self._font_role, 500))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(self.rect()), align, self.text())
        line = round(self.height() / 2 + metrics.capHeight() / 2 + 2) + 0.5
        painter.setPen(QPen(painter.pen().color(), 1))
        painter.drawLine(QPointF(0, line), QPointF(metrics.horizontalAdvance(self.text()), line))
        painter.end()
