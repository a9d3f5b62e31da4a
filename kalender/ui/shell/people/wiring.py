# SPDX-License-Identifier: EUPL-1.2
"""Connects the consents of the library with their dialogs: the form, and who stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.ui.pictures.library.page import LibraryPage

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace

LARGE = 1200
"""Px of the copy on which people are marked."""


def wire(work: Workplace, page: LibraryPage) -> None:
    """Let consents be entered, opened and pinned from the page."""

    def enter_one(id_: str, picture: str) -> None:
        """Open the form of a consent, of a new one for a picture where there is no id."""
        from kalender.ui.shell.further.consents import enter

        enter(work, id_, () if id_ else (picture,)).open()

    def pin(id_: str) -> None:
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
            open_consent=lambda name: enter_one(name, id_),
        )
        refresh = dialog.refresh
        work.copies.ready.connect(refresh)
        dialog.finished.connect(lambda _code: work.copies.ready.disconnect(refresh))
        dialog.open()

    page.consent_wanted.connect(enter_one)
    page.details.consents.pins_wanted.connect(pin)
