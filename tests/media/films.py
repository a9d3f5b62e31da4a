# SPDX-License-Identifier: EUPL-1.2
"""Small films made by program: boxes that say what those of phones say, around bytes that are no film."""

import struct
from pathlib import Path

from tests.media.tiled import box, full

STRAIGHT = (1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
QUARTER = (0, 1 << 16, 0, -1 << 16, 0, 0, 0, 0, 1 << 30)


def track(kind: bytes, width: int = 0, height: int = 0, *, turned: bool = False) -> bytes:
    """Return a track."""
    matrix = struct.pack(">9i", *(QUARTER if turned else STRAIGHT))
    head = bytes(20) + bytes(16) + matrix + struct.pack(">II", width << 16, height << 16)
    return box(b"trak", full(b"tkhd", head) + box(b"mdia", full(b"hdlr", bytes(4) + kind + bytes(13))))


def film(
    path: Path,
    *,
    seconds: float = 32.0,
    size: tuple[int, int] = (1080, 1920),
    brand: bytes = b"isom",
    sound: bool = True,
    turned: bool = False,
    long: bool = False,
) -> Path:
    """Write a film. turned: stored on its side, as phones do; long: with the boxes of very long ones."""
    units = round(seconds * 600)
    times = struct.pack(">QQIQ", 0, 0, 600, units) if long else struct.pack(">IIII", 0, 0, 600, units)
    head = full(b"mvhd", times + bytes(80), 1 if long else 0)
    tracks = track(b"vide", *(size[::-1] if turned else size), turned=turned)
    if sound:
        tracks += track(b"soun")
    ftyp = box(b"ftyp", brand + bytes(4) + brand)
    path.write_bytes(ftyp + box(b"mdat", b"bytes of a film" * 40) + box(b"moov", head + tracks))
    return path
