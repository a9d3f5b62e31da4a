# SPDX-License-Identifier: EUPL-1.2
"""A place on the board where cards lie: a column, or the part of a column that lies in a lane."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kalender.domain.card import Card
from kalender.domain.stage import Stage
from kalender.ui.board.cards.delegate import SIDE, CardDelegate
from kalender.ui.board.cards.model import ColumnModel, Fetch
from kalender.ui.board.cards.view import ColumnView
from kalender.ui.board.target import DropHere
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.board import BoardLook
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.terms import STAGES

LookOf = Callable[[Card, int], BoardLook]
"""Gives the look of a card at a width in px."""

Labels = Callable[[], Mapping[str, str]]
"""Gives the names of channels by id."""


class CardPlace(QWidget):
    """Holds the list of its cards and answers a drag that hovers over it."""

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        stage: Stage,
        *,
        fetch: Fetch,
        look_of: LookOf,
        labels: Labels,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._target = ""
        self._allowed = True
        self.stage = stage
        self.term = STAGES[stage]
        self.model = ColumnModel(stage, fetch, labels, self)
        self.delegate = CardDelegate(theme, texts, look_of, self)
        self.view = ColumnView(self.model, self.delegate, name, self)
        self._drop = DropHere(theme, self.term.icon, self)

    def set_target(self, words: str, *, allowed: bool) -> None:
        """Show that a drag hovers here: what letting go would do, or why not. Empty words end it."""
        if words == self._target and allowed == self._allowed:
            return
        self._target, self._allowed = words, allowed
        if words:
            self._drop.say(words, allowed=allowed)
            side = self._theme.px(SIDE)
            view = self.view.geometry()
            below = self.view.viewport().mapTo(self, QPoint(0, self.view.end_of_cards()))
            self._drop.place(side, below.y(), self.width() - 2 * side, view.bottom() - self._theme.px(4))
        self._drop.setVisible(bool(words))
        for widget in (self, self.parentWidget()):
            if widget is not None:
                widget.update()

    def hovered(self) -> str:
        """Return the theme role of the border while a drag hovers here, else empty."""
        return ("accent" if self._allowed else "err") if self._target else ""

    def target(self) -> str:
        """Return what a drag that hovers here is told, or empty."""
        return self._drop.text() if self._target else ""
