# SPDX-License-Identifier: EUPL-1.2
"""From one original to all formats: decoded once per level, cut, scaled, in sRGB, under the byte limit, without a past."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image

from kalender.domain.crop import Crop, PixelBox, exact_box
from kalender.media.decode import Opened, on_white, opened, pixels, plain, to_srgb
from kalender.media.kinds import Kind, Unreadable, UnreadablePicture

THREADS = 2
START_QUALITY = 88
TARGET_FLOOR = 70
"""Lowest quality taken to meet a wish (target_bytes); only a limit (max_bytes) may go lower."""

LOWEST_QUALITY = 10
_LEVELS = (8, 4, 2, 1)
_AI_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOrder:
    """One file to make. width, height: pixels; max_bytes: hard limit, 0 is none; target_bytes: a wish, 0 is none."""

    crop: Crop
    width: int
    height: int
    path: Path
    export_type: str = "jpg"
    max_bytes: int = 0
    target_bytes: int = 0
    credit: str = ""
    ai: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A file that was made. enlarged: per cent of the original's pixels, 100 or less is sharp."""

    path: Path
    width: int
    height: int
    bytes: int
    quality: int
    enlarged: int


def render(original: Path, orders: Sequence[RenderOrder]) -> list[Rendered]:
    """Make all files of one picture; raises UnreadablePicture, or TOO_LARGE where a byte limit cannot be met.

    Photos are read at the nearest level that is not smaller than what is needed (JPEG by its own reduced decoding,
    others by halving once for all formats); drawings and screenshots are scaled from full size.
    """
    with opened(original) as source:
        size, profile, photo = source.size, source.profile, _is_photo(source)
    wanted = {order.path: _level(order, size) if photo else 1 for order in orders}
    levels = _levels(original, sorted(set(wanted.values())), size)
    jobs = [(order, levels[wanted[order.path]], size, profile) for order in orders]
    if len(jobs) == 1:
        return [_one(*jobs[0])]
    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(lambda job: _one(*job), jobs))


def enlarged(crop: Crop, size: tuple[int, int], width: int) -> int:
    """Return how much a crop has to be enlarged for a format's width, in per cent; 100 is pixel for pixel."""
    box = exact_box(crop, size, (width, max(1, round(width * crop.h * size[1] / (crop.w * size[0])))))
    return round(100 * width / max(1, box.right - box.left))


def _is_photo(source: Opened) -> bool:
    """Tell photos, where reduced decoding does no harm, from drawings with hard edges and text."""
    return source.kind in {Kind.JPEG, Kind.HEIC, Kind.AVIF}


def _level(order: RenderOrder, size: tuple[int, int]) -> int:
    box = exact_box(order.crop, size, (order.width, order.height))
    ratio = min((box.right - box.left) / order.width, (box.bottom - box.top) / order.height)
    return next(level for level in _LEVELS if ratio >= level or level == 1)


def _levels(original: Path, wanted: Sequence[int], size: tuple[int, int]) -> dict[int, Image.Image]:
    """Return the upright picture at each level, read as few times as possible."""
    with ThreadPoolExecutor(THREADS) as threads:
        images = threads.map(lambda level: _read(original, level, size), wanted)
        return dict(zip(wanted, images, strict=True))


def _read(original: Path, level: int, size: tuple[int, int]) -> Image.Image:
    with opened(original) as source:
        least = (max(1, size[0] // level), max(1, size[1] // level))
        image = plain(pixels(source, least if level > 1 else None))
        if level > 1 and source.kind is not Kind.JPEG:
            image = image.reduce(level)
        elif image.size == source.image.size:
            image = image.copy()
        return image


def _one(order: RenderOrder, image: Image.Image, size: tuple[int, int], profile: bytes) -> Rendered:
    box = exact_box(order.crop, size, (order.width, order.height))
    across, down = image.width / size[0], image.height / size[1]
    scaled = image.resize(
        (order.width, order.height),
        Image.Resampling.LANCZOS,
        box=_within(box, across, down, image.size),
    )
    flat = (
        on_white(to_srgb(scaled, profile)[0]) if order.export_type == "jpg" else to_srgb(scaled, profile)[0]
    )
    data, quality = _encoded(flat, order)
    _write(order.path, data)
    return Rendered(
        path=order.path,
        width=flat.width,
        height=flat.height,
        bytes=len(data),
        quality=quality,
        enlarged=round(100 * order.width / max(1, box.right - box.left)),
    )


def _within(
    box: PixelBox, across: float, down: float, size: tuple[int, int]
) -> tuple[float, float, float, float]:
    return (
        max(0.0, box.left * across),
        max(0.0, box.top * down),
        min(float(size[0]), box.right * across),
        min(float(size[1]), box.bottom * down),
    )


def _encoded(image: Image.Image, order: RenderOrder) -> tuple[bytes, int]:
    """Return the bytes of the file at the best quality that meets the limit, and if it can the wish."""
    if order.export_type == "png":
        return _png(image, order)
    xmp = _xmp(order)
    limit = order.max_bytes or 1 << 62
    wish = min(limit, order.target_bytes or limit)
    data = _jpeg(image, START_QUALITY, xmp)
    if len(data) <= wish:
        return data, START_QUALITY
    good = _search(image, xmp, wish, TARGET_FLOOR, START_QUALITY - 1)
    if good is not None:
        return good
    floor = _jpeg(image, TARGET_FLOOR, xmp)
    if len(floor) <= limit:
        return floor, TARGET_FLOOR
    good = _search(image, xmp, limit, LOWEST_QUALITY, TARGET_FLOOR - 1)
    if good is None:
        raise UnreadablePicture(
            Unreadable.TOO_LARGE, width=order.width, height=order.height, bytes=order.max_bytes
        )
    return good


def _search(image: Image.Image, xmp: bytes, limit: int, low: int, high: int) -> tuple[bytes, int] | None:
    best: tuple[bytes, int] | None = None
    while low <= high:
        quality = (low + high) // 2
        data = _jpeg(image, quality, xmp)
        if len(data) <= limit:
            best, low = (data, quality), quality + 1
        else:
            high = quality - 1
    return best


def _jpeg(image: Image.Image, quality: int, xmp: bytes) -> bytes:
    out = io.BytesIO()
    extra = {"xmp": xmp} if xmp else {}
    image.save(out, "JPEG", quality=quality, subsampling="4:2:0" if quality < 90 else "4:4:4", **extra)
    return out.getvalue()


def _png(image: Image.Image, order: RenderOrder) -> tuple[bytes, int]:
    limit = order.max_bytes or 1 << 62
    for colours in (0, 256, 64, 16):
        candidate = image if not colours else image.convert("RGB").quantize(colours)
        out = io.BytesIO()
        candidate.save(out, "PNG", optimize=True)
        if out.tell() <= limit:
            return out.getvalue(), 100
    raise UnreadablePicture(
        Unreadable.TOO_LARGE, width=order.width, height=order.height, bytes=order.max_bytes
    )


def _xmp(order: RenderOrder) -> bytes:
    """Return the metadata that is meant to travel: who made it, and that a machine did. Nothing of the original's."""
    parts = []
    if order.credit:
        who = escape(order.credit)
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{who}</rdf:li></rdf:Seq></dc:creator>")
        parts.append(f"<photoshop:Credit>{who}</photoshop:Credit>")
    if order.ai:
        parts.append(f"<Iptc4xmpExt:DigitalSourceType>{_AI_SOURCE}</Iptc4xmpExt:DigitalSourceType>")
    if not parts:
        return b""
    body = "".join(parts)
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f"{body}</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
