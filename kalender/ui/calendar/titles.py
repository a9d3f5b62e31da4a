# SPDX-License-Identifier: EUPL-1.2
"""A post as an item: what models say of it, how views choose it, and its title changed in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kalender.domain.card import Card
from kalender.ui.theme.theme import Theme
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex

ID = Qt.ItemDataRole.UserRole + 7
"""The role under which models give the id of a post."""

_NONE, _THERE = Qt.ItemFlag.NoItemFlags, Qt.ItemFlag.ItemIsEnabled
_POST = _THERE | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


def flags_of(row: object | None, card: Card | None) -> Qt.ItemFlag:
    """Return that posts can be chosen and renamed, while every other row can only be stepped on."""
    return _POST if card is not None else _THERE if row is not None else _NONE


def data_of(card: Card, role: int, name_of: Callable[[Card], str], tip_of: Callable[[Card], str]) -> object:
    """Return title, accessible name, id or tip of a post."""
    if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
        return card.title
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return name_of(card)
    if role == ID:
        return card.id
    return tip_of(card) if role == Qt.ItemDataRole.ToolTipRole else None


def choose_in(
    view: QAbstractItemView, index_of: Callable[[str], QModelIndex], ids: Sequence[str]
) -> QModelIndex:
    """Choose these posts as far as a view shows them; return the index of the last one, invalid where there is none."""
    selection, last = QItemSelection(), QModelIndex()
    for id_ in ids:
        index = index_of(id_)
        if index.isValid():
            selection.select(index, index)
            last = index
    view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    return last


class TitleDelegate(QStyledItemDelegate):
    """Lends a field for the title; `renamed` speaks when it was changed, and the plan answers with the change."""

    renamed = Signal(str, str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def title_place(self, rect: QRect) -> QRect:
        """Return where the field lies over an item: its lower part, as high as its text needs."""
        height = min(max(rect.height(), self.theme.px(24)), self.theme.px(28))
        return QRect(rect.x(), rect.bottom() + 1 - height, rect.width(), height)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:  # noqa: N802 - Qt's name
        """Return the field."""
        field = QLineEdit(parent)
        field.setFont(self.theme.font("card"))
        field.setAccessibleName(tr("Titel"))
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802 - Qt's name
        """Put the title into the field, all of it chosen; what is being typed stays when the post changes meanwhile."""
        field = cast("QLineEdit", editor)
        if field.isModified():
            return
        field.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        field.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: _Index) -> None:  # noqa: N802 - Qt's name
        """Say the new title."""
        title = cast("QLineEdit", editor).text().strip()
        if title and title != index.data(Qt.ItemDataRole.EditRole):
            self.renamed.emit(str(index.data(ID)), title)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:  # noqa: N802 - Qt's name
        """Put the field in its place."""
        editor.setGeometry(self.title_place(QRect(option.rect)))
