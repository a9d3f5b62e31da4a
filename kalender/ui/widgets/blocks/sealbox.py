# SPDX-License-Identifier: EUPL-1.2
"""The approval as a box: whole seal with whom, when and for what, or broken with the reason."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Painted
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.paint.emblems import seal


class SealBox(Ground):
    """Seal, heading and text; rich text only from the application's own words."""

    def __init__(
        self,
        theme: Theme,
        *,
        valid: bool,
        title: str,
        text: str,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            "bg-surface",
            edges="all",
            line="st-frei-ln" if valid else "st-pruefung-ln",
            radius=8,
            dashed=not valid,
            parent=parent,
        )
        self.valid = valid
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        row.setSpacing(theme.px(14))

        def paint(painter: QPainter, rect: QRectF) -> None:
            seal(painter, theme, 0, 0, rect.width(), valid=valid)

        row.addWidget(Painted(theme, QSize(46, 46), paint), 0, Qt.AlignmentFlag.AlignVCenter)
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.px(2))
        self.column.addStretch(1)
        self.title = Text(theme, title, "body", weight=600, wrap=True)
        self.text = Text(theme, text, "small", ink="text-2", wrap=True, rich=True)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self.column.addStretch(1)
        row.addLayout(self.column, 1)
        self.setAccessibleName(name or title)

    def add(self, widget: QWidget) -> None:
        """Add a widget such as a link under the text."""
        self.column.insertWidget(self.column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignLeft)
