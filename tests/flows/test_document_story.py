# SPDX-License-Identifier: EUPL-1.2
"""A letter or a mail dropped onto the window, or asked for by the menu, becomes fields and pictures."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kalender.exchange.documents.reading import SUFFIXES
from kalender.ui.editor.text import writing
from kalender.ui.intake.document import DocumentSheet
from kalender.ui.shell import taking
from tests.exchange.letters import PICTURE, docx, eml, p
from tests.flows.sitting import Sitting


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Lesung.docx"
    path.write_bytes(
        docx(
            p("Lesung im Advent", "Title")
            + p("Am Freitag um 15 Uhr.", inside=PICTURE)
            + p("Kontakt: Frau Krüger")
        )
    )
    return path


def drop(sitting: Sitting, target: QWidget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    spot = QPoint(5, 5)
    given = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # newer Qt wants QPointF, which older ones do not take
        enter = QDragEnterEvent(spot, *given)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(sitting.window, QDropEvent(QPointF(spot), *given))


def the_sheet(sitting: Sitting) -> DocumentSheet:
    sitting.until(lambda: sitting.window.findChild(DocumentSheet) is not None)
    found = sitting.window.findChild(DocumentSheet)
    assert isinstance(found, DocumentSheet)
    return found


def test_a_letter_on_the_calendar_becomes_an_idea_by_enter_and_goes_by_one_undo(
    sitting: Sitting, letter: Path
) -> None:
    before = len(sitting.house.pictures.all())
    drop(sitting, sitting.calendar, letter)
    sheet = the_sheet(sitting)
    assert [name for name, _words in sheet.lines] == [
        "Titel",
        "Text",
        "Kontakt",
        "Zulieferndes Amt",
        "Bilder",
    ]
    assert not [card for card in sitting.house.posts.backlog() if card.title == "Lesung im Advent"]
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    sitting.settle()
    post = sitting.post("Lesung im Advent")
    assert post.idea
    assert post.text.startswith("Am Freitag um 15 Uhr.")
    assert len(post.attachments) == 1
    assert sitting.said
    sitting.house.desk.undo()
    sitting.settle()
    assert not [card for card in sitting.house.posts.backlog() if card.title == "Lesung im Advent"]
    assert len(sitting.house.pictures.all()) == before


def test_a_mail_on_the_text_of_the_editor_goes_into_that_post_below_its_text(
    sitting: Sitting, tmp_path: Path
) -> None:
    id_ = sitting.house.posts.create("Lesung", text="Schon da.")
    sitting.desktop.place.visits.open_post(id_)  # type: ignore[union-attr]  # a plan is open
    sitting.settle()
    path = tmp_path / "mail.eml"
    path.write_bytes(eml("Bitte noch melden.").as_bytes())
    drop(sitting, sitting.editor.column.box.area.viewport(), path)
    sheet = the_sheet(sitting)
    assert "Text, unten angefügt" in dict(sheet.lines)
    sheet.take.click()
    sitting.settle()
    assert sitting.house.posts.get(id_).text == "Schon da.\n\nBitte noch melden."
    assert sitting.house.posts.get(id_).title == "Lesung"
    assert sitting.editor.column.box.area.text() == "Schon da.\n\nBitte noch melden."


def test_a_broken_letter_is_told_in_a_sentence_and_esc_takes_nothing(
    sitting: Sitting, letter: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "kaputt.docx"
    broken.write_bytes(letter.read_bytes()[:300])
    count = len(sitting.house.posts.backlog())
    drop(sitting, sitting.calendar, broken, letter)
    sheet = the_sheet(sitting)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    sitting.settle()
    assert len(sitting.house.posts.backlog()) == count


def test_the_menu_asks_for_a_document(sitting: Sitting, letter: Path) -> None:
    sitting.menu("import.document")
    sitting.choose_file(letter)
    the_sheet(sitting).take.click()
    sitting.settle()
    assert sitting.post("Lesung im Advent").contact == "Frau Krüger"


def test_the_same_files_are_documents_everywhere() -> None:
    assert taking.DOCUMENTS == writing.DOCUMENTS == SUFFIXES
