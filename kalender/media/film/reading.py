# SPDX-License-Identifier: EUPL-1.2
"""Length, size and sound of a film by its boxes, and whether captions are captions. Source: ISO/IEC 14496-12, W3C WebVTT."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kalender.domain.frozen import frozen
from kalender.media.iso.boxes import Malformed, inner, outermost
from kalender.media.kinds import Unreadable, UnreadablePicture
from kalender.media.shelf import brought, put_on_shelf

LARGEST_HEAD = 64 << 20
"""Bytes of the box that describes the tracks; that of an hour has some 5 million."""

LARGEST_CAPTIONS = 1 << 20
_MOV = {b"qt  "}
_MP4 = {
    b"isom",
    b"iso2",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"M4V ",
    b"MSNV",
    b"3gp4",
    b"3gp5",
    b"f4v ",
}
_TIMES = re.compile(r"(?:\d+:)?\d\d:\d\d[.,]\d{3}\s+-->\s+(?:\d+:)?\d\d:\d\d[.,]\d{3}")


@frozen
class Film:
    """A film on the shelf. width, height: px as it is shown; milliseconds: length; sound: it has a track of sound."""

    sha256: str
    suffix: str
    bytes: int
    width: int
    height: int
    milliseconds: int
    sound: bool


@frozen
class Captions:
    """Captions on the shelf. suffix: srt or vtt; cues: how many there are."""

    sha256: str
    suffix: str
    bytes: int
    cues: int


def take_film(source: Path, shelf: Path) -> Film:
    """Copy a film (mp4, mov) onto the shelf, byte for byte; raises UnreadablePicture."""
    with brought(source, shelf) as (copy, sha256):
        try:
            found = _film(copy, sha256)
        except (Malformed, struct.error, OSError) as error:
            raise UnreadablePicture(Unreadable.DAMAGED) from error
        put_on_shelf(copy, shelf, sha256, found.suffix)
    return found


def take_captions(source: Path, shelf: Path) -> Captions:
    """Copy captions (srt, vtt) onto the shelf; raises UnreadablePicture."""
    with brought(source, shelf) as (copy, sha256):
        size = copy.stat().st_size
        if not size:
            raise UnreadablePicture(Unreadable.EMPTY)
        if size > LARGEST_CAPTIONS:
            raise UnreadablePicture(Unreadable.UNSUPPORTED, found="captions")
        try:
            text = copy.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UnreadablePicture(Unreadable.UNSUPPORTED, found="captions") from error
        cues = len(_TIMES.findall(text))
        if not cues:
            raise UnreadablePicture(Unreadable.UNSUPPORTED, found="captions")
        suffix = "vtt" if text.startswith("WEBVTT") else "srt"
        put_on_shelf(copy, shelf, sha256, suffix)
    return Captions(sha256=sha256, suffix=suffix, bytes=size, cues=cues)


def film_kind(path: Path) -> str:
    """Return mp4 or mov by the first bytes of a file; empty for anything else. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(64)
    if head[4:8] != b"ftyp":
        return ""
    brands = {
        head[8:12],
        *(head[at : at + 4] for at in range(16, min(len(head), struct.unpack(">I", head[:4])[0]) - 3, 4)),
    }
    if head[8:12] in _MOV:
        return "mov"
    return "mp4" if brands & _MP4 else ""


def _film(path: Path, sha256: str) -> Film:
    size = path.stat().st_size
    if not size:
        raise UnreadablePicture(Unreadable.EMPTY)
    suffix = film_kind(path)
    if not suffix:
        raise UnreadablePicture(Unreadable.UNSUPPORTED, found="film")
    scale, length, tracks = _described(_head(path))
    shown = next(
        ((width, height) for kind, width, height in tracks if kind == b"vide" and width and height), None
    )
    if shown is None or not scale or not length:
        raise UnreadablePicture(Unreadable.UNSUPPORTED, found="film")
    return Film(
        sha256=sha256,
        suffix=suffix,
        bytes=size,
        width=shown[0],
        height=shown[1],
        milliseconds=round(1000 * length / scale),
        sound=any(kind == b"soun" for kind, _, _ in tracks),
    )


def _head(path: Path) -> bytes:
    """Return the body of the box moov; a film whose boxes go beyond its end was cut off."""
    found = b""
    with path.open("rb") as file:
        for name, start, length in outermost(file):
            if name != b"moov":
                continue
            if length > LARGEST_HEAD:
                raise UnreadablePicture(Unreadable.UNSUPPORTED, found="film")
            file.seek(start)
            found = file.read(length)
    if not found:
        raise UnreadablePicture(Unreadable.DAMAGED)
    return found


def _sound(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the boxes as far as they are sound: QuickTime ends some with zeros."""
    with suppress(Malformed):
        yield from inner(body)


def _described(moov: bytes) -> tuple[int, int, list[tuple[bytes, int, int]]]:
    """Return units a second, length in units, and kind, width and height of each track."""
    scale = length = 0
    tracks = []
    for name, body in _sound(moov):
        if name == b"mvhd":
            scale, length = struct.unpack_from(">IQ" if body[0] else ">II", body, 20 if body[0] else 12)
        elif name == b"trak":
            inside = dict(_sound(body))
            kind = dict(_sound(inside.get(b"mdia", b""))).get(b"hdlr", bytes(12))[8:12]
            tracks.append((kind, *_shown(inside.get(b"tkhd", b""))))
    return scale, length, tracks


def _shown(body: bytes) -> tuple[int, int]:
    """Return width and height of a track as it is shown: phones lay films on their side and say so."""
    if not body:
        return 0, 0
    at = 52 if body[0] else 40
    matrix = struct.unpack_from(">9i", body, at)
    width, height = (value >> 16 for value in struct.unpack_from(">II", body, at + 36))
    turned = not matrix[0] and not matrix[4]
    return (height, width) if turned else (width, height)
