# SPDX-License-Identifier: EUPL-1.2
"""What a picture says of itself: caption, credit, terms, alt text, whether a machine made it. From XMP, IPTC, EXIF."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from kalender.domain.frozen import frozen
from kalender.domain.picture import AiMark, Licence

LONGEST_TEXT = 2000
LARGEST_XMP = 1 << 20

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
_CC = "{http://creativecommons.org/ns#}"
_IPTC_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
_IPTC_EXT = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
_BY_AI = {
    "trainedalgorithmicmedia": AiMark.MADE,
    "algorithmicmedia": AiMark.MADE,
    "compositewithtrainedalgorithmicmedia": AiMark.ALTERED,
}
_COMMONS = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/([a-z+-]+)", re.IGNORECASE)
_LICENCES = {
    "by": Licence.CC_BY,
    "by-sa": Licence.CC_BY_SA,
    "by-nd": Licence.CC_BY_ND,
    "zero": Licence.CC0,
    "mark": Licence.CC0,
}
"""Licences of Creative Commons that a town hall can use; those without commercial use are left for a person to judge."""

_OF_CAMERAS = re.compile(
    r"(olympus|samsung|minolta|kodak|sony|konica|lg)?\s*(digital )?(still )?(camera|dsc)( pictures)?\s*$"
    r"|dcim\\|default$|untitled$|exif_jpeg|picture$|image$|jpeg$",
    re.IGNORECASE,
)
"""Captions that cameras write into every picture."""


@frozen
class Embedded:
    """Texts without control characters, at most 2000 letters; empty where there is nothing.

    terms: what it may be used for, in the words of the file. licence: only where a link names it beyond doubt.
    """

    caption: str = ""
    credit: str = ""
    alt: str = ""
    ai: AiMark = AiMark.NONE
    terms: str = ""
    licence: Licence = Licence.UNKNOWN
    licence_link: str = ""


def embedded(image: Image.Image) -> Embedded:
    """Return what an opened picture says of itself; nothing of it may refuse a picture."""
    found: dict[str, str] = {}
    for read in (_xmp, _iptc, _exif):
        for name, text in _safely(read, image).items():
            clean = _clean(text)
            if clean and not found.get(name) and not (name == "caption" and _OF_CAMERAS.match(clean)):
                found[name] = clean
    source = found.get("source", "").rsplit("/", 1)[-1].lower()
    terms, link = found.get("terms", ""), found.get("link", "")
    commons = _COMMONS.search(link) or _COMMONS.search(terms)
    return Embedded(
        caption=found.get("caption", ""),
        credit=found.get("credit", ""),
        alt=found.get("alt", ""),
        ai=_BY_AI.get(source, AiMark.NONE),
        terms=terms,
        licence=_LICENCES.get(commons[1].lower(), Licence.UNKNOWN) if commons else Licence.UNKNOWN,
        licence_link=link if link.lower().startswith(("https://", "http://")) and " " not in link else "",
    )


def _safely(read: Callable[[Image.Image], dict[str, str]], image: Image.Image) -> dict[str, str]:
    try:
        return read(image)
    except Exception:  # noqa: BLE001 - broken metadata never refuses a good picture
        return {}


def _clean(text: str) -> str:
    letters = "".join(letter if letter.isprintable() else " " for letter in text[: 4 * LONGEST_TEXT])
    return " ".join(letters.split())[:LONGEST_TEXT]


def _decoded(value: object) -> str:
    if isinstance(value, (list, tuple)):
        value = value[0] if value else ""
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value.decode("cp1252", "replace")
    return str(value or "")


def _joined(*parts: str, between: str = " / ") -> str:
    """Return maker and house as "Anna Muster / Stadt Lindenbrunn", each once."""
    kept: list[str] = []
    for part in parts:
        if part.strip() and not any(part.strip() in other for other in kept):
            kept.append(part.strip())
    return (
        between.join(part.rstrip(". ") for part in kept[:-1]) + between + kept[-1]
        if kept[1:]
        else "".join(kept)
    )


def _xmp(image: Image.Image) -> dict[str, str]:
    raw: Any = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    data = raw.encode() if isinstance(raw, str) else bytes(raw)
    if not data or len(data) > LARGEST_XMP:
        return {}
    root: Element = fromstring(data[data.find(b"<") : data.rfind(b">") + 1])
    return {
        "caption": _text(root, f"{_DC}description"),
        "credit": _joined(_list(root, f"{_DC}creator"), _text(root, f"{_PHOTOSHOP}Credit"))
        or _text(root, f"{_DC}rights"),
        "terms": _joined(
            _text(root, f"{_RIGHTS}UsageTerms"), _text(root, f"{_PHOTOSHOP}Instructions"), between=". "
        ),
        "link": _text(root, f"{_CC}license") or _text(root, f"{_RIGHTS}WebStatement"),
        "alt": _text(root, f"{_IPTC_CORE}AltTextAccessibility"),
        "source": _text(root, f"{_IPTC_EXT}DigitalSourceType"),
    }


def _text(root: Element, name: str) -> str:
    """Return a property written as an element, a list of languages, or an attribute; German where there is a choice."""
    node = root.find(f".//{name}")
    if node is None:
        return next((item.get(name, "") for item in root.iter(f"{_RDF}Description") if item.get(name)), "")
    items = list(node.iter(f"{_RDF}li"))
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    german = [item for item in items if (item.get(language) or "").lower().startswith("de")]
    chosen = german or items
    return ((chosen[0].text if chosen else node.text) or node.get(f"{_RDF}resource") or "").strip()


def _list(root: Element, name: str) -> str:
    """Return all names of an ordered list: a picture may have two makers."""
    node = root.find(f".//{name}")
    names = [(item.text or "").strip() for item in node.iter(f"{_RDF}li")] if node is not None else []
    return ", ".join(item for item in names if item) or _text(root, name)


def _iptc(image: Image.Image) -> dict[str, str]:
    if not isinstance(image, ImageFile.ImageFile):
        return {}
    found: dict[Any, Any] = IptcImagePlugin.getiptcinfo(image) or {}
    maker = found.get((2, 80))
    named = ", ".join(_decoded(item) for item in maker) if isinstance(maker, list) else _decoded(maker)
    makers = _joined(named, _decoded(found.get((2, 110))))
    return {
        "caption": _decoded(found.get((2, 120))),
        "credit": makers or _decoded(found.get((2, 116))),
        "terms": _decoded(found.get((2, 40))),
    }


def _exif(image: Image.Image) -> dict[str, str]:
    found = image.getexif()
    return {
        "caption": _decoded(found.get(ExifTags.Base.ImageDescription)),
        "credit": _decoded(found.get(ExifTags.Base.Artist)) or _decoded(found.get(ExifTags.Base.Copyright)),
    }
