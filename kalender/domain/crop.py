# SPDX-License-Identifier: EUPL-1.2
"""Crops and focus points in per mille, and what is done to an original before it is cut. Whole numbers all of them."""

from __future__ import annotations

from functools import lru_cache
from math import cos, radians, sin
from typing import TYPE_CHECKING

from kalender.domain.frozen import frozen

if TYPE_CHECKING:
    from kalender.domain.journal.record import Json

FULL = 1000


@frozen
class Focus:
    """The point of a picture that every crop keeps, in per mille of width and height (0–1000)."""

    x: int = 500
    y: int = 500

    def __post_init__(self) -> None:
        if not (0 <= self.x <= FULL and 0 <= self.y <= FULL):
            raise ValueError(f"focus outside the picture: {self.x}, {self.y}")


CENTRE = Focus()
"""The focus of a picture nobody has looked at yet."""


@frozen
class Crop:
    """A rectangle inside the upright original, in per mille of its width (x, w) and height (y, h)."""

    x: int
    y: int
    w: int
    h: int

    def __post_init__(self) -> None:
        ends_inside = self.x + self.w <= FULL and self.y + self.h <= FULL
        if min(self.x, self.y) < 0 or min(self.w, self.h) < 1 or not ends_inside:
            raise ValueError(f"crop outside the picture: {self.x}, {self.y}, {self.w}, {self.h}")

    def pixels(self, width: int, height: int) -> tuple[int, int]:
        """Return the size of this crop in pixels of an original of width × height."""
        return round(self.w * width / FULL), round(self.h * height / FULL)


WHOLE = Crop(x=0, y=0, w=FULL, h=FULL)
"""All of a picture."""

_SOFT = "blurred"
_HEX = frozenset("0123456789abcdef")


@frozen
class Border:
    """What surrounds a whole picture in a format of another shape: one colour (#rrggbb), or where empty itself, blurred."""

    colour: str = ""

    def __post_init__(self) -> None:
        colour = self.colour
        if colour and not (len(colour) == len("#rrggbb") and colour[0] == "#" and set(colour[1:]) <= _HEX):
            raise ValueError(f"no colour: {colour}")

    @property
    def told(self) -> str:
        """The border in one word, as plans and approvals have it: blurred, or the colour."""
        return self.colour or _SOFT

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Red, green and blue from 0 to 255; of a blurred border black."""
        number = int(self.colour[1:] or "0", 16)
        return number >> 16, number >> 8 & 255, number & 255


BLURRED = Border()


def border_of(word: str) -> Border:
    """Return the border a word stands for, see told; raises ValueError for another word."""
    if not word:
        raise ValueError("no border")
    return BLURRED if word == _SOFT else Border(colour=word)


Own = Crop | Border
"""How a picture is brought into a format by hand: a part of it, or the whole of it within a border."""


@frozen
class PixelBox:
    """A rectangle in pixels of the upright original; right and bottom are exclusive."""

    left: int
    top: int
    right: int
    bottom: int


@lru_cache(maxsize=1024)
def fit(size: tuple[int, int], ratio: tuple[int, int], focus: Focus) -> Crop:
    """Return the largest crop of a ratio that keeps the focus as near to its middle as the edges allow.

    size: pixels of the upright original (width, height). ratio: width and height of the wanted format.
    """
    width, height = size
    wanted_w, wanted_h = ratio
    if min(width, height, wanted_w, wanted_h) <= 0:  # a record that lost its size says nothing of its shape
        return Crop(x=0, y=0, w=FULL, h=FULL)
    if width * wanted_h >= height * wanted_w:  # the picture is wider than the format: cut the sides
        h = FULL
        w = max(1, min(FULL, round(FULL * height * wanted_w / (wanted_h * width))))
    else:
        w = FULL
        h = max(1, min(FULL, round(FULL * width * wanted_h / (wanted_w * height))))
    return Crop(x=_start(focus.x, w), y=_start(focus.y, h), w=w, h=h)


def _start(centre: int, length: int) -> int:
    return max(0, min(FULL - length, centre - length // 2))


def moved(crop: Crop, dx: int, dy: int) -> Crop:
    """Return the crop shifted by per mille, stopped at the edges."""
    return Crop(
        x=max(0, min(FULL - crop.w, crop.x + dx)),
        y=max(0, min(FULL - crop.h, crop.y + dy)),
        w=crop.w,
        h=crop.h,
    )


def scaled(crop: Crop, size: tuple[int, int], ratio: tuple[int, int], width: int) -> Crop:
    """Return a crop of the same middle and the given ratio, width per mille wide as far as it fits."""
    whole = fit(size, ratio, CENTRE)
    w = max(20, min(whole.w, width))
    h = max(1, min(FULL, round(whole.h * w / whole.w)))
    return Crop(x=_start(crop.x + crop.w // 2, w), y=_start(crop.y + crop.h // 2, h), w=w, h=h)


def exact_box(crop: Crop, size: tuple[int, int], ratio: tuple[int, int]) -> PixelBox:
    """Return the pixel box inside the crop whose ratio is as exact as pixels allow.

    Per mille are coarser than pixels: the box is shrunk around the middle of the crop, never grown.
    """
    width, height = size
    left, top = crop.x * width / FULL, crop.y * height / FULL
    w, h = crop.w * width / FULL, crop.h * height / FULL
    wanted_w, wanted_h = ratio
    if w * wanted_h > h * wanted_w:
        new_w, new_h = h * wanted_w / wanted_h, h
    else:
        new_w, new_h = w, w * wanted_h / wanted_w
    left += (w - new_w) / 2
    top += (h - new_h) / 2
    x, y = round(left), round(top)
    right, bottom = max(x + 1, round(left + new_w)), max(y + 1, round(top + new_h))
    return PixelBox(
        left=min(x, width - 1), top=min(y, height - 1), right=min(right, width), bottom=min(bottom, height)
    )


def inside(size: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """Return the px in which a whole picture of a size lies within a room; one px too few counts as none."""
    width, height = size
    if min(width, height) <= 0:
        return room
    across = min(room[0], max(1, round(room[1] * width / height)))
    down = min(room[1], max(1, round(room[0] * height / width)))
    return room if room[0] - across <= 1 and room[1] - down <= 1 else (across, down)


def enlarged_to(own: Own, size: tuple[int, int], room: tuple[int, int]) -> int:
    """Return to how many per cent a picture of a size is scaled for a format: over 100 means enlarged."""
    crop, target = (own, room) if isinstance(own, Crop) else (WHOLE, inside(size, room))
    width, height = crop.pixels(*size)
    return round(100 * max(target[0] / max(1, width), target[1] / max(1, height)))


MOST_TILT = 150
"""The largest angle of straightening, in tenths of a degree to either side."""

MOST_TONE = 100
"""The largest step of light and contrast to either side."""


@frozen
class Cover:
    """A place made unrecognisable. box: per mille of the upright original, whatever else is done to it.

    blurred: soft instead of coarse squares; both leave equally little of what was there.
    """

    id: str
    box: Crop | None = None
    blurred: bool = False


@frozen
class Work:
    """All that is done to one original. Crops and focus are per mille of what comes out of it.

    turn: quarter turns clockwise, 0 to 3. tilt: tenths of a degree clockwise, -150 to 150, then the largest upright
    rectangle is kept. light, contrast: -100 to 100.
    """

    turn: int = 0
    tilt: int = 0
    light: int = 0
    contrast: int = 0
    covers: tuple[Cover, ...] = ()

    @property
    def plain(self) -> bool:
        """Tell whether nothing is done."""
        return self == PLAIN

    def turned(self, size: tuple[int, int]) -> tuple[int, int]:
        """Return the size of an upright original after its quarter turns."""
        return (size[1], size[0]) if self.turn % 2 else size

    def size(self, original: tuple[int, int]) -> tuple[int, int]:
        """Return the px that come out of an upright original of this size."""
        return inner(self.turned(original), self.tilt)

    def told(self) -> list[Json]:
        """Return it as plain numbers in a fixed order: what an approval covers, and what names a copy."""
        covers: list[Json] = [
            [item.box.x, item.box.y, item.box.w, item.box.h, "blurred" if item.blurred else "squares"]
            for item in sorted(self.covers, key=lambda item: item.id)
            if item.box is not None
        ]
        return [self.turn, self.tilt, self.light, self.contrast, *covers]


PLAIN = Work()


def inner(size: tuple[int, int], tilt: int) -> tuple[int, int]:
    """Return the largest upright rectangle inside a picture of this size that was tilted by tenths of a degree."""
    width, height = size
    if not tilt or min(size) <= 0:
        return size
    angle = radians(min(abs(tilt), MOST_TILT) / 10)
    across, up = sin(angle), cos(angle)
    if min(size) <= 2 * across * up * max(size):  # long and narrow: two corners touch the long sides
        half = min(size) / 2
        found = (half / across, half / up) if width >= height else (half / up, half / across)
    else:
        spread = up * up - across * across
        found = ((width * up - height * across) / spread, (height * up - width * across) / spread)
    return max(1, int(found[0])), max(1, int(found[1]))


def turned_box(box: Crop, turns: int) -> Crop:
    """Return where a rectangle lies after quarter turns clockwise; negative ones turn it back."""
    for _ in range(turns % 4):
        box = Crop(x=FULL - box.y - box.h, y=box.x, w=box.h, h=box.w)
    return box


def turned_focus(focus: Focus, turns: int) -> Focus:
    """Return where a point lies after quarter turns clockwise; negative ones turn it back."""
    for _ in range(turns % 4):
        focus = Focus(x=FULL - focus.y, y=focus.x)
    return focus
