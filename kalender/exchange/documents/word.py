# SPDX-License-Identifier: EUPL-1.2
"""Letters of Word (.docx): paragraphs, links and pictures in their order; deleted words and hidden ones stay out."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from kalender.domain.refusal import RefusalKind
from kalender.exchange.documents.archives import Parts
from kalender.exchange.documents.found import DocumentRefused
from kalender.exchange.documents.lines import Paragraph, with_address

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAIN = "word/document.xml"
_W = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_R = ("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}", "{http://purl.oclc.org/ooxml/officeDocument/relationships}")  # fmt: skip
_HEADINGS = ("title", "titel", "heading", "berschrift", "überschrift")
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "pPr", "sectPr", "commentReference"})
_DEEPEST = 200


def read_word(parts: Parts) -> tuple[list[Paragraph], list[str], str]:
    """Return paragraphs, the parts that hold pictures, and who wrote it; raises DocumentRefused."""
    links = _targets(parts)
    reader = _Word(links)
    body = next((item for item in parts.xml(MAIN) if _name(item) == "body"), None)
    if body is None:
        raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
    reader.blocks(body, 0)
    return reader.paragraphs, reader.pictures, _author(parts)


class _Word:
    def __init__(self, links: dict[str, tuple[str, bool]]) -> None:
        self._links = links
        self.paragraphs: list[Paragraph] = []
        self.pictures: list[str] = []

    def blocks(self, parent: Element, depth: int) -> None:
        """Read paragraphs and tables below an element."""
        if depth > _DEEPEST:
            raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
        for item in parent:
            name = _name(item)
            if name == "p":
                self._paragraph(item, depth + 1)
            elif name == "tbl":
                self._table(item, depth + 1)
            elif name not in _SKIPPED:
                self.blocks(item, depth + 1)

    def _table(self, table: Element, depth: int) -> None:
        for row in table.iter():
            if _name(row) != "tr":
                continue
            cells = []
            for cell in row:
                if _name(cell) == "tc":
                    inner = _Word(self._links)
                    inner.blocks(cell, depth + 1)
                    cells.append(
                        " ".join(item.text.strip() for item in inner.paragraphs if item.text.strip())
                    )
                    self.pictures += [item for item in inner.pictures if item not in self.pictures]
            self.paragraphs.append(Paragraph(text="\t".join(cells).strip()))

    def _paragraph(self, paragraph: Element, depth: int) -> None:
        style, item = "", False
        boxes: list[Element] = []
        for shape in paragraph:
            if _name(shape) == "pPr":
                style = next(
                    (_given(part, "val") for part in shape if _name(part) == "pStyle"), ""
                ).casefold()
                item = any(_name(part) == "numPr" for part in shape) or "list" in style
        words = self._inline(paragraph, boxes, depth)
        heading = style.startswith(_HEADINGS)
        self.paragraphs.append(Paragraph(text=words, heading=heading, item=item and not heading))
        for box in boxes:
            self.blocks(box, depth + 1)

    def _inline(self, parent: Element, boxes: list[Element], depth: int) -> str:
        if depth > _DEEPEST:
            raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
        pieces = []
        for item in parent:
            name = _name(item)
            if name in _SKIPPED or (name == "r" and _hidden(item)):
                continue
            if name == "t":
                pieces.append(item.text or "")
            elif name in {"tab", "br", "cr", "noBreakHyphen"}:
                pieces.append({"tab": "\t", "noBreakHyphen": "-"}.get(name, "\n"))
            elif name == "txbxContent":
                boxes.append(item)
            elif name == "hyperlink":
                target, outside = self._links.get(_related(item, "id"), ("", False))
                words = self._inline(item, boxes, depth + 1)
                pieces.append(with_address(words, target) if outside else words)
            else:
                for key in ("embed", "id"):
                    target, outside = self._links.get(_related(item, key), ("", True))
                    if name in {"blip", "imagedata"} and not outside and target not in self.pictures:
                        self.pictures.append(target)
                pieces.append(self._inline(item, boxes, depth + 1))
        return "".join(pieces)


def _hidden(run: Element) -> bool:
    return any(_name(item) == "vanish" for shape in run if _name(shape) == "rPr" for item in shape)


def _targets(parts: Parts) -> dict[str, tuple[str, bool]]:
    """Return where the references of the letter lead, and whether that is outside the file."""
    name = "word/_rels/document.xml.rels"
    if name not in parts:
        return {}
    found = {}
    for item in parts.xml(name):
        target, outside = item.get("Target", ""), item.get("TargetMode", "") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/word", target)).lstrip("/")
        found[item.get("Id", "")] = (target, outside)
    return found


def _author(parts: Parts) -> str:
    if "docProps/core.xml" not in parts:
        return ""
    try:
        said = {_name(item): (item.text or "").strip() for item in parts.xml("docProps/core.xml")}
    except DocumentRefused:
        return ""
    return said.get("creator", "") or said.get("lastModifiedBy", "")


def _name(item: Element) -> str:
    return str(item.tag).rpartition("}")[2]


def _given(item: Element, key: str) -> str:
    return next((item.get(space + key, "") for space in _W if space + key in item.attrib), "")


def _related(item: Element, key: str) -> str:
    return next((item.get(space + key, "") for space in _R if space + key in item.attrib), "")
