# SPDX-License-Identifier: EUPL-1.2
"""The row at the top: menus, search, whether all is saved, who is acting."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from kalender.domain.plan import Person
from kalender.ui.shell.commands.menus import Menus
from kalender.ui.shell.search.field import SearchField
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Sign
from kalender.ui.widgets.blocks.text import Ground
from kalender.ui.widgets.controls.person import PersonChooser
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.wording.tr import tr


class Saving(Enum):
    """Whether what was done is on the disk: symbol, ink, words."""

    SAVED = ("ri.checkbox-circle-line", "ok", "Alles gespeichert")
    WRITING = ("ri.loader-4-line", "text-2", "Wird gespeichert …")
    UNSAVED = ("ri.error-warning-fill", "warn", "Noch nicht gespeichert")
    FAILED = ("ri.close-circle-fill", "err", "Speichern nicht möglich")
    READING = ("ri.eye-line", "text-2", "Nur lesen")


class SavingSign(Sign):
    """Symbol and words, never one without the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.set_state(Saving.SAVED)

    def set_state(self, state: Saving, words: str = "") -> None:
        """Show a state; words in the place of the usual ones, e.g. "Gespeichert um 10:42"."""
        self._state = state
        self._words = words or tr(state.value[2])
        self.setAccessibleName(self._words)
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for symbol and words."""
        width = self.theme.px(22) + self.texts.width(self._words, "small")
        return QSize(round(width) + self.theme.px(4), self.theme.px(24))

    def paint(self, painter: QPainter) -> None:
        """Paint symbol and words."""
        theme, size = self.theme, self.theme.px(16)
        icon, ink, _ = self._state.value
        theme.draw(painter, icon, ink, 0, round((self.height() - size) / 2), size)
        left = theme.px(22)
        inks = "text-2" if ink in {"ok", "text-2"} else ink
        self.texts.draw(
            painter, self._words, "small", inks, left, 0, self.width() - left, pitch=self.height()
        )


class TopBar(Ground):
    """Holds the parts; the person button switches who is acting."""

    def __init__(
        self, theme: Theme, menus: Menus, search: SearchField, people: Sequence[Person], person: str
    ) -> None:
        super().__init__(theme, "bg-window", edges="b")
        self._themed = theme
        self.menus = menus
        self._search = search
        self.saving = SavingSign(theme)
        self.person = PersonChooser(
            theme, people, label=tr("Handelnde Person"), current=person, nobody=False, quiet=True
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(8), 0)
        row.setSpacing(theme.px(12))
        row.addWidget(menus, 1, Qt.AlignmentFlag.AlignVCenter)
        for part in (search, self.saving, self.person):
            row.addWidget(part)
        self._restyle()
        theme.changed.connect(self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the menus their room where the window is narrow or the text large."""
        super().resizeEvent(event)
        self._search.setFixedWidth(min(self._themed.px(250), max(event.size().width() // 5, 120)))

    def _restyle(self) -> None:
        self.setFixedHeight(Metrics(self._themed).menu + self._themed.px(2))
