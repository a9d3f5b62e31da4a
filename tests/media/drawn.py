# SPDX-License-Identifier: EUPL-1.2
"""Pictures made by program: four coloured quarters, photos out of noise, tiles with text; and how alike two are."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

RED, GREEN, BLUE, YELLOW = (200, 30, 40), (30, 160, 60), (40, 60, 190), (230, 200, 30)
"""Top left, top right, bottom left, bottom right of an upright picture of quarters."""

_TURNS = {
    1: [],
    2: [Image.Transpose.FLIP_LEFT_RIGHT],
    3: [Image.Transpose.ROTATE_180],
    4: [Image.Transpose.FLIP_TOP_BOTTOM],
    5: [Image.Transpose.TRANSPOSE],
    6: [Image.Transpose.ROTATE_90],
    7: [Image.Transpose.TRANSVERSE],
    8: [Image.Transpose.ROTATE_270],
}
"""How upright pixels are stored for an orientation: the opposite of what a viewer does."""


def quarters(width: int = 320, height: int = 240) -> Image.Image:
    """Return an upright picture whose corners tell where they belong."""
    image = Image.new("RGB", (width, height), RED)
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height // 2 - 1), fill=GREEN)
    draw.rectangle((0, height // 2, width // 2 - 1, height), fill=BLUE)
    draw.rectangle((width // 2, height // 2, width, height), fill=YELLOW)
    return image


def stored(image: Image.Image, orientation: int) -> Image.Image:
    """Return upright pixels as a camera stores them that writes this orientation."""
    for turn in _TURNS[orientation]:
        image = image.transpose(turn)
    return image


def corners(image: Image.Image) -> list[tuple[int, int, int]]:
    """Return the colours in the middle of the four quarters: top left, top right, bottom left, bottom right."""
    rgb = image.convert("RGB")
    found = []
    for y in (rgb.height // 4, 3 * rgb.height // 4):
        for x in (rgb.width // 4, 3 * rgb.width // 4):
            pixel = rgb.getpixel((x, y))
            assert isinstance(pixel, tuple)
            found.append((pixel[0], pixel[1], pixel[2]))
    return found


def is_upright(image: Image.Image, tolerance: int = 12) -> bool:
    """Tell whether a picture of quarters stands as it should, in its colours."""
    wanted = [RED, GREEN, BLUE, YELLOW]
    return all(
        abs(have - want) <= tolerance
        for found, colour in zip(corners(image), wanted, strict=True)
        for have, want in zip(found, colour, strict=True)
    )


def photo(width: int = 1200, height: int = 900, seed: int = 1) -> Image.Image:
    """Return something as rough as a photo: noise of all sizes on a sky and a meadow, shapes, the grain of a sensor."""
    rng = np.random.default_rng(seed)
    out = np.zeros((height, width, 3), np.float32)
    size = 4
    while size < width:
        rough = rng.normal(size=(max(2, size * height // width), size, 3)).astype(np.float32)
        rough = 0.3 * rough + 0.9 * rough.mean(axis=2, keepdims=True)
        planes = [
            np.asarray(
                Image.fromarray(rough[:, :, band]).resize((width, height), Image.Resampling.BICUBIC),
                dtype=np.float32,
            )
            for band in range(3)
        ]
        out += 55.0 / size**0.6 * np.stack(planes, axis=2)
        size *= 2
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    out += (1 - down) * np.array([150, 180, 215], np.float32) + down * np.array([95, 120, 70], np.float32)
    for _ in range(24):
        x, y = int(rng.integers(width)), int(rng.integers(height))
        w, h = int(rng.integers(width // 40, width // 7)), int(rng.integers(height // 40, height // 7))
        out[y : y + h, x : x + w] += rng.normal(0, 40, 3).astype(np.float32)
    out += rng.normal(0, 2.5, size=out.shape).astype(np.float32)
    return Image.fromarray(out.clip(0, 255).astype(np.uint8))


def tile(width: int = 1600, height: int = 1200) -> Image.Image:
    """Return a tile of text on plain ground."""
    image = Image.new("RGB", (width, height), (245, 241, 230))
    draw = ImageDraw.Draw(image)
    for line in range(height // 60):
        draw.text((60, 20 + 60 * line), "Straßensperrung am 5. Dezember in Lindenbrunn " * 3, (20, 40, 80))
        draw.line((60, 55 + 60 * line, width - 60, 55 + 60 * line), (180, 60, 40), 1)
    return image


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Return the structural similarity (SSIM, windows of 8 × 8, luminance) of two pictures of one size; 1 is equal."""
    a, b = (np.asarray(image.convert("L"), np.float64) for image in (one, other))
    mean_a, mean_b = _means(a), _means(b)
    var_a, var_b = _means(a * a) - mean_a**2, _means(b * b) - mean_b**2
    both = _means(a * b) - mean_a * mean_b
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    quality = ((2 * mean_a * mean_b + c1) * (2 * both + c2)) / (
        (mean_a**2 + mean_b**2 + c1) * (var_a + var_b + c2)
    )
    return float(quality.mean())


def _means(values: NDArray[np.float64], window: int = 8) -> NDArray[np.float64]:
    sums = np.cumsum(np.cumsum(np.pad(values, ((1, 0), (1, 0))), axis=0), axis=1)
    total = (
        sums[window:, window:] - sums[:-window, window:] - sums[window:, :-window] + sums[:-window, :-window]
    )
    means: NDArray[np.float64] = total / (window * window)
    return means


def written(path: Path, data: bytes) -> Path:
    """Write bytes and return where."""
    path.write_bytes(data)
    return path


def grainy(width: int = 900, height: int = 600, spot: tuple[float, float] | None = None) -> Image.Image:
    """Return a soft, grainy ground, and on it something bright and rough at a place."""
    rng = np.random.default_rng(3)
    out = np.full((height, width, 3), 120.0) + rng.normal(0, 20, (height, width, 3))
    if spot is not None:
        x, y, half = round(spot[0] * width), round(spot[1] * height), height // 8
        rough = rng.uniform(0, 255, (2 * half, 2 * half, 3))
        part = out[max(0, y - half) : y + half, max(0, x - half) : x + half]
        part[:] = rough[: part.shape[0], : part.shape[1]]
    return Image.fromarray(np.clip(out, 0, 255).astype(np.uint8))
