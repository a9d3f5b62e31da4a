# SPDX-License-Identifier: EUPL-1.2
"""What each column of a table means: guessed, and changed by choosing something else."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.exchange.columns import Column, Field
from kalender.services.intake.memory import meaning
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.controls.choice import Choice
from kalender.wording.tables import FIELDS
from kalender.wording.tr import tr

AGAIN = "wie beim letzten Mal"


class MappingList(QScrollArea):
    """One row a column: its heading and a list. changed(): another meaning was chosen; `chosen` has them all."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._channels: Mapping[str, str] = {}
        self._shown: tuple[Column, ...] = ()
        self.lists: dict[str, Choice] = {}
        self.notes: dict[str, Text] = {}
        self.chosen: dict[str, str] = {}
        self._cells: list[QWidget] = []
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

    def show_columns(self, columns: Sequence[Column], remembered: Collection[str] = ()) -> None:
        """Show what the columns are taken for; rows are made anew only where the headings differ.

        remembered: headings whose meaning is that of the last time.
        """
        named = [column for column in columns if column.heading]
        headings = [column.heading for column in named]
        if headings != [column.heading for column in self._shown]:
            self._build(named)
        self._shown = tuple(named)
        for column in named:
            box = self.lists[column.heading]
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(meaning(column)))
            again = column.heading in remembered
            self.notes[column.heading].setVisible(again)
            box.setAccessibleDescription(tr(AGAIN) if again else "")

    def _build(self, columns: Sequence[Column]) -> None:
        for old in self._cells:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cells = []
        self.lists = {}
        self.notes = {}
        for row, column in enumerate(columns):
            box = Choice(self._theme, name=tr("Spalte „{heading}“").format(heading=column.heading))
            for value, words in self.options():
                box.addItem(words, value)
            box.activated.connect(lambda _row, heading=column.heading: self._choose(heading))
            self.lists[column.heading] = box
            name = QWidget()
            cell = spaced(self._theme, QVBoxLayout(name))
            cell.addWidget(Elided(self._theme, column.heading, "body", weight=500))
            note = self.notes[column.heading] = Text(self._theme, tr(AGAIN), "small", ink="text-2")
            note.hide()
            cell.addWidget(note)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(box, row, 1)
            self._cells += [name, box]

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
