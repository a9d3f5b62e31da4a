# SPDX-License-Identifier: EUPL-1.2
"""Paints the cards of a column."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kalender.domain.card import Card
from kalender.ui.board.cards.model import CARD
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.board import BoardCard, BoardLook
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.tr import tr

GAP = 8
SIDE = 6
KEEP = 120
"""Looks kept, each with its picture; heights are kept of all cards."""

LookOf = Callable[[Card, int], BoardLook]
"""Gives the look of a card at a width in px."""


class CardDelegate(QStyledItemDelegate):
    """Card by card, with look and height worked out once per card and width. renamed: id and title typed over a card."""

    renamed = Signal(str, str)

    def __init__(self, theme: Theme, texts: TextCache, look_of: LookOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = BoardCard(theme, texts)
        self._look_of = look_of
        self._kept: OrderedDict[str, tuple[Card, int, BoardLook]] = OrderedDict()
        self._heights: dict[str, tuple[Card, int, int]] = {}
        self.width = 176
        self.keyboard = False
        self.dragged: frozenset[str] = frozenset()
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Work out every look again, e.g. when the day or a picture has changed."""
        self._kept.clear()
        self._heights.clear()

    def forget_pictures(self) -> None:
        """Work out looks again where pictures have been made; heights stay, since a blank held their place."""
        self._kept.clear()

    def look(self, card: Card) -> BoardLook:
        """Return the look of a card at the width in use."""
        inner = self.width - 2 * self._theme.px(SIDE)
        kept = self._kept.get(card.id)
        if kept is not None and kept[0] is card and kept[1] == inner:
            self._kept.move_to_end(card.id)
            return kept[2]
        look = self._look_of(card, inner)
        self._kept[card.id] = (card, inner, look)
        self._kept.move_to_end(card.id)
        while len(self._kept) > KEEP:
            self._kept.popitem(last=False)
        return look

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a card with the gap below it; the width is that of the column, not the option's."""
        del option
        card: Card = index.data(CARD)
        inner = self.width - 2 * self._theme.px(SIDE)
        kept = self._heights.get(card.id)
        if kept is None or kept[0] is not card or kept[1] != inner:
            height = self._painter.height(self.look(card), inner) + self._theme.px(GAP)
            kept = self._heights[card.id] = (card, inner, height)
        return QSize(self.width, kept[2])

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a field for the title."""
        del option
        field = QLineEdit(parent)
        field.setFont(self._theme.font("body", 500))
        field.setAccessibleName(tr("Titel"))
        card: Card = index.data(CARD)
        field.setText(card.title)
        field.selectAll()
        return field

    def setEditorData(  # noqa: N802 - Qt's name
        self, editor: QWidget, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Keep what the field was made with."""

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: object, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell the title that was typed; an empty one changes nothing."""
        del model
        card: Card = index.data(CARD)
        if isinstance(editor, QLineEdit) and editor.text().strip() not in {"", card.title}:
            self.renamed.emit(card.id, editor.text().strip())

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Lay the field over the title of the card, at its top."""
        del index
        side = self._theme.px(SIDE)
        rect = option.rect.adjusted(side, 2, -side, 0)
        rect.setHeight(editor.sizeHint().height())
        editor.setGeometry(rect)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a card with its rings."""
        card: Card = index.data(CARD)
        side = self._theme.px(SIDE)
        rect = QRectF(option.rect).adjusted(side, 2, -side, 2 - self._theme.px(GAP))
        state = option.state
        self._painter.paint(
            painter,
            rect,
            self.look(card),
            selected=bool(state & QStyle.StateFlag.State_Selected),
            focused=self.keyboard and bool(state & QStyle.StateFlag.State_HasFocus),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            faded=card.id in self.dragged,
        )
