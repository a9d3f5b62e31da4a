# SPDX-License-Identifier: EUPL-1.2
"""Room inside layouts and heights of bars that grow with the text size."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground

T = TypeVar("T", bound=QBoxLayout | QGridLayout)

Sides = tuple[int, int, int, int]
"""Left, top, right, bottom in px at 100 %."""


class _Spacing(QObject):
    """Lives and dies with its layout."""

    def __init__(self, theme: Theme, layout: QBoxLayout | QGridLayout, sides: Sides, gap: int) -> None:
        super().__init__(layout)
        self._theme, self._layout, self._sides, self._gap = theme, layout, sides, gap
        self.apply()
        theme.changed.connect(self.apply)

    def apply(self) -> None:
        px = self._theme.px
        left, top, right, bottom = self._sides
        self._layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
        self._layout.setSpacing(px(self._gap))


def spaced(theme: Theme, layout: T, sides: Sides = (0, 0, 0, 0), gap: int = 0) -> T:
    """Give a layout margins and a gap in px at 100 % that follow the text size; return it."""
    _Spacing(theme, layout, sides, gap)
    return layout


class _Least(QObject):
    """Lives and dies with its widget."""

    def __init__(self, theme: Theme, widget: QWidget, width: int) -> None:
        super().__init__(widget)
        self._theme, self._widget, self._width = theme, widget, width
        self.apply()
        theme.changed.connect(self.apply)

    def apply(self) -> None:
        self._widget.setMinimumWidth(self._theme.px(self._width))


def at_least(theme: Theme, widget: QWidget, width: int) -> None:
    """Keep a widget at least so many px at 100 % wide."""
    _Least(theme, widget, width)


class Bar(Ground):
    """A ground whose height is given in px at 100 % and follows the text size."""

    def __init__(
        self, theme: Theme, height: int, ground: str = "bg-surface", *, edges: str = "b", line: str = "line-subtle",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, ground, edges=edges, line=line, parent=parent)
        self._of, self._height = theme, height
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(self._of.px(self._height))
