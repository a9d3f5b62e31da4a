# SPDX-License-Identifier: EUPL-1.2
"""The list of steps at the left of the wizard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Sign
from kalender.wording.tr import tr


class Steps(Sign):
    """Numbers in discs, ticked where done; the one at work stands on a ground of its own."""

    def __init__(self, theme: Theme, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._names = tuple(names)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.current = 0
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """Show that a step is at work and those before are done."""
        self.current = number
        words = tr("Schritt {n} von {all}: {name}")
        self.setAccessibleName(words.format(n=number + 1, all=len(self._names), name=self._names[number]))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One row a step."""
        return QSize(self.theme.px(190), len(self._names) * self.theme.px(38))

    def paint(self, painter: QPainter) -> None:
        """Paint the rows."""
        theme, px = self.theme, self.theme.px
        for place, name in enumerate(self._names):
            top = place * px(38)
            if place == self.current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("bg-selected"))
                painter.drawRoundedRect(QRectF(0, top, self.width(), px(36)), 4, 4)
            disc = QRectF(px(10), top + px(7), px(22), px(22))
            done = place < self.current
            if place == self.current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent-fill"))
            else:
                painter.setPen(theme.pen("ok" if done else "line-control"))
                painter.setBrush(theme.colour("bg-surface"))
            painter.drawEllipse(disc)
            if done:
                theme.draw(painter, "ri.check-line", "ok", disc.x() + px(4), disc.y() + px(4), px(14))
            else:
                painter.setPen(theme.colour("text-on-accent" if place == self.current else "text-2"))
                painter.setFont(theme.font("small", 600))
                painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place + 1))
            weight = 600 if place == self.current else 400
            left = px(42)
            ink = "text" if place == self.current else "text-2"
            self.texts.draw(
                painter, name, "body", ink, left, top, self.width() - left, weight=weight, pitch=px(36)
            )
