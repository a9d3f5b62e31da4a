# SPDX-License-Identifier: EUPL-1.2
"""A grid of tiles as pixels: each tile decoded alone and made smaller before the next, so that memory stays small."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import BinaryIO

from PIL import Image, ImageFile

from kalender.media.heic.boxes import Grid, Tile

THREADS = 2
LARGEST_TILE = 32 << 20
"""Bytes of one coded tile; those of phones have some 100,000."""

_ROTATED = {1: Image.Transpose.ROTATE_90, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_270}
_MIRRORED = {0: Image.Transpose.FLIP_TOP_BOTTOM, 1: Image.Transpose.FLIP_LEFT_RIGHT}
_Box = tuple[int, int, int, int]
_FTYP = struct.pack(">I4s4sI8s", 24, b"ftyp", b"heic", 0, b"mif1heic")
_ITEM = 1


class Mosaic:
    """The picture of an open HEIC file that is a grid. Reads from the file; one thread at a time may ask."""

    def __init__(self, grid: Grid, file: BinaryIO) -> None:
        self._grid, self._file = grid, file

    def pixels(self, level: int) -> Image.Image:
        """Return the whole picture upright in RGB, one pixel for level × level of the original; level: 1, 2, 4 or 8.

        Where the tiles cannot be divided by the level, the next finer one is taken. Any exception means damage.
        """
        grid = self._grid
        whole: Image.Image | None = None
        size = across, down = (0, 0)
        with ThreadPoolExecutor(THREADS) as threads:
            for number, (tile, done) in enumerate(_in_turn(threads, self._coded(), level)):
                if whole is None:
                    across, down = tile.size
                    size = (-(-grid.width // done), -(-grid.height // done))
                    whole = Image.new("RGB", _turned_box((0, 0, *size), size, grid.turns)[2:])
                elif tile.size != (across, down):
                    raise ValueError("tiles of different sizes")
                left, top = number % grid.columns * across, number // grid.columns * down
                box = (left, top, min(size[0], left + across), min(size[1], top + down))
                part = tile.crop((0, 0, box[2] - left, box[3] - top))
                whole.paste(_turned(part, grid.turns), _turned_box(box, size, grid.turns)[:2])
        assert whole is not None
        return whole

    def _coded(self) -> Iterator[bytes]:
        for tile in self._grid.tiles:
            pieces = []
            for offset, length in tile.extents:
                if length > LARGEST_TILE:
                    raise ValueError("a tile that is too large")
                self._file.seek(offset)
                pieces.append(self._file.read(length))
            yield alone(tile, b"".join(pieces))


def _in_turn(
    threads: ThreadPoolExecutor, coded: Iterator[bytes], level: int
) -> Iterator[tuple[Image.Image, int]]:
    """Return the small tiles and their level in order; only a few are under way at a time."""
    waiting = []
    for data in coded:
        waiting.append(threads.submit(_small, data, level))
        if len(waiting) > 2 * THREADS:
            yield waiting.pop(0).result()
    for answer in waiting:
        yield answer.result()


def _small(data: bytes, level: int) -> tuple[Image.Image, int]:
    from pillow_heif import HeifImageFile

    plugin: type[ImageFile.ImageFile] = HeifImageFile
    with plugin(io.BytesIO(data)) as opened:
        opened.load()
        tile = opened.convert("RGB")
    while tile.width % level or tile.height % level:
        level //= 2
    return (tile.reduce(level) if level > 1 else tile), level


def _turned(image: Image.Image, turns: Sequence[bytes]) -> Image.Image:
    for box in turns:
        if box[4:8] == b"imir":
            image = image.transpose(_MIRRORED[box[8] & 1])
        elif box[8] & 3:
            image = image.transpose(_ROTATED[box[8] & 3])
    return image


def _turned_box(box: _Box, size: tuple[int, int], turns: Sequence[bytes]) -> _Box:
    """Return where a part of a picture lies after the whole is turned. box: left, top, right, bottom."""
    width, height = size
    left, top, right, bottom = box
    for turn in turns:
        if turn[4:8] == b"imir":
            if turn[8] & 1:
                left, right = width - right, width - left
            else:
                top, bottom = height - bottom, height - top
            continue
        for _ in range(turn[8] & 3):  # a quarter against the clock each
            left, top, right, bottom = top, width - right, bottom, width - left
            width, height = height, width
    return left, top, right, bottom


def alone(tile: Tile, coded: bytes) -> bytes:
    """Return a HEIC file of one tile."""
    item = _full(b"infe", struct.pack(">HH4sB", _ITEM, 0, b"hvc1", 0), version=2)
    places = bytes(range(1, len(tile.properties) + 1))
    one = struct.pack(">IHB", 1, _ITEM, len(places)) + places
    properties = _box(b"iprp", _box(b"ipco", b"".join(tile.properties)) + _full(b"ipma", one))
    parts = [
        _full(b"hdlr", struct.pack(">I4s12xB", 0, b"pict", 0)),
        _full(b"pitm", struct.pack(">H", _ITEM)),
        _full(b"iinf", struct.pack(">H", 1) + item),
        properties,
    ]
    location = struct.calcsize(">IIHHHHHII") + 8 - 4
    at = len(_FTYP) + 12 + sum(len(part) for part in parts) + location + 8
    parts.append(_full(b"iloc", struct.pack(">HHHHHII", 0x4400, 1, _ITEM, 0, 1, at, len(coded))))
    assert len(parts[-1]) == location
    return _FTYP + _full(b"meta", b"".join(parts)) + _box(b"mdat", coded)


def _box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body) + 8, name) + body


def _full(name: bytes, body: bytes, version: int = 0) -> bytes:
    return _box(name, struct.pack(">I", version << 24) + body)
