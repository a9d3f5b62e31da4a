# SPDX-License-Identifier: EUPL-1.2
"""Emoji by their German words: those used last first, arrow keys go through the grid, Enter puts one into the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from kalender.formats.wordstock import Emoji
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.field import SEARCH, LineField
from kalender.ui.widgets.feedback.popover import Popover
from kalender.ui.widgets.picking.rows import PickCells, on_ground
from kalender.wording.tr import tr

ACROSS = 10
RECENT = 20
"""So many of those used last are shown first, and remembered."""

IN_A_ROW = 3
"""As many emoji in a row as screen readers bear; the check of the text says the same."""


class EmojiPopover(Popover):
    """picked(letter): goes into the text, the popover stays open with Umschalt. row: emoji in a row before the cursor."""

    picked = Signal(str)

    def __init__(
        self, theme: Theme, owner: QWidget, emoji: Sequence[Emoji], recent: Sequence[str], row: int = 0
    ) -> None:
        super().__init__(theme, owner, name=tr("Emoji einfügen"), padding=12)
        self._themed = theme
        known = {item.letter: item for item in emoji}
        last = [known[letter] for letter in recent if letter in known][:RECENT]
        chosen = {item.letter for item in last}
        self._all = (*last, *(item for item in emoji if item.letter not in chosen))
        self.search = LineField(theme, icon=SEARCH, hint=tr("Emoji suchen, zum Beispiel Baustelle"))
        self.search.setAccessibleName(tr("Emoji suchen"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        cell = theme.px(36)
        self.list.setItemDelegate(PickCells(theme, self.list, theme.font("title-1", 400)))
        self.list.setMouseTracking(True)
        on_ground(self.list, theme, "bg-raised")
        self.list.setGridSize(QSize(cell, cell))
        self.list.setFixedSize(cell * ACROSS + theme.px(22), cell * 6)
        self.list.setAccessibleName(tr("Emoji"))
        self.name = Text(theme, "", "small", ink="text-2")
        self.warning = Text(theme, "", "small", ink="warn", wrap=True)
        for widget in (self.search, self.list, self.name, self.warning):
            self.body.addWidget(widget)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(lambda item: self._take(item.text(), stay=False))
        self.list.currentItemChanged.connect(lambda _now, _before: self._tell())
        self.warn(row)
        self._fill()

    @property
    def shown(self) -> tuple[str, ...]:
        """The emoji that are offered, in order."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def warn(self, row: int) -> None:
        """Say it where another one would be too many in a row."""
        words = tr("Schon {count} Emoji hintereinander: Vorleseprogramme lesen jedes einzeln vor.")
        self.warning.setText(words.format(count=row))
        self.warning.setVisible(row >= IN_A_ROW)

    def _fill(self) -> None:
        words = self.search.text().casefold().split()
        found = [item for item in self._all if _fits(item, words)]
        if words:
            found.sort(key=lambda item: not item.name.casefold().startswith(words[0]))
        self.list.clear()
        for item in found:
            cell = QListWidgetItem(item.letter)
            cell.setData(Qt.ItemDataRole.AccessibleTextRole, item.name)
            cell.setData(Qt.ItemDataRole.UserRole, ", ".join(item.words))
            cell.setToolTip(item.name)
            self.list.addItem(cell)
        if found:
            self.list.setCurrentRow(0)
        self._tell()

    def _tell(self) -> None:
        row = self.list.currentRow()
        words = str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else ""
        self.name.setText(
            words or tr("Kein Emoji gefunden. Andere fügen Sie mit der Taste Ihres Systems ein.")
        )

    def _take(self, letter: str, *, stay: bool) -> None:
        if not stay:
            self.close()
        self.picked.emit(letter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrow keys and Enter of the line act in the grid; with Umschalt the popover stays for another one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            current = self.list.currentRow()
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if current >= 0:
                    stay = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                    self._take(self.list.item(current).text(), stay=stay)
                return True
            steps = {Qt.Key.Key_Down: ACROSS, Qt.Key.Key_Up: -ACROSS}
            if not self.search.text() or watched is self.list:
                steps |= {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                row = current + step
                if 0 <= row < self.list.count():
                    self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)


def _fits(item: Emoji, words: Sequence[str]) -> bool:
    said = " ".join((*item.words, item.group)).casefold()
    return all(word in said for word in words) or item.letter in words
