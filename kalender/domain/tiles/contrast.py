# SPDX-License-Identifier: EUPL-1.2
"""How well one colour can be read on another, by WCAG 2.2, success criterion 1.4.3; and the nearest that can be."""

from __future__ import annotations

import re

Rgb = tuple[int, int, int]
"""Red, green, blue of sRGB, each 0 to 255."""

TEXT = 4.5
"""What text needs."""

LARGE = 3.0
"""What large text needs: from 24 px, or 18.7 px in bold, as it is seen."""

BLACK, WHITE = (0, 0, 0), (255, 255, 255)
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)


def colour(text: str) -> Rgb | None:
    """Return a colour written as #0B4F57, 0b4f57 or #fff; None where it is none."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def written(rgb: Rgb) -> str:
    """Return a colour as #0B4F57."""
    return "#{:02X}{:02X}{:02X}".format(*rgb)


def luminance(rgb: Rgb) -> float:
    """Return the relative luminance of WCAG, 0 for black to 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def veiled(ground: Rgb, under: Rgb, veil: int) -> Rgb:
    """Return what is seen of a colour under a veil of the ground. veil: per cent, 100 hides it."""
    red, green, blue = (
        round((a * veil + b * (100 - veil)) / 100) for a, b in zip(ground, under, strict=True)
    )
    return red, green, blue


def least(ink: Rgb, grounds: tuple[Rgb, ...]) -> float:
    """Return the contrast of a colour on the ground where it is read worst."""
    return min(ratio(ink, ground) for ground in grounds)


def legible(ink: Rgb, grounds: tuple[Rgb, ...], needed: float = TEXT) -> Rgb | None:
    """Return the colour nearest to ink that can be read on all grounds: it is made darker or lighter, its hue stays.

    None where no colour can be read on all of them.
    """
    found = []
    for end in (BLACK, WHITE):
        if least(end, grounds) < needed:
            continue
        for step in range(101):
            mixed = veiled(end, ink, step)
            if least(mixed, grounds) >= needed:
                found.append((step, mixed))
                break
    return min(found)[1] if found else None


def veil_needed(
    inks: tuple[Rgb, ...], ground: Rgb, under: tuple[Rgb, ...], needed: float = TEXT
) -> int | None:
    """Return the thinnest veil in per cent under which all inks can be read on a picture, None where none is enough.

    under: the darkest and the lightest of the picture.
    """
    for veil in range(0, 101, 5):
        grounds = tuple(veiled(ground, item, veil) for item in under)
        if all(least(ink, grounds) >= needed for ink in inks):
            return veil
    return None
