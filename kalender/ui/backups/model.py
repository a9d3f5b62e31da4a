# SPDX-License-Identifier: EUPL-1.2
"""Backups as rows: when and why, what is in it, where it lies, whether it is sound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kalender.store.backup.info import BackupInfo
from kalender.wording.keeping import backups as words
from kalender.wording.tr import tr

Index = QModelIndex | QPersistentModelIndex

INFO = int(Qt.ItemDataRole.UserRole)
"""Role that gives the BackupInfo."""


class BackupModel(QAbstractListModel):
    """Backups, the newest first. first: the place beside the plan; today: for heute and gestern."""

    def __init__(self, today: Callable[[], date], first: Callable[[], Path], parent: QObject) -> None:
        super().__init__(parent)
        self._today = today
        self._first = first
        self._items: Sequence[BackupInfo] = ()

    def show_items(self, items: Sequence[BackupInfo]) -> None:
        """Show these."""
        if list(items) != list(self._items):
            self.beginResetModel()
            self._items = items
            self.endResetModel()

    def row_of(self, path: Path) -> int:
        """Return the row of a backup, or -1."""
        return next((row for row, item in enumerate(self._items) if item.path == path), -1)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return when it was made, what a screen reader says, a tip, or the backup."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == INFO:
            return item
        if role == int(Qt.ItemDataRole.DisplayRole):
            return self.when(item)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(
                [self.when(item), self.why(item), self.held(item), self.where(item), words.state(item)]
            )
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return words.damage(item) or str(item.path)
        return None

    def when(self, item: BackupInfo) -> str:
        """Return heute, 08:02."""
        return words.when(item.made_at, self._today())

    def why(self, item: BackupInfo) -> str:
        """Return why it was made."""
        return tr(words.REASONS[item.reason])

    def held(self, item: BackupInfo) -> str:
        """Return what is in it; nothing where it cannot be told."""
        if not item.plan:
            return tr("Inhalt unbekannt")
        return f"{words.posts(item.posts)}, {words.pictures(item.pictures)}, {words.size(item.size)}"

    def where(self, item: BackupInfo) -> str:
        """Return neben dem Plan, or the name of the second place."""
        return tr("neben dem Plan") if item.place == self._first() else item.place.name or str(item.place)
