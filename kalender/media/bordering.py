# SPDX-License-Identifier: EUPL-1.2
"""A whole picture in a format of another shape, within a border of one colour or of itself, blurred."""

from __future__ import annotations

from PIL import Image

from kalender.domain.crop import CENTRE, Border, exact_box, fit

SOFT = 12
"""Values along the longer side that are left of a picture in its blurred border: a mood, and nothing to be recognised."""

DIM = 0.82
"""How bright a blurred border is beside the picture, so that its edge is seen."""

_STEP = 3


def within(image: Image.Image, room: tuple[int, int], border: Border) -> Image.Image:
    """Return a picture in the middle of a room of px; image: in RGB, as large as it is to be shown."""
    ground = Image.new("RGB", room, border.rgb) if border.colour else _blurred(image, room)
    ground.paste(image, ((room[0] - image.width) // 2, (room[1] - image.height) // 2))
    return ground


def _blurred(image: Image.Image, room: tuple[int, int]) -> Image.Image:
    """Return what fills a room: the middle of the picture in a few values, made large in steps, so that none shows."""
    box = exact_box(fit(image.size, room, CENTRE), image.size, room)
    scale = SOFT / max(room)
    wide, high = max(2, round(room[0] * scale)), max(2, round(room[1] * scale))
    few = image.resize(
        (wide, high), Image.Resampling.BOX, box=(box.left, box.top, box.right, box.bottom)
    ).point([round(value * DIM) for value in range(256)] * 3)
    while max(wide, high) * _STEP < max(room):
        wide, high = wide * _STEP, high * _STEP
        few = few.resize((wide, high), Image.Resampling.BICUBIC)
    return few.resize(room, Image.Resampling.BICUBIC)
