# SPDX-License-Identifier: EUPL-1.2
"""What is done to pixels before a picture is cut: places covered, turned, straightened, light and contrast."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import ceil, cos, floor, radians, sin

from PIL import Image

from kalender.domain.crop import FULL, Cover, Work, inner
from kalender.media.orientation import stored, turned

CELLS = 6
"""How many values along the longer side are left of a covered place: nothing sharpens a face out of six by six."""

LEAST_CELL = 100
"""A cell is at least this part of the longer side of the picture, so that many small covers hide as much as one."""

_CLOCKWISE = {1: 6, 6: 3, 3: 8, 8: 1, 2: 7, 7: 4, 4: 5, 5: 2}

Rect = tuple[float, float, float, float]
"""left, top, right, bottom in px."""


def turned_on(orientation: int, turns: int) -> int:
    """Return the orientation of EXIF that also turns by quarters clockwise."""
    for _ in range(turns % 4):
        orientation = _CLOCKWISE[orientation]
    return orientation


def cover(image: Image.Image, covers: tuple[Cover, ...], orientation: int = 1) -> None:
    """Make places unrecognisable, in the pixels as they are stored. Nothing of what was there stays but some averages."""
    for item in covers:
        if item.box is None:
            continue
        box = item.box
        left, top, right, bottom = stored(
            (box.x / FULL, box.y / FULL, (box.x + box.w) / FULL, (box.y + box.h) / FULL), orientation
        )
        whole = (
            max(0, floor(left * image.width)),
            max(0, floor(top * image.height)),
            min(image.width, ceil(right * image.width)),
            min(image.height, ceil(bottom * image.height)),
        )
        _cover(image, whole, blurred=item.blurred)


def _cover(image: Image.Image, box: tuple[int, int, int, int], *, blurred: bool) -> None:
    width, height = box[2] - box[0], box[3] - box[1]
    if width < 1 or height < 1:
        return
    cell = max(max(width, height) / CELLS, max(image.size) / LEAST_CELL)
    cells = (max(1, round(width / cell)), max(1, round(height / cell)))
    few = image.resize(cells, Image.Resampling.BOX, box=box)
    back = Image.Resampling.BICUBIC if blurred else Image.Resampling.NEAREST
    image.paste(few.resize((width, height), back), box[:2])


def straightened(
    image: Image.Image, size: tuple[int, int], orientation: int, tilt: int, box: Rect, target: tuple[int, int]
) -> Image.Image:
    """Return a part of the straightened picture, scaled.

    image: pixels as stored, at any level. size: of the picture as orientation turns it. box: px of the straightened one.
    It is scaled first, with every pixel counted, and tilted in the size it will have.
    """
    kept = inner(size, tilt)
    angle = radians(tilt / 10)
    up, across = cos(angle), sin(angle)

    def source(x: float, y: float) -> tuple[float, float]:
        from_x, from_y = x - kept[0] / 2, y - kept[1] / 2
        return size[0] / 2 + from_x * up + from_y * across, size[1] / 2 - from_x * across + from_y * up

    corners = [source(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    wide, high = target[0] / (box[2] - box[0]), target[1] / (box[3] - box[1])
    left = max(0.0, min(x for x, _y in corners) - 3 / wide)
    top = max(0.0, min(y for _x, y in corners) - 3 / high)
    right = min(float(size[0]), max(x for x, _y in corners) + 3 / wide)
    bottom = min(float(size[1]), max(y for _x, y in corners) + 3 / high)
    rough = (max(1, round((right - left) * wide)), max(1, round((bottom - top) * high)))
    wide, high = rough[0] / (right - left), rough[1] / (bottom - top)
    part = stored((left / size[0], top / size[1], right / size[0], bottom / size[1]), orientation)
    scaled = image.resize(
        rough[::-1] if orientation >= 5 else rough,
        Image.Resampling.LANCZOS,
        box=(
            max(0.0, part[0] * image.width),
            max(0.0, part[1] * image.height),
            min(float(image.width), part[2] * image.width),
            min(float(image.height), part[3] * image.height),
        ),
    )
    per_x, per_y = (box[2] - box[0]) / target[0], (box[3] - box[1]) / target[1]
    start = source(box[0], box[1])
    return turned(scaled, orientation).transform(
        target,
        Image.Transform.AFFINE,
        (
            up * per_x * wide,
            across * per_y * wide,
            (start[0] - left) * wide,
            -across * per_x * high,
            up * per_y * high,
            (start[1] - top) * high,
        ),
        Image.Resampling.BICUBIC,
    )


def toned(image: Image.Image, light: int, contrast: int) -> Image.Image:
    """Return a picture in sRGB lighter or darker, stronger or softer; see-through parts stay so. -100 to 100."""
    if not light and not contrast:
        return image
    table = list(_tones(light, contrast))
    bands = len(image.getbands())
    seen_through = [list(range(256))] if image.mode in {"RGBA", "LA"} else []
    return image.point(
        [*(table * (bands - len(seen_through))), *(row for one in seen_through for row in one)]
    )


@lru_cache(maxsize=16)
def _tones(light: int, contrast: int) -> bytes:
    """Return what becomes of each of the 256 values of a colour."""
    bend, steep = 2 ** (-light / 100), 2 ** (contrast / 100)
    shades = [0.5 + ((value / 255) ** bend - 0.5) * steep for value in range(256)]
    return bytes(max(0, min(255, round(255 * shade))) for shade in shades)


def worked(image: Image.Image, work: Work) -> Image.Image:
    """Return a whole upright picture in sRGB, or a copy of it in any size, as it is after all that is done to it."""
    if work.plain:
        return image
    if work.covers:
        image = image.copy()
        cover(image, work.covers)
    image = turned(image, turned_on(1, work.turn))
    if work.tilt:
        kept = inner(image.size, work.tilt)
        image = straightened(
            image, image.size, 1, work.tilt, (0.0, 0.0, float(kept[0]), float(kept[1])), kept
        )
    return toned(image, work.light, work.contrast)


def worked_pixels(pixels: bytes, size: tuple[int, int], work: Work) -> tuple[bytes, tuple[int, int]]:
    """Return what worked() makes of bytes of four a pixel (blue, green, red, unused), and its size.

    Light and contrast change each value by itself, so they need no picture: a frame of a hand on a slider.
    """
    if work.covers or work.turn or work.tilt:
        image = worked(
            Image.frombytes("RGB", size, pixels, "raw", "BGRX"), replace(work, light=0, contrast=0)
        )
        pixels, size = image.tobytes("raw", "BGRX"), image.size
    plain = not work.light and not work.contrast
    return (pixels if plain else pixels.translate(_tones(work.light, work.contrast))), size
