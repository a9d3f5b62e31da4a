# SPDX-License-Identifier: EUPL-1.2
"""Where most is to be seen in a photo: what differs from its surroundings in light and colour, nearer the middle a little more."""

from __future__ import annotations

from math import exp, hypot

from PIL import Image, ImageChops, ImageFilter

from kalender.domain.crop import FULL, Focus

EDGE = 64
"""Longest side in px of what is looked at."""

_AROUND = 3
"""Radius in px of the surroundings a place is compared with."""

_COLOUR = 1.5
"""How much more a difference of colour counts than one of light."""

_SPREAD = 0.4
"""How fast places count less away from the middle, as a share of the picture."""

_SURE = 100
"""Per mille from the middle below which nothing is proposed: there a proposal was as often worse as better."""

_HOLD = 0.8
"""How much of the way from the middle is gone."""


def salient(image: Image.Image) -> Focus | None:
    """Return where most is to be seen, None where the middle is as good. image: upright, RGB, any size."""
    small = image.convert("RGB")
    small.thumbnail((EDGE, EDGE), Image.Resampling.BOX)
    width, height = small.size
    weights = [0.0] * (width * height)
    for number, band in enumerate(small.convert("LAB").split()):
        around = band.filter(ImageFilter.GaussianBlur(_AROUND))
        values = ImageChops.difference(band, around).tobytes()
        most = max(values) or 1
        share = (1.0 if number == 0 else _COLOUR) / most
        for at, value in enumerate(values):
            weights[at] += share * value
    across = down = total = 0.0
    for at, found in enumerate(weights):
        x, y = (at % width + 0.5) / width - 0.5, (at // width + 0.5) / height - 0.5
        weight = found * found * exp(-(x * x + y * y) / (2 * _SPREAD * _SPREAD))
        across, down, total = across + x * weight, down + y * weight, total + weight
    if not total:
        return None
    x, y = FULL * across / total, FULL * down / total
    if hypot(x, y) < _SURE:
        return None
    return Focus(x=round(FULL / 2 + _HOLD * x), y=round(FULL / 2 + _HOLD * y))
