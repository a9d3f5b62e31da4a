# SPDX-License-Identifier: EUPL-1.2
"""Lines of text that save themselves when they are left, and lines for something new: Strg+Z stays the plan's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.field import LineField

_UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class EntryLine(LineField):
    """A line for something new. Strg+Z takes typing back; while there is none it is the window's."""

    def idle(self) -> bool:
        """Tell whether nothing is typed."""
        return not self.text()

    def event(self, event: QEvent) -> bool:
        """Leave Strg+Z and Strg+Y to the window while nothing is typed."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.idle()
            and any(event.matches(key) for key in _UNDOING)
        ):
            event.ignore()
            return True
        return super().event(event)


class SavedLine(EntryLine):
    """saved(text): it was left, or Enter pressed, with another text. Esc brings back what was saved.

    Whoever hears saved answers with show_text(), or leaves it where the text was refused: then the old one returns.
    """

    saved = Signal(str)

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        name: str,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, hint=hint, name=name, parent=parent)
        self._kept = text
        self.setCursorPosition(0)
        self.editingFinished.connect(self._save)
        self.textChanged.connect(lambda _text: self._tell_whole())

    @property
    def kept(self) -> str:
        """What is saved."""
        return self._kept

    def show_text(self, text: str) -> None:
        """Show what is saved; what is just being typed stays."""
        typing = self.hasFocus() and self.text() != self._kept
        self._kept = text
        if not typing:
            self._put_back()

    def _put_back(self) -> None:
        if self.text() != self._kept:
            self.setText(self._kept)
            self.setCursorPosition(0)

    def _save(self) -> None:
        if self.text() != self._kept:
            self.saved.emit(self.text())
            self._put_back()

    def idle(self) -> bool:
        """Tell whether the line says what is saved."""
        return self.text() == self._kept

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the tip in step with what is cut."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width() - 2 * self.height() // 3
        self.setToolTip(self.text() if cut else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc brings back what was saved."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self._put_back()
            return
        super().keyPressEvent(event)
