# SPDX-License-Identifier: EUPL-1.2
"""The boxes of a HEIC file: whether its picture is a grid of tiles, and where each tile lies. Source: ISO/IEC 14496-12, 23008-12."""

from __future__ import annotations

import struct
from typing import BinaryIO

from kalender.domain.frozen import frozen
from kalender.media.iso.boxes import Malformed, inner, outermost

LARGEST_HEAD = 16 << 20
"""Bytes of the box that describes the items; that of a phone has some 50,000."""

_TURNS = {b"irot", b"imir"}
_OF_TILES = {b"hvcC", b"ispe", b"colr", b"pixi"}


@frozen
class Tile:
    """One coded picture. extents: offset and length of its pieces in the file. properties: whole boxes, as they stand."""

    extents: tuple[tuple[int, int], ...]
    properties: tuple[bytes, ...]


@frozen
class Grid:
    """A picture laid out of tiles, row by row. width, height: pixels before it is turned.

    turns: boxes irot and imir of the whole picture, in their order.
    """

    columns: int
    rows: int
    width: int
    height: int
    tiles: tuple[Tile, ...]
    turns: tuple[bytes, ...]


def grid_of(file: BinaryIO) -> Grid | None:
    """Return how the picture of a HEIC file is laid out; None where it is no grid, or one that is not read here."""
    try:
        return _grid(_head(file), file)
    except (Malformed, struct.error, IndexError, KeyError):
        return None


def _head(file: BinaryIO) -> bytes:
    """Return the body of the box meta."""
    for name, start, length in outermost(file):
        if name == b"meta" and length <= LARGEST_HEAD:
            file.seek(start)
            return file.read(length)[4:]
    raise Malformed


class _Reader:
    """Numbers one after the other. Reads past the end raise struct.error."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data, self.at = data, at

    def number(self, size: int) -> int:
        """Return an unsigned number of 0, 1, 2, 4 or 8 bytes."""
        if not size:
            return 0
        if self.at + size > len(self.data):
            raise struct.error("the box ends before its numbers do")
        self.at += size
        return int.from_bytes(self.data[self.at - size : self.at], "big")


def _grid(head: bytes, file: BinaryIO) -> Grid | None:
    found = dict(inner(head))
    first = _Reader(found[b"pitm"])
    primary = first.number(4 if first.number(4) >> 24 else 2)
    if _kinds(found[b"iinf"]).get(primary) != b"grid":
        return None
    places = _places(found[b"iloc"], found.get(b"idat", b""))
    own = _properties(found[b"iprp"])
    payload = places[primary][1] or b"".join(_read(file, *extent) for extent in places[primary][0])
    body = _Reader(payload, 1)
    wide = 4 if body.number(1) & 1 else 2
    rows, columns = body.number(1) + 1, body.number(1) + 1
    width, height = body.number(wide), body.number(wide)
    names = _parts(found.get(b"iref", b""), primary)
    turns = tuple(box for box in own.get(primary, ()) if box[4:8] in _TURNS)
    cut = any(box[4:8] == b"clap" for box in own.get(primary, ()))
    if cut or len(names) != rows * columns or not width or not height:
        return None
    colours = [box for box in own.get(primary, ()) if box[4:12] == b"colrnclx"]
    tiles = tuple(Tile(extents=places[name][0], properties=_for_tile(own[name], colours)) for name in names)
    return Grid(columns=columns, rows=rows, width=width, height=height, tiles=tiles, turns=turns)


def _read(file: BinaryIO, offset: int, length: int) -> bytes:
    file.seek(offset)
    return file.read(min(length, 64))


def _for_tile(own: tuple[bytes, ...], colours: list[bytes]) -> tuple[bytes, ...]:
    """Return what a tile needs to be decoded alone; how colours are coded may be said of the whole only."""
    kept = tuple(box for box in own if box[4:8] in _OF_TILES and box[4:12] not in {b"colrprof", b"colrrICC"})
    if any(box[4:8] in _TURNS or box[4:8] == b"clap" for box in own):
        raise Malformed
    said = any(box[4:8] == b"colr" for box in kept)
    return kept if said else (*kept, *colours)


def _kinds(body: bytes) -> dict[int, bytes]:
    """Return the kind of each item by its id."""
    head = _Reader(body)
    version = head.number(4) >> 24
    head.number(4 if version else 2)
    found = {}
    for name, entry in inner(body, head.at):
        item = _Reader(entry)
        said = item.number(4) >> 24
        if name != b"infe" or said < 2:
            continue
        id_ = item.number(4 if said == 3 else 2)
        item.number(2)
        found[id_] = entry[item.at : item.at + 4]
    return found


def _places(body: bytes, data: bytes) -> dict[int, tuple[tuple[tuple[int, int], ...], bytes]]:
    """Return the extents of each item in the file, and its bytes where they lie in the head itself."""
    head = _Reader(body)
    version = head.number(4) >> 24
    sizes = head.number(2)
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version else 0
    found = {}
    for _ in range(head.number(4 if version == 2 else 2)):
        id_ = head.number(4 if version == 2 else 2)
        method = head.number(2) & 15 if version else 0
        head.number(2)
        base = head.number(base_size)
        extents = []
        for _extent in range(head.number(2)):
            head.number(index_size)
            offset = head.number(offset_size)
            extents.append((base + offset, head.number(length_size)))
        inside = b"".join(data[at : at + size] for at, size in extents) if method == 1 else b""
        found[id_] = (tuple(extents) if method == 0 else (), inside)
    return found


def _properties(body: bytes) -> dict[int, tuple[bytes, ...]]:
    """Return the property boxes of each item, in their order."""
    boxes = list(inner(body))
    known = [
        struct.pack(">I4s", len(content) + 8, name) + content for name, content in inner(dict(boxes)[b"ipco"])
    ]
    found: dict[int, tuple[bytes, ...]] = {}
    for content in (content for name, content in boxes if name == b"ipma"):
        head = _Reader(content)
        said = head.number(4)
        wide = said & 1
        for _ in range(head.number(4)):
            id_ = head.number(4 if said >> 24 else 2)
            places = [
                head.number(2 if wide else 1) & (0x7FFF if wide else 0x7F) for _ in range(head.number(1))
            ]
            found[id_] = tuple(known[place - 1] for place in places if place)
    return found


def _parts(body: bytes, whole: int) -> tuple[int, ...]:
    """Return the ids of the items a picture is laid out of."""
    if not body:
        raise Malformed
    wide = 4 if body[0] else 2
    for name, content in inner(body, 4):
        entry = _Reader(content)
        if name == b"dimg" and entry.number(wide) == whole:
            return tuple(entry.number(wide) for _ in range(entry.number(2)))
    raise Malformed
