# SPDX-License-Identifier: EUPL-1.2
"""What stands in the place of a folded column: a narrow strip with symbol, count and the name from bottom to top."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kalender.domain.stage import Stage
from kalender.ui.theme.theme import Theme
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr

WIDTH = 36
"""Px at 100 %."""


class FoldedStrip(QPushButton):
    """A button as high as the board: a click, Enter or the space bar opens the column."""

    def __init__(self, theme: Theme, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._term = STAGES[stage]
        self._count = 0
        self._over = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_count(0, 0)
        theme.changed.connect(self._restyle)

    def show_count(self, total: int, limit: int) -> None:
        """Show how many cards lie in the column."""
        self._count, self._over = total, bool(limit) and total > limit
        posts = tr("1 Beitrag") if total == 1 else tr("{count} Beiträge").format(count=total)
        name = tr("{label}, {posts}, eingeklappt").format(label=self._term.text, posts=posts)
        if self._over:
            name += ", " + tr("Grenze {limit} überschritten").format(limit=limit)
        self.setAccessibleName(name)
        self.setToolTip(tr("{label} aufklappen").format(label=self._term.text))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a narrow strip."""
        return QSize(self._theme.px(WIDTH), self._theme.px(200))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for symbol and count."""
        return QSize(self._theme.px(WIDTH), self._theme.px(80))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint symbol, count and, turned, the name."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = theme.line_width / 2
        painter.setPen(QPen(theme.colour("warn-ln" if self._over else "line"), theme.line_width))
        painter.setBrush(theme.colour("bg-hover" if self.underMouse() else "bg-window"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)
        size, middle = px(16), self.width() / 2
        theme.draw(painter, self._term.icon, f"st-{self._term.key}", round(middle - size / 2), px(12), size)
        painter.setFont(theme.font("body", 600))
        painter.setPen(theme.colour("warn" if self._over else "text-2"))
        line = theme.line("body")
        painter.drawText(
            QRectF(0, px(32), self.width(), line), Qt.AlignmentFlag.AlignCenter, str(self._count)
        )
        painter.setPen(theme.colour("text"))
        painter.save()
        room = self.height() - px(46) - line
        painter.translate(0, px(42) + line + room)
        painter.rotate(-90)
        words = theme.metrics("body", 600).elidedText(
            self._term.text, Qt.TextElideMode.ElideRight, max(0, room - px(8))
        )
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, room, self.width()), align, words)
        painter.restore()
        painter.end()
