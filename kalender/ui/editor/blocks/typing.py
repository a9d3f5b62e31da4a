# SPDX-License-Identifier: EUPL-1.2
"""What Tab does in the text: an abbreviation before the cursor becomes its block, else it goes to the next gap."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from kalender.domain.templates.gaps import Gap, gaps
from kalender.domain.templates.template import Block
from kalender.ui.editor.text.writing import WritingArea
from kalender.ui.widgets.controls.button import literal

_LAST_WORD = re.compile(r"[^\s(„\"»]+$")


class Typing(QObject):
    """Watches the keys of the text. block_for(typed): the block an abbreviation stands for; expand(start, length, block).

    Tab leaves the text where neither an abbreviation nor a gap is ahead; Umschalt+Tab always does.
    """

    def __init__(
        self,
        area: WritingArea,
        block_for: Callable[[str], Block | None],
        expand: Callable[[int, int, Block], object],
    ) -> None:
        super().__init__(area)
        self._area, self._block_for, self._expand = area, block_for, expand
        area.installEventFilter(self)

    def place(self) -> int:
        """Return where the cursor stands, or where what is chosen ends: in code points."""
        cursor = self._area.textCursor()
        return code_point(self._area.text(), max(cursor.position(), cursor.anchor()))

    def next_gap(self) -> bool:
        """Choose the next gap after the cursor and tell whether there is one."""
        place = self.place()
        found = next((gap for gap in gaps(self._area.text()) if gap.start >= place), None)
        if found is not None:
            self._choose(found)
        return found is not None

    def first_gap(self, start: int, end: int) -> None:
        """Choose the first gap of a stretch, where there is one."""
        found = next((gap for gap in gaps(self._area.text()) if start <= gap.start < end), None)
        if found is not None:
            self._choose(found)

    def _choose(self, gap: Gap) -> None:
        self._area.select(gap.start, gap.end - gap.start)
        if gap.choices and self._area.isVisible():
            menu = QMenu(self._area)
            for words in gap.choices:
                menu.addAction(literal(words)).setData(words)
            menu.triggered.connect(lambda action: self._fill(gap, str(action.data())))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.setAccessibleName(gap.name)
            menu.popup(self._area.viewport().mapToGlobal(self._area.cursorRect().bottomLeft()))
            menu.setActiveAction(menu.actions()[0])

    def _fill(self, gap: Gap, words: str) -> None:
        self._area.replace(gap.start, gap.end - gap.start, words)
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tab(self) -> bool:
        cursor = self._area.textCursor()
        if self._area.isReadOnly():
            return False
        if not cursor.hasSelection():
            text = self._area.text()
            end = code_point(text, cursor.position())
            word = _LAST_WORD.search(text[:end])
            block = self._block_for(word.group()) if word else None
            if word is not None and block is not None:
                self._expand(word.start(), end - word.start(), block)
                return True
        return self.next_gap()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take Tab where it does something here."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and self._tab()
        ):
            return True
        return super().eventFilter(watched, event)


def code_point(text: str, place: int) -> int:
    """Return how many code points lie before a place that Qt counts in UTF-16 units."""
    if text.isascii():
        return place
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "replace"))
