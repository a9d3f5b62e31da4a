# SPDX-License-Identifier: EUPL-1.2
"""A picture of the library: what the original is, who made it, what it may be used for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum, StrEnum
from math import inf
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


class AiMark(Enum):
    """What a machine had to do with a picture. The journal keeps the values: true is what it said before there was more."""

    NONE = False
    MADE = True
    ALTERED = "altered"

    def __bool__(self) -> bool:
        """Tell whether it has to be marked."""
        return self is not AiMark.NONE


class People(StrEnum):
    """Who can be recognised in a picture."""

    UNKNOWN = "unknown"
    NONE = "none"
    INCIDENTAL = "incidental"
    CROWD = "crowd"
    INDIVIDUALS = "individuals"


@frozen
class Pin:
    """Where somebody stands in a picture. id: of the consent; spot: per mille of the upright original, nothing done to it.

    It never leaves the house, neither in a file nor in what an approval covers.
    """

    id: str
    spot: Focus | None = None


class Proposed(StrEnum):
    """By what the focus point of a picture was proposed, as long as nobody has set it."""

    NO = ""
    FACES = "faces"
    SEEN = "seen"


class Music(StrEnum):
    """What music a film has, and on what ground: of networks it is for private accounts, as a rule."""

    UNSAID = "unsaid"
    NONE = "none"
    LICENSED = "licensed"
    NETWORK = "network"


@frozen
class TileWord:
    """Words of a tile. id: the field of its template."""

    id: str
    text: str = ""


@frozen
class TileImage:
    """A tile as it is set in one more shape: an original of its own on the shelf. width, height: px."""

    id: str
    sha256: str = ""
    suffix: str = "png"
    width: int = 0
    height: int = 0
    bytes: int = 0


@frozen
class Picture:
    """One imported original. width and height are pixels of the file after turning it upright.

    proposed: by what the focus point was proposed when it was taken in; nobody has set it since.
    consents: ids of the consents of people in it; pins: where they stand. note: what the file says is to be seen, or what a person
    noted; a hint for the alt text and never one by itself. terms: what the file says it may be used for. from_file:
    names of fields that stand as they were read from the file, and that nobody has written since.
    film, captions: SHA-256 of the film this is the cover of, and of its captions; film_ms: its length in milliseconds;
    film_width, film_height: px as it is shown; film_bytes: size of its file, 0 where a plan did not keep it yet;
    silent: nothing in it has to be heard; burned: its captions are part of the picture; music: what is played in it.
    turn, tilt, light, contrast, covers: what is done to it before it is cut, see work.
    tile: the template of a picture made from words, empty for all others; tile_…: what it was made from, see
    tiles/tile; tile_shapes: what formats of another shape than its own show instead of a crop.
    shape: such an original of another shape, which is kept like a picture and shown nowhere.
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
    proposed: Proposed = Proposed.NO
    alt: str = ""
    credit: str = ""
    licence: Licence = Licence.UNKNOWN
    licence_link: str = ""
    valid_until: date | None = None
    credit_shown: bool = False
    ai: AiMark = AiMark.NONE
    people: People = People.UNKNOWN
    source: str = ""
    note: str = ""
    consents: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()
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
    film_bytes: int = 0
    captions: str = ""
    captions_suffix: str = ""
    silent: bool = False
    burned: bool = False
    music: Music = Music.UNSAID
    tile: str = ""
    tile_kicker: str = ""
    tile_words: tuple[TileWord, ...] = ()
    tile_shapes: tuple[TileImage, ...] = ()
    tile_ground: str = ""
    tile_ink: str = ""
    tile_accent: str = ""
    tile_arms: bool = False
    tile_back: str = ""
    tile_veil: int = 0
    tile_dark: int = 0
    tile_light: int = 0
    tile_covers: str = ""
    shape: bool = False

    @property
    def companion(self) -> bool:
        """Tell whether this is no picture but the film of one, its captions, or a tile in another shape: shown nowhere."""
        return self.shape or self.suffix in COMPANIONS

    def shaped(self, ratio: tuple[int, int]) -> Picture:
        """Return what a format of this ratio is cut from: this picture, or for a tile the original of the nearest shape.

        What is done to pictures is done to no tile: it is made again instead.
        """
        if not self.tile_shapes or min(*ratio, self.width, self.height) <= 0:
            return self
        sizes = [(self.width, self.height), *((item.width, item.height) for item in self.tile_shapes)]
        distances = [_distance(size, ratio) for size in sizes]
        nearest = min(range(len(sizes)), key=distances.__getitem__)
        plain = replace(self.unworked, focus=CENTRE)
        if not nearest:
            return plain
        found = self.tile_shapes[nearest - 1]
        return replace(
            plain, id=found.sha256, sha256=found.sha256, suffix=found.suffix, width=found.width,
            height=found.height, bytes=found.bytes,
        )  # fmt: skip

    def focused(self, focus: Focus) -> Picture:
        """Return it with the focus point a person has set, be it the one that was proposed."""
        return replace(self, focus=focus, proposed=Proposed.NO)

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


def _distance(size: tuple[int, int], ratio: tuple[int, int]) -> float:
    """Return how far a shape is from a ratio: 1 for the same, 2 for twice as wide or tall."""
    across, up = size[0] * ratio[1], size[1] * ratio[0]
    return max(across / up, up / across) if across and up else inf
