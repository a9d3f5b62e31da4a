# SPDX-License-Identifier: EUPL-1.2
"""Measures how far one picture is from another pixel by pixel."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Pixels = NDArray[np.int16]
"""Height × width × (red, green, blue), 0–255; signed, so that differences are right."""

LEVELS = 16
"""A pixel is different when a channel is further away than this, of 255; a palette may cost 12."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What separates two pictures of one size.

    `mean` is the mean absolute difference per channel, of 255; `pixels` counts those that are different;
    `box` encloses them: left, top, right, bottom; `mask` marks them.
    """

    mean: float
    pixels: int
    box: tuple[int, int, int, int] | None
    mask: NDArray[np.bool_]


def pixels_of(image: QImage) -> Pixels:
    """The colours of a picture, transparency laid on black."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).astype(np.int16)


def difference(one: Pixels, other: Pixels) -> Difference:
    """Compares two pictures of the same size; raises ValueError for different ones."""
    if one.shape != other.shape:
        raise ValueError(f"{one.shape[1]}×{one.shape[0]} against {other.shape[1]}×{other.shape[0]}")
    apart = np.abs(one - other)
    mask: NDArray[np.bool_] = apart.max(axis=2) > LEVELS
    places = np.argwhere(mask)
    box = None
    if len(places):
        (top, left), (bottom, right) = places.min(axis=0), places.max(axis=0)
        box = (int(left), int(top), int(right), int(bottom))
    return Difference(mean=float(apart.mean()), pixels=len(places), box=box, mask=mask)
