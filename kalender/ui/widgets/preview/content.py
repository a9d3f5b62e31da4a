# SPDX-License-Identifier: EUPL-1.2
"""What a preview shows, and the light colours platforms have in every theme."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage

from kalender.domain.frozen import frozen

PAPER = "#FFFFFF"
INK = "#15191B"
INK_2 = "#5D686D"
LINE = "#E1E6E7"
LINK = "#0B5FD0"
PHONE = "#11181B"


@frozen
class PreviewContent:
    """A post on one channel. platform: id such as "instagram"; network: its name in words.

    account: who posts; handle: as it stands there; when: "14. Dezember um 09:00"; fold: characters before
    "mehr" (0: not folded); pictures already cut to the channel's format, with alts beside them; link: address
    shown as a card; place: under the name; at: which of the pictures is in front.
    rtl: the language runs from right to left.
    """

    platform: str
    network: str = ""
    account: str = ""
    handle: str = ""
    when: str = ""
    place: str = ""
    text: str = ""
    fold: int = 0
    pictures: tuple[QImage, ...] = ()
    alts: tuple[str, ...] = ()
    link: str = ""
    headline: str = ""
    at: int = 0
    rtl: bool = False

    @property
    def shown(self) -> str:
        """The text before the fold, cut at a word."""
        if not self.folded:
            return self.text
        return self.text[: self.fold].rsplit(None, 1)[0].rstrip()

    @property
    def folded(self) -> bool:
        """Tell whether "mehr" has to be tapped to read all."""
        return 0 < self.fold < len(self.text)

    @property
    def spoken(self) -> str:
        """The preview in words, for screen readers."""
        alts = [f"Bild: {alt}" if alt else "Bild ohne Beschreibung" for alt in self.alts]
        return ". ".join(part for part in (self.account, self.when, self.text, *alts, self.link) if part)


def colour(code: str) -> QColor:
    """Return one of the colours here."""
    return QColor(code)
