# SPDX-License-Identifier: EUPL-1.2
"""Faces that a camera or a program has marked in the file (MWG regions): where they are is used, who they are is not read."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from kalender.media.orientation import Box, stored

LARGEST = 1 << 20
MOST = 200
"""Regions that are looked at: a picture of a crowd has as many."""

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_MWG = "{http://www.metadataworkinggroup.com/schemas/regions/}"
_AREA = "{http://ns.adobe.com/xmp/sType/Area#}"
_DIM = "{http://ns.adobe.com/xap/1.0/sType/Dimensions#}"
_KINDS = ("face", "pet", "focus")
"""What is marked, the first of these that there is; a camera's point of focus last."""

_BACK = {6: 8, 8: 6}
"""What turns back what an orientation turns; the others turn back themselves."""


def marked(xmp: bytes, size: tuple[int, int], orientation: int) -> Box | None:
    """Return the box around all marked faces, in shares of the upright picture; None where none is marked.

    size: px as stored. orientation: EXIF. Programs disagree whether areas lie on the stored or the upright picture:
    the size they say they were drawn on tells, where it can; else it is the stored one, as the standard has it.
    """
    if not xmp or len(xmp) > LARGEST:
        return None
    try:
        root: Element = fromstring(xmp[xmp.find(b"<") : xmp.rfind(b">") + 1])
        boxes = _boxes(root)
        upright = _upright(root, size, orientation)
    except Exception:  # noqa: BLE001 - broken metadata never refuses a good picture
        return None
    kind = next((kind for kind in _KINDS if boxes.get(kind)), "")
    if not kind:
        return None
    found = boxes[kind]
    whole = (
        max(0.0, min(box[0] for box in found)),
        max(0.0, min(box[1] for box in found)),
        min(1.0, max(box[2] for box in found)),
        min(1.0, max(box[3] for box in found)),
    )
    return whole if upright else stored(whole, _BACK.get(orientation, orientation))


def _boxes(root: Element) -> dict[str, list[Box]]:
    found: dict[str, list[Box]] = {}
    for region in list(root.iter(f"{_MWG}RegionList"))[:1]:
        for item in list(region.iter(f"{_RDF}li"))[:MOST]:
            area = next(item.iter(f"{_MWG}Area"), None)
            if area is None or _said(area, f"{_AREA}unit") not in {"", "normalized"}:
                continue
            x, y = float(_said(area, f"{_AREA}x")), float(_said(area, f"{_AREA}y"))
            w = float(_said(area, f"{_AREA}w") or _said(area, f"{_AREA}d") or 0)
            h = float(_said(area, f"{_AREA}h") or _said(area, f"{_AREA}d") or 0)
            if 0 <= x <= 1 and 0 <= y <= 1 and 0 <= w <= 1 and 0 <= h <= 1:
                kind = _said(item, f"{_MWG}Type").lower()
                found.setdefault(kind, []).append((x - w / 2, y - h / 2, x + w / 2, y + h / 2))
    return found


def _upright(root: Element, size: tuple[int, int], orientation: int) -> bool:
    """Tell whether areas are drawn on the upright picture: only then does its size differ from the stored one."""
    place = next(root.iter(f"{_MWG}AppliedToDimensions"), None)
    if place is None or orientation < 5 or size[0] == size[1]:
        return orientation == 1
    wide, high = float(_said(place, f"{_DIM}w") or 0), float(_said(place, f"{_DIM}h") or 0)
    return (wide > high) != (size[0] > size[1])


def _said(node: Element, name: str) -> str:
    """Return a property written as an attribute, also of a description within, or as an element."""
    for place in (node, *node.findall(f"{_RDF}Description")):
        if place.get(name) is not None:
            return str(place.get(name)).strip()
        inner = place.find(name)
        if inner is not None:
            return (inner.text or "").strip()
    return ""
