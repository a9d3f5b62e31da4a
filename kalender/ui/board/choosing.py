# SPDX-License-Identifier: EUPL-1.2
"""Which cards of the board are chosen, over all columns and lanes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from kalender.ui.board.arranging import Arrangement
from kalender.ui.board.place import CardPlace
from kalender.wording.tr import tr

MOST_CHOSEN = 500
"""Cards that are chosen at once by one key; what is beyond is said."""


class Choosing:
    """told: what is chosen is another; warn: says a sentence."""

    def __init__(
        self, arrangement: Arrangement, *, told: Callable[[], object], warn: Callable[[str], object]
    ) -> None:
        self._arrangement = arrangement
        self._told, self._warn = told, warn

    def ids(self) -> list[str]:
        """Return the ids of the chosen posts, each once."""
        return list(dict.fromkeys(id_ for place in self._arrangement.places() for id_ in place.view.ids()))

    def choose(self, id_: str) -> None:
        """Show and choose a post, where its column has it."""
        for place in self._arrangement.places():
            row = place.model.row_of(id_)
            if row >= 0:
                place.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                place.view.select(row)
                self._arrangement.show_place(place)
                return

    def choose_all(self, place: CardPlace) -> None:
        """Choose all cards of a column, or of its part of a lane."""
        model = place.model
        while model.rowCount() < min(model.total, MOST_CHOSEN):
            before = model.rowCount()
            model.fetchMore(place.view.rootIndex())
            if model.rowCount() == before:
                break
        place.view.selectAll()
        if model.total > model.rowCount():
            words = tr(
                "Ausgewählt sind die ersten {count} von {total} Beiträgen. Grenzen Sie die Spalte mit dem Filter ein."
            )
            self._warn(words.format(count=model.rowCount(), total=model.total))

    def chosen(self, ids: list[str], place: CardPlace) -> None:
        """Let go of what is chosen elsewhere, unless a hand adds to it."""
        if ids and not place.view.adding:
            for other in self._arrangement.places():
                if other is not place:
                    other.view.clearSelection()
        self._told()

    def let_go(self) -> None:
        """Choose nothing."""
        for place in self._arrangement.places():
            place.view.clearSelection()

    def place_of(self, id_: str) -> CardPlace:
        """Return where a chosen post lies; in lanes the first of its places."""
        return next(place for place in self._arrangement.places() if place.model.row_of(id_) >= 0)
