# SPDX-License-Identifier: EUPL-1.2
"""What a document is once it has been read, and the limits that hold for one."""

from __future__ import annotations

from kalender.domain.frozen import frozen
from kalender.domain.refusal import RefusalKind

MOST_BYTES = 100_000_000
"""Of a file: a mail with ten photos of a phone has half of it."""
MOST_XML = 20_000_000
"""Bytes of one part that is read as text."""
MOST_LETTERS = 100_000
"""Of the text: fifty printed pages."""
MOST_PICTURES = 40
LARGEST_PICTURE = 60_000_000
SMALLEST_PICTURE = 3_000
"""Bytes; what is smaller is a line, a dot or the logo of a signature."""
MOST_PARTS = 3_000
WORST_RATIO = 300
"""A part of some size that shrinks more than this is a bomb."""


@frozen
class Document:
    """What a document says. pictures: names of the files laid into the folder, in their order.

    left: names of what is inside and was not taken. sender, dated: of a mail, else who wrote the file, and empty.
    """

    title: str = ""
    text: str = ""
    contact: str = ""
    sender: str = ""
    dated: str = ""
    pictures: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@frozen
class Inside:
    """A picture inside a document that is being read."""

    name: str
    data: bytes


class DocumentRefused(Exception):  # noqa: N818 - an answer about a file, not a defect
    """A file is no document, or one that is not read: its kind says why. Travels between processes."""

    def __init__(self, kind: RefusalKind) -> None:
        super().__init__(kind)
        self.kind = kind
