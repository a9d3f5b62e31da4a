# SPDX-License-Identifier: EUPL-1.2
"""One column of the board as a model: counts come from the plan, cards are fetched as they are scrolled to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kalender.domain.card import Card
from kalender.domain.stage import Stage
from kalender.wording.cards import spoken, tip, title

CARD = int(Qt.ItemDataRole.UserRole)
"""Role that gives the Card itself."""

PAGE = 20
"""Cards read at least when a column is read from its beginning."""

STRETCH = 10
"""Cards read when they are scrolled to: more of them would not fit into one frame."""

MANY = 12
"""More rows than this come or go at once by a reset, which is quicker than one by one."""

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int, int], Sequence[Card]]
"""Gives a stretch of the column: limit, offset."""


class ColumnModel(QAbstractListModel):
    """The cards of one stage, in the order of the plan."""

    def __init__(
        self, stage: Stage, fetch: Fetch, labels: Callable[[], Mapping[str, str]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.stage = stage
        self._fetch = fetch
        self._labels = labels
        self._cards: list[Card] = []
        self._total = 0

    def reload(self, total: int, needed: int = 0) -> None:
        """Read the first cards again, at least needed ones; rows that stay the same keep their place and selection."""
        wanted = max(PAGE, needed)
        fresh = list(self._fetch(wanted, 0)) if total else []
        self._total = total
        if [card.id for card in fresh] == [card.id for card in self._cards]:
            for row, (old, new) in enumerate(zip(self._cards, fresh, strict=True)):
                if old != new:
                    self._cards[row] = new
                    index = self.index(row)
                    self.dataChanged.emit(index, index)
            return
        self._replace(fresh)

    def _replace(self, fresh: list[Card]) -> None:
        """Take rows out and put rows in one by one where few differ, so that the selection survives."""
        wanted = {card.id for card in fresh}
        if sum(1 for card in self._cards if card.id not in wanted) > MANY:
            self.beginResetModel()
            self._cards = fresh
            self.endResetModel()
            return
        for row in range(len(self._cards) - 1, -1, -1):
            if self._cards[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._cards[row]
                self.endRemoveRows()
        have = {card.id for card in self._cards}
        if len(wanted - have) > MANY or [card.id for card in self._cards] != [
            card.id for card in fresh if card.id in have
        ]:
            self.beginResetModel()
            self._cards = fresh
            self.endResetModel()
            return
        for row, card in enumerate(fresh):
            if card.id not in have:
                self.beginInsertRows(QModelIndex(), row, row)
                self._cards.insert(row, card)
                self.endInsertRows()
            elif self._cards[row] != card:
                self._cards[row] = card
                self.dataChanged.emit(self.index(row), self.index(row))

    @property
    def total(self) -> int:
        """How many cards the column has in the plan."""
        return self._total

    def card(self, row: int) -> Card:
        """Return the card of a row."""
        return self._cards[row]

    def row_of(self, id_: str) -> int:
        """Return the row of a post, or -1 where it is not (yet) shown."""
        return next((row for row, card in enumerate(self._cards) if card.id == id_), -1)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many cards are shown so far."""
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Tell whether the plan has more cards than are shown."""
        return not parent.isValid() and len(self._cards) < self._total

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        """Show the next stretch of cards."""
        if parent.isValid():
            return
        more = list(self._fetch(STRETCH, len(self._cards)))
        if not more:
            self._total = len(self._cards)
            return
        start = len(self._cards)
        self.beginInsertRows(QModelIndex(), start, start + len(more) - 1)
        self._cards += more
        self.endInsertRows()

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the title, the spoken name, the tip, or the card itself."""
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role == int(Qt.ItemDataRole.DisplayRole):
            return title(card)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return spoken(card, self._labels())
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return tip(card, self._labels())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let titles be changed in place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable
