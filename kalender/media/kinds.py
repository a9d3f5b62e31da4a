# SPDX-License-Identifier: EUPL-1.2
"""What a file is, by its content and never by its suffix; and why a file is no picture we take."""

from __future__ import annotations

import os
import re
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
    JPEG2000 = "jp2"
    PNM = "ppm"


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
    """A file was refused. facts: plain values for the sentence, e.g. width and height, or what it is instead."""

    def __init__(self, why: Unreadable, **facts: object) -> None:
        super().__init__(why, facts)
        self.why = why
        self.facts = facts

    def __reduce__(self) -> tuple[object, tuple[object, ...], dict[str, object]]:
        """Travel between processes."""
        return type(self), (self.why,), {"facts": self.facts}


_PICTURES = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
    (b"II+\x00", Kind.TIFF),
    (b"MM\x00+", Kind.TIFF),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", Kind.JPEG2000),
    (b"\xff\x4f\xff\x51", Kind.JPEG2000),
)
_OTHERS = (
    (b"8BPS", Unreadable.UNSUPPORTED, "psd"),
    (b"\x00\x00\x01\x00", Unreadable.UNSUPPORTED, "ico"),
    (b"\x00\x00\x00\x0cJXL ", Unreadable.UNSUPPORTED, "jxl"),
    (b"\xff\x0a", Unreadable.UNSUPPORTED, "jxl"),
    (b"FUJIFILMCCD-RAW", Unreadable.UNSUPPORTED, "raw"),
    (b"IIRO", Unreadable.UNSUPPORTED, "raw"),
    (b"IIU\x00", Unreadable.UNSUPPORTED, "raw"),
    (b"%PDF", Unreadable.NOT_A_PICTURE, "pdf"),
    (b"%!PS", Unreadable.NOT_A_PICTURE, "eps"),
    (b"PK\x03\x04", Unreadable.NOT_A_PICTURE, "zip"),
)
_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1"}
_AVIF = {b"avif", b"avis"}
_BMP_HEADERS = {12, 16, 40, 52, 56, 64, 108, 124}
_PNM = re.compile(rb"P[1-6][ \t\r\n]+(#[^\n]*\n\s*)*[0-9]+[ \t\r\n]+(#[^\n]*\n\s*)*[0-9]+[ \t\r\n]")
_END_OF_ZIP = b"PK\x05\x06"
_LONGEST_ZIP_END = 22 + 0xFFFF


def kind_of(path: Path) -> Kind:
    """Return the kind of a picture by its first bytes.

    Raises UnreadablePicture MISSING, EMPTY, UNSUPPORTED or NOT_A_PICTURE; facts["found"] names what it is instead.
    A picture that is a PDF or a ZIP archive at the same time is made to deceive and counts as that.
    """
    try:
        with path.open("rb") as file:
            head = file.read(1024)
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _LONGEST_ZIP_END))
            tail = file.read()
    except OSError as error:
        raise UnreadablePicture(Unreadable.MISSING) from error
    if not head:
        raise UnreadablePicture(Unreadable.EMPTY)
    found = _by_magic(head)
    if found is None:
        why, what = _something_else(head)
        raise UnreadablePicture(why, found=what)
    if b"%PDF-" in head:
        raise UnreadablePicture(Unreadable.NOT_A_PICTURE, found="pdf")
    if _ends_as_zip(tail):
        raise UnreadablePicture(Unreadable.NOT_A_PICTURE, found="zip")
    return found


def _by_magic(head: bytes) -> Kind | None:
    if head[:2] == b"II" and head[8:10] == b"CR":  # Canon's raw format is a TIFF around a preview
        return None
    for magic, kind in _PICTURES:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.WEBP
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return Kind.BMP
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    return Kind.PNM if _PNM.match(head) else None


def _by_brand(head: bytes) -> Kind | None:
    end = min(len(head), max(16, int.from_bytes(head[:4], "big")))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, end - 3, 4))}
    if head[8:12] in _HEIC - {b"mif1", b"msf1"}:
        return Kind.HEIC
    if brands & _AVIF:
        return Kind.AVIF
    return Kind.HEIC if brands & _HEIC else None


def _something_else(head: bytes) -> tuple[Unreadable, str]:
    for magic, why, what in _OTHERS:
        if head.startswith(magic):
            return why, what
    if head[:2] == b"II" and head[8:10] == b"CR":
        return Unreadable.UNSUPPORTED, "raw"
    if head[4:8] == b"ftyp":
        raw = head[8:11] == b"crx"
        return (Unreadable.UNSUPPORTED, "raw") if raw else (Unreadable.NOT_A_PICTURE, "video")
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<svg", b"<?xml")) and b"<svg" in text:
        return Unreadable.UNSUPPORTED, "svg"
    if text.startswith((b"<!doctype html", b"<html")):
        return Unreadable.NOT_A_PICTURE, "html"
    return Unreadable.NOT_A_PICTURE, ""


def _ends_as_zip(tail: bytes) -> bool:
    at = tail.rfind(_END_OF_ZIP)
    if at < 0 or len(tail) < at + 22:
        return False
    comment = int.from_bytes(tail[at + 20 : at + 22], "little")
    return at + 22 + comment == len(tail)
