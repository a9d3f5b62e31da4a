# SPDX-License-Identifier: EUPL-1.2
"""HEIC pictures of any size, laid out of a few coded tiles again and again: quick to make, slow to decode like real ones."""

import io
import struct
from pathlib import Path

import pillow_heif
from PIL import Image

from kalender.media.heic.boxes import grid_of

SIDE = 512


def box(name: bytes, body: bytes) -> bytes:
    """Return a box."""
    return struct.pack(">I4s", len(body) + 8, name) + body


def full(name: bytes, body: bytes, version: int = 0) -> bytes:
    """Return a box with a version."""
    return box(name, struct.pack(">I", version << 24) + body)


def mosaic(
    path: Path, tile: Image.Image, columns: int, rows: int, *, turn: bytes = b"", less: int = 0
) -> Path:
    """Write a HEIC of columns × rows tiles, which show the quarters of `tile` (1024 × 1024) in turn.

    turn: a property that turns the whole. less: pixels cut off at the right and at the bottom.
    """
    out = io.BytesIO()
    pillow_heif.from_pillow(tile).save(out, quality=70, tile_size=SIDE)
    out.seek(0)
    found = grid_of(out)
    assert found is not None
    assert len(found.tiles) == 4
    data = out.getvalue()
    coded = [data[at : at + size] for item in found.tiles for at, size in item.extents]
    count = columns * rows
    width, height = columns * SIDE - less, rows * SIDE - less
    ipco = [*found.tiles[0].properties, box(b"ispe", struct.pack(">III", 0, width, height))]
    kinds = [full(b"infe", struct.pack(">HH4sB", 1, 0, b"grid", 0), 2)]
    hidden = struct.pack(">I", 2 << 24 | 1)
    kinds += [box(b"infe", hidden + struct.pack(">HH4sB", 2 + n, 0, b"hvc1", 0)) for n in range(count)]
    own = [len(ipco)]
    if turn:
        ipco.append(turn)
        own.append(len(ipco))
    notes = struct.pack(">HB", 1, len(own)) + bytes(own)
    places = bytes(range(1, len(found.tiles[0].properties) + 1))
    notes += b"".join(struct.pack(">HB", 2 + n, len(places)) + places for n in range(count))
    parts = [
        full(b"hdlr", struct.pack(">I4s12xB", 0, b"pict", 0)),
        full(b"pitm", struct.pack(">H", 1)),
        full(b"iinf", struct.pack(">H", count + 1) + b"".join(kinds)),
        box(b"iprp", box(b"ipco", b"".join(ipco)) + full(b"ipma", struct.pack(">I", count + 1) + notes)),
        full(b"iref", box(b"dimg", struct.pack(f">HH{count}H", 1, count, *range(2, count + 2)))),
        box(b"idat", struct.pack(">BBBBII", 0, 1, rows - 1, columns - 1, width, height)),
    ]
    ftyp = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    head = struct.calcsize(">HH") + (count + 1) * 16
    at = len(ftyp) + 12 + sum(len(part) for part in parts) + 12 + head + 8
    starts = [at + sum(len(piece) for piece in coded[:n]) for n in range(4)]
    lines = [struct.pack(">HHHHII", 1, 1, 0, 1, 0, 12)]
    for number in range(count):
        which = number // columns % 2 * 2 + number % columns % 2
        lines.append(struct.pack(">HHHHII", 2 + number, 0, 0, 1, starts[which], len(coded[which])))
    parts.append(full(b"iloc", struct.pack(">HH", 0x4400, count + 1) + b"".join(lines), 1))
    path.write_bytes(ftyp + full(b"meta", b"".join(parts)) + box(b"mdat", b"".join(coded)))
    return path
