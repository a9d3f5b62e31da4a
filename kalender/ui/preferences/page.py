# SPDX-License-Identifier: EUPL-1.2
"""The page Einstellungen: a list of parts at the left, the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kalender.services.acting.changes import Changes
from kalender.ui.preferences.sections import Part, PartList
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.blocks.spacing import Bar, spaced
from kalender.ui.widgets.blocks.text import Ground
from kalender.ui.widgets.controls.choice import Choice
from kalender.wording.tr import tr

NARROW = 780
"""Below this width, in px at 100 %, a list to choose from takes the place of the one at the left."""

WIDEST = 940
"""Px at 100 % beyond which the lines of a form would be too long to read."""

Make = Callable[[], Part]


class SettingsPage(QWidget):
    """parts: key, words, symbol and how each is made, at its first visit. refused(sentence)."""

    refused = Signal(str)

    def __init__(self, theme: Theme, parts: Sequence[tuple[str, str, str, Make]]) -> None:
        super().__init__()
        self._theme = theme
        self._keys = [key for key, _words, _icon, _make in parts]
        self._makes = {key: make for key, _words, _icon, make in parts}
        self.built: dict[str, Part] = {}
        self._stale: set[str] = set()
        column = spaced(theme, QVBoxLayout(self))
        bar = PageBar(theme, tr("Einstellungen"))
        bar.row.addStretch(1)
        column.addWidget(bar)
        named = [(words, icon) for _key, words, icon, _make in parts]
        self.list = PartList(theme, named)
        self._left = Ground(theme, "bg-window", edges="r")
        spaced(theme, QVBoxLayout(self._left), (8, 10, 8, 10)).addWidget(self.list)
        self.choice = Choice(theme, name=tr("Bereich der Einstellungen"))
        for words, _icon in named:
            self.choice.addItem(words)
        self._top = Bar(theme, 46)
        spaced(theme, QHBoxLayout(self._top), (16, 0, 16, 0)).addWidget(self.choice, 1)
        self._stack = QStackedWidget()
        column.addWidget(self._top)
        row = spaced(theme, QHBoxLayout())
        row.addWidget(self._left)
        right = Ground(theme, "bg-surface")
        spaced(theme, QVBoxLayout(right)).addWidget(self._stack)
        row.addWidget(right, 1)
        column.addLayout(row, 1)
        self._blank = Ground(theme, "bg-surface")
        self._stack.addWidget(self._blank)
        self.list.chosen.connect(self._show)
        self.choice.activated.connect(self._show)
        self.setFocusProxy(self.list)
        theme.changed.connect(self._fit)
        self._fit()
        self.show_part(self._keys[0])

    @property
    def key(self) -> str:
        """The part that is shown."""
        return self._keys[self.choice.currentIndex()]

    @property
    def current(self) -> Part:
        """The part that is shown."""
        return self.built[self.key]

    def show_part(self, key: str) -> Part:
        """Show a part, made if need be, and return it. Raises KeyError for an unknown key."""
        if key not in self.built:
            part = self._makes[key]()
            part.refused.connect(self.refused)
            self.built[key] = part
            self._stack.addWidget(part)
            part.ground.setMaximumWidth(self._theme.px(WIDEST))
            part.viewport().setAutoFillBackground(False)
        elif key in self._stale:
            self.built[key].refresh()
        self._stale.discard(key)
        place = self._keys.index(key)
        self._stack.setCurrentWidget(self.built[key])
        self.list.setCurrentRow(place)
        self.choice.setCurrentIndex(place)
        return self.built[key]

    def _show(self, place: int) -> None:
        if 0 <= place < len(self._keys):
            self.show_part(self._keys[place])

    # What the shell asks of a page

    def changed(self, changes: Changes) -> None:
        """Show what changed in the plan; parts behind read again when they come to the front."""
        for key, part in self.built.items():
            if part.concerns(changes):
                if part is self.current:
                    part.refresh()
                else:
                    self._stale.add(key)

    def reload(self) -> None:
        """Read everything again."""
        self._stale = set(self.built)
        self.show_part(self.key)

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.choice if self._top.isVisible() else self.list, self.current]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the list to choose from where the page is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        narrow = self.width() < px(NARROW)
        self._top.setVisible(narrow)
        self._left.setVisible(not narrow)
        self._left.setFixedWidth(px(206))
        self.setFocusProxy(self.choice if narrow else self.list)
        for part in self.built.values():
            part.ground.setMaximumWidth(px(WIDEST))
