# SPDX-License-Identifier: EUPL-1.2
"""The entries of a calendar as they would be taken over, and what cannot be."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from kalender.services.calendars.reports import CalendarPreview
from kalender.ui.theme.theme import Theme
from kalender.wording.calendars.intake import OUTCOMES, place, reason, when
from kalender.wording.tr import tr

Index = QModelIndex | QPersistentModelIndex
_WRAPPED = 40
"""Bad entries whose rows are as high as their reason; measuring thousands would take seconds."""

HEADS = ("Zeile", "Tag", "Eintrag", "Was geschieht")


class EntriesModel(QAbstractTableModel):
    """What each entry says in words; the bad ones stand first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[tuple[str, str, str, str]] = []

    def show_preview(self, found: CalendarPreview) -> None:
        """Show another file."""
        self.beginResetModel()
        self.rows = [(place(bad), "", reason(bad), tr("wird nicht übernommen")) for bad in found.bad]
        self.rows += [
            (
                tr("Zeile {line}").format(line=item.found.line),
                when(item.found),
                item.found.title,
                tr(OUTCOMES[item.outcome]),
            )
            for item in found.entries
        ]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """One row for each entry."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """The heads."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid():
            return None
        words = self.rows[index.row()][index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(HEADS[index.column()])}: {words}"
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADS[section])
        return None


class EntriesTable(QTableView):
    """The preview; to look at, not to change."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entries = EntriesModel(self)
        self.setModel(self.entries)
        self.setAccessibleName(tr("Einträge der Kalenderdatei"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.line("body") + theme.px(8))
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 90), (1, 190), (3, 170)):
            self.setColumnWidth(column, theme.px(width))

    def show_preview(self, found: CalendarPreview) -> None:
        """Show another file; what is not taken is read without opening anything, so its reasons get all their lines."""
        self.entries.show_preview(found)
        for row in range(min(_WRAPPED, len(found.bad))):
            self.resizeRowToContents(row)
