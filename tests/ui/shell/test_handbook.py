# SPDX-License-Identifier: EUPL-1.2
"""The handbook opens, is found through, and says nothing that the program does not know."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from kalender import __version__
from kalender.app.desktop import Desktop
from kalender.ui.shell.commands.actions import ENTRIES
from kalender.ui.shell.commands.keys import german
from kalender.ui.shell.commands.keysheet import MORE
from kalender.ui.shell.further.listed import PAGES
from kalender.ui.shell.help.about import about
from kalender.ui.shell.help.handbook import HandbookWindow, chapters
from kalender.ui.shell.workplace import AVAILABLE
from kalender.ui.theme.theme import Theme
from tests.places import ROOT

FOLDER = ROOT / "resources" / "handbook"
CHAPTERS = chapters(FOLDER)
OFFERED = AVAILABLE | {page.action for page in PAGES.values()}
NAMES = [chapter.name for chapter in CHAPTERS]

MENUS = {
    "Datei": "file", "Bearbeiten": "edit", "Beitrag": "post", "Ansicht": "view", "Werkzeuge": "tools", "Hilfe": "help",
}  # fmt: skip
LOOKS = {("Ansicht", "Farben"), ("Ansicht", "Schriftgröße")}
"""Menus below menus, which are no actions."""

PAGE_KEYS = {
    "Strg 2", "Strg 3", "Strg 4", "Strg 5", "Strg 6", "Strg +", "Strg -", "Strg Links", "Strg Rechts", "Umschalt F6",
    "F3", "+", "-", "Esc", "Eingabe", "Pos1", "Ende", "Bild auf", "Bild ab",
}  # fmt: skip
"""Keys that pages, menus of pages and the handbook itself handle."""


@pytest.fixture
def handbook(qtbot: QtBot, theme: Theme) -> Iterator[HandbookWindow]:
    window = HandbookWindow(theme, FOLDER)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()


def pictures_in(text: str) -> list[str]:
    return re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)


def keys_in(text: str) -> set[str]:
    """What stands between backticks and looks like keys."""
    marked = re.findall(r"`([^`\n]+)`", text)
    key = r"(?:Strg|Umschalt|Alt|F\d+|Entf|Pos1|Ende|Bild auf|Bild ab|Eingabe|Leertaste|Esc|Links|Rechts|[A-Z0-9+,-]|Tab)"
    return {one for one in marked if re.fullmatch(rf"{key}(?: {key})*", one)}


def test_there_are_chapters_of_a_page_each() -> None:
    assert len(CHAPTERS) >= 13
    lengths = {chapter.name: len(chapter.text.splitlines()) for chapter in CHAPTERS}
    assert not {name: lines for name, lines in lengths.items() if not 20 <= lines <= 80}


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_opens_with_its_title_and_its_pictures(handbook: HandbookWindow, name: str) -> None:
    chapter = next(item for item in CHAPTERS if item.name == name)
    handbook.show_chapter(name)
    assert handbook.list.currentIndex().data() == chapter.title
    shown = handbook.reader.document()
    assert shown.begin().text() == chapter.title
    for picture in pictures_in(chapter.text):
        image = handbook.reader.loadResource(QTextDocument.ResourceType.ImageResource.value, picture)
        assert image is not None
        assert image.width() <= handbook.reader.viewport().width() * handbook.reader.devicePixelRatioF()


def test_every_picture_that_is_named_exists_and_every_picture_is_named() -> None:
    named = {picture for chapter in CHAPTERS for picture in pictures_in(chapter.text)}
    assert named == {f"bilder/{path.name}" for path in (FOLDER / "bilder").iterdir()}


def test_links_lead_to_chapters(handbook: HandbookWindow) -> None:
    links = {
        link for chapter in CHAPTERS for link in re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", chapter.text)
    }
    assert links
    assert links <= set(NAMES)
    handbook.reader.chapter_wanted.emit("06-freigabe.md")
    assert handbook.list.currentIndex().data() == "Freigabe"


def test_a_search_lists_the_chapters_with_all_words_and_marks_the_places(handbook: HandbookWindow) -> None:
    handbook.search.setText("fokuspunkt")
    listed = [chapter.title for chapter in handbook.model.shown]
    assert "Bilder und Zuschnitt" in listed
    assert "Rückgängig und Sicherheit" not in listed
    handbook.show_chapter("05-bilder-und-zuschnitt.md")
    assert handbook.reader.textCursor().selectedText().casefold() == "fokuspunkt"
    assert len(handbook.reader.extraSelections()) > 1
    first = handbook.reader.textCursor().position()
    handbook.next_place()
    assert handbook.reader.textCursor().position() > first


def test_after_the_last_place_the_search_goes_on_in_the_next_chapter(handbook: HandbookWindow) -> None:
    handbook.search.setText("Prüfzeichen")
    before = handbook.list.currentIndex().data()
    assert len(handbook.model.shown) == 1
    handbook.search.setText("Sperrzeit")
    assert len(handbook.model.shown) >= 1
    handbook.search.setText("Ideenkorb")
    handbook.reader.moveCursor(QTextCursor.MoveOperation.End)
    before = handbook.list.currentIndex().row()
    handbook.next_place()
    assert handbook.list.currentIndex().row() == (before + 1) % len(handbook.model.shown)


def test_a_search_without_result_says_so_and_clearing_brings_all_back(handbook: HandbookWindow) -> None:
    handbook.search.setText("Quastenflosser")
    assert handbook.model.rowCount() == 0
    assert "nichts" in handbook.found.text()
    handbook.search.clear()
    assert handbook.model.rowCount() == len(CHAPTERS)


def test_escape_empties_the_search_and_then_closes(handbook: HandbookWindow) -> None:
    handbook.search.setText("Freigabe")
    QTest.keyClick(handbook.search, Qt.Key.Key_Escape)
    assert handbook.isVisible()
    assert not handbook.search.text()
    QTest.keyClick(handbook.search, Qt.Key.Key_Escape)
    assert not handbook.isVisible()


@pytest.mark.parametrize("part", ["list", "reader"])
def test_escape_closes_from_everywhere(handbook: HandbookWindow, part: str) -> None:
    QTest.keyClick(getattr(handbook, part), Qt.Key.Key_Escape)
    assert not handbook.isVisible()


def test_arrow_keys_in_the_list_and_in_the_search_turn_pages(handbook: HandbookWindow) -> None:
    QTest.keyClick(handbook.list, Qt.Key.Key_Down)
    assert handbook.list.currentIndex().row() == 1
    QTest.keyClick(handbook, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert handbook.search.hasFocus()
    QTest.keyClick(handbook.search, Qt.Key.Key_Down)
    assert handbook.list.currentIndex().row() == 2


def test_text_follows_the_theme(handbook: HandbookWindow, theme: Theme) -> None:
    def ink() -> str:
        cursor = QTextCursor(handbook.reader.document().findBlockByNumber(1))
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return cursor.charFormat().foreground().color().name()

    light = ink()
    theme.choose("dunkel")
    assert ink() == theme.colour("text").name() != light
    theme.set_scale(150)
    assert handbook.reader.font().pointSizeF() == theme.font("reading").pointSizeF()
    theme.set_scale(100)


def test_parts_have_names_for_screen_readers(handbook: HandbookWindow) -> None:
    assert handbook.list.accessibleName() == "Kapitel"
    assert handbook.search.accessibleName()
    assert "Erste Schritte" in handbook.reader.accessibleName()


def test_every_menu_entry_that_is_named_is_in_the_menus() -> None:
    offered = {(entry.menu, entry.words) for entry in ENTRIES if entry.key in OFFERED}
    named = [
        (chapter.name, menu, words)
        for chapter in CHAPTERS
        for menu, words in re.findall(r"\*\*(\w+) › ([^*]+)\*\*", chapter.text.replace("\n", " "))
    ]
    assert len(named) > 10
    strange = [
        item for item in named if (MENUS.get(item[1], ""), item[2]) not in offered and item[1:] not in LOOKS
    ]
    assert not strange


def test_every_key_that_is_named_does_something() -> None:
    known = {german(keys) for entry in ENTRIES for keys in entry.keys.split()}
    known |= {entry.shown for entry in ENTRIES if entry.shown} | PAGE_KEYS
    known |= {key.strip() for words, _what in MORE for key in re.split(",| bis ", words)} | set("12345")
    named = {(chapter.name, key) for chapter in CHAPTERS for key in keys_in(chapter.text)}
    assert len(named) > 30
    assert not {item for item in named if item[1] not in known}


def test_every_key_of_the_menus_stands_in_the_list_of_keys() -> None:
    listed = keys_in(next(item.text for item in CHAPTERS if item.name == "12-tasten.md"))
    offered = {entry.keys.split()[0] for entry in ENTRIES if entry.key in OFFERED and entry.keys}
    assert not {german(keys) for keys in offered} - listed


def test_a_handbook_that_is_missing_is_an_empty_window(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    window = HandbookWindow(theme, tmp_path)
    qtbot.addWidget(window)
    assert window.model.rowCount() == 0


def test_a_second_handbook_takes_the_place_of_the_first(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    first = HandbookWindow(theme, FOLDER, parent)
    first.show()
    with qtbot.waitSignal(first.destroyed):
        HandbookWindow(theme, FOLDER, parent).show()
    assert len(parent.findChildren(HandbookWindow)) == 1


def test_about_names_version_licence_and_the_work_of_others(qtbot: QtBot, theme: Theme) -> None:
    sheet = about(theme, None)
    qtbot.addWidget(sheet)
    assert sheet.isVisible()
    assert __version__ in sheet.accessibleDescription()
    table = sheet.findChild(QTableWidget)
    assert table is not None
    model = table.model()
    said = {model.index(row, 0).data(): model.index(row, 2).data() for row in range(table.rowCount())}
    assert said["Qt und PySide6"].startswith("LGPL")
    assert said["Remix Icon, aus QtAwesome"].startswith("Apache")
    close = next(button for button in sheet.findChildren(QPushButton) if button.text() == "Schließen")
    with qtbot.waitSignal(sheet.destroyed):
        close.click()


def test_the_application_can_open_both() -> None:
    """The menu asks the application; what it imports late must be there."""
    assert callable(Desktop.show_handbook)
    assert callable(Desktop.show_about)
