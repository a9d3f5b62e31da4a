# SPDX-License-Identifier: EUPL-1.2
"""The consents noted with a picture, and the choice of others from the register."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kalender.domain.crop import Focus
from kalender.domain.picture import Picture
from kalender.domain.refusal import Refused
from kalender.domain.rights.consent import Consent, State
from kalender.services.consents.register import Consents
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.field import LineField
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.refusals import sentence
from kalender.wording.rights.consents import person_words, state_words
from kalender.wording.tr import tr

_ID = Qt.ItemDataRole.UserRole
_SYMBOLS = {
    State.VALID: ("ri.checkbox-circle-line", "ok"),
    State.SOON: ("ri.timer-line", "warn"),
    State.EXPIRED: ("ri.error-warning-fill", "warn"),
    State.REVOKED: ("ri.forbid-line", "err"),
}


class ConsentBox(Ground):
    """Who in the picture agreed. wanted: a consent by id, "" for a new one, and the picture. refused: why it stayed so."""

    wanted = Signal(str, str)
    refused = Signal(str)
    pins_wanted = Signal(str)
    """Somebody wants to mark on a picture (id) who stands where."""

    def __init__(self, theme: Theme, consents: Consents, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="b", parent=parent)
        self._themed, self._consents = theme, consents
        self._picture = ""
        self._ids: tuple[str, ...] = ()
        column = spaced(theme, QVBoxLayout(self), (16, 12, 16, 12), 6)
        column.addWidget(SectionHeader(theme, tr("Einwilligungen")))
        self.nobody = Text(theme, tr("Noch keine eingetragen."), "small", ink="text-2")
        column.addWidget(self.nobody)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        column.addLayout(self._rows)
        row = spaced(theme, QHBoxLayout(), gap=8)
        self.choose = Button(theme, tr("Auswählen …"), size=Size.DENSE, clicked=self._choose)
        self.choose.setAccessibleName(tr("Einwilligungen auswählen"))
        self.enter = Button(theme, tr("Neue eintragen …"), size=Size.DENSE, clicked=partial(self._ask, ""))
        self.enter.setAccessibleName(tr("Neue Einwilligung eintragen"))
        row.addWidget(self.choose)
        row.addWidget(self.enter)
        row.addStretch(1)
        column.addLayout(row)
        self.pin = Button(
            theme,
            tr("Wer ist wo? …"),
            icon="ri.map-pin-user-line",
            size=Size.DENSE,
            clicked=lambda: self.pins_wanted.emit(self._picture),
        )
        self.pin.setAccessibleName(tr("Personen auf dem Bild markieren"))
        column.addWidget(self.pin, 0, Qt.AlignmentFlag.AlignLeft)
        self.links: list[Link] = []

    def show_picture(self, picture: Picture) -> None:
        """Show the consents of a picture; those in the trash are left out."""
        self._picture = picture.id
        known = {item.id: item for item in self._consents.all()}
        self._ids = tuple(id_ for id_ in picture.consents if id_ in known)
        self.links = []
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        pinned = {item.id for item in picture.pins if item.spot is not None}
        for number, id_ in enumerate(self._ids, 1):
            self._rows.addWidget(self._row(known[id_], number if id_ in pinned else 0))
        self.pin.setVisible(bool(self._ids))
        self.nobody.setVisible(not self._ids)
        self.choose.setVisible(bool(known))

    @staticmethod
    def pins(picture: Picture, known: Collection[str]) -> list[tuple[int, Focus]]:
        """Return where the people of a picture stand, each with the number that its row has. known: ids in the register."""
        spots = {item.id: item.spot for item in picture.pins}
        noted = [id_ for id_ in picture.consents if id_ in known]
        return [(n, spot) for n, id_ in enumerate(noted, 1) if (spot := spots.get(id_)) is not None]

    def _row(self, consent: Consent, number: int) -> QWidget:
        theme, today = self._themed, self._consents.today()
        whole = QWidget()
        row = spaced(theme, QHBoxLayout(whole), gap=8)
        icon, ink = _SYMBOLS[State.SOON if consent.asks_the_child else consent.state(today)]
        row.addWidget(Symbol(theme, icon, ink, size=14), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        name, state = person_words(consent), state_words(consent, today)
        if number:
            state = tr("{state}, Punkt {n}").format(state=state, n=number)
        room = theme.px(250)
        shown = theme.metrics("small", 500).elidedText(name, Qt.TextElideMode.ElideRight, room)
        link = Link(theme, shown, clicked=partial(self._ask, consent.id))
        link.setAccessibleName(f"{name}: {state}")
        link.setToolTip(name)
        self.links.append(link)
        words.addWidget(link)
        words.addWidget(Text(theme, state, "small", ink="text-2", wrap=True))
        row.addLayout(words, 1)
        return whole

    def _ask(self, id_: str) -> None:
        self.wanted.emit(id_, self._picture)

    def _note(self, ids: Sequence[str]) -> None:
        try:
            self._consents.note_with(self._picture, ids)
        except Refused as refusal:
            self.refused.emit(sentence(refusal))

    def _choose(self) -> None:
        chooser = ConsentChooser(
            self._themed, self.window(), consents=self._consents, chosen=self._ids, done=self._note
        )
        chooser.open()


class ConsentChooser(Sheet):
    """Ticks consents of the register for a picture. done: hears the ids that are ticked, as they were entered."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        consents: Consents,
        chosen: Sequence[str],
        done: Callable[[tuple[str, ...]], object],
    ) -> None:
        heading = tr("Wer ist auf dem Bild zu erkennen?")
        super().__init__(theme, parent, title=heading, width=460)
        self.body.addWidget(Text(theme, heading, "title-2", wrap=True))
        words = tr("Person suchen")
        self.search = LineField(theme, icon="ri.search-line", hint=words, name=words)
        self.body.addWidget(self.search)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Einwilligungen"))
        self.list.setFont(theme.font("body"))
        self.list.setMinimumHeight(theme.px(220))
        self.list.setSpacing(theme.px(3))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        today = consents.today()
        for consent in consents.all():
            item = QListWidgetItem(f"{person_words(consent)}, {state_words(consent, today)}")
            item.setData(_ID, consent.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = consent.id in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list, 1)
        self.search.textChanged.connect(self._narrow)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(tr("Übernehmen"), lambda: done(self.ticked), kind=Kind.PRIMARY)
        self.go.setDefault(True)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the consents that are ticked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not all(word in item.text().casefold() for word in words))
