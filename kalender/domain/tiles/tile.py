# SPDX-License-Identifier: EUPL-1.2
"""What a tile says and how it looks, before it is a picture; the templates it follows; the colours of the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from hashlib import sha256
from typing import TYPE_CHECKING, ClassVar

from kalender.domain.frozen import frozen
from kalender.domain.tiles.contrast import BLACK, TEXT, WHITE, Rgb, colour, least, veiled

if TYPE_CHECKING:
    from kalender.domain.picture import Picture

GROUND, INK, ACCENT = "#0B4F57", "#FFFFFF", "#F2C14E"
"""Colours of a house that has said nothing about its own; the ink has 9.2, the accent 5.6 on the ground."""

VEIL = 75
"""Per cent of the ground that lie over a picture unless somebody says otherwise."""


@frozen
class TileField:
    """A field of a template. rank: what is left out first where room is short (the highest); needed: never.

    limit: letters that are surely enough. size: in parts of the common size; ink: ink or accent.
    symbol, before: what stands before it. gap: room above.
    """

    id: str
    label: str
    hint: str = ""
    limit: int = 300
    lines: int = 1
    size: float = 1.25
    weight: int = 400
    ink: str = "ink"
    gap: float = 1.4
    symbol: str = ""
    before: str = ""
    needed: bool = False
    rank: int = 1


@frozen
class TileTemplate:
    """A kind of tile. kicker: the word at its top; fields in the order they stand in."""

    id: str
    name: str
    kicker: str
    symbol: str = ""
    hint: str = ""
    middle: bool = True
    fields: tuple[TileField, ...] = ()


@frozen
class TileShape:
    """A shape tiles are set in. label: its ratio as people say it. width, height: px.

    top, right, bottom: share that platforms cover with their own buttons. sparse: what is too much may be left out.
    """

    id: str
    label: str
    width: int
    height: int
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    sparse: bool = False


@frozen
class Tile:
    """What somebody wants to be on a tile. words: by field of the template. colours as #0B4F57.

    arms: whether the coat of arms is shown. back: id of a picture behind the words, empty for none; veil: per cent.
    dark, light: the darkest and the lightest grey of that picture, 0 to 255, but for a few pixels.
    """

    template: str = ""
    kicker: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    ground: str = GROUND
    ink: str = INK
    accent: str = ACCENT
    arms: bool = True
    back: str = ""
    veil: int = VEIL
    dark: int = 0
    light: int = 255

    @property
    def grounds(self) -> tuple[Rgb, ...]:
        """What the words stand on: the colour, or picture and veil where they are darkest and lightest."""
        ground = colour(self.ground) or WHITE
        if not self.back:
            return (ground,)
        greys = ((self.dark, self.dark, self.dark), (self.light, self.light, self.light))
        return tuple(veiled(ground, grey, self.veil) for grey in greys)

    @property
    def contrasts(self) -> dict[str, float]:
        """How well ink and accent are read, each where it is read worst."""
        return {
            "ink": least(colour(self.ink) or BLACK, self.grounds),
            "accent": least(colour(self.accent) or BLACK, self.grounds),
        }

    @property
    def legible(self) -> bool:
        """Tell whether all words have the contrast that text needs; the accent bears small words too."""
        return all(value >= TEXT for value in self.contrasts.values())

    def said(self, template: TileTemplate | None) -> str:
        """Return all its words in their order as a description for those who do not see it."""
        order = [item.id for item in template.fields] if template else sorted(self.words)
        parts = [self.words[name].strip() for name in order if self.words.get(name, "").strip()]
        text = " ".join(part if part[-1] in ".!?…:" else f"{part}." for part in map(_joined, parts))
        return f"{self.kicker}: {text}" if self.kicker and text else text


def tile_of(picture: Picture) -> Tile:
    """Return what a picture was made from that is made from words."""
    return Tile(
        template=picture.tile,
        kicker=picture.tile_kicker,
        words={item.id: item.text for item in picture.tile_words},
        ground=picture.tile_ground,
        ink=picture.tile_ink,
        accent=picture.tile_accent,
        arms=picture.tile_arms,
        back=picture.tile_back,
        veil=picture.tile_veil,
        dark=picture.tile_dark,
        light=picture.tile_light,
    )


def covers_mark(back: Picture) -> str:
    """Return a short name for the places that are covered in a picture behind the words; empty for none."""
    told = "|".join(sorted(f"{item.box} {item.blurred}" for item in back.covers if item.box is not None))
    return sha256(told.encode()).hexdigest()[:12] if told else ""


def _joined(text: str) -> str:
    return " ".join(text.split())


@frozen
class HouseStyle:
    """How tiles of a house look unless one says otherwise. Kept as the record setting/style.

    arms: id of the picture of the coat of arms, empty for none. arms_note: who may use it, and by what permission.
    sender: what stands beside it, empty for the name of the municipality.
    """

    KIND: ClassVar[str] = "setting"

    id: str = "style"
    ground: str = GROUND
    ink: str = INK
    accent: str = ACCENT
    arms: str = ""
    arms_note: str = ""
    sender: str = ""
