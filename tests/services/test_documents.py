# SPDX-License-Identifier: EUPL-1.2
"""A letter of others becomes a post with its pictures in one step, and never replaces what somebody wrote."""

from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.refusal import RefusalKind, Refused
from tests.exchange.letters import PICTURE, docx, eml, p, photo

LETTER = p("Vorlesen", "Heading1") + p("Am Freitag.", inside=PICTURE) + p("Kontakt: Frau Krüger, Tel. 123")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Vorlesen.docx"
    path.write_bytes(docx(LETTER))
    return path


def test_a_letter_becomes_an_idea_with_its_picture_and_one_undo_takes_all_back(
    house: House, letter: Path
) -> None:
    before = len(house.pictures.all())
    done = house.documents.take(house.documents.read(letter))
    post = house.posts.get(done.post)
    assert (post.title, post.text, post.idea) == (
        "Vorlesen",
        "Am Freitag.\n\nKontakt: Frau Krüger, Tel. 123",
        True,
    )
    assert (post.contact, post.source) == ("Frau Krüger, Tel. 123", "Stadtbücherei, H. Krüger")
    assert [item.picture for item in post.attachments] == list(done.added)
    assert len(house.pictures.all()) == before + 1
    house.desk.undo()
    assert len(house.pictures.all()) == before
    with pytest.raises(Refused) as caught:
        house.posts.get(done.post)
    assert caught.value.kind is RefusalKind.NOT_FOUND


def test_what_somebody_wrote_stays_and_the_text_goes_below(house: House, letter: Path) -> None:
    id_ = house.posts.create("Lesung", text="Schon da.")
    reading = house.documents.read(letter)
    shown = house.documents.preview(reading, house.posts.get(id_))
    assert shown.kept == ("title",)
    assert shown.added
    house.documents.take(reading, id_)
    post = house.posts.get(id_)
    assert (post.title, post.text) == ("Lesung", "Schon da.\n\nAm Freitag.\n\nKontakt: Frau Krüger, Tel. 123")
    house.documents.take(house.documents.read(letter), id_)
    assert house.posts.get(id_) == post


def test_a_mail_says_who_sent_it(house: House, tmp_path: Path) -> None:
    mail = eml("Guten Tag.\nAnbei ein Foto.")
    mail.add_attachment(photo(5), maintype="image", subtype="jpeg", filename="Foto.jpg")
    path = tmp_path / "mail.eml"
    path.write_bytes(mail.as_bytes())
    done = house.documents.take(house.documents.read(path))
    post = house.posts.get(done.post)
    assert (post.source, post.contact) == ("Hanne Krüger", "Hanne Krüger <h.krueger@lindenbrunn.de>")
    assert [item.name for item in house.pictures.all() if item.id in done.added] == ["Foto.jpg"]


def test_a_broken_letter_is_refused_by_its_name_and_changes_nothing(house: House, letter: Path) -> None:
    letter.write_bytes(letter.read_bytes()[:400])
    head = house.desk.can_undo()
    with pytest.raises(Refused) as caught:
        house.documents.read(letter)
    assert (caught.value.kind, caught.value.facts) == (RefusalKind.FILE_UNREADABLE, {"path": "Vorlesen.docx"})
    assert house.desk.can_undo() == head
