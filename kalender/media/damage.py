# SPDX-License-Identifier: EUPL-1.2
"""Damage that decoders pass over in silence: a JPEG that ends early, a PNG whose check sums are wrong."""

from __future__ import annotations

import io
import random
import re
import zlib
from pathlib import Path

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
    """Check the sums of the chunks that carry pixels; those of metadata never refuse a good picture.

    A last chunk that is cut off is the decoder's matter: it knows whether all rows were there before.
    """
    with path.open("rb") as file:
        file.seek(8)
        while True:
            head = file.read(8)
            if len(head) < 8 or head[4:] == b"IEND":
                return True
            body = file.read(int.from_bytes(head[:4], "big"))
            total = file.read(4)
            if len(total) < 4:
                return True
            if head[4:] in _PIXEL_CHUNKS and zlib.crc32(body, zlib.crc32(head[4:])) != int.from_bytes(
                total, "big"
            ):
                return False
