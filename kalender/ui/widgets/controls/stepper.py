# SPDX-License-Identifier: EUPL-1.2
"""A small number with minus and plus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import at_least, spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button
from kalender.wording.tr import tr


class Stepper(QWidget):
    """name: what is counted, for screen readers. changed(value): a hand has changed it."""

    changed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        value: int,
        *,
        least: int = 1,
        most: int = 14,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.value = value
        self._name, self._least, self._most = name, least, most
        row = spaced(theme, QHBoxLayout(self), (0, 0, 0, 0), 4)
        self._words = Text(theme, str(value), "body", weight=600)
        at_least(theme, self._words, 22)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less = Button(theme, icon="ri.subtract-line", name=tr("{what}: weniger").format(what=name))
        self.more = Button(theme, icon="ri.add-line", name=tr("{what}: mehr").format(what=name))
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        for widget in (self._words, self.less, self.more):
            row.addWidget(widget)
        row.addStretch(1)
        self.set_value(value)

    def set_value(self, value: int) -> None:
        """Show a number; nothing is emitted."""
        self.value = value
        self._words.setText(str(value))
        self.setAccessibleName(f"{self._name}: {value}")

    def _step(self, by: int) -> None:
        wanted = max(self._least, min(self._most, self.value + by))
        if wanted != self.value:
            self.set_value(wanted)
            self.changed.emit(wanted)
