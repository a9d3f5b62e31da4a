# SPDX-License-Identifier: EUPL-1.2
"""Chooses the channel that is looked at: all side by side with their keys, or a list where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import KeyCap
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr

MOST_KEYS = 5
"""Channels that have a key of their own, 1 to 5."""


class ChannelSwitch(QWidget):
    """Emits chosen with the id of a channel."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ids: list[str] = []
        self.buttons = Segmented(theme, [], name=tr("Kanal"))
        self.list = Choice(theme, name=tr("Kanal"))
        self._count = Text(theme, "", "small", ink="text-2")
        self._keys = QWidget()
        keys = spaced(theme, QHBoxLayout(self._keys), gap=6)
        self._caps = [KeyCap(theme, str(number)) for number in range(1, MOST_KEYS + 1)]
        for cap in self._caps:
            keys.addWidget(cap)
        keys.addWidget(Text(theme, tr("Kanal wechseln"), "small", ink="text-2"))
        row = spaced(theme, QHBoxLayout(self), gap=12)
        row.addWidget(self.buttons)
        row.addWidget(self.list)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self._keys)
        self.buttons.chosen.connect(self.choose)
        self.list.activated.connect(lambda at: self.choose(self._ids[at]))
        theme.changed.connect(self._fit)

    @property
    def current(self) -> str:
        """The id of the channel chosen, or empty."""
        return self.buttons.current

    def set_channels(self, marks: Sequence[ChannelMark], current: str) -> None:
        """Show the channels of a post; current stays chosen where it is among them."""
        self._ids = [mark.id for mark in marks]
        chosen = current if current in self._ids else (self._ids[0] if self._ids else "")
        self.buttons.set_options([(mark.id, mark.label, mark) for mark in marks], current=chosen)
        with QSignalBlocker(self.list):
            self.list.clear()
            for mark in marks:
                self.list.addItem(mark.label, mark.id)
        for number, cap in enumerate(self._caps):
            cap.setVisible(number < len(marks))
        self._mirror()
        self._fit()

    def choose(self, id_: str) -> None:
        """Choose a channel and tell it."""
        self.buttons.choose(id_)
        self._mirror()
        self.chosen.emit(self.current)

    def choose_number(self, number: int) -> bool:
        """Choose by key, from 0; return whether there is such a channel."""
        if not 0 <= number < len(self._ids):
            return False
        self.choose(self._ids[number])
        return True

    def _mirror(self) -> None:
        if self.current in self._ids:
            at = self._ids.index(self.current)
            self.list.setCurrentIndex(at)
            self._count.setText(tr("{at} von {all} Kanälen").format(at=at + 1, all=len(self._ids)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the form there is room for."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the list."""
        return QSize(self._theme.px(180), super().minimumSizeHint().height())

    def _fit(self) -> None:
        wanted = self.buttons.sizeHint().width()
        broad = wanted <= self.width()
        several = len(self._ids) > 1
        self.buttons.setVisible(broad)
        self.list.setVisible(not broad)
        self._count.setVisible(not broad and several)
        room = self.width() - wanted - self._theme.px(24)
        self._keys.setVisible(several and broad and self._keys.sizeHint().width() <= room)
