# SPDX-License-Identifier: EUPL-1.2
"""What a file is, by its content; and why a file is no picture we take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """Kinds of pictures that are taken; the value is the suffix of the stored original."""

    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"
    HEIC = "heic"
    AVIF = "avif"
    TIFF = "tif"
    GIF = "gif"
    BMP = "bmp"


class Unreadable(StrEnum):
    """Why a file is refused."""

    EMPTY = "empty"
    NOT_A_PICTURE = "not_a_picture"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"
    CRASHED = "crashed"
    TOO_SLOW = "too_slow"
    MISSING = "missing"
    NO_SPACE = "no_space"


class UnreadablePicture(Exception):  # noqa: N818 - an answer about a file, not a defect
    """A file was refused. facts: plain values for the sentence, e.g. width and height."""

    def __init__(self, why: Unreadable, **facts: object) -> None:
        super().__init__(why, facts)
        self.why = why
        self.facts = facts

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Travel between processes."""
        return _unreadable, (self.why, self.facts)


def _unreadable(why: Unreadable, facts: dict[str, object]) -> UnreadablePicture:
    return UnreadablePicture(why, **facts)


_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1"}
_AVIF = {b"avif", b"avis"}


def kind_of(path: Path) -> Kind:
    """Return the kind of a picture by its first bytes; raises UnreadablePicture MISSING, EMPTY or NOT_A_PICTURE."""
    try:
        with path.open("rb") as file:
            head = file.read(64)
    except OSError as error:
        raise UnreadablePicture(Unreadable.MISSING) from error
    if not head:
        raise UnreadablePicture(Unreadable.EMPTY)
    found = _by_magic(head)
    if found is None:
        raise UnreadablePicture(Unreadable.NOT_A_PICTURE)
    return found


def _by_magic(head: bytes) -> Kind | None:
    starts = (
        (b"\xff\xd8\xff", Kind.JPEG),
        (b"\x89PNG\r\n\x1a\n", Kind.PNG),
        (b"GIF87a", Kind.GIF),
        (b"GIF89a", Kind.GIF),
        (b"II*\x00", Kind.TIFF),
        (b"MM\x00*", Kind.TIFF),
    )
    for magic, kind in starts:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.WEBP
    if head[:2] == b"BM" and len(head) >= 26:
        return Kind.BMP
    if head[4:8] == b"ftyp":
        brands = {head[8:12], *(head[at : at + 4] for at in range(16, len(head) - 3, 4))}
        if brands & _AVIF:
            return Kind.AVIF
        if brands & _HEIC:
            return Kind.HEIC
    return None
