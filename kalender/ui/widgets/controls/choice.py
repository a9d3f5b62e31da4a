# SPDX-License-Identifier: EUPL-1.2
"""Choosing one from a list, and ticking a box, painted in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from kalender.ui.theme.theme import Theme


class Choice(QComboBox):
    """A list to choose from, as high as a button. name: accessible name where no label is its buddy."""

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the longest entry."""
        theme = self._theme
        widths = [theme.metrics("body").horizontalAdvance(self.itemText(row)) for row in range(self.count())]
        icons = any(not self.itemIcon(row).isNull() for row in range(self.count()))
        width = max(widths, default=theme.px(80)) + theme.px(46) + (theme.px(24) if icons else 0)
        return QSize(round(width), theme.line("body") + theme.px(10))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a width that still shows a word."""
        return QSize(self._theme.px(96), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Paint anew when switched on or off."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint frame, symbol, words and the chevron."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = theme.line_width / 2
        enabled = self.isEnabled()
        painter.setPen(QPen(theme.colour("line-control" if enabled else "line"), theme.line_width))
        painter.setBrush(theme.colour("bg-hover" if self.underMouse() and enabled else "bg-surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 4, 4)
        ink = "text" if enabled else "text-disabled"
        size = theme.px(16)
        x, middle = theme.px(10), self.height() / 2
        icon = self.itemIcon(self.currentIndex())
        if not icon.isNull():
            pixmap = icon.pixmap(QSize(size, size), self.devicePixelRatioF())
            painter.drawPixmap(x, round(middle - size / 2), pixmap)
            x += size + theme.px(8)
        theme.draw(
            painter, "ri.arrow-down-s-line", ink, self.width() - theme.px(26), round(middle - size / 2), size
        )
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour(ink if self.currentText() else "text-3"))
        words = self.currentText() or self.placeholderText()
        room = self.width() - theme.px(30) - x
        words = theme.metrics("body").elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRectF(x, 0, room, self.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            words,
        )
        painter.end()


class CheckBox(QCheckBox):
    """A box to tick with its words; the whole row is the target. An "&" in them is the sign, never the mark of a key."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        name: str = "",
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._theme = theme
        self._font_role = role
        self.setAccessibleName(name or text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show other words."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for box and words, at least 24 px each way."""
        theme = self._theme
        width = theme.px(24)
        if self.text():
            width += round(theme.metrics(self._font_role).horizontalAdvance(self.text())) + theme.px(4)
        return QSize(width, max(theme.px(24), theme.line(self._font_role) + theme.px(4)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size hint."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere on the row."""
        return bool(self.rect().contains(position))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint box, tick and words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.px(16)
        top = round((self.height() - size) / 2)
        box = QRectF(0.5, top + 0.5, size - 1, size - 1)
        enabled = self.isEnabled()
        on = self.checkState() is not Qt.CheckState.Unchecked
        border = "line" if not enabled else "accent-fill" if on else "line-control"
        painter.setPen(QPen(theme.colour(border), theme.line_width))
        painter.setBrush(theme.colour("accent-fill" if on and enabled else "bg-surface"))
        painter.drawRoundedRect(box, 3, 3)
        if self.checkState() is Qt.CheckState.Checked:
            theme.draw(
                painter,
                "ri.check-line",
                "text-on-accent" if enabled else "text-disabled",
                1,
                top + 1,
                size - 2,
            )
        elif on:
            painter.fillRect(QRectF(4, top + size / 2 - 1, size - 8, 2), theme.colour("text-on-accent"))
        painter.setFont(theme.font(self._font_role))
        painter.setPen(theme.colour("text" if enabled else "text-disabled"))
        left = size + theme.px(8)
        rect = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
