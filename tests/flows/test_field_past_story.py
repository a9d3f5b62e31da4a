# SPDX-License-Identifier: EUPL-1.2
"""What one field of a post said before: from the field by key and by its menu, brought back alone, and back to the field."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from kalender.ui.past.story.page import StoryPage
from tests.flows.sitting import CTRL, SHIFT, Sitting

POST = "Vorlesen in der Bücherei"


def story(sitting: Sitting) -> StoryPage:
    page = sitting.window.pages.current
    assert isinstance(page, StoryPage)
    return page


def ask_menu(widget: QWidget, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse) -> QMenu:
    """Ask for the menu of a widget with the right button, or the key for it."""
    middle = widget.rect().center()
    event = QContextMenuEvent(reason, middle, widget.mapToGlobal(middle), Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_place_is_brought_back_alone_by_keys_and_the_keyboard_returns_to_its_field(
    sitting: Sitting,
) -> None:
    post = sitting.card(POST).id
    sitting.house.editing.set_fields(post, place="Bücherei")
    sitting.house.editing.set_fields(post, place="Rathaus", link="https://www.lindenbrunn.example/neu")
    sitting.search(POST)
    line = sitting.editor.column.fields.line("place")
    line.setFocus()
    sitting.key(Qt.Key.Key_F, CTRL | SHIFT)
    page = story(sitting)
    assert page.only == "place"
    assert [box.title.text() for box in page.differences.boxes] == ["Ort"]
    page.list.setFocus()
    sitting.key(Qt.Key.Key_Return)
    assert page.restore.hasFocus()
    sitting.key(Qt.Key.Key_Space)
    found = sitting.house.posts.get(post)
    assert (found.place, found.link) == ("Bücherei", "https://www.lindenbrunn.example/neu")
    sitting.undo()
    assert sitting.house.posts.get(post).place == "Rathaus"
    sitting.key(Qt.Key.Key_Escape)
    assert sitting.front == "editor"
    assert line.hasFocus()


def test_the_menu_of_the_text_of_a_channel_leads_to_what_that_channel_said(sitting: Sitting) -> None:
    post = sitting.card(POST).id
    sitting.house.editing.set_text(post, "Dann so.", "facebook")
    sitting.search(POST)
    sitting.editor.column.tabs.choose("facebook")
    sitting.settle()
    area = sitting.editor.column.box.area
    area.setFocus()
    menu = ask_menu(area.viewport())
    entry = menu.actions()[-1]
    assert entry.text() == "Frühere Stände dieses Felds …"
    assert "Rückgängig" not in [action.text().replace("&", "") for action in menu.actions()]
    assert menu.actions()[0].text()
    menu.hide()
    entry.trigger()
    sitting.settle()
    page = story(sitting)
    assert page.only == "version/facebook/text"
    assert "neu: Dann so" in page.differences.boxes[0].text.accessibleDescription()


def test_the_menu_of_a_line_keeps_what_qt_offers(sitting: Sitting) -> None:
    sitting.search(POST)
    line = sitting.editor.column.fields.line("alternative")
    line.setFocus()
    menu = ask_menu(line, QContextMenuEvent.Reason.Keyboard)
    assert len(menu.actions()) > 3
    menu.hide()
    menu.actions()[-1].trigger()
    sitting.settle()
    assert story(sitting).only == ""
    assert "nie anders" in sitting.said


def test_without_a_field_the_person_is_told_what_to_do(sitting: Sitting) -> None:
    sitting.search(POST)
    sitting.editor.header.menu.setFocus()
    sitting.key(Qt.Key.Key_F, CTRL | SHIFT)
    assert sitting.front == "editor"
    assert sitting.said.startswith("Kein Feld gewählt.")


def test_the_palette_knows_the_field_that_had_the_keyboard(sitting: Sitting) -> None:
    post = sitting.card(POST).id
    sitting.house.editing.set_fields(post, place="Bücherei")
    sitting.search(POST)
    sitting.editor.column.fields.line("place").setFocus()
    sitting.search("dieses Felds")
    assert story(sitting).only == "place"


def press(sitting: Sitting, menu: QMenu, words: str) -> None:
    """Click on an entry of an open menu."""
    entry = next(action for action in menu.actions() if action.text() == words)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
    sitting.settle()


def test_a_place_is_brought_back_alone_by_mouse_and_the_way_back_leads_into_its_field(
    sitting: Sitting,
) -> None:
    post = sitting.card(POST).id
    sitting.house.editing.set_fields(post, place="Bücherei")
    sitting.house.editing.set_fields(post, place="Rathaus", link="https://www.lindenbrunn.example/neu")
    sitting.search(POST)
    line = sitting.editor.column.fields.line("place")
    press(sitting, ask_menu(line), "Frühere Stände dieses Felds …")
    page = story(sitting)
    assert page.only == "place"
    sitting.click(page.restore)
    found = sitting.house.posts.get(post)
    assert (found.place, found.link) == ("Bücherei", "https://www.lindenbrunn.example/neu")
    sitting.click(page.leave)
    assert sitting.front == "editor"
    assert line.hasFocus()
    assert line.text() == "Bücherei"


def test_the_menu_of_an_alt_text_leads_to_what_was_said_of_that_picture(sitting: Sitting) -> None:
    card = next(card for card in sitting.house.posts.cards_between(date.min, date.max) if card.pictures)
    attachment = sitting.house.posts.get(card.id).attachments[0].id
    before = sitting.house.posts.get(card.id).attachments[0].alt
    sitting.house.editing.set_alt(card.id, attachment, "Die Linde am Markt.")
    sitting.search(card.title)
    album = sitting.editor.column.album
    album.describe(attachment)
    press(sitting, ask_menu(album.alt.viewport()), "Frühere Stände dieses Felds …")
    page = story(sitting)
    assert page.only == f"attachment/{attachment}/alt"
    sitting.click(page.restore)
    assert sitting.house.posts.get(card.id).attachments[0].alt == before
    sitting.undo()
    assert sitting.house.posts.get(card.id).attachments[0].alt == "Die Linde am Markt."
    sitting.key(Qt.Key.Key_Escape)
    assert album.alt.hasFocus()
