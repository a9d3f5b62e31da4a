# SPDX-License-Identifier: EUPL-1.2
"""Letters of LibreOffice Writer (.odt): paragraphs, links and pictures in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.domain.refusal import RefusalKind
from kalender.exchange.documents.archives import Parts
from kalender.exchange.documents.found import DocumentRefused
from kalender.exchange.documents.lines import Paragraph, with_address

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAIN = "content.xml"
_SKIPPED = frozenset({"tracked-changes", "annotation", "note", "bookmark", "sequence-decls", "forms"})
_DEEPEST = 200


def read_writer(parts: Parts) -> tuple[list[Paragraph], list[str], str]:
    """Return paragraphs, the parts that hold pictures, and who wrote it; raises DocumentRefused."""
    if "META-INF/manifest.xml" in parts and b"encryption-data" in parts.read(
        "META-INF/manifest.xml", 5_000_000
    ):
        raise DocumentRefused(RefusalKind.DOCUMENT_ENCRYPTED)
    body = next((item for item in parts.xml(MAIN) if _name(item) == "body"), None)
    if body is None:
        raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
    reader = _Writer()
    reader.blocks(body, 0, item=False)
    return reader.paragraphs, reader.pictures, _author(parts)


class _Writer:
    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.pictures: list[str] = []

    def blocks(self, parent: Element, depth: int, *, item: bool) -> None:
        """Read what stands below an element. item: it is one of a list."""
        if depth > _DEEPEST:
            raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
        for part in parent:
            name = _name(part)
            if name in _SKIPPED:
                continue
            if name in {"p", "h"}:
                style = _given(part, "style-name").casefold()
                words = self._inline(part, depth + 1)
                heading = name == "h" or style in {"title", "subtitle"}
                self.paragraphs.append(Paragraph(text=words, heading=heading, item=item and not heading))
            elif name == "table-row":
                self._row(part, depth + 1)
            else:
                self.blocks(part, depth + 1, item=item or name == "list-item")

    def _row(self, row: Element, depth: int) -> None:
        cells = []
        for cell in row:
            inner = _Writer()
            inner.blocks(cell, depth + 1, item=False)
            cells.append(" ".join(part.text.strip() for part in inner.paragraphs if part.text.strip()))
            self.pictures += [name for name in inner.pictures if name not in self.pictures]
        self.paragraphs.append(Paragraph(text="\t".join(cells).strip()))

    def _inline(self, parent: Element, depth: int) -> str:
        if depth > _DEEPEST:
            raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
        pieces = [parent.text or ""]
        for part in parent:
            name = _name(part)
            if name == "s":
                pieces.append(" ")
            elif name in {"tab", "line-break"}:
                pieces.append("\t" if name == "tab" else "\n")
            elif name == "a":
                pieces.append(with_address(self._inline(part, depth + 1), _given(part, "href")))
            elif name == "text-box":
                self.blocks(part, depth + 1, item=False)
            elif name not in _SKIPPED:
                address = _given(part, "href")
                if name == "image" and address.startswith("Pictures/") and address not in self.pictures:
                    self.pictures.append(address)
                pieces.append(self._inline(part, depth + 1) if name != "image" else "")
            pieces.append(part.tail or "")
        return "".join(pieces).replace("\n ", "\n")


def _author(parts: Parts) -> str:
    if "meta.xml" not in parts:
        return ""
    try:
        said = {_name(item): (item.text or "").strip() for item in parts.xml("meta.xml").iter()}
    except DocumentRefused:
        return ""
    return said.get("creator", "") or said.get("initial-creator", "")


def _name(item: Element) -> str:
    return str(item.tag).rpartition("}")[2]


def _given(item: Element, key: str) -> str:
    return next((value for name, value in item.attrib.items() if name.rpartition("}")[2] == key), "")
