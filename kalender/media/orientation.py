# SPDX-License-Identifier: EUPL-1.2
"""Turning pictures upright, once: EXIF orientation 1 to 8 for pixels and for boxes."""

from __future__ import annotations

from PIL import Image

SWAPPING = {5, 6, 7, 8}
"""Orientations in which width and height change places."""

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

Box = tuple[float, float, float, float]
"""left, top, right, bottom; shares of width and height, 0 to 1."""


def turned(image: Image.Image, orientation: int) -> Image.Image:
    """Return the pixels upright. orientation: as EXIF counts, 1 is upright already."""
    method = _UPRIGHT.get(orientation)
    return image if method is None else image.transpose(method)


def stored(box: Box, orientation: int) -> Box:
    """Return where a box of the upright picture lies in the pixels as they are stored."""
    left, top, right, bottom = box
    if orientation in SWAPPING:  # mirrored over the diagonal first, the rest is a matter of edges
        left, top, right, bottom = top, left, bottom, right
    if orientation in {2, 3, 7, 8}:
        left, right = 1 - right, 1 - left
    if orientation in {3, 4, 6, 7}:
        top, bottom = 1 - bottom, 1 - top
    return left, top, right, bottom
