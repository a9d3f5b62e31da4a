# SPDX-License-Identifier: EUPL-1.2
"""Parts of an Office archive, read with limits: never unpacked to disk, never more than was asked for."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from kalender.domain.refusal import RefusalKind
from kalender.exchange.documents.found import (
    LARGEST_PICTURE,
    MOST_PARTS,
    MOST_XML,
    WORST_RATIO,
    DocumentRefused,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOM = 1_000_000
"""Bytes from which on the ratio of a part is looked at."""


class Parts:
    """The parts of an archive by their names; raises DocumentRefused where it is no archive, locked, or a bomb."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            items = self._archive.infolist()
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            RuntimeError,
            NotImplementedError,  # what zipfile raises for a version of the format it does not know
        ) as error:
            raise DocumentRefused(RefusalKind.FILE_UNREADABLE) from error
        if len(items) > MOST_PARTS:
            raise DocumentRefused(RefusalKind.DOCUMENT_TOO_LARGE)
        self._items = {item.filename.replace("\\", "/"): item for item in items}
        if len(self._items) != len(items):  # two parts of one name: readers disagree on which counts
            raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
        if any(item.flag_bits & 1 for item in items):
            raise DocumentRefused(RefusalKind.DOCUMENT_ENCRYPTED)

    def __contains__(self, name: str) -> bool:
        return name in self._items

    def read(self, name: str, most: int) -> bytes:
        """Return the bytes of a part; raises DocumentRefused where it holds more, or is not whole."""
        item = self._items.get(name)
        if item is None:
            raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
        if item.file_size > most or item.file_size > max(_ROOM, WORST_RATIO * item.compress_size):
            raise DocumentRefused(RefusalKind.DOCUMENT_TOO_LARGE)
        try:
            with self._archive.open(item) as part:
                data = part.read(most + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            RuntimeError,
            NotImplementedError,  # what zipfile raises for a compression it does not know
        ) as error:
            raise DocumentRefused(RefusalKind.FILE_UNREADABLE) from error
        if len(data) > most:
            raise DocumentRefused(RefusalKind.DOCUMENT_TOO_LARGE)
        return data

    def xml(self, name: str) -> Element:
        """Return a part as a tree; declarations and entities are refused."""
        from xml.etree.ElementTree import ParseError

        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import fromstring

        try:
            found: Element = fromstring(self.read(name, MOST_XML), forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise DocumentRefused(RefusalKind.FILE_UNREADABLE) from error
        return found

    def picture(self, name: str) -> bytes | None:
        """Return the bytes of a picture, or None where it is not there, too large or not whole."""
        try:
            return self.read(name, LARGEST_PICTURE)
        except DocumentRefused:
            return None
