# SPDX-License-Identifier: EUPL-1.2
"""The search of the library: emptied with Esc."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.field import LineField
from kalender.wording.tr import tr


class SearchField(LineField):
    """escaped: Esc was pressed while something was searched for."""

    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        words = tr("Bilder suchen")
        super().__init__(theme, icon="ri.search-line", hint=words, name=words, parent=parent)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Say that Esc was pressed; where there is nothing to empty, it goes on."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
