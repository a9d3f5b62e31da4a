# SPDX-License-Identifier: EUPL-1.2
"""The rows of a table as they would be taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from kalender.services.intake.reports import RowPreview
from kalender.ui.intake.cells import Cells
from kalender.ui.theme.theme import Theme
from kalender.wording.dates import day_field
from kalender.wording.tables import OUTCOMES
from kalender.wording.tr import tr

HEADS = ("Zeile", "Titel", "Termin", "Kanäle", "Was geschieht")


class RowsTable(QTableView):
    """The preview; to look at, not to change."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._channels: Mapping[str, str] = {}
        self._model: Cells[RowPreview] = Cells(HEADS, self._words, self)
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAccessibleName(tr("Vorschau der Zeilen"))
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setHighlightSections(False)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_rows(self, rows: Sequence[RowPreview], channels: Mapping[str, str]) -> None:
        """Show other rows; channels: name by id."""
        self._channels = channels
        self._model.show_rows(rows)

    def _words(self, item: RowPreview) -> tuple[str, ...]:
        row = item.row
        when = day_field(row.day) if row.day else tr("ohne Termin")
        if row.day and row.clock:
            when = f"{when}, {row.clock:%H:%M}"
        channels = ", ".join(self._channels.get(name, name) for name in row.channels or ())
        outcome = tr(OUTCOMES[item.outcome])
        return str(row.row), row.title, when, channels or tr("alle des Plans"), outcome

    def _restyle(self) -> None:
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(28))
        for column, width in ((0, 52), (2, 136), (3, 150), (4, 112)):
            self.setColumnWidth(column, px(width))
