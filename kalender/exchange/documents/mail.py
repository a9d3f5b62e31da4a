# SPDX-License-Identifier: EUPL-1.2
"""Mails (.eml): subject, sender, what was written, and the pictures and letters that came with it."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from kalender.domain.text.markup import text_of_html
from kalender.exchange.documents.found import MOST_PICTURES, Inside
from kalender.exchange.documents.lines import clean

MOST_ATTACHMENTS = 200
_PREFIX = re.compile(r"^(?:(?:AW|WG|RE|FW|FWD|Antw)\s*:\s*)+", re.IGNORECASE)
_HEADER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.MULTILINE
)
_SIGNATURE = re.compile(r"\n-- ?\n.*\Z", re.DOTALL)
_LETTERS = (".docx", ".odt")
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, IndexError, AssertionError, RecursionError)
"""What the reader of the standard library raises for headers and parts that are not what they say."""


class Mail:
    """A mail that has been taken apart; whatever of it cannot be read is empty."""

    def __init__(self, data: bytes) -> None:
        message = message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.subject = _PREFIX.sub("", " ".join(_header(message, "subject").split()))
        self.sender = " ".join(_header(message, "from").split())[:200]
        self.dated = _day(_header(message, "date"))
        self.pictures: list[Inside] = []
        self.letters: list[Inside] = []
        self.left: list[str] = []
        self.text = _SIGNATURE.sub("", clean(_body(message))).strip()
        self._attached(message)

    def _attached(self, message: EmailMessage) -> None:
        for number, part in enumerate(message.walk()):
            if number > MOST_ATTACHMENTS or part.is_multipart():
                continue
            kind, name = part.get_content_type(), _name(part)
            if not name and not kind.startswith("image/"):
                continue
            try:
                data = part.get_payload(decode=True)
            except _FAULTS:
                data = None
            if not isinstance(data, bytes) or not data:
                self.left.append(name or kind)
            elif kind.startswith("image/") and kind != "image/svg+xml" and len(self.pictures) < MOST_PICTURES:
                self.pictures.append(Inside(name=name or f"Bild.{kind.partition('/')[2]}", data=data))
            elif name.casefold().endswith(_LETTERS):
                self.letters.append(Inside(name=name, data=data))
            else:
                self.left.append(name)


def is_mail(data: bytes) -> bool:
    """Tell whether bytes begin as a mail does: with headers, among them who sent it or what it is about."""
    head = _HEADER.match(data[:20_000].replace(b"\r\n", b"\n"))
    return (
        head is not None
        and re.search(rb"^(?:from|subject|received|return-path):", head.group(), re.IGNORECASE | re.MULTILINE)
        is not None
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return clean(str(message.get(name, ""))).replace("\n", " ")
    except _FAULTS:
        return ""


def _day(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat() if text else ""
    except _FAULTS:
        return ""


def _name(part: EmailMessage) -> str:
    try:
        return " ".join(clean(part.get_filename() or "").split())[:120]
    except _FAULTS:
        return ""


def _body(message: EmailMessage) -> str:
    for wanted in ("plain", "html"):
        try:
            part = message.get_body(preferencelist=(wanted,))
        except _FAULTS:
            part = None
        words = _words(part) if isinstance(part, EmailMessage) else ""
        if words.strip():
            return text_of_html(words) if wanted == "html" else words
    return ""


def _words(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except _FAULTS:
        raw = part.get_payload(decode=True)
        return raw.decode("windows-1252", "replace") if isinstance(raw, bytes) else ""
