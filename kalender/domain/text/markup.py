# SPDX-License-Identifier: EUPL-1.2
"""Plain text out of the HTML that Word, LibreOffice, browsers and mail programs hand on: paragraphs, lists, links kept."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_UNSEEN = frozenset(
    {"head", "style", "script", "title", "noscript", "template", "svg", "math", "object", "select"}
)
_APART = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "pre", "figure"}
)
"""Elements with an empty line around them; the other blocks only begin a line."""
_LINES = frozenset(
    {"div", "li", "tr", "section", "article", "header", "footer", "main", "aside", "nav", "dl", "dt", "dd", "form",
     "address", "figcaption", "caption", "hr", "fieldset", "center", "body", "html"}
)  # fmt: skip
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "wbr", "track"}
)
_BLANK = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_ITEM = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)<!--\s*EndFragment\s*-->", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"^\(?(\w{1,4})[.)]$")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
MOST = 2_000_000
"""Letters of markup that are read; nobody pastes more."""


def text_of_html(html: str) -> str:
    """Return the text of a piece of HTML: an empty line between paragraphs, "• " before items, addresses behind links."""
    fragment = _FRAGMENT.search(html)
    reader = _Reader()
    reader.feed((fragment.group(1) if fragment else html)[:MOST])
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Collects letters, and before each how many line breaks stand there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._gap = 0
        self._blank = False
        self._open: list[tuple[str, bool, bool]] = []
        self._unseen = 0
        self._marks: list[str] | None = None
        self._lists: list[list[int]] = []
        self._links: list[tuple[str, int]] = []
        self._pre = 0

    def text(self) -> str:
        """Return what was read."""
        return "".join(self._parts).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "")
        if tag == "br":
            self._break(1, more=True)
            return
        self._block(tag)
        if tag in _VOID:
            return
        unseen = tag in _UNSEEN or "hidden" in given or bool(_HIDDEN.search(style))
        mark = bool(_ITEM.search(style)) and not self._unseen and self._marks is None
        self._open.append((tag, unseen, mark))
        self._unseen += unseen
        if mark:
            self._marks = []
        if self._unseen:
            return
        if tag == "pre":
            self._pre += 1
        elif tag in {"ul", "ol"}:
            start = given.get("start", "1")
            self._lists.append([int(start) if start.isdecimal() and tag == "ol" else 1 if tag == "ol" else 0])
        elif tag == "li":
            self._item()
        elif tag in {"td", "th"} and self._parts and not self._gap:
            self._parts.append("\t")
            self._blank = False
        elif tag == "a":
            self._links.append((given.get("href", "").strip(), len(self._parts)))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those inside that nobody closed."""
        if not any(name == tag for name, _unseen, _mark in self._open):
            return
        while self._open:
            name, unseen, mark = self._open.pop()
            self._unseen -= unseen
            if mark and self._marks is not None:
                self._word_item()
            if not self._unseen and not unseen:
                self._end(name)
            if name == tag:
                break
        self._block(tag)

    def handle_data(self, data: str) -> None:
        """Take letters."""
        if self._unseen:
            return
        if self._marks is not None:
            self._marks.append(data)
            return
        if self._pre:
            for number, line in enumerate(data.split("\n")):
                if number:
                    self._break(1, more=True)
                self._write(line)
            return
        words = _BLANK.sub(" ", data)
        if words.startswith(" "):
            self._blank = self._blank or (not self._gap and bool(self._parts))
            words = words[1:]
        ended = words.endswith(" ")
        self._write(words.rstrip(" "))
        self._blank = self._blank or (ended and bool(words.strip()))

    def _write(self, words: str) -> None:
        if not words:
            return
        if self._gap and self._parts:
            self._parts.append("\n" * min(2, self._gap))
        elif self._blank and self._parts and not self._parts[-1].endswith(("\t", "\n")):
            self._parts.append(" ")
        self._gap, self._blank = 0, False
        self._parts.append(words)

    def _break(self, lines: int, *, more: bool = False) -> None:
        self._gap = self._gap + lines if more else max(self._gap, lines)
        self._blank = False

    def _block(self, tag: str) -> None:
        if self._unseen:
            return
        inside = bool(self._lists) and tag in {"p", "ul", "ol"}
        if tag in _APART and not inside:
            self._break(2)
        elif tag in _LINES or tag in _APART:
            if self._parts and self._parts[-1].endswith(("• ", ". ")) and self._gap == 0:
                return  # the paragraph inside an item begins behind its mark
            self._break(1)

    def _item(self) -> None:
        numbers = self._lists[-1] if self._lists else [0]
        if numbers[0]:
            self._write(f"{numbers[0]}. ")
            numbers[0] += 1
        else:
            self._write("• ")

    def _word_item(self) -> None:
        """Write the mark of an item as Word sets it: a number stays, any letter of a symbol font becomes a dot."""
        mark = "".join(self._marks or ()).replace("\u00a0", " ").strip()
        self._marks = None
        if self._gap == 2 and self._parts and self._listed():
            self._gap = 1
        self._write(f"{mark} " if _NUMBER.match(mark) and len(mark) > 1 else "• ")

    def _listed(self) -> bool:
        """Tell whether the paragraph before is an item, so that no empty line parts them."""
        for part in reversed(self._parts):
            if part.startswith("\n"):
                return False
            if part == "• " or (_NUMBER.match(part.strip()) and part.endswith(" ")):
                return True
        return False

    def _end(self, tag: str) -> None:
        if tag == "pre":
            self._pre -= 1
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        elif tag == "a" and self._links:
            address, begun = self._links.pop()
            self._link(address, "".join(self._parts[begun:]).strip())

    def _link(self, address: str, words: str) -> None:
        if not _ADDRESS.fullmatch(address) or not words:
            return
        plain = re.sub(r"^(?:mailto:|tel:)", "", address).split("?")[0] if address[:1] in "mtMT" else address
        bare = re.sub(r"^https?://(?:www\.)?", "", plain).rstrip("/").casefold()
        tight = re.sub(r"[\s\u00a0/()-]", "", words).casefold()
        if bare not in words.casefold() and re.sub(r"[\s/()-]", "", bare) not in tight:
            self._blank = True
            gap, self._gap = self._gap, 0
            self._write(f"({plain})")
            self._gap = gap
