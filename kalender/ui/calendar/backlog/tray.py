# SPDX-License-Identifier: EUPL-1.2
"""What stands below the navigation while the window is wide: a small month once it is made, and the basket of ideas."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kalender.ui.calendar.backlog.panel import BacklogPanel
from kalender.ui.theme.theme import Theme

ROOM = 470
"""Height in px at 100 % from which on the month is open and not only its name."""


class Tray(QWidget):
    """seen: it has come into sight. roomy: whether there is room for the month beside some ideas."""

    seen = Signal()
    roomy = Signal(bool)

    def __init__(self, theme: Theme, backlog: BacklogPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themed = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._column.addWidget(backlog, 1000)
        self._column.addStretch(1)
        backlog.show()

    @property
    def has_room(self) -> bool:
        """Whether there is room for the month beside some ideas."""
        return self.height() >= self._themed.px(ROOM)

    def add(self, month: QWidget) -> None:
        """Put the month above the basket."""
        self._column.insertWidget(0, month)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Say that it is in sight."""
        super().showEvent(event)
        self.seen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say whether there is room."""
        super().resizeEvent(event)
        self.roomy.emit(self.has_room)
