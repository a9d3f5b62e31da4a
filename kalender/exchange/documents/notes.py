# SPDX-License-Identifier: EUPL-1.2
"""Plain texts and Markdown: paragraphs of letters, headings and links without their signs."""

from __future__ import annotations

import re

from kalender.domain.refusal import RefusalKind
from kalender.exchange.documents.found import DocumentRefused
from kalender.exchange.documents.lines import Paragraph, with_address

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_ITEM = re.compile(r"^\s*[-*+•]\s+(.*)$")
_LINK = re.compile(r"(!?)\[([^\]\n]*)\]\(\s*<?([^)\s>]*)>?[^)\n]*\)")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
_SLANTED = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")
_CODE = re.compile(r"`([^`\n]+)`")


def decoded(data: bytes) -> str:
    """Return bytes as a text: UTF-8 and UTF-16 by their marks, else UTF-8, else Windows; raises DocumentRefused."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data:
        raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", "replace")


def paragraphs_of(text: str, *, marked: bool) -> list[Paragraph]:
    """Return the paragraphs of a text; marked: its signs are those of Markdown."""
    found: list[Paragraph] = []
    lines: list[str] = []

    def close() -> None:
        if lines:
            found.append(Paragraph(text="\n".join(lines)))
            lines.clear()

    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        heading = _HEADING.match(line) if marked else None
        item = _ITEM.match(line) if marked else None
        if not line.strip():
            close()
        elif heading or item:
            close()
            words = _plain((heading or item)[1])  # type: ignore[index]  # one of the two is there
            found.append(Paragraph(text=words, heading=heading is not None, item=heading is None))
        else:
            lines.append(_plain(line) if marked else line)
            if not number:  # a first line stands for itself: it may be the title
                close()
    close()
    return found


def _plain(line: str) -> str:
    line = _LINK.sub(lambda found: "" if found[1] else with_address(found[2], found[3]), line)
    line = re.sub(r"^\s{0,3}>\s?", "", line)
    for sign in (_STRONG, _SLANTED):
        line = sign.sub(lambda found: found[2], line)
    return _CODE.sub(lambda found: found[1], line)
