# SPDX-License-Identifier: EUPL-1.2
"""Who stands where in a picture: its consents in a list, and a numbered pin for each on the picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kalender.domain.crop import Focus
from kalender.domain.picture import Picture
from kalender.domain.rights.consent import Consent
from kalender.ui.pictures.people.canvas import PinCanvas
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.rights.consents import person_words
from kalender.wording.tr import tr

_ID = Qt.ItemDataRole.UserRole


class PinsDialog(Sheet):
    """done(spots by consent) hears what was decided; open_consent(id) shows one of the register."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        picture: Picture,
        consents: Sequence[Consent],
        image: Callable[[], QImage],
        done: Callable[[Mapping[str, Focus]], object],
        open_consent: Callable[[str], object],
    ) -> None:
        heading = tr("Wer ist wo auf dem Bild?")
        super().__init__(theme, parent, title=heading, width=640)
        self._image, self._open = image, open_consent
        self.body.addWidget(Text(theme, heading, "title-2", wrap=True))
        self.body.addWidget(Text(theme, PinCanvas.hint(), "small", ink="text-2", wrap=True))
        self._people = [(item.id, person_words(item)) for item in consents]
        known = {id_ for id_, _name in self._people}
        spots = {pin.id: pin.spot for pin in picture.pins if pin.spot is not None and pin.id in known}
        self.canvas = PinCanvas(theme, self._people, spots)
        row = spaced(theme, QHBoxLayout(), gap=12)
        row.addWidget(self.canvas, 1)
        side = spaced(theme, QVBoxLayout(), gap=8)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Personen mit Einwilligung"))
        self.list.setFont(theme.font("body"))
        self.list.setSpacing(theme.px(2))
        self.list.setWordWrap(True)
        self.list.setFixedWidth(theme.px(220))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for id_, _name in self._people:
            item = QListWidgetItem()
            item.setData(_ID, id_)
            self.list.addItem(item)
        side.addWidget(self.list, 1)
        self.remove = Button(theme, tr("Punkt wegnehmen"), size=Size.DENSE, clicked=self._remove)
        self.show_consent = Button(
            theme, tr("Einwilligung öffnen …"), size=Size.DENSE, clicked=self._open_chosen
        )
        side.addWidget(self.remove)
        side.addWidget(self.show_consent)
        row.addLayout(side)
        self.body.addLayout(row, 1)
        self.body.addWidget(
            Text(
                theme,
                tr("Die Punkte bleiben im Haus: Sie stehen in keiner Bilddatei und in keinem Export."),
                "small",
                ink="text-2",
                wrap=True,
            )
        )
        self.list.currentRowChanged.connect(lambda _row: self._choose())
        self.canvas.changed.connect(self._say)
        self.canvas.chosen.connect(self._follow)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(tr("Übernehmen"), lambda: done(dict(self.canvas.spots)), kind=Kind.PRIMARY)
        self.go.setDefault(True)
        self.list.setCurrentRow(0)
        self._say()
        self.refresh()
        self.canvas.setFocus()

    @property
    def current(self) -> str:
        """The consent of the chosen person."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if self._people else ""

    def refresh(self) -> None:
        """Show the copy of the picture as soon as there is one."""
        self.canvas.show_image(self._image())

    def _choose(self) -> None:
        self.canvas.choose(self.current)
        self.remove.setEnabled(self.current in self.canvas.spots)

    def _follow(self, id_: str) -> None:
        self.list.setCurrentRow([item for item, _name in self._people].index(id_))

    def _say(self) -> None:
        for row, (id_, name) in enumerate(self._people):
            marked = id_ in self.canvas.spots
            item = self.list.item(row)
            item.setText(f"{row + 1}  {name}" if marked else f"–  {name}")
            said = tr("{name}, Punkt {n}") if marked else tr("{name}, noch kein Punkt")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said.format(name=name, n=row + 1))
        self.remove.setEnabled(self.current in self.canvas.spots)

    def _remove(self) -> None:
        self.canvas.spots.pop(self.current, None)
        self.canvas.choose(self.current)
        self._say()

    def _open_chosen(self) -> None:
        if self.current:
            self._open(self.current)
