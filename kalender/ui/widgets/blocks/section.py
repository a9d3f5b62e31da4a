# SPDX-License-Identifier: EUPL-1.2
"""Heads of sections, lists of names and values, and the bar with the title of a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.paint.metrics import Metrics


class SectionHeader(QWidget):
    """The head of a section: title, a quiet word beside it, and widgets at the right end (`tail`)."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        note: str = "",
        role: str = "title-3",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tail = QHBoxLayout(self)
        self.tail.setContentsMargins(0, 0, 0, 0)
        self.tail.setSpacing(theme.px(8))
        self.title = Text(theme, title, role)
        self.note = Text(theme, note, "small", ink="text-3")
        self.tail.addWidget(self.title)
        self.tail.addWidget(self.note)
        self.tail.addStretch(1)


class PageBar(Ground):
    """The bar of 48 px with the title of a page; widgets go into `row` after it, then a stretch, then more.

    note_below: the note has room only below this text size in per cent; 0 for always.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        note: str = "",
        note_below: int = 0,
        ground: str = "bg-surface",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, ground, edges="b", parent=parent)
        self._themed, self._note_below = theme, note_below
        self.row = QHBoxLayout(self)
        self.row.setSpacing(theme.px(8))
        self.title = Elided(theme, title, "title-1")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.row.addWidget(self.title)
        self.note = Text(theme, note, "body", ink="text-2")
        self.row.addSpacing(theme.px(4))
        self.row.addWidget(self.note)
        self.note.setVisible(bool(note))
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFixedHeight(Metrics(self._themed).toolbar)
        self.row.setContentsMargins(self._themed.px(16), 0, self._themed.px(16), 0)
        if self._note_below:
            self.note.setVisible(self._themed.scale < self._note_below)


LEVEL = "level"
"""Property of a value that is as high as its line and stands level with its name."""


class Facts(QWidget):
    """Names at the left, values at the right; a value is a text or a widget."""

    def __init__(
        self, theme: Theme, facts: Sequence[tuple[str, str | QWidget]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(1, 1)
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[tuple[str, str | QWidget]]) -> None:
        """Show other facts."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value) in enumerate(facts):
            label = Text(self._theme, name, "small", ink="text-3")
            label.setMinimumWidth(self._theme.px(80))
            level = isinstance(value, QWidget) and bool(value.property(LEVEL))
            align = Qt.AlignmentFlag.AlignVCenter if level else Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label, row, 0, align)
            shown = value if isinstance(value, QWidget) else Text(self._theme, value, "body", wrap=True)
            self._grid.addWidget(shown, row, 1)
