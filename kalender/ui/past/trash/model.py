# SPDX-License-Identifier: EUPL-1.2
"""What lies in the trash as rows: symbol, name, who deleted it when, and whether its file stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kalender.services.past.trash import TrashItem
from kalender.ui.widgets.blocks.rows import Index, RowPainter
from kalender.wording.past.trash import ICONS, deleted_words, name_of, stays_words
from kalender.wording.tr import tr

ITEM = int(Qt.ItemDataRole.UserRole)
"""Role that gives the TrashItem."""

HEIGHT = 52


class TrashModel(QAbstractListModel):
    """Deleted records, the latest first."""

    def __init__(self, person: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self.person = person
        self._items: Sequence[TrashItem] = ()

    def show_items(self, items: Sequence[TrashItem]) -> None:
        """Show these."""
        if items != self._items:
            self.beginResetModel()
            self._items = items
            self.endResetModel()

    def rows_of(self, refs: set[str]) -> list[int]:
        """Return the rows of records by name."""
        return [row for row, item in enumerate(self._items) if item.ref in refs]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the name, what a screen reader says, or the item."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role == int(Qt.ItemDataRole.DisplayRole):
            return name_of(item)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            words = [
                name_of(item),
                tr(ICONS[item.kind][0]),
                deleted_words(item, self.person),
                stays_words(item),
            ]
            return ", ".join(word for word in words if word)
        return None


class TrashRows(RowPainter):
    """Symbol, name, and below it when and by whom; at the right how long a file stays."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row."""
        del option, index
        return QSize(200, self.theme.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        item: TrashItem = index.data(ITEM)
        model = index.model()
        person = model.person if isinstance(model, TrashModel) else str
        theme, px, texts = self.theme, self.theme.px, self.texts
        rect = self.ground(painter, option)
        left, line = rect.x() + px(16), px(20)
        theme.draw(painter, ICONS[item.kind][1], "text-2", left, rect.y() + px(9), px(18))
        x = left + px(30)
        stays = stays_words(item)
        width = texts.width(stays, "small") if stays else 0
        room = rect.right() - px(16) - x
        texts.draw(painter, name_of(item), "body", "text", x, rect.y() + px(6), room, weight=600, pitch=line)
        below = f"{tr(ICONS[item.kind][0])} · {deleted_words(item, person)}"
        place = QRectF(x, rect.y() + px(27), room - width - px(12), px(18))
        texts.draw(painter, below, "small", "text-2", place.x(), place.y(), place.width(), pitch=px(18))
        if stays:
            texts.draw(
                painter,
                stays,
                "small",
                "text-3",
                rect.right() - px(16) - width,
                place.y(),
                width + 2,
                pitch=px(18),
            )
        self.ring(painter, option, current=False)
