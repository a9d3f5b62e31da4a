# SPDX-License-Identifier: EUPL-1.2
"""Pictures as the ground of tiles: how dark and how light they are, and tiles as files that a plan keeps."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from kalender.domain.crop import PLAIN, Work
from kalender.media.colour import on_white
from kalender.media.decode import opened, quietly, upright
from kalender.media.working import worked

_EDGE = 256
_SPARE = 0.01
"""Share of the darkest and of the lightest pixels that are not counted: single sparks and dust."""

_QUALITY = 92


def greys(original: Path, work: Work = PLAIN) -> tuple[int, int]:
    """Return the darkest and the lightest grey of a picture, 0 to 255, but for a few pixels; raises UnreadablePicture."""
    with quietly(), opened(original) as source:
        counts = worked(on_white(upright(source, _EDGE)), work).convert("L").histogram()
    return _edge(counts, range(256)), _edge(counts, range(255, -1, -1))


def _edge(counts: list[int], order: range) -> int:
    spare = sum(counts) * _SPARE
    passed = 0
    for value in order:
        passed += counts[value]
        if passed > spare:
            return value
    return order[-1]


def put_tile(data: bytes, path: Path, *, photo: bool) -> Path:
    """Write a tile, as PNG where it is flat, and as JPEG where a photo lies under it; return where. data: PNG."""
    if not photo:
        path = path.with_suffix(".png")
        path.write_bytes(data)
        return path
    path = path.with_suffix(".jpg")
    with Image.open(io.BytesIO(data)) as image:
        image.convert("RGB").save(path, "JPEG", quality=_QUALITY, subsampling=0)
    return path
