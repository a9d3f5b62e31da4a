# SPDX-License-Identifier: EUPL-1.2
"""Connects the consents of pictures with their dialogs, in the library and on the crop page: the form, and who stands where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kalender.domain.crop import turned_focus
from kalender.domain.picture import People
from kalender.domain.refusal import Refused
from kalender.ui.pictures.library.consents import ConsentBox

if TYPE_CHECKING:
    from kalender.services.acting.changes import Changes
    from kalender.ui.pictures.crop_page import CropPage
    from kalender.ui.pictures.library.page import LibraryPage
    from kalender.ui.shell.workplace import Workplace

LARGE = 1200
"""Px of the copy on which people are marked."""


def wire(work: Workplace, page: LibraryPage) -> None:
    """Let consents be entered, opened and pinned from the library."""
    page.consent_wanted.connect(partial(enter_one, work))
    page.details.consents.pins_wanted.connect(partial(pin, work))


def enter_one(work: Workplace, id_: str, picture: str) -> None:
    """Open the form of a consent, of a new one for a picture where there is no id."""
    from kalender.ui.shell.further.consents import enter

    enter(work, id_, () if id_ else (picture,)).open()


def pin(work: Workplace, id_: str) -> None:
    """Open the picture on which people are marked."""
    from kalender.ui.pictures.people.dialog import PinsDialog

    house = work.house
    picture = house.pictures.get(id_)
    known = {item.id: item for item in house.consents.all()}
    dialog = PinsDialog(
        work.theme,
        work.window,
        picture=picture,
        consents=[known[name] for name in picture.consents if name in known],
        image=lambda: work.copies.raw_of(id_, LARGE),
        done=lambda spots: work.attempt(lambda: house.consents.pin(id_, spots)),
        open_consent=lambda name: enter_one(work, name, id_),
    )
    refresh = dialog.refresh
    work.copies.ready.connect(refresh)
    dialog.finished.connect(lambda _code: work.copies.ready.disconnect(refresh))
    dialog.open()


class BesideCrops(QObject):
    """The consents of the picture on the crop page, and its people on the canvas.

    There only where somebody can be recognised or a consent is noted. Pins lie on the picture as it was taken in: while
    it is straightened they are shown in their dialog alone.
    """

    def __init__(self, work: Workplace, page: CropPage) -> None:
        super().__init__(page)
        self._work, self._page = work, page
        self._picture = ""
        self.box = ConsentBox(work.theme, work.house.consents)
        page.rights.put_last(self.box)
        self.box.hide()
        self.box.wanted.connect(partial(enter_one, work))
        self.box.pins_wanted.connect(partial(pin, work))
        self.box.refused.connect(work.window.warn)
        page.rights.shown_one.connect(self.show_picture)
        page.rights.field_set.connect(lambda name, _value: self._again() if name == "people" else None)
        page.adjusting.shown.connect(self._again)
        work.announcer.changed.connect(self._hear)

    def show_picture(self, id_: str) -> None:
        """Show the people of another picture."""
        self._picture = id_
        self._again()

    def _hear(self, changes: Changes) -> None:
        if self._picture and (changes.ids("consent") or self._picture in changes.ids("picture")):
            self._again()

    def _again(self) -> None:
        try:
            picture = self._work.house.pictures.get(self._picture)
        except Refused:
            self.box.hide()
            self._page.canvas.show_pins(())
            return
        known = {item.id for item in self._work.house.consents.all()}
        seen = People(self._page.rights.people.currentData()) is People.INDIVIDUALS
        self.box.show_picture(picture)
        self.box.setVisible(seen or bool(known.intersection(picture.consents)))
        draft = self._page.draft
        now = draft.picture(self._page.attachment) if draft is not None and self._page.attachment else picture
        pins = [(n, turned_focus(spot, now.turn)) for n, spot in ConsentBox.pins(picture, known)]
        self._page.canvas.show_pins(() if now.tilt else pins)
