# SPDX-License-Identifier: EUPL-1.2
"""The film of which a picture is the cover: chosen, with captions or without sound, and taken away again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kalender.domain.picture import Music, Picture
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Size
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.wording.pictures import MUSIC, film_words
from kalender.wording.tr import tr


class FilmBox(Ground):
    """film_wanted, captions_wanted: a file is to be chosen. silent_set(on); burned_set(on); music_set(Music); removed."""

    film_wanted = Signal()
    captions_wanted = Signal()
    silent_set = Signal(bool)
    burned_set = Signal(bool)
    music_set = Signal(object)
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="b", parent=parent)
        column = spaced(theme, QVBoxLayout(self), (16, 12, 16, 12), 6)
        column.addWidget(SectionHeader(theme, tr("Film")))
        self.name = Text(theme, "", "small", wrap=True)
        self.state = Text(theme, "", "small", ink="text-2", wrap=True)
        self.missing = Text(
            theme,
            tr("Untertitel fehlen noch. Wer nicht hört, versteht den Film nicht."),
            "small",
            ink="warn",
            wrap=True,
        )
        self.choose = Button(theme, "", size=Size.DENSE, clicked=self.film_wanted.emit)
        self.captions = Button(
            theme, tr("Untertitel wählen …"), size=Size.DENSE, clicked=self.captions_wanted.emit
        )
        self.silent = CheckBox(theme, tr("Ohne Ton, keine Untertitel nötig"), role="small")
        self.silent.clicked.connect(self._say_silent)
        self.burned = CheckBox(theme, tr("Untertitel sind schon im Bild zu lesen"), role="small")
        self.burned.clicked.connect(self._say_burned)
        self.music = Choice(theme, name=tr("Musik im Film"))
        for music, words in MUSIC.items():
            self.music.addItem(tr(words), music)
        self.music.activated.connect(lambda row: self.music_set.emit(Music(self.music.itemData(row))))
        self.remove = Button(theme, tr("Film entfernen"), size=Size.DENSE, clicked=self.removed.emit)
        for widget in (
            self.name,
            self.state,
            self.missing,
            self.captions,
            self.silent,
            self.burned,
            self.music,
            self.choose,
            self.remove,
        ):
            column.addWidget(widget)

    def show_picture(self, picture: Picture) -> None:
        """Show the film of a picture, or the way to one."""
        film = bool(picture.film)
        hint = tr(
            "Dieses Bild kann das Titelbild eines Films sein. Er geht unverändert an Kanäle mit einem Video-Format."
        )
        self.name.setText(picture.film_name if film else hint)
        self.state.setText(film_words(picture))
        self.choose.set_words(tr("Anderen Film wählen …") if film else tr("Film wählen …"))
        self.captions.set_words(
            tr("Andere Untertitel wählen …") if picture.captions else tr("Untertitel wählen …")
        )
        self.silent.setChecked(picture.silent)
        self.burned.setChecked(picture.burned)
        needed = film and not picture.captions
        self.missing.setVisible(needed and not picture.silent and not picture.burned)
        self.burned.setVisible(needed and not picture.silent)
        self.silent.setVisible(needed)
        self.music.setCurrentIndex(max(0, list(MUSIC).index(Music(picture.music))))
        self.music.setVisible(film and not picture.silent)
        for widget in (self.state, self.captions, self.remove):
            widget.setVisible(film)

    def _say_burned(self, on: bool) -> None:
        self.burned_set.emit(on)

    def _say_silent(self, on: bool) -> None:
        self.silent_set.emit(on)
