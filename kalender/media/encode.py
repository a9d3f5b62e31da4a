# SPDX-License-Identifier: EUPL-1.2
"""The bytes of an export: the best quality under the limit, and no metadata but what is written on purpose."""

from __future__ import annotations

import io
from collections.abc import Callable
from xml.sax.saxutils import escape

from PIL import Image, PngImagePlugin

from kalender.domain.picture import AiMark

START_QUALITY = 88
TARGET_FLOOR = 70
"""Lowest quality taken to meet a wish (target_bytes); only a limit (max_bytes) may go lower."""

LOWEST_QUALITY = 10
_AI_SOURCES = {
    AiMark.MADE: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    AiMark.ALTERED: "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
}
"""Digital source types of IPTC: all of it by a machine, or a picture that a machine altered."""


class DoesNotFit(Exception):  # noqa: N818 - an answer about a limit, not a defect
    """No quality brings a picture under its limit."""


class Encoder:
    """One scaled picture on its way to files: what was encoded once is not encoded again for the next limit.

    image: RGB, or RGBA for png and webp. export_type: jpg, png or webp. credit, ai: written as XMP, nothing else is.
    """

    def __init__(self, image: Image.Image, export_type: str, *, credit: str, ai: AiMark) -> None:
        image.info = {}
        self._image = image
        self._type = export_type
        self._xmp = _xmp(credit, ai)
        self._at: dict[int, bytes] = {}

    def fit(self, max_bytes: int, target_bytes: int) -> tuple[bytes, int]:
        """Return the bytes and the quality (PNG: 100). max_bytes: hard limit; target_bytes: a wish; 0 is none.

        Raises DoesNotFit.
        """
        if self._type == "png":
            return _png(self._image, max_bytes or 1 << 62, self._xmp), 100
        return _best(self._made, max_bytes, target_bytes)

    def _made(self, quality: int) -> bytes:
        if quality not in self._at:
            save = _webp if self._type == "webp" else _jpeg
            self._at[quality] = save(self._image, quality, self._xmp)
        return self._at[quality]


def _best(made: Callable[[int], bytes], max_bytes: int, target_bytes: int) -> tuple[bytes, int]:
    limit = max_bytes or 1 << 62
    wish = min(limit, target_bytes or limit)
    data = made(START_QUALITY)
    if len(data) <= wish:
        return data, START_QUALITY
    good = _search(made, wish, TARGET_FLOOR, START_QUALITY - 1)
    if good is None and wish < limit:
        good = _search(made, limit, TARGET_FLOOR, TARGET_FLOOR)
    good = good or _search(made, limit, LOWEST_QUALITY, TARGET_FLOOR - 1)
    if good is None:
        raise DoesNotFit
    return good


def _search(made: Callable[[int], bytes], limit: int, low: int, high: int) -> tuple[bytes, int] | None:
    best: tuple[bytes, int] | None = None
    top = high
    while low <= high:
        quality = (low + high) // 2
        data = made(quality)
        if len(data) <= limit:
            best, low = (data, quality), quality + 1
        else:
            high = quality - 1
    return best and _climbed(made, limit, best, top)


def _climbed(
    made: Callable[[int], bytes], limit: int, best: tuple[bytes, int], top: int
) -> tuple[bytes, int]:
    """Go on while the next quality fits too: a file of higher quality may be smaller by a few bytes."""
    while best[1] < top and len(data := made(best[1] + 1)) <= limit:
        best = (data, best[1] + 1)
    return best


def _jpeg(image: Image.Image, quality: int, xmp: bytes) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling="4:2:0", xmp=xmp)
    return out.getvalue()


def _webp(image: Image.Image, quality: int, xmp: bytes) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=quality, xmp=xmp)
    return out.getvalue()


def _png(image: Image.Image, limit: int, xmp: bytes) -> bytes:
    """Return a PNG with all colours, or with as many as the limit allows."""
    info = PngImagePlugin.PngInfo()
    if xmp:
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
    for colours in (0, 256, 64, 16):
        method = Image.Quantize.FASTOCTREE if image.mode == "RGBA" else Image.Quantize.MEDIANCUT
        candidate = image.quantize(colours, method=method) if colours else image
        out = io.BytesIO()
        candidate.save(out, "PNG", optimize=bool(colours), pnginfo=info)
        if out.tell() <= limit:
            return out.getvalue()
    raise DoesNotFit


def _xmp(credit: str, ai: AiMark) -> bytes:
    """Return the metadata that is meant to travel: who made it, and what a machine did to it. Nothing of the original's."""
    parts = []
    if credit:
        who = escape("".join(letter for letter in credit if letter.isprintable()))
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{who}</rdf:li></rdf:Seq></dc:creator>")
        parts.append(f"<photoshop:Credit>{who}</photoshop:Credit>")
    if ai:
        parts.append(f"<Iptc4xmpExt:DigitalSourceType>{_AI_SOURCES[ai]}</Iptc4xmpExt:DigitalSourceType>")
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
