# SPDX-License-Identifier: EUPL-1.2
"""One template or block: name, what is in it, what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kalender.domain.frozen import frozen
from kalender.domain.templates.gaps import shortened
from kalender.domain.templates.template import Block, BlockKind, Template
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import at_least, spaced
from kalender.ui.widgets.blocks.text import Elided
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.link import Link
from kalender.wording.templates.purposes import PURPOSES, described
from kalender.wording.tr import tr


@frozen
class Standing:
    """ships: it comes with the program; changed: the plan says something else; hidden: it is not offered."""

    ships: bool = False
    changed: bool = False
    hidden: bool = False

    @property
    def words(self) -> str:
        """The same in German."""
        if not self.ships:
            return tr("eigene")
        return tr("mitgeliefert, geändert") if self.changed else tr("mitgeliefert")


class StockRow(FoldingBar):
    """wanted(verb, id): edit, new, duplicate, reset, delete, offer."""

    def __init__(
        self,
        theme: Theme,
        item: Template | Block,
        standing: Standing,
        wanted: Callable[[str, str], object],
    ) -> None:
        super().__init__(theme, pad=(12, 8), gap=12)
        self.item, self._wanted = item, wanted
        self.first.addWidget(Symbol(theme, _icon(item), "text-2", size=16), 0, Qt.AlignmentFlag.AlignVCenter)
        words = spaced(theme, QVBoxLayout(), gap=0)
        self.title = Link(theme, item.name, role="body", ink="text", clicked=partial(wanted, "edit", item.id))
        self.title.setAccessibleName(tr("{name}, bearbeiten").format(name=item.name))
        words.addWidget(self.title)
        about = f"{described(item)}, {standing.words}"
        said = Elided(theme, about, "small", ink="text-2")
        at_least(theme, said, 260)  # where that does not fit, the buttons go below
        words.addWidget(said)
        first = " ".join(shortened(item.text).split())
        words.addWidget(Elided(theme, first, "small", ink="text-3"))
        self.first.addLayout(words, 1)
        self.buttons: dict[str, Button] = {}
        if standing.hidden:
            self._button(theme, "offer", tr("Wieder anbieten"))
        else:
            if isinstance(item, Template):
                self._button(theme, "new", tr("Neuer Beitrag …"))
            self._button(theme, "duplicate", tr("Duplizieren"))
            if standing.changed:
                self._button(theme, "reset", tr("Zurücksetzen"))
            self._button(theme, "delete", tr("Ausblenden") if standing.ships else tr("Löschen"))
        self.setAccessibleName(f"{item.name}: {about}")

    def _button(self, theme: Theme, verb: str, words: str) -> None:
        button = Button(theme, words, kind=Kind.QUIET, clicked=partial(self._wanted, verb, self.item.id))
        button.setAccessibleName(f"{words}: {self.item.name}")
        self.buttons[verb] = button
        self.second.addWidget(button)


def _icon(item: Template | Block) -> str:
    if isinstance(item, Template):
        return PURPOSES[item.purpose][1]
    return "ri.hashtag" if item.form is BlockKind.HASHTAGS else "ri.file-text-line"
