# SPDX-License-Identifier: EUPL-1.2
"""Where backups go, in two lines: beside the plan, and the second place of her choice."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kalender.services.backups.places import Found, Places
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.wording.tr import tr

_STATES = {Found.GOOD: "", Found.AWAY: "nicht da", Found.SAME_DISK: "auf derselben Platte wie der Plan"}


class PlaceRows(Ground):
    """The two places. choose: another second place; forget: none any more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg-subtle", edges="b")
        self._theme = theme
        self.first = Elided(theme, "", "body")
        self.second = Elided(theme, "", "body")
        self.state = Text(theme, "", "small", ink="text-2")
        self.choose = Button(theme, tr("Zweiten Ablageort wählen …"), size=Size.DENSE)
        self.forget = Button(theme, tr("Nicht mehr nutzen"), kind=Kind.QUIET, size=Size.DENSE)
        column = spaced(theme, QVBoxLayout(self), (16, 8, 16, 8), 6)
        for icon, words, path, more in (
            ("ri.computer-line", tr("Neben dem Plan"), self.first, ()),
            (
                "ri.hard-drive-2-line",
                tr("Zweiter Ablageort"),
                self.second,
                (self.state, self.forget, self.choose),
            ),
        ):
            row = spaced(theme, QHBoxLayout(), gap=8)
            row.addWidget(Symbol(theme, icon, "text-2", size=16))
            name = Text(theme, words, "body", weight=600)
            row.addWidget(name)
            row.addWidget(path, 1)
            for widget in more:
                row.addWidget(widget)
            column.addLayout(row)

    def show_places(self, places: Places, found: Found = Found.GOOD) -> None:
        """Show where backups go. found: what a look at the second place came to."""
        second = places.second
        self.first.setText(str(places.first))
        nothing = tr("Keiner gewählt. Empfohlen ist ein Stick oder ein Laufwerk im Netz.")
        self.second.setText(str(second) if second else nothing)
        self.forget.setVisible(second is not None)
        self.choose.set_words(tr("Anderen wählen …") if second else tr("Zweiten Ablageort wählen …"))
        self.state.setText(tr(_STATES[found]) if second is not None else "")
        self.state.setVisible(bool(self.state.text()))
