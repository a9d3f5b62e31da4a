# SPDX-License-Identifier: EUPL-1.2
"""The strip as a table: a row for each channel, a column for each week, then the goal and how often it was reached."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kalender.domain.pace.cadence import Cell, Row, Strip
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.pace.cadence import reached, reached_long, spoken
from kalender.wording.tr import tr

CELL = Qt.ItemDataRole.UserRole + 1
"""The Cell of a week."""

MARK = Qt.ItemDataRole.UserRole + 2
"""The ChannelMark of a row, in its first column."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PaceModel(QAbstractTableModel):
    """Column 0 names the channel, the last two say goal and „9 von 10“."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.strip = Strip(mondays=(), rows=())
        self._marks: Mapping[str, ChannelMark] = {}
        self._today = date.min

    def show(self, strip: Strip, marks: Mapping[str, ChannelMark], today: date) -> None:
        """Show these weeks. marks: symbol and name of each channel by its id."""
        self.beginResetModel()
        self.strip, self._marks, self._today = strip, marks, today
        self.endResetModel()

    @property
    def weeks(self) -> int:
        """How many columns are weeks."""
        return len(self.strip.mondays)

    @property
    def now(self) -> int:
        """The column of the week of today, 0 where it is not shown."""
        return next(
            (
                number
                for number, monday in enumerate(self.strip.mondays, 1)
                if 0 <= (self._today - monday).days < 7
            ),
            0,
        )

    def row(self, number: int) -> Row:
        """Return a row."""
        return self.strip.rows[number]

    def cell_at(self, row: int, column: int) -> Cell | None:
        """Return what a column shows of a row: a week, or the month it belongs to; None beside the weeks."""
        left = column - 1
        for cell in self.strip.rows[row].cells if column >= 1 else ():
            if left < cell.weeks:
                return cell
            left -= cell.weeks
        return None

    def spans(self) -> list[tuple[int, int, int]]:
        """Return row, first column and columns of the months."""
        found = []
        for number, row in enumerate(self.strip.rows):
            column = 1
            for cell in row.cells:
                if cell.weeks > 1:
                    found.append((number, column, cell.weeks))
                column += cell.weeks
        return found

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many channels promise something."""
        return 0 if parent.isValid() else len(self.strip.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the weeks, and three more."""
        return 0 if parent.isValid() else self.weeks + 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, the cell or the mark."""
        row, column = self.strip.rows[index.row()], index.column()
        cell = self.cell_at(index.row(), column)
        if role == CELL:
            return cell
        if role == MARK:
            return self._marks.get(row.channel) if column == 0 else None
        spoken_, shown = self._words(row, cell, column)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return spoken_
        return shown if role == Qt.ItemDataRole.DisplayRole else None

    def _words(self, row: Row, cell: Cell | None, column: int) -> tuple[str, str]:
        """Return what is spoken of a column, and what it shows."""
        name = self._name(row)
        if cell is not None:
            return spoken(row, cell, name), str(cell.count)
        if column == 0:
            return name, name
        if column > self.weeks + 1:
            return f"{name}: {reached_long(row)}", reached(row)
        goal = (tr("{n} je Monat") if row.monthly else tr("{n} je Woche")).format(n=row.goal)
        return tr("{channel}: Ziel {goal}").format(channel=name, goal=goal), goal

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the week of a column, the channel of a row."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._name(self.strip.rows[section])
        if 1 <= section <= self.weeks:
            return f"KW {self.strip.mondays[section - 1].isocalendar().week}"
        return (tr("Kanal"), tr("Ziel"), tr("erreicht"))[0 if section == 0 else section - self.weeks]

    def _name(self, row: Row) -> str:
        mark = self._marks.get(row.channel)
        return mark.label if mark is not None else row.channel
