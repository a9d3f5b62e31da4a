# SPDX-License-Identifier: EUPL-1.2
"""Crops and focus points: integer rectangles in per mille of the upright original."""

from __future__ import annotations

from functools import lru_cache

from kalender.domain.frozen import frozen

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
