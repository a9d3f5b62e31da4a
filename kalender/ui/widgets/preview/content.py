# SPDX-License-Identifier: EUPL-1.2
"""What a preview shows, and the colours of feeds, light or dark whatever the theme of the window."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage

from kalender.domain.frozen import frozen
from kalender.wording.tr import tr

PHONE = "#11181B"
"""The frame of a phone."""


@frozen
class Feed:
    """The colours of a feed: ground, words, quieter words, lines between, the edge of a card, the dot in front, other dots."""

    paper: str
    ink: str
    ink_2: str
    line: str
    edge: str
    dot: str
    dots: str


LIGHT = Feed(
    paper="#FFFFFF",
    ink="#15191B",
    ink_2="#5D686D",
    line="#E1E6E7",
    edge="#CCD3D5",
    dot="#0B5FD0",
    dots="#C6CED1",
)
DARK = Feed(
    paper="#1F2224",
    ink="#E7EAEC",
    ink_2="#AEB6BA",
    line="#3A4044",
    edge="#4A5256",
    dot="#6EA8FE",
    dots="#5A6368",
)
"""As platforms paint for people who have their phone dark; in between those of several of them."""

UNFOLD = {
    "facebook": "Mehr anzeigen",
    "linkedin": "mehr anzeigen",
    "mastodon": "Mehr anzeigen",
    "x": "Mehr anzeigen",
}
"""The word behind which a feed hides the rest of a text, where it is not „mehr“."""

LEAFED = frozenset({"instagram", "threads", "tiktok"})
"""Platforms on which several pictures lie one behind the other; others show them side by side."""


@frozen
class PreviewContent:
    """A post on one channel. platform: id such as "instagram"; network: its name in words.

    account: who posts; handle: as it stands there; when: "14. Dezember um 09:00"; fold: characters before
    "mehr" (0: not folded); pictures already cut to the channel's format, with alts beside them; link: address
    shown as a card; place: under the name; at: which of the pictures is in front.
    rtl: the language runs from right to left. dark: as in the feed of somebody whose phone is dark.
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
    dark: bool = False

    @property
    def feed(self) -> Feed:
        """The colours it is painted with."""
        return DARK if self.dark else LIGHT

    @property
    def more(self) -> str:
        """The word behind which the rest of the text is."""
        return tr(UNFOLD.get(self.platform, "mehr"))

    @property
    def leafed(self) -> bool:
        """Tell whether its pictures lie one behind the other."""
        return self.platform in LEAFED or len(self.pictures) == 1

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
