# SPDX-License-Identifier: EUPL-1.2
"""What the file of a picture says of itself, where the picture came from, and how long it may be used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kalender.domain.picture import Picture
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Size
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.controls.day import DayButton
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.wording.pictures import ending_words, read_words
from kalender.wording.tr import tr


class FromFile(Ground):
    """What the file says. taken(text): its caption is to become the alt text. Hidden where it says nothing."""

    taken = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="b", parent=parent)
        self._note = ""
        column = spaced(theme, QVBoxLayout(self), (16, 12, 16, 12), 6)
        column.addWidget(SectionHeader(theme, tr("Aus der Datei gelesen")))
        self.fields = Text(theme, "", "small", ink="text-2", wrap=True)
        self.note = Text(theme, "", "small", wrap=True)
        self.terms = Text(theme, "", "small", wrap=True)
        self.link = Text(theme, "", "small", ink="text-2", wrap=True)
        for line in (self.fields, self.note, self.terms, self.link):
            column.addWidget(line)
        self.take = Button(theme, tr("Als Alternativtext übernehmen"), size=Size.DENSE, clicked=self._take)
        column.addWidget(self.take)

    def show_picture(self, picture: Picture) -> None:
        """Show what is known from the file of a picture."""
        self._note = picture.note
        self.fields.setText(read_words(picture))
        self.note.setText(tr("Beschreibung: „{text}“").format(text=picture.note))
        self.terms.setText(tr("Bedingungen: „{text}“").format(text=picture.terms))
        self.link.setText(tr("Lizenz: {address}").format(address=picture.licence_link))
        self.fields.setVisible(bool(picture.from_file))
        self.note.setVisible(bool(picture.note))
        self.terms.setVisible(bool(picture.terms))
        self.link.setVisible(bool(picture.licence_link))
        self.take.setVisible(bool(picture.note) and not picture.alt.strip())
        self.setVisible(bool(picture.from_file or picture.note or picture.terms or picture.licence_link))

    def _take(self) -> None:
        self.taken.emit(self._note)


class Origin(Ground):
    """Where a picture came from and until when it may be used. field_set(name of the picture's field, value)."""

    field_set = Signal(str, object)

    def __init__(self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="b", parent=parent)
        self._today = today
        self._quiet = False
        column = spaced(theme, QVBoxLayout(self), (16, 12, 16, 12), 6)
        column.addWidget(SectionHeader(theme, tr("Herkunft und Frist")))
        self.source = LineField(theme, hint=tr("Fachamt, Verein, Agentur …"))
        self.source.editingFinished.connect(self._say_source)
        column.addWidget(Field(theme, tr("Von wem das Bild kommt"), self.source))
        self.limited = CheckBox(theme, tr("Das Nutzungsrecht endet"), role="small")
        self.limited.clicked.connect(lambda _on: self._say_until())
        column.addWidget(self.limited)
        self.until = DayButton(theme, tr("Gültig bis"), today())
        self.until.chosen.connect(lambda _day: self._say_until())
        column.addWidget(self.until)
        self.ending = Text(theme, "", "small", ink="warn", wrap=True)
        column.addWidget(self.ending)

    def show_picture(self, picture: Picture) -> None:
        """Show what is known of a picture."""
        self._quiet = True
        if self.source.text() != picture.source:
            self.source.setText(picture.source)
        self.limited.setChecked(picture.valid_until is not None)
        self.until.set_day(picture.valid_until or _in_a_year(self._today()))
        self._show_ending(picture.valid_until)
        self._quiet = False

    def _show_ending(self, until: date | None) -> None:
        self.until.setVisible(until is not None)
        words = ending_words(until, self._today())
        self.ending.setText(words)
        self.ending.setVisible(bool(words))

    def _say_source(self) -> None:
        if not self._quiet:
            self.field_set.emit("source", " ".join(self.source.text().split()))

    def _say_until(self) -> None:
        until = self.until.day if self.limited.isChecked() else None
        self._show_ending(until)
        if not self._quiet:
            self.field_set.emit("valid_until", until)


def _in_a_year(today: date) -> date:
    return date(today.year + 1, today.month, min(today.day, 28))
