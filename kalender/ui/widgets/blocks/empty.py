# SPDX-License-Identifier: EUPL-1.2
"""What stands where there is nothing yet: symbol, heading, one or two sentences, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Painted
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button


class EmptyState(QWidget):
    """An empty or failed view. role: ink of the symbol; safe: what is safe, said of failures."""

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str,
        title: str,
        text: str,
        role: str = "accent",
        safe: str = "",
        buttons: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._role = icon, role
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        disc = Painted(theme, QSize(56, 56), self._disc)
        column.addWidget(disc, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(4))
        self.title = Text(theme, title, "title-2")
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        self.text = Text(theme, text, "body", ink="text-2", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._measure()
        theme.changed.connect(self._measure)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.text)
        middle.addStretch(1)
        column.addLayout(middle)
        if safe:
            column.addWidget(Text(theme, safe, "small", ink="text-2"), 0, Qt.AlignmentFlag.AlignHCenter)
        if buttons:
            row = QHBoxLayout()
            row.setContentsMargins(0, theme.px(6), 0, 0)
            row.setSpacing(theme.px(8))
            row.addStretch(1)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def set_words(self, title: str, text: str) -> None:
        """Say something else."""
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def _measure(self) -> None:
        self.text.setFixedWidth(self._theme.px(330))

    def _disc(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("bg-sunken"))
        painter.drawEllipse(rect)
        size = self._theme.px(28)
        self._theme.draw(
            painter, self._icon, self._role, rect.center().x() - size / 2, rect.center().y() - size / 2, size
        )
