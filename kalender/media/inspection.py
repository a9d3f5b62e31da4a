# SPDX-License-Identifier: EUPL-1.2
"""Looks a file over before it is taken: kind, size, damage, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from kalender.media.decode import opened, pixels, plain, to_srgb
from kalender.media.kinds import Kind

LONGEST_TEXT = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What a good file is. width, height: upright pixels. broken_profile: its colour profile was ignored."""

    kind: Kind
    width: int
    height: int
    bytes: int
    frames: int = 1
    broken_profile: bool = False
    caption: str = ""
    credit: str = ""


def inspect(path: Path) -> Inspection:
    """Read a picture through to its end and say what it is; raises UnreadablePicture.

    JPEG is decoded at an eighth, which reads every byte of it but needs little memory.
    """
    with opened(path) as source:
        width, height = source.size
        caption, credit = _texts(source.image)
        whole = pixels(source, (max(1, width // 8), max(1, height // 8)))
        small = plain(whole.resize((min(64, whole.width), min(64, whole.height)), Image.Resampling.NEAREST))
        broken = to_srgb(small, source.profile)[1]
        return Inspection(
            kind=source.kind,
            width=width,
            height=height,
            bytes=path.stat().st_size,
            frames=source.frames,
            broken_profile=broken,
            caption=caption,
            credit=credit,
        )


def _texts(image: Image.Image) -> tuple[str, str]:
    """Return caption and credit from IPTC, XMP or EXIF, in this order; nothing of it may refuse a picture."""
    caption = credit = ""
    for read in (_iptc, _xmp, _exif):
        try:
            found = read(image)
        except Exception:  # noqa: BLE001, S112 - broken metadata never refuses a good picture
            continue
        caption, credit = caption or _clean(found[0]), credit or _clean(found[1])
    return caption, credit


def _clean(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[
        :LONGEST_TEXT
    ]


def _decoded(value: object) -> str:
    if isinstance(value, (list, tuple)):
        value = value[0] if value else ""
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value.decode("latin-1")
    return str(value or "")


def _iptc(image: Image.Image) -> tuple[str, str]:
    if not isinstance(image, ImageFile.ImageFile):
        return "", ""
    found: dict[Any, Any] = IptcImagePlugin.getiptcinfo(image) or {}
    return _decoded(found.get((2, 120))), _decoded(found.get((2, 110)) or found.get((2, 80)))


def _exif(image: Image.Image) -> tuple[str, str]:
    found = image.getexif()
    caption = _decoded(found.get(ExifTags.Base.ImageDescription))
    return caption, _decoded(found.get(ExifTags.Base.Artist) or found.get(ExifTags.Base.Copyright))


def _xmp(image: Image.Image) -> tuple[str, str]:
    tree: dict[str, Any] = image.getxmp() if hasattr(image, "getxmp") else {}
    description = tree.get("xmpmeta", {}).get("RDF", {}).get("Description", {})
    parts = description if isinstance(description, list) else [description]
    caption = next((text for part in parts if (text := _alternative(part.get("description")))), "")
    creator = next((text for part in parts if (text := _alternative(part.get("creator")))), "")
    return caption, creator


def _alternative(value: Any) -> str:
    while isinstance(value, dict):
        value = (
            value.get("Alt")
            or value.get("Seq")
            or value.get("Bag")
            or value.get("li")
            or value.get("text")
            or ""
        )
    if isinstance(value, list):
        return _alternative(value[0]) if value else ""
    return str(value or "")
