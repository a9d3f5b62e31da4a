# SPDX-License-Identifier: EUPL-1.2
"""The middle of the page: bars, canvas and numbers below each other, rolling where the window is too low for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kalender.ui.widgets.feedback.scrolling import Middle


def rolling(bars: Sequence[QWidget], canvases: Sequence[QWidget], foot: QWidget) -> Middle:
    """Put canvases, which take all the room there is, between bars and a foot."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for bar in bars:
        column.addWidget(bar)
    for canvas in canvases:
        column.addWidget(canvas, 1)
    column.addWidget(foot)
    return Middle(ground)
