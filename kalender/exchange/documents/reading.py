# SPDX-License-Identifier: EUPL-1.2
"""Reads a document of others, by what it is and not by its name; meant to run in a child process with limits."""

from __future__ import annotations

import re
from pathlib import Path

from kalender.domain.refusal import RefusalKind
from kalender.exchange.documents import mail, notes, word, writer
from kalender.exchange.documents.archives import Parts
from kalender.exchange.documents.found import (
    LARGEST_PICTURE,
    MOST_BYTES,
    MOST_LETTERS,
    MOST_PICTURES,
    SMALLEST_PICTURE,
    Document,
    DocumentRefused,
    Inside,
)
from kalender.exchange.documents.lines import Paragraph, contact_in, joined, parted
from kalender.exchange.names import slug

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".docx", ".odt", ".eml")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SHOWN = {
    b"\xff\xd8\xff": ".jpg",
    b"\x89PNG": ".png",
    b"GIF8": ".gif",
    b"RIFF": ".webp",
    b"II*\0": ".tif",
    b"MM\0*": ".tif",
}


def read_document(path: Path, folder: Path) -> Document:
    """Return what a document says; pictures inside are written into the folder.

    Raises DocumentRefused: FILE_MISSING, FILE_UNREADABLE, DOCUMENT_TOO_LARGE, DOCUMENT_ENCRYPTED, DOCUMENT_EMPTY,
    DOCUMENT_OLD.
    """
    try:
        if not path.is_file():
            raise DocumentRefused(RefusalKind.FILE_MISSING)
        if path.stat().st_size > MOST_BYTES:
            raise DocumentRefused(RefusalKind.DOCUMENT_TOO_LARGE)
        data = path.read_bytes()
    except OSError as error:
        raise DocumentRefused(RefusalKind.FILE_UNREADABLE) from error
    found, pictures = _understood(data, path)
    if len(found.text) > MOST_LETTERS or len(found.title) > MOST_LETTERS:
        raise DocumentRefused(RefusalKind.DOCUMENT_TOO_LARGE)
    names, left = _laid(pictures, folder, path.stem)
    if not (found.title or found.text or names):
        raise DocumentRefused(RefusalKind.DOCUMENT_EMPTY)
    return Document(
        title=found.title or _titled(path.stem),
        text=found.text,
        contact=found.contact,
        sender=found.sender,
        dated=found.dated,
        pictures=names,
        left=(*found.left, *left),
    )


def _understood(data: bytes, path: Path) -> tuple[Document, list[Inside]]:
    if not data.strip():
        raise DocumentRefused(RefusalKind.DOCUMENT_EMPTY)
    if data.startswith(_OLE):
        raise DocumentRefused(RefusalKind.DOCUMENT_ENCRYPTED if _LOCKED in data else RefusalKind.DOCUMENT_OLD)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _letter(data)
    suffix = path.suffix.casefold()
    if suffix == ".eml" or (suffix not in SUFFIXES and mail.is_mail(data)):
        return _mail(data)
    if suffix in {".docx", ".odt"}:
        raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
    return _document(notes.paragraphs_of(notes.decoded(data), marked=suffix in {".md", ".markdown"})), []


def _letter(data: bytes) -> tuple[Document, list[Inside]]:
    parts = Parts(data)
    if word.MAIN in parts:
        paragraphs, names, author = word.read_word(parts)
    elif writer.MAIN in parts:
        paragraphs, names, author = writer.read_writer(parts)
    else:
        raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
    pictures = []
    left = list(names[MOST_PICTURES:])
    for name in names[:MOST_PICTURES]:
        inside = parts.picture(name)
        if inside is None:
            left.append(name.rpartition("/")[2])
        else:
            pictures.append(Inside(name="", data=inside))
    return _document(paragraphs, sender=author, left=tuple(left)), pictures


def _mail(data: bytes) -> tuple[Document, list[Inside]]:
    if not mail.is_mail(data):
        raise DocumentRefused(RefusalKind.FILE_UNREADABLE)
    found = mail.Mail(data)
    pictures, left, texts = list(found.pictures), list(found.left), [found.text]
    for letter in found.letters:
        try:
            inside, more = _letter(letter.data)
        except DocumentRefused:
            left.append(letter.name)
            continue
        texts.append(joined([Paragraph(text=inside.title), Paragraph(text=inside.text)]))
        pictures += more
    text = "\n\n".join(item for item in texts if item)
    return (
        Document(
            title=found.subject,
            text=text,
            contact=contact_in(text) or found.sender,
            sender=found.sender,
            dated=found.dated,
            left=tuple(left),
        ),
        pictures,
    )


def _document(paragraphs: list[Paragraph], *, sender: str = "", left: tuple[str, ...] = ()) -> Document:
    title, text = parted(paragraphs)
    return Document(title=title, text=text, contact=contact_in(text), sender=sender, left=left)


def _laid(pictures: list[Inside], folder: Path, stem: str) -> tuple[tuple[str, ...], list[str]]:
    """Write pictures into the folder under names of their own; return these, and what was left out."""
    names: list[str] = []
    left: list[str] = []
    for number, picture in enumerate(pictures[:MOST_PICTURES], start=1):
        kind = _suffix(picture)
        if not kind or not SMALLEST_PICTURE <= len(picture.data) <= LARGEST_PICTURE:
            if len(picture.data) >= SMALLEST_PICTURE:
                left.append(picture.name or f"Bild {number}")
            continue
        own = Path(picture.name).stem if picture.name else f"{stem} Bild {number}"
        name = f"{slug(own, empty='bild')}{kind}"
        if name.casefold() in {item.casefold() for item in names}:
            name = f"{number}-{name}"
        (folder / name).write_bytes(picture.data)
        names.append(name)
    return tuple(names), left


def _suffix(picture: Inside) -> str:
    if picture.data[4:8] == b"ftyp":
        return ".avif" if picture.data[8:12].startswith(b"avi") else ".heic"
    return next((suffix for start, suffix in _SHOWN.items() if picture.data.startswith(start)), "")


def _titled(stem: str) -> str:
    return " ".join(re.sub(r"[_\s]+", " ", stem).split())[:90]
