# SPDX-License-Identifier: EUPL-1.2
"""The steps as rows, read a page at a time while one scrolls; a heading stands above each day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt, QTimer, Signal

from kalender.services.past.timeline import Page, Step
from kalender.ui.widgets.blocks.rows import Index
from kalender.wording.past.steps import day_heading, spoken
from kalender.wording.tr import tr

ROW = int(Qt.ItemDataRole.UserRole)
"""Role that gives the Row."""

MOST_AT_ONCE = 600
"""Steps read again at most after a change, so that one keeps one's place."""


@dataclass(frozen=True, slots=True)
class Row:
    """A step with its sentence, or the heading of a day."""

    step: Step | None
    words: str
    day: date | None = None


Fetch = Callable[[int | None], Page]
"""Reads the page after a cursor, the first for None."""


class TimelineModel(QAbstractListModel):
    """Rows from the newest step down. searching: pages without a hit are being passed over."""

    searching = Signal(bool)
    filled = Signal()

    def __init__(
        self, fetch: Fetch, words: Callable[[Step], str], today: Callable[[], date], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._words = words
        self._today = today
        self._rows: list[Row] = []
        self._cursor: int | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._more)

    @property
    def complete(self) -> bool:
        """Tell whether everything is read."""
        return self._cursor is None

    def reload(self, *, keep: int = 0) -> None:
        """Read anew from the top; keep: at least so many steps, so that one keeps one's place."""
        self._again.stop()
        self.beginResetModel()
        self._rows = []
        page = self._fetch(None)
        self._take(page.steps)
        while page.cursor is not None and len(self._rows) < min(keep, MOST_AT_ONCE):
            page = self._fetch(page.cursor)
            self._take(page.steps)
        self._cursor = page.cursor
        self.endResetModel()
        self._look_on(found=bool(self._rows))

    def row_of(self, number: int) -> int:
        """Return the row of a step by its place, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.step and row.step.number == number), -1)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many rows are read so far."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, _parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Tell whether there are older steps."""
        return self._cursor is not None and not self._again.isActive()

    def fetchMore(self, _parent: Index) -> None:  # noqa: N802 - Qt's name
        """Read one more page."""
        self._more()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if index.isValid() and self._rows[index.row()].step is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the sentence, what a screen reader says, or the row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == int(Qt.ItemDataRole.DisplayRole):
            return row.words
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return tr("Tag: {day}").format(day=row.words) if row.step is None else spoken(row.step, row.words)
        if role == int(Qt.ItemDataRole.ToolTipRole) and row.step is not None:
            return row.words
        return None

    def _more(self) -> None:
        if self._cursor is None:
            return
        page = self._fetch(self._cursor)
        self._cursor = page.cursor
        made = self._made(page.steps)
        if made:
            first = len(self._rows)
            self.beginInsertRows(self.index(-1, -1), first, first + len(made) - 1)
            self._rows += made
            self.endInsertRows()
        self._look_on(found=bool(made))

    def _look_on(self, *, found: bool) -> None:
        """Look on beside the events of the window where a filter found nothing in what was read."""
        if not found and self._cursor is not None:
            self._again.start()
        self.searching.emit(self._again.isActive())
        self.filled.emit()

    def _take(self, steps: Sequence[Step]) -> None:
        self._rows += self._made(steps)

    def _made(self, steps: Sequence[Step]) -> list[Row]:
        day = next((row.step.at.date() for row in reversed(self._rows) if row.step is not None), None)
        found = []
        for step in steps:
            if step.at.date() != day:
                day = step.at.date()
                found.append(Row(None, day_heading(day, self._today()), day))
            found.append(Row(step, self._words(step)))
        return found
