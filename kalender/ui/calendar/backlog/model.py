# SPDX-License-Identifier: EUPL-1.2
"""The posts without a date, and the choice of them that a search leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kalender.domain.card import Card
from kalender.ui.calendar.titles import ID
from kalender.ui.widgets.paint.board import BoardLook

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class BacklogModel(QAbstractListModel):
    """Holds the cards of the basket in the order of the plan; a change touches its own row only.

    look_of: makes the look of a card. name_of: its accessible name.
    """

    def __init__(
        self,
        look_of: Callable[[Card], BoardLook],
        name_of: Callable[[Card], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look_of = look_of
        self._name_of = name_of
        self._all: list[Card] = []
        self.more = 0
        self._shown: list[Card] = []
        self._looks: dict[str, BoardLook] = {}
        self._text = ""
        self._left: dict[str, str] = {}  # of posts that left the basket: the post that lay after each

    @property
    def total(self) -> int:
        """How many posts lie in the basket, found or not."""
        return len(self._all) + self.more

    def show(self, cards: Iterable[Card], more: int = 0) -> None:
        """Show these posts. more: how many there are beside them."""
        self.beginResetModel()
        self._all = list(cards)
        self.more = more
        self._looks.clear()
        self._shown = [card for card in self._all if self._fits(card)]
        self.endResetModel()

    def complete(self, cards: Sequence[Card]) -> None:
        """Show these posts, of which the first are shown already."""
        known = [card.id for card in self._all]
        if self._text or [card.id for card in cards[: len(known)]] != known:
            self.show(cards)
            return
        rest, end = cards[len(known) :], len(self._shown)
        self.more = 0
        if rest:
            self.beginInsertRows(_ROOT, end, end + len(rest) - 1)
            self._all += rest
            self._shown += rest
            self.endInsertRows()

    def search(self, text: str) -> None:
        """Show only posts whose title holds all words of a text."""
        self._text = text.casefold().strip()
        self.show(self._all, self.more)

    def put(self, card: Card) -> None:
        """Show a post of the basket as it is now; a new one comes last, one that left it lies where it lay before."""
        self._looks.pop(card.id, None)
        known = next((at for at, item in enumerate(self._all) if item.id == card.id), None)
        if known is None:
            after = self._left.pop(card.id, "")
            self._all.insert(_place(self._all, after), card)
        else:
            self._all[known] = card
        at = next((at for at, item in enumerate(self._shown) if item.id == card.id), None)
        if at is not None:
            self._shown[at] = card
            self.dataChanged.emit(self.index(at), self.index(at))
        elif self._fits(card):
            ids = {item.id: number for number, item in enumerate(self._all)}
            end = sum(ids[item.id] < ids[card.id] for item in self._shown)
            self.beginInsertRows(_ROOT, end, end)
            self._shown.insert(end, card)
            self.endInsertRows()

    def remove(self, id_: str) -> None:
        """Show a post no longer, where it was shown."""
        ids = [card.id for card in self._all]
        if id_ in ids:
            self._left[id_] = next(iter(ids[ids.index(id_) + 1 :]), "")
            del self._all[ids.index(id_)]
        at = next((at for at, card in enumerate(self._shown) if card.id == id_), None)
        if at is not None:
            self.beginRemoveRows(_ROOT, at, at)
            del self._shown[at]
            self.endRemoveRows()

    def refresh(self) -> None:
        """Make all looks anew, after a change of theme or channels."""
        self.show(self._all, self.more)

    def card(self, index: _Index) -> Card | None:
        """The post of an index, or None."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def look(self, card: Card) -> BoardLook:
        """The look of a post."""
        found = self._looks.get(card.id)
        if found is None:
            found = self._looks[card.id] = self._look_of(card)
        return found

    def index_of(self, id_: str) -> QModelIndex:
        """The index of a post, invalid where it is not shown."""
        at = next((at for at, card in enumerate(self._shown) if card.id == id_), None)
        return QModelIndex() if at is None else self.index(at)

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many posts are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Posts can be chosen, carried and renamed."""
        if self.card(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
        )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title and accessible name."""
        card = self.card(index)
        if card is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._name_of(card)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}:
            return card.title
        return card.id if role == ID else None

    def _fits(self, card: Card) -> bool:
        title = card.title.casefold()
        return all(word in title for word in self._text.split())


def _place(cards: Sequence[Card], after: str) -> int:
    """Return where a post comes that lay before another one; the end where that is not there."""
    return next((at for at, card in enumerate(cards) if card.id == after), len(cards))
