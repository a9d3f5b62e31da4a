# SPDX-License-Identifier: EUPL-1.2
"""Damage as it is: a JPEG that ends early and a PNG with wrong sums, passed in silence; broken notes, refused in vain."""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageChops, JpegImagePlugin

from kalender.media.kinds import Kind

_PIXEL_CHUNKS = {b"IHDR", b"PLTE", b"IDAT"}
_END_OF_IMAGE = b"\xff\xd9"
_START_OF_SCAN = re.compile(rb"\xff\xda\x00[\x08\x0a\x0c\x0e]")
_END_OF_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")


def silently_damaged(path: Path, kind: Kind, eighth: Image.Image) -> bool:
    """Tell whether part of the pixels is missing though the decoder was content.

    eighth: the pixels as stored, as decoded (a JPEG at an eighth).
    """
    if kind is Kind.JPEG:
        return _flat_end(eighth) and _ends_early(path.read_bytes())
    return kind is Kind.PNG and not _sums_are_right(path)


def _flat_end(image: Image.Image) -> bool:
    """Tell whether the last row is of one colour, as a decoder leaves it that ran out of data."""
    last = image.crop((0, image.height - 1, image.width, image.height))
    return len(last.getcolors(image.width) or ()) == 1


def _ends_early(data: bytes) -> bool:
    """Tell whether the first scan of a JPEG lacks data.

    What follows the scan is replaced once by nothing and once by noise: a complete scan does not care.
    """
    start = _START_OF_SCAN.search(data)
    end = _END_OF_SCAN.search(data, start.end()) if start else None
    if start is None or end is None:
        return False
    scan = data[: end.start()]
    try:
        nothing = _eighth(scan + _END_OF_IMAGE)
        noise = _eighth(scan + _noise() + _END_OF_IMAGE)
    except Exception:  # noqa: BLE001 - a file that decodes as it is, is not refused for what this made of it
        return False
    return ImageChops.difference(nothing, noise).getbbox() is not None


def _noise() -> bytes:
    source = random.Random(7)
    pieces = [bytes(source.randrange(255) for _ in range(512)) for _ in range(9)]
    marks = [b"", *(bytes((0xFF, 0xD0 + number)) for number in range(8))]
    return b"".join(mark + piece for mark, piece in zip(marks, pieces, strict=True))


def _eighth(data: bytes) -> Image.Image:
    with JpegImagePlugin.JpegImageFile(io.BytesIO(data)) as image:
        image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))
        image.load()
        return image.copy()


def _sums_are_right(path: Path) -> bool:
    """Check the sums of the chunks that carry pixels; those of metadata never refuse a good picture."""
    with path.open("rb") as file:
        return all(good or name not in _PIXEL_CHUNKS for name, _, good in _chunks(file))


def without_broken_notes(file: BinaryIO) -> BinaryIO | None:
    """Return a PNG without those chunks of metadata whose sums are wrong; None where there are none."""
    kept = [b"\x89PNG\r\n\x1a\n"]
    dropped = False
    for name, body, good in _chunks(file):
        if not good and name not in _PIXEL_CHUNKS:
            dropped = True
        else:
            kept.append(
                len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")
            )
    return io.BytesIO(b"".join(kept)) if dropped else None


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes, bool]]:
    """Return name, body, and whether the sum is right, of each whole chunk.

    A last chunk that is cut off is the decoder's matter: it knows whether all rows were there before.
    """
    file.seek(8)
    while len(head := file.read(8)) == 8:
        body = file.read(int.from_bytes(head[:4], "big"))
        total = file.read(4)
        if len(total) < 4:
            return
        yield head[4:], body, zlib.crc32(body, zlib.crc32(head[4:])) == int.from_bytes(total, "big")
