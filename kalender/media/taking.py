# SPDX-License-Identifier: EUPL-1.2
"""What child processes are asked to do: take a file onto the shelf, make a small picture, render formats."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kalender.media.decode import contained, on_white, opened, pixels, plain, to_srgb
from kalender.media.inspection import Inspection, inspect
from kalender.media.shelf import keep

SMALL = 512
"""Longest side in px of the small pictures that lists and previews show."""

_QUALITY = 82


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file that lies on the shelf now, complete."""

    sha256: str
    inspection: Inspection


def take(source: Path, shelf: Path) -> Taken:
    """Look a file over and copy it onto the shelf; raises UnreadablePicture, and nothing lies there then."""
    found = inspect(source)
    return Taken(sha256=keep(source, shelf, found.kind.value), inspection=found)


def make_small(original: Path, target: Path, longest: int = SMALL) -> Path:
    """Write the small picture of an original, upright and in sRGB, and return where; raises UnreadablePicture."""
    with opened(original) as source:
        width, height = source.size
        scale = min(1.0, longest * 2 / max(width, height))
        image = plain(pixels(source, (max(1, round(width * scale)), max(1, round(height * scale)))))
        image = on_white(to_srgb(contained(image, longest), source.profile)[0])
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        image.save(part, "JPEG", quality=_QUALITY)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target
