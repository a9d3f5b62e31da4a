# SPDX-License-Identifier: EUPL-1.2
"""A picture of the library: what the original is, who made it, what it may be used for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, ClassVar

from kalender.domain.crop import CENTRE, MOST_TILT, MOST_TONE, PLAIN, Cover, Focus, Work
from kalender.domain.frozen import frozen

COMPANIONS = frozenset({"mp4", "mov", "srt", "vtt"})
"""Suffixes of what lies on the shelf beside pictures and is none."""

ENDING = timedelta(days=30)
"""How long before its last day the right to use a picture is told to end."""


class Licence(StrEnum):
    """On what ground the municipality may use a picture."""

    UNKNOWN = "unknown"
    OWN = "own"
    COMMISSIONED = "commissioned"
    STOCK = "stock"
    STOCK_SOCIAL = "stock_social"
    CC0 = "cc0"
    CC_BY = "cc_by"
    CC_BY_SA = "cc_by_sa"
    CC_BY_ND = "cc_by_nd"
    PERMISSION = "permission"
    AGENCY = "agency"
    AI = "ai"


class People(StrEnum):
    """Who can be recognised in a picture."""

    UNKNOWN = "unknown"
    NONE = "none"
    INCIDENTAL = "incidental"
    CROWD = "crowd"
    INDIVIDUALS = "individuals"


class Music(StrEnum):
    """What music a film has, and on what ground: of networks it is for private accounts, as a rule."""

    UNSAID = "unsaid"
    NONE = "none"
    LICENSED = "licensed"
    NETWORK = "network"


@frozen
class Picture:
    """One imported original. width and height are pixels of the file after turning it upright.

    consents: ids of the consents of people in it. note: what the file says is to be seen, or what a person
    noted; a hint for the alt text and never one by itself. terms: what the file says it may be used for. from_file:
    names of fields that stand as they were read from the file, and that nobody has written since.
    film, captions: SHA-256 of the film this is the cover of, and of its captions; film_ms: its length in milliseconds;
    film_width, film_height: px as it is shown; silent: nothing in it has to be heard; music: what is played in it.
    turn, tilt, light, contrast, covers: what is done to it before it is cut, see work.
    """

    KIND: ClassVar[str] = "picture"

    id: str
    sha256: str = ""
    name: str = ""
    suffix: str = ""
    width: int = 0
    height: int = 0
    bytes: int = 0
    focus: Focus = CENTRE
    alt: str = ""
    credit: str = ""
    licence: Licence = Licence.UNKNOWN
    licence_link: str = ""
    valid_until: date | None = None
    credit_shown: bool = False
    ai: bool = False
    people: People = People.UNKNOWN
    source: str = ""
    note: str = ""
    consents: tuple[str, ...] = ()
    terms: str = ""
    from_file: tuple[str, ...] = ()
    turn: int = 0
    tilt: int = 0
    light: int = 0
    contrast: int = 0
    covers: tuple[Cover, ...] = ()
    film: str = ""
    film_suffix: str = ""
    film_name: str = ""
    film_ms: int = 0
    film_width: int = 0
    film_height: int = 0
    captions: str = ""
    captions_suffix: str = ""
    silent: bool = False
    music: Music = Music.UNSAID

    @property
    def companion(self) -> bool:
        """Tell whether this is no picture but the film of one, or its captions: kept like an original, shown nowhere."""
        return self.suffix in COMPANIONS

    def described(self, values: Mapping[str, Any]) -> Picture:
        """Return it with values of fields that a person wrote: what is another one no longer stands as the file says."""
        touched = {name for name, value in values.items() if getattr(self, name) != value}
        kept = tuple(name for name in self.from_file if name not in touched)
        return replace(self, **{**values, "from_file": kept})

    def says(self, words: str) -> bool:
        """Tell whether name, alt text, credit, source or note contain all of the words."""
        if not words:
            return True
        text = f"{self.name} {self.alt} {self.credit} {self.source} {self.note}".casefold()
        return all(word in text for word in words.casefold().split())

    def ends_soon(self, today: date) -> bool:
        """Tell whether the right to use it ends within a month, or has ended."""
        return self.valid_until is not None and self.valid_until <= today + ENDING

    @property
    def size(self) -> tuple[int, int]:
        """Pixels of the picture as it is cut (width, height): the upright original, turned and straightened."""
        if not self.turn and not self.tilt:
            return self.width, self.height
        return self.work.size((self.width, self.height))

    @property
    def work(self) -> Work:
        """What is done to the original before it is cut; numbers out of range are taken to the nearest inside."""
        if not (self.turn or self.tilt or self.light or self.contrast or self.covers):
            return PLAIN
        return Work(
            turn=self.turn % 4,
            tilt=max(-MOST_TILT, min(MOST_TILT, self.tilt)),
            light=max(-MOST_TONE, min(MOST_TONE, self.light)),
            contrast=max(-MOST_TONE, min(MOST_TONE, self.contrast)),
            covers=tuple(item for item in self.covers if item.box is not None),
        )

    @property
    def unworked(self) -> Picture:
        """The picture as it was taken in."""
        return replace(self, turn=0, tilt=0, light=0, contrast=0, covers=())
