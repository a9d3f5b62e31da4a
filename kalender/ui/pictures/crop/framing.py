# SPDX-License-Identifier: EUPL-1.2
"""Geometry of the crop canvas: where things lie on the screen, and what dragging does to a crop. No Qt.

Points on the picture are in per mille of its width and height, as floats; crops stay integers.
"""

from __future__ import annotations

from enum import Enum

from kalender.domain.crop import CENTRE, FULL, Crop, Focus, fit, scaled
from kalender.domain.frozen import frozen

LEAST = 20
"""The least width of a crop in per mille."""


class Handle(Enum):
    """The eight handles of a rectangle as directions from its middle."""

    NW = (-1, -1)
    N = (0, -1)
    NE = (1, -1)
    E = (1, 0)
    SE = (1, 1)
    S = (0, 1)
    SW = (-1, 1)
    W = (-1, 0)


@frozen
class View:
    """How the picture lies on the canvas: left, top in screen px, scale in screen px per original px."""

    left: float
    top: float
    scale: float
    size: tuple[int, int]

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Return the screen point of a point of the picture."""
        width, height = self.size
        return self.left + x * width * self.scale / FULL, self.top + y * height * self.scale / FULL

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the picture under a screen point; it may lie outside."""
        width, height = self.size
        return (x - self.left) * FULL / (width * self.scale), (y - self.top) * FULL / (height * self.scale)

    def rect(self, crop: Crop) -> tuple[float, float, float, float]:
        """Return left, top, width, height of a crop on the screen."""
        left, top = self.to_screen(crop.x, crop.y)
        right, bottom = self.to_screen(crop.x + crop.w, crop.y + crop.h)
        return left, top, right - left, bottom - top


def whole(size: tuple[int, int], canvas: tuple[float, float], margin: float) -> View:
    """Return the view that shows all of a picture in the middle of a canvas."""
    return zoomed(size, canvas, least_scale(size, canvas, margin), (FULL / 2, FULL / 2))


def least_scale(size: tuple[int, int], canvas: tuple[float, float], margin: float) -> float:
    """Return the scale at which a picture just fits a canvas, at most 1."""
    width, height = max(1, size[0]), max(1, size[1])
    room_w, room_h = max(1.0, canvas[0] - 2 * margin), max(1.0, canvas[1] - 2 * margin)
    return min(1.0, room_w / width, room_h / height)


def zoomed(
    size: tuple[int, int], canvas: tuple[float, float], scale: float, middle: tuple[float, float]
) -> View:
    """Return the view with a point of the picture in the middle of the canvas."""
    return View(
        left=canvas[0] / 2 - middle[0] * size[0] * scale / FULL,
        top=canvas[1] / 2 - middle[1] * size[1] * scale / FULL,
        scale=scale,
        size=size,
    )


def handle_points(rect: tuple[float, float, float, float]) -> dict[Handle, tuple[float, float]]:
    """Return where the handles of a screen rectangle lie."""
    left, top, width, height = rect
    return {
        handle: (left + (handle.value[0] + 1) * width / 2, top + (handle.value[1] + 1) * height / 2)
        for handle in Handle
    }


def handle_at(x: float, y: float, rect: tuple[float, float, float, float], reach: float) -> Handle | None:
    """Return the handle whose hit area (a square of reach × reach) is nearest to a screen point, or None."""
    found: tuple[float, Handle] | None = None
    for handle, (hx, hy) in handle_points(rect).items():
        away = max(abs(x - hx), abs(y - hy))
        if away <= reach / 2 and (found is None or away < found[0]):
            found = away, handle
    return found[1] if found else None


def resized(
    crop: Crop, size: tuple[int, int], ratio: tuple[int, int], handle: Handle, x: float, y: float
) -> Crop:
    """Return the crop after its handle was dragged to a point: ratio kept, opposite side fixed, inside the picture."""
    dx, dy = handle.value
    largest = fit(size, ratio, CENTRE)
    per_width = largest.h / largest.w
    anchor_x = crop.x + crop.w * (1 - dx) / 2
    anchor_y = crop.y + crop.h * (1 - dy) / 2
    wanted = max(abs(x - anchor_x) if dx else 0.0, abs(y - anchor_y) / per_width if dy else 0.0)
    if (dx and (x - anchor_x) * dx < 0) or (not dx and (y - anchor_y) * dy < 0):
        wanted = 0.0
    room_w = min(_room(anchor_x, dx), float(largest.w))
    room_h = min(_room(anchor_y, dy), float(largest.h))
    wanted = max(float(LEAST), min(wanted, room_w, room_h / per_width))
    if per_width > 1:  # the height has the finer steps
        h = max(1, int(min(wanted * per_width, room_h)))
        w = max(1, min(int(room_w), round(h / per_width)))
    else:
        w = max(1, int(min(wanted, room_w)))
        h = max(1, min(int(room_h), round(w * per_width)))
    x, y = round(anchor_x - w * (1 - dx) / 2), round(anchor_y - h * (1 - dy) / 2)
    return Crop(x=max(0, min(FULL - w, x)), y=max(0, min(FULL - h, y)), w=w, h=h)


def _room(anchor: float, direction: int) -> float:
    if direction == 0:
        return 2 * min(anchor, FULL - anchor)
    return FULL - anchor if direction > 0 else anchor


def in_pixels(crop: Crop, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return left, top, width, height of a crop in pixels of the original."""
    width, height = size
    return (
        round(crop.x * width / FULL),
        round(crop.y * height / FULL),
        round(crop.w * width / FULL),
        round(crop.h * height / FULL),
    )


def step(pixels: int, length: int) -> int:
    """Return how many per mille a step of pixels is on a side of this length: at least one."""
    return max(1, round(pixels * FULL / max(1, length)))


def placed(crop: Crop, size: tuple[int, int], *, left: int | None = None, top: int | None = None) -> Crop:
    """Return the crop with its corner at a pixel of the original, stopped at the edges."""
    x = crop.x if left is None else round(left * FULL / max(1, size[0]))
    y = crop.y if top is None else round(top * FULL / max(1, size[1]))
    return Crop(x=max(0, min(FULL - crop.w, x)), y=max(0, min(FULL - crop.h, y)), w=crop.w, h=crop.h)


def pixel_steps(size: tuple[int, int]) -> tuple[int, int]:
    """Return the least changes of a crop each way, in px of the original."""
    across, down = (max(1, round(step(1, side) * side / FULL)) for side in size)
    return across, down


def sized(crop: Crop, size: tuple[int, int], ratio: tuple[int, int], wide: int, high: int) -> Crop:
    """Return the crop with a width of so many px of the original, or where that is 0 with a height."""
    largest = fit(size, ratio, CENTRE)
    share = wide / size[0] if wide else high / size[1] * largest.w / largest.h
    return scaled(crop, size, ratio, round(FULL * share))


def focus_at(x: float, y: float) -> Focus:
    """Return the focus point at a point of the picture, taken to the nearest inside."""
    return Focus(x=max(0, min(FULL, round(x))), y=max(0, min(FULL, round(y))))


def enlarged(crop: Crop, size: tuple[int, int], target: tuple[int, int]) -> int:
    """Return to how many per cent a crop is scaled for the output; over 100 means enlarged."""
    width, height = crop.pixels(*size)
    return round(100 * max(target[0] / max(1, width), target[1] / max(1, height)))


def sharp(crop: Crop, size: tuple[int, int], target: tuple[int, int]) -> Crop | None:
    """Return the smallest crop of the same middle that needs no enlargement, or None where the picture is too small."""
    largest = fit(size, target, CENTRE)
    wide = -(-target[0] * FULL // max(1, size[0]))
    while wide <= largest.w:
        h = max(1, min(FULL, round(largest.h * wide / largest.w)))
        x = max(0, min(FULL - wide, crop.x + crop.w // 2 - wide // 2))
        y = max(0, min(FULL - h, crop.y + crop.h // 2 - h // 2))
        found = Crop(x=x, y=y, w=wide, h=h)
        if enlarged(found, size, target) <= 100:
            return found
        wide += 1
    return None
