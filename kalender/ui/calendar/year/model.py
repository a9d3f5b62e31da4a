# SPDX-License-Identifier: EUPL-1.2
"""The days of a year or a quarter with the number of their posts, each an item for screen readers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kalender.domain.days.year import last_of
from kalender.ui.calendar.almanac import Almanac
from kalender.wording.cards import spoken_day
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def posts_in_words(count: int) -> str:
    """Return kein Beitrag, ein Beitrag, 3 Beiträge."""
    words = {0: tr("kein Beitrag"), 1: tr("ein Beitrag")}.get(count, tr("{count} Beiträge"))
    return words.format(count=count)


class DaysModel(QAbstractListModel):
    """Row n is the n-th day of the months shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.months: tuple[date, ...] = ()
        self.counts: dict[date, int] = {}
        self.almanac = Almanac()
        self.today = date(2000, 1, 1)
        self._rows = 0

    @property
    def first(self) -> date:
        """The first day shown."""
        return self.months[0]

    @property
    def last(self) -> date:
        """The last day shown."""
        return last_of(self.months[-1])

    def holds(self, day: date) -> bool:
        """Tell whether a day is shown."""
        return bool(self.months) and self.first <= day <= self.last

    def show(
        self, months: tuple[date, ...], counts: Mapping[date, int], almanac: Almanac, today: date
    ) -> None:
        """Show months; where they are the same, only the days that have changed are told to be others."""
        if months != self.months:
            self.beginResetModel()
            self.months, self.counts, self.almanac, self.today = months, dict(counts), almanac, today
            self._rows = (self.last - self.first).days + 1
            self.endResetModel()
            return
        whole = (almanac, today) != (self.almanac, self.today)
        changed = {day for day in {*self.counts, *counts} if self.counts.get(day) != counts.get(day)}
        self.counts, self.almanac, self.today = dict(counts), almanac, today
        if whole and self._rows:
            self.dataChanged.emit(self.index(0), self.index(self._rows - 1))
            return
        for day in sorted(changed):
            self.dataChanged.emit(self.index_of_day(day), self.index_of_day(day))

    def day(self, index: _Index) -> date | None:
        """The day of an index, None for an index of nothing."""
        known = index.isValid() and index.row() < self._rows
        return date.fromordinal(self.first.toordinal() + index.row()) if known else None

    def index_of_day(self, day: date) -> QModelIndex:
        """The index of a day, invalid where it is not shown."""
        return self.index((day - self.first).days) if self.holds(day) else QModelIndex()

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many days are shown."""
        return 0 if parent.isValid() else self._rows

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Days can be stepped on."""
        return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The accessible name of a day, and its tip with a line for each thing."""
        day = self.day(index)
        if day is None:
            return None
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return ", ".join(self.words(day))
        return "\n".join(self.words(day)) if role == Qt.ItemDataRole.ToolTipRole else None

    def words(self, day: date) -> list[str]:
        """Return Donnerstag 17. Dezember, 3 Beiträge, Gemeinderat 18:30, one by one."""
        found = [spoken_day(day)]
        if day == self.today:
            found.append(tr("heute"))
        return [*found, posts_in_words(self.counts.get(day, 0)), *self.almanac.words(day)]
