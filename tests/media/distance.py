# SPDX-License-Identifier: EUPL-1.2
"""How far colours are apart as an eye sees it: CIEDE2000. Source: Sharma, Wu, Dalal, Color Research and Application 30 (2005)."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Array = NDArray[np.float64]

_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])
_POWER = 25.0**7


def lab(image: Image.Image) -> Array:
    """Return L*, a*, b* of the pixels of a picture in sRGB."""
    rgb = np.asarray(image.convert("RGB"), np.float64) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = linear @ _TO_XYZ.T / _WHITE
    curved = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    x, y, z = curved[..., 0], curved[..., 1], curved[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def apart(one: Array, other: Array) -> Array:
    """Return CIEDE2000 of each pair of colours in L*, a*, b*."""
    light1, light2 = one[..., 0], other[..., 0]
    mean_c = (np.hypot(one[..., 1], one[..., 2]) + np.hypot(other[..., 1], other[..., 2])) / 2
    g = 0.5 * (1 - np.sqrt(mean_c**7 / (mean_c**7 + _POWER)))
    a1, a2 = one[..., 1] * (1 + g), other[..., 1] * (1 + g)
    c1, c2 = np.hypot(a1, one[..., 2]), np.hypot(a2, other[..., 2])
    h1 = np.degrees(np.arctan2(one[..., 2], a1)) % 360
    h2 = np.degrees(np.arctan2(other[..., 2], a2)) % 360
    grey = c1 * c2 == 0
    turn = h2 - h1
    turn = np.where(turn > 180, turn - 360, np.where(turn < -180, turn + 360, turn))
    turn = np.where(grey, 0.0, turn)
    d_h = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    mean_l, mean_c = (light1 + light2) / 2, (c1 + c2) / 2
    sums = h1 + h2
    near = np.abs(h1 - h2) <= 180
    mean_h = np.where(
        grey, sums, np.where(near, sums / 2, np.where(sums < 360, (sums + 360) / 2, (sums - 360) / 2))
    )
    t = (
        1
        - 0.17 * np.cos(np.radians(mean_h - 30))
        + 0.24 * np.cos(np.radians(2 * mean_h))
        + 0.32 * np.cos(np.radians(3 * mean_h + 6))
        - 0.20 * np.cos(np.radians(4 * mean_h - 63))
    )
    theta = 30 * np.exp(-(((mean_h - 275) / 25) ** 2))
    r_c = 2 * np.sqrt(mean_c**7 / (mean_c**7 + _POWER))
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    r_t = -np.sin(np.radians(2 * theta)) * r_c
    parts = ((light2 - light1) / s_l, (c2 - c1) / s_c, d_h / s_h)
    total: Array = np.sqrt(
        np.maximum(0, parts[0] ** 2 + parts[1] ** 2 + parts[2] ** 2 + r_t * parts[1] * parts[2])
    )
    return total


def colours_apart(one: Image.Image, other: Image.Image) -> Array:
    """Return CIEDE2000 of each pixel of two pictures of one size in sRGB."""
    return apart(lab(one), lab(other))
