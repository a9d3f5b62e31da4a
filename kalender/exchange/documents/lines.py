# SPDX-License-Identifier: EUPL-1.2
"""What all documents have in common: paragraphs become a title, a text and a contact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kalender.domain.frozen import frozen

LONGEST_TITLE = 90
_CONTACT = re.compile(
    r"^(?:Kontakt|Ansprechpartner(?:in|\*in|:in)?|Ansprechperson|(?:Bei )?Rückfragen(?: an)?|Auskunft|Pressekontakt)\s*:\s*(?P<who>\S.{2,200})$",
    re.IGNORECASE | re.MULTILINE,
)
_SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000\f\v]+")
_SHAPES = {ord(sign): None for sign in "\u00ad\ufeff\ufffc\u200b\u200e\u200f\u2028\u2029\u0000"}


@frozen
class Paragraph:
    """A paragraph of a document. heading: set as title or heading. item: one of a list."""

    text: str
    heading: bool = False
    item: bool = False


def clean(text: str) -> str:
    """Return text without control characters, soft hyphens and runs of blanks; tabs and line ends stay."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    plain = "".join(sign for sign in plain.translate(_SHAPES) if sign >= " " or sign in "\n\t")
    lines = [_SPACES.sub(" ", line).rstrip() for line in plain.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def joined(paragraphs: Sequence[Paragraph]) -> str:
    """Return paragraphs as a text: an empty line between them, none between the items of a list."""
    pieces: list[str] = []
    before: Paragraph | None = None
    for paragraph in paragraphs:
        words = clean(paragraph.text).strip()
        if not words:
            continue
        if before is not None:
            pieces.append("\n" if before.item and paragraph.item else "\n\n")
        pieces.append(f"• {words}" if paragraph.item else words)
        before = paragraph
    return "".join(pieces)


def parted(paragraphs: Sequence[Paragraph]) -> tuple[str, str]:
    """Return title and text: a heading at the top is the title, else a short first line with more below it."""
    full = [item for item in paragraphs if clean(item.text).strip()]
    if full and not full[0].item:
        first = " ".join(clean(full[0].text).split())
        ended = first.endswith((".", ",", ";", ":"))
        if len(first) <= LONGEST_TITLE and (full[0].heading or (len(full) > 1 and not ended)):
            return first, joined(full[1:])
    return "", joined(full)


def contact_in(text: str) -> str:
    """Return who a line such as "Kontakt: Frau Krüger, Tel. 123" names, or nothing."""
    found = _CONTACT.search(text)
    return " ".join(found["who"].split()) if found else ""


def with_address(words: str, address: str) -> str:
    """Return the words of a link with its address behind, where they do not say it themselves."""
    address = address.strip()
    if not words.strip() or not re.match(r"(?:https?://|mailto:)\S+$", address, re.IGNORECASE):
        return words
    plain = re.sub(r"^mailto:", "", address, flags=re.IGNORECASE)
    bare = re.sub(r"^https?://(?:www\.)?", "", plain, flags=re.IGNORECASE).rstrip("/")
    if bare.casefold() in words.casefold():
        return words
    return f"{words.rstrip()} ({plain}){' ' if words.endswith(' ') else ''}"
