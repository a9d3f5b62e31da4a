# SPDX-License-Identifier: EUPL-1.2
"""A line to search in, a list under headings, and beside it what the chosen one says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.field import SEARCH, LineField
from kalender.ui.widgets.picking.rows import HINT, PickRows, on_ground
from kalender.wording.tr import tr

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@frozen
class Pick:
    """Something to choose. group: its heading; hint: a short word after the name; also: other words it is found by."""

    key: str
    name: str
    group: str = ""
    hint: str = ""
    text: str = ""
    also: str = ""


class Picker(QWidget):
    """picked(key): Enter or a double click; changed(key): another one is marked, empty for none."""

    picked = Signal(str)
    changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        search: str,
        empty: str,
        ground: str = "bg-surface",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: tuple[Pick, ...] = ()
        column = spaced(theme, QVBoxLayout(self), gap=8)
        self.search = LineField(theme, icon=SEARCH, hint=search, name=search)
        self.search.setClearButtonEnabled(True)
        column.addWidget(self.search)
        row = spaced(theme, QHBoxLayout(), gap=12)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(tr("Auswahl"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setItemDelegate(PickRows(theme, self.list))
        self.list.setMouseTracking(True)
        on_ground(self.list, theme, ground)
        self.list.setMinimumSize(theme.px(250), theme.px(240))
        row.addWidget(self.list, 5)
        side = spaced(theme, QVBoxLayout(), gap=4)
        self.title = Text(theme, "", "body", weight=600, wrap=True)
        self.about = Text(theme, "", "small", ink="text-2", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(theme.font("body"))
        self.text.setAccessibleName(tr("Vorschau"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumWidth(theme.px(260))
        side.addWidget(self.title)
        side.addWidget(self.about)
        side.addWidget(self.text, 1)
        row.addLayout(side, 6)
        column.addLayout(row, 1)
        self.none = Text(theme, empty, "body", ink="text-2", wrap=True)
        self.none.hide()
        column.addWidget(self.none)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.installEventFilter(self)
        self.list.currentItemChanged.connect(lambda _now, _before: self._follow())
        self.list.itemDoubleClicked.connect(lambda _item: self.take())
        self.list.installEventFilter(self)
        self.setFocusProxy(self.search)

    @property
    def key(self) -> str:
        """The marked one, or empty."""
        row = self.list.currentRow()
        return str(self.list.item(row).data(Qt.ItemDataRole.UserRole) or "") if row >= 0 else ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys that are offered, in order."""
        rows = (self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count()))
        return tuple(str(key) for key in rows if key)

    def show_items(self, items: Sequence[Pick]) -> None:
        """Offer these, in their order, under the headings of their groups."""
        self._items = tuple(items)
        self._fill()

    def choose(self, key: str) -> None:
        """Mark one by its key."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.list.setCurrentRow(row)

    def take(self) -> None:
        """Take the marked one."""
        if self.key:
            self.picked.emit(self.key)

    def _fill(self) -> None:
        words = self.search.text().casefold().split()
        found = [item for item in self._items if _holds(item, words)]
        if words:  # what the name says comes first; the order within stays
            found.sort(key=lambda item: not item.name.casefold().startswith(words[0]))
        kept = self.key
        self.list.clear()
        group = ""
        for item in found:
            if item.group != group and not words:
                group = item.group
                head = QListWidgetItem(group)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(head)
            row = QListWidgetItem(item.name)
            row.setData(HINT, item.hint)
            row.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{item.name}, {item.hint}" if item.hint else item.name
            )
            row.setData(Qt.ItemDataRole.UserRole, item.key)
            row.setToolTip(item.name)
            self.list.addItem(row)
        self.none.setVisible(not found)
        self.choose(kept)
        if not self.key:
            self._step(1)
        self._follow()

    def _step(self, by: int) -> None:
        row, last = self.list.currentRow(), self.list.count() - 1
        step = 1 if by > 0 else -1
        for _ in range(abs(by)):
            there = row + step
            while 0 <= there <= last and not self.list.item(there).flags():
                there += step
            if not 0 <= there <= last:
                break
            row = there
        if row >= 0:
            self.list.setCurrentRow(row)

    def _follow(self) -> None:
        item = next((item for item in self._items if item.key == self.key), None)
        self.title.setText(item.name if item else "")
        self.about.setText(item.also if item else "")
        self.about.setVisible(bool(item and item.also))
        self.text.setPlainText(item.text if item else "")
        self.changed.emit(self.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrow keys move in the list while one types; Enter takes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _TAKES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.take()
                return True
            if watched is self.search and key in _STEPS:
                self._step(_STEPS[key])
                return True
        return super().eventFilter(watched, event)


def _holds(item: Pick, words: Sequence[str]) -> bool:
    said = f"{item.name} {item.group} {item.hint} {item.also} {item.text}".casefold()
    return all(word in said for word in words)
