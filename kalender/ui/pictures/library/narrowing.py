# SPDX-License-Identifier: EUPL-1.2
"""Which pictures of the library are shown: by words, by use, by what ends soon, by where they came from."""

from __future__ import annotations

from collections.abc import Iterable

from kalender.domain.picture import Picture
from kalender.domain.rights.consent import State
from kalender.services.consents.register import Consents
from kalender.services.pictures import Pictures

ALL, USED, UNUSED, ENDING = "all", "used", "unused", "ending"
_DOUBTFUL = {State.SOON, State.EXPIRED, State.REVOKED}


class Narrowing:
    """Asks the plan once for each time the pictures are narrowed, however many there are."""

    def __init__(self, pictures: Pictures, consents: Consents) -> None:
        self._pictures, self._consents = pictures, consents

    def kept(
        self, pictures: Iterable[Picture], words: str, which: str = ALL, source: str = ""
    ) -> list[Picture]:
        """Return the pictures that are left, by name. which: ALL, USED, UNUSED or ENDING; source: "" is any."""
        found = [item for item in pictures if item.says(words)]
        if source:
            found = [item for item in found if item.source == source]
        if which in {USED, UNUSED}:
            used = self._pictures.used()
            found = [item for item in found if (item.id in used) is (which == USED)]
        elif which == ENDING:
            today = self._consents.today()
            doubtful = {item.id for item in self._consents.all() if item.state(today) in _DOUBTFUL}
            found = [item for item in found if item.ends_soon(today) or doubtful.intersection(item.consents)]
        return sorted(found, key=lambda item: (item.name.casefold(), item.id))


def sources(pictures: Iterable[Picture]) -> list[str]:
    """Return where pictures came from, each once and in order."""
    return sorted({item.source for item in pictures if item.source}, key=str.casefold)
