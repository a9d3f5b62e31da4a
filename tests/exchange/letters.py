# SPDX-License-Identifier: EUPL-1.2
"""Builds letters of Word and Writer, and mails, as those programs write them."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from html import escape
from random import Random

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def photo(seed: int = 1) -> bytes:
    """Return a small photo, as a camera would not take it."""
    from PIL import Image

    out = io.BytesIO()
    Image.frombytes("RGB", (160, 120), Random(seed).randbytes(160 * 120 * 3)).save(out, "JPEG")
    return out.getvalue()


def zipped(parts: dict[str, bytes | str]) -> bytes:
    """Return an archive of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def p(text: str, style: str = "", *, inside: str = "", numbered: bool = False) -> str:
    """Return a paragraph of Word."""
    shape = f'<w:pStyle w:val="{style}"/>' if style else ""
    shape += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if numbered else ""
    return (
        f'<w:p><w:pPr>{shape}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>{inside}</w:p>'
    )


LINK = '<w:hyperlink r:id="rId5"><w:r><w:t>im Rathaus</w:t></w:r></w:hyperlink>'
PICTURE = '<w:r><mc:AlternateContent><mc:Choice><w:drawing><a:blip r:embed="rId6"/></w:drawing></mc:Choice><mc:Fallback><w:pict><w:t>doppelt</w:t></w:pict></mc:Fallback></mc:AlternateContent></w:r>'


def docx(body: str, **more: bytes | str) -> bytes:
    """Return a letter of Word with one link and one picture it may refer to; more: parts, dots as __."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {_W}><w:body>{body}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId5" Type="hyperlink" Target="https://www.lindenbrunn.de/vorlesen" TargetMode="External"/><Relationship Id="rId6" Type="image" Target="media/image1.jpeg"/></Relationships>',
        "word/media/image1.jpeg": photo(),
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Stadtbücherei, H. Krüger</dc:creator></cp:coreProperties>',
    }
    return zipped({**parts, **more})


def odt(body: str) -> bytes:
    """Return a letter of Writer."""
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>',
            "Pictures/1.jpg": photo(2),
        }
    )


def eml(text: str = "", *, html: str = "", subject: str = "WG: Vorlesen in der Bücherei") -> EmailMessage:
    """Return a mail; attach to it what it is to bring."""
    mail = EmailMessage()
    mail["From"] = "Hanne Krüger <h.krueger@lindenbrunn.de>"
    mail["To"] = "presse@lindenbrunn.de"
    mail["Subject"] = subject
    mail["Date"] = "Thu, 03 Dec 2026 09:15:00 +0100"
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    return mail
