# SPDX-License-Identifier: EUPL-1.2
"""Letters, mails and notes of others are read as title, text, contact and pictures, whatever they hold."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kalender.domain.refusal import RefusalKind
from kalender.exchange.documents.found import Document, DocumentRefused
from kalender.exchange.documents.reading import read_document
from tests.exchange.letters import LINK, PICTURE, docx, eml, odt, p, photo, zipped
from tests.places import corpus_files


def read(folder: Path, data: bytes, name: str) -> Document:
    path = folder / name
    path.write_bytes(data)
    (folder / "out").mkdir(exist_ok=True)
    return read_document(path, folder / "out")


def refusal(folder: Path, data: bytes, name: str) -> RefusalKind:
    with pytest.raises(DocumentRefused) as caught:
        read(folder, data, name)
    return caught.value.kind


LETTER = (
    p("Vorlesen in der Bücherei", "berschrift1")
    + p("Am Freitag liest Hanne Krüger. Anmeldung ", inside=LINK + PICTURE)
    + p("Eintritt frei", numbered=True)
    + p("Aufzug vorhanden", numbered=True)
    + "<w:p><w:del><w:r><w:delText>gestrichen</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r></w:p>"
    + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Kinder</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2 €</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    + p("Kontakt: Hanne Krüger, Tel. 07777 123")
)


def test_a_letter_of_word_becomes_title_text_contact_sender_and_picture(tmp_path: Path) -> None:
    found = read(tmp_path, docx(LETTER), "Büchereí 1.docx")
    assert found.title == "Vorlesen in der Bücherei"
    assert found.text == (
        "Am Freitag liest Hanne Krüger. Anmeldung im Rathaus (https://www.lindenbrunn.de/vorlesen)\n\n"
        "• Eintritt frei\n• Aufzug vorhanden\n\nKinder\t2 €\n\nKontakt: Hanne Krüger, Tel. 07777 123"
    )
    assert found.contact == "Hanne Krüger, Tel. 07777 123"
    assert found.sender == "Stadtbücherei, H. Krüger"
    (name,) = found.pictures
    assert (tmp_path / "out" / name).read_bytes() == photo()


def test_a_letter_of_writer_is_read_alike(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:p>gestrichen</text:p></text:tracked-changes><text:h>Sperrung</text:h><text:p>Die<text:s/>Brunnengasse "
        'ist <text:a xlink:href="https://lindenbrunn.de/bau">gesperrt</text:a>.<draw:frame><draw:image xlink:href="Pictures/1.jpg"/>'
        "</draw:frame></text:p><text:list><text:list-item><text:p>Kanal</text:p></text:list-item></text:list>"
    )
    found = read(tmp_path, odt(body), "sperrung.odt")
    assert (found.title, found.text) == (
        "Sperrung",
        "Die Brunnengasse ist gesperrt (https://lindenbrunn.de/bau).\n\n• Kanal",
    )
    assert len(found.pictures) == 1


def test_a_mail_brings_its_subject_sender_text_pictures_and_letters(tmp_path: Path) -> None:
    mail = eml("Guten Tag,\n\nanbei der Text.\n\n-- \nStadtbücherei\n")
    mail.add_attachment(photo(3), maintype="image", subtype="jpeg", filename="../../Lesung: Krüger?.jpg")
    mail.add_attachment(docx(LETTER), maintype="application", subtype="octet-stream", filename="Text.docx")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Plakat.pdf")
    found = read(tmp_path, mail.as_bytes(), "mail.eml")
    assert (found.title, found.sender, found.dated) == (
        "Vorlesen in der Bücherei",
        "Hanne Krüger <h.krueger@lindenbrunn.de>",
        "2026-12-03",
    )
    assert found.text.startswith("Guten Tag,\n\nanbei der Text.\n\nVorlesen in der Bücherei\n\nAm Freitag")
    assert found.contact == "Hanne Krüger, Tel. 07777 123"
    assert found.pictures == ("Lesung-Krueger.jpg", "mail-Bild-2.jpg")
    assert found.left == ("Plakat.pdf",)
    assert sorted(item.name for item in (tmp_path / "out").iterdir()) == sorted(found.pictures)


def test_a_mail_of_html_alone_is_read_as_text(tmp_path: Path) -> None:
    mail = eml("", html='<p>Hallo</p><p>Mehr <a href="https://lindenbrunn.de">hier</a></p>')
    found = read(tmp_path, mail.as_bytes(), "mail.eml")
    assert found.text == "Hallo\n\nMehr hier (https://lindenbrunn.de)"
    assert found.contact == found.sender


def test_notes_come_in_the_encoding_they_have(tmp_path: Path) -> None:
    text = "Bücherei öffnet länger\n\nAb Januar bis 19 Uhr.\nMontags zu."
    for data in (
        text.encode(),
        text.encode("cp1252"),
        text.encode("utf-16"),
        text.replace("\n", "\r\n").encode(),
    ):
        found = read(tmp_path, data, "notiz.txt")
        assert (found.title, found.text) == ("Bücherei öffnet länger", "Ab Januar bis 19 Uhr.\nMontags zu.")


def test_markdown_loses_its_signs_and_keeps_its_links(tmp_path: Path) -> None:
    data = "# **Bad** offen\n\nMehr im [Plan](https://lindenbrunn.de/bad).\n\n- _Mo_ bis Fr\n- snake_case_wort\n\n![Foto](a.jpg)"
    found = read(tmp_path, data.encode(), "a.md")
    assert (found.title, found.text) == (
        "Bad offen",
        "Mehr im Plan (https://lindenbrunn.de/bad).\n\n• Mo bis Fr\n• snake_case_wort",
    )


def test_what_is_broken_locked_old_empty_or_a_bomb_is_refused_by_its_reason(tmp_path: Path) -> None:
    whole = docx(LETTER)
    ole = bytes.fromhex("d0cf11e0a1b11ae1")
    bomb = docx(LETTER, **{"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})
    entity = docx("", **{"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})
    locked = bytearray(whole)
    for place in range(len(locked) - 4):
        if locked[place : place + 4] == b"PK\x01\x02":
            locked[place + 8] |= 1
    deep = docx("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000)
    assert refusal(tmp_path, whole[: len(whole) // 2], "halb.docx") is RefusalKind.FILE_UNREADABLE
    assert refusal(tmp_path, b"PK\x03\x04", "a.docx") is RefusalKind.FILE_UNREADABLE
    assert refusal(tmp_path, b"Hallo", "a.docx") is RefusalKind.FILE_UNREADABLE
    assert refusal(tmp_path, zipped({"a.txt": "b"}), "a.docx") is RefusalKind.FILE_UNREADABLE
    assert refusal(tmp_path, entity, "a.docx") is RefusalKind.FILE_UNREADABLE
    assert refusal(tmp_path, deep, "a.docx") is RefusalKind.FILE_UNREADABLE
    assert refusal(tmp_path, bomb, "a.docx") is RefusalKind.DOCUMENT_TOO_LARGE
    assert refusal(tmp_path, b"wort " * 30_000, "a.txt") is RefusalKind.DOCUMENT_TOO_LARGE
    assert refusal(tmp_path, bytes(locked), "a.docx") is RefusalKind.DOCUMENT_ENCRYPTED
    assert (
        refusal(tmp_path, ole + "EncryptedPackage".encode("utf-16-le"), "a.docx")
        is RefusalKind.DOCUMENT_ENCRYPTED
    )
    assert refusal(tmp_path, ole, "a.doc") is RefusalKind.DOCUMENT_OLD
    assert refusal(tmp_path, b" \n", "a.txt") is RefusalKind.DOCUMENT_EMPTY
    assert refusal(tmp_path, docx(p(" ")), "a.docx") is RefusalKind.DOCUMENT_EMPTY
    assert refusal(tmp_path, b"a\0b", "a.txt") is RefusalKind.FILE_UNREADABLE
    with pytest.raises(DocumentRefused):
        read_document(tmp_path / "fehlt.docx", tmp_path)


def test_every_cut_and_every_spoilt_byte_of_a_letter_ends_in_a_document_or_a_refusal(tmp_path: Path) -> None:
    whole = docx(LETTER)
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        spoilt = bytearray(whole)
        spoilt[place] ^= 0xFF
        for data in (bytes(spoilt), whole[:place]):
            try:
                read(tmp_path, data, "a.docx")
            except DocumentRefused:
                continue


def test_every_foreign_file_ends_in_a_document_or_a_refusal_under_any_name(tmp_path: Path) -> None:
    files = [item for kind in ("archives", "filenames", "text") for item in corpus_files(kind)]
    if not files:
        pytest.skip("there is no ../shared/corpus beside the clone and KALENDER_CORPUS names no folder")
    taken = 0
    for path in files:
        data = path.read_bytes()[:3_000_000]
        for name in ("a.txt", "a.md", "a.docx", "a.odt", "a.eml"):
            try:
                found = read(tmp_path, data, name)
            except DocumentRefused:
                continue
            taken += 1
            assert len(found.text) <= 100_000
        mail = eml("Anbei.", subject=f"Datei {path.name}")
        mail.add_attachment(data[:200_000], maintype="image", subtype="jpeg", filename=path.name)
        read(tmp_path, mail.as_bytes(), "b.eml")
    assert taken


def test_names_of_pictures_in_a_mail_never_leave_the_folder(tmp_path: Path) -> None:
    mail = eml("Bilder")
    for name in (
        "../../weg.jpg",
        "C:\\Windows\\con.jpg",
        "aux.jpg",
        "a" * 400 + ".jpg",
        "\u202egpj.exe",
        "weg.jpg",
    ):
        mail.add_attachment(photo(4), maintype="image", subtype="jpeg", filename=name)
    found = read(tmp_path, mail.as_bytes(), "m.eml")
    assert len(found.pictures) == 6
    assert {item.name for item in (tmp_path / "out").iterdir()} == set(found.pictures)
    assert len({item.casefold() for item in found.pictures}) == 6


def test_an_archive_of_parts_with_one_name_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", "<b/>")
    assert refusal(tmp_path, out.getvalue(), "a.docx") is RefusalKind.FILE_UNREADABLE
