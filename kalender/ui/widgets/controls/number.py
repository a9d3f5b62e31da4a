# SPDX-License-Identifier: EUPL-1.2
"""A whole number to be typed, or stepped by the arrow keys up and down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.field import LineField


class NumberField(LineField):
    """A line for a number between two others. changed(value): a hand has changed it."""

    changed = Signal(int)

    def __init__(
        self, theme: Theme, name: str, value: int, least: int, most: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, str(value), name=name, parent=parent)
        self._least, self._most = least, most
        self.setValidator(QIntValidator(least, most, self))
        self.setMaxLength(len(str(most)))
        self.setFixedWidth(theme.px(24 + 12 * len(str(most))))
        self.setToolTip(f"{least}–{most}")
        self.textEdited.connect(lambda _text: self.changed.emit(self.value))
        self.editingFinished.connect(lambda: self.set_value(self.value))

    @property
    def value(self) -> int:
        """The number, the least one where none is typed."""
        text = self.text().strip()
        return max(self._least, min(self._most, int(text))) if text.isdecimal() else self._least

    def set_value(self, value: int) -> None:
        """Show a number; nothing is emitted."""
        self.setText(str(max(self._least, min(self._most, value))))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step up and down."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        before = self.value
        self.set_value(before + step)
        if self.value != before:
            self.changed.emit(self.value)
