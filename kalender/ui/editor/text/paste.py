# SPDX-License-Identifier: EUPL-1.2
"""Clean plain text from what Word and browsers put on the clipboard, links kept."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QMimeData, QUrl

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
        from kalender.domain.text.markup import text_of_html

        found = plain(text_of_html(mime.html())).strip()
        if found:
            return found
    return plain(mime.text())


def picture_files(mime: QMimeData, suffixes: tuple[str, ...]) -> list[str]:
    """Return the local files with these suffixes that are dropped or pasted."""
    urls: list[QUrl] = mime.urls() if mime.hasUrls() else []
    files = [url.toLocalFile() for url in urls if url.isLocalFile()]
    return [name for name in files if name.casefold().endswith(suffixes)]
