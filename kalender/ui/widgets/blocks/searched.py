# SPDX-License-Identifier: EUPL-1.2
"""A page of rows below a search and a choice of what is shown; where there are none it says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.leaf import Leaf
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.controls.field import LineField
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.wording.tr import tr

TYPING = 150
"""Milliseconds after the last letter until the rows are read."""


Lines = Sequence[tuple[QWidget, QWidget]]
"""Each row with what takes the keys in it."""


class Searched(QWidget):
    """Built by subclasses: they fill the bar, and call lay_out() with what reads the rows.

    options: what can be shown, by key; the first is all there is. add: what takes the keys where no row is left.
    """

    add: Button

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        options: Sequence[tuple[str, str]],
        which: str,
        search: LineField,
        nothing: tuple[str, str],
    ) -> None:
        super().__init__()
        self._theme = theme
        self.bar = FoldingBar(theme, pad=(16, 9))
        self.filter = Segmented(theme, list(options), name=which)
        self.search = search
        self.search.setClearButtonEnabled(True)
        self.none = EmptyState(
            theme,
            icon="ri.search-line",
            role="text-2",
            title=nothing[0],
            text=nothing[1],
            buttons=[Button(theme, tr("Alle zeigen"), clicked=self.clear)],
        )
        self._pages = QStackedWidget()
        self._leaf: Leaf | None = None
        self._wait = QTimer(self, singleShot=True, interval=TYPING)
        self._wait.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _text: self._wait.start())
        self.filter.chosen.connect(lambda _key: self.reload())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.search)
        self.setAccessibleName(name)

    def lay_out(self, read: Callable[[], QWidget], lines: Callable[[], Lines], *states: QWidget) -> None:
        """Put the bar over the rows, and read them.

        read: returns the rows on a leaf, or one of the states. states: what may stand in their place, beside `none`.
        """
        self._read, self._lines = read, lines
        layout = spaced(self._theme, QVBoxLayout(self))
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)
        for state in (self.none, *states):
            self._pages.addWidget(state)
        self.reload()

    def clear(self) -> None:
        """Show everything."""
        self.search.clear()
        self.reload()

    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        return (self.search, *(keys for _row, keys in self._lines()[:1]))

    def focus_filter(self) -> None:
        """Bring the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def reload(self) -> None:
        """Read the rows; the keyboard stays on the line at the same place."""
        focus = QApplication.focusWidget()
        rows = [row for row, _keys in self._lines()]
        place = next((n for n, row in enumerate(rows) if focus is not None and row.isAncestorOf(focus)), None)
        old, self._leaf = self._leaf, None
        found = self._read()
        if isinstance(found, Leaf):
            self._leaf = found
            self._pages.addWidget(found)
        self._pages.setCurrentWidget(found)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        if place is not None and self.isVisible():
            lines = self._lines()
            (lines[min(place, len(lines) - 1)][1] if lines else self.add).setFocus()
