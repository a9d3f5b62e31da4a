# SPDX-License-Identifier: EUPL-1.2
"""What each column of a table means: guessed, and changed by choosing something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.exchange.columns import Column, Field
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.controls.choice import Choice
from kalender.wording.tables import FIELDS
from kalender.wording.tr import tr


class MappingList(QScrollArea):
    """One row a column: its heading and a list. changed(): another meaning was chosen; `chosen` has them all."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._channels: Mapping[str, str] = {}
        self._shown: tuple[Column, ...] = ()
        self.lists: dict[str, Choice] = {}
        self.chosen: dict[str, str] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Spalten"))
        ground = Ground(theme, "bg-surface")
        column = QVBoxLayout(ground)
        column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        column.addWidget(Text(theme, tr("Was die Spalten bedeuten"), "title-3"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(ground)

    def begin(self, channels: Mapping[str, str]) -> None:
        """Another file: nothing is chosen yet. channels: name by id."""
        self._channels = channels
        self.chosen = {}
        self._shown = ()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show what the columns are taken for; rows are made anew only where the headings differ."""
        named = [column for column in columns if column.heading]
        headings = [column.heading for column in named]
        if headings != [column.heading for column in self._shown]:
            self._build(named)
        self._shown = tuple(named)
        for column in named:
            box = self.lists[column.heading]
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(meaning(column)))

    def _build(self, columns: Sequence[Column]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lists = {}
        for row, column in enumerate(columns):
            box = Choice(self._theme, name=tr("Spalte „{heading}“").format(heading=column.heading))
            for value, words in self.options():
                box.addItem(words, value)
            box.activated.connect(lambda _row, heading=column.heading: self._choose(heading))
            self.lists[column.heading] = box
            self._grid.addWidget(Elided(self._theme, column.heading, "body", weight=500), row, 0)
            self._grid.addWidget(box, row, 1)

    def options(self) -> list[tuple[str, str]]:
        """Return every meaning and its words."""
        found = []
        for which, words in FIELDS.items():
            if which is Field.CHANNEL:
                for id_, name in self._channels.items():
                    found.append((f"{which.value}/{id_}", tr(words).format(channel=name)))
            else:
                found.append((which.value, tr(words)))
        return found

    def _choose(self, heading: str) -> None:
        self.chosen[heading] = str(self.lists[heading].currentData())
        self.changed.emit()


def meaning(column: Column) -> str:
    """Return a column's meaning as it is written in a mapping."""
    return f"{column.field.value}/{column.channel}" if column.field is Field.CHANNEL else column.field.value
