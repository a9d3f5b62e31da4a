# SPDX-License-Identifier: EUPL-1.2
"""The rows of a table as they would be taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from kalender.services.intake.reports import RowPreview
from kalender.ui.theme.theme import Theme
from kalender.wording.dates import day_field
from kalender.wording.tables import OUTCOMES
from kalender.wording.tr import tr

Index = QModelIndex | QPersistentModelIndex
HEADS = ("Zeile", "Titel", "Termin", "Kanäle", "Was geschieht")


class RowsModel(QAbstractTableModel):
    """What each row says in words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[RowPreview, ...] = ()
        self._channels: Mapping[str, str] = {}

    def show_rows(self, rows: Sequence[RowPreview], channels: Mapping[str, str]) -> None:
        """Show other rows; channels: name by id."""
        self.beginResetModel()
        self._rows, self._channels = tuple(rows), channels
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """One row for each that can be taken."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """The heads."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid():
            return None
        words = self.words(self._rows[index.row()])
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return words[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(HEADS[index.column()])}: {words[index.column()]}"
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADS[section])
        return None

    def words(self, item: RowPreview) -> tuple[str, ...]:
        """Return the cells of a row."""
        row = item.row
        when = day_field(row.day) if row.day else tr("ohne Termin")
        if row.day and row.clock:
            when = f"{when}, {row.clock:%H:%M}"
        channels = ", ".join(self._channels.get(name, name) for name in row.channels or ())
        outcome = tr(OUTCOMES[item.outcome])
        return str(row.row), row.title, when, channels or tr("alle des Plans"), outcome


class RowsTable(QTableView):
    """The preview; to look at, not to change."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = RowsModel(self)
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
        """Show other rows."""
        self._model.show_rows(rows, channels)

    def _restyle(self) -> None:
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(28))
        for column, width in ((0, 52), (2, 136), (3, 150), (4, 112)):
            self.setColumnWidth(column, px(width))
