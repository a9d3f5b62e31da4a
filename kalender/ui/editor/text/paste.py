# SPDX-License-Identifier: EUPL-1.2
"""Clean plain text from what Word and browsers put on the clipboard, links kept."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QTextDocument

_BLANKS = re.compile(r"[ \t]+(?=\n|$)")
_MANY_LINES = re.compile(r"\n{3,}")
_KEPT_CONTROLS = "\n\t"


def plain(text: str) -> str:
    """Return text with plain line breaks, without control characters, soft hyphens and blanks at line ends."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    text = text.replace("\u00a0", " ").replace("\u00ad", "").replace("\ufffc", "").replace("\ufeff", "")
    text = "".join(
        letter for letter in text if letter in _KEPT_CONTROLS or unicodedata.category(letter) != "Cc"
    )
    return _MANY_LINES.sub("\n\n", _BLANKS.sub("", text))


def text_of(mime: QMimeData) -> str:
    """Return the text on the clipboard; of formatted text the letters, with addresses of links behind their words."""
    if mime.hasHtml():
        linked = _with_addresses(mime.html())
        if linked:
            return plain(linked)
    return plain(mime.text())


def _with_addresses(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    lines, found_link = [], False
    block = document.begin()
    while block.isValid():
        pieces = []
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            words, address = fragment.text(), fragment.charFormat().anchorHref()
            pieces.append(words)
            if address.startswith(("http://", "https://")) and address.rstrip("/") not in words:
                pieces.append(f" ({address})")
                found_link = True
            iterator += 1
        lines.append("".join(pieces))
        block = block.next()
    return "\n".join(lines) if found_link else ""


def picture_files(mime: QMimeData, suffixes: tuple[str, ...]) -> list[str]:
    """Return the local files with these suffixes that are dropped or pasted."""
    urls: list[QUrl] = mime.urls() if mime.hasUrls() else []
    files = [url.toLocalFile() for url in urls if url.isLocalFile()]
    return [name for name in files if name.casefold().endswith(suffixes)]
