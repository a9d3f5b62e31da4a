# SPDX-License-Identifier: EUPL-1.2
"""Blocks, gaps, abbreviations, emoji and templates while writing."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kalender.ui.editor.blocks.emoji import EmojiPopover
from kalender.ui.widgets.picking.questions import Questions
from kalender.ui.widgets.picking.sheet import PickPopover, PickSheet
from tests.ui.editor.conftest import Desk

TAB = Qt.Key.Key_Tab


def cleared(desk: Desk) -> None:
    """Begin with an empty text and the keyboard in it."""
    desk.area.setFocus()
    desk.area.replace(0, len(desk.area.text()), "")
    desk.saved()


def asked(desk: Desk) -> Questions:
    """Return the form that stands open."""
    return next(item for item in desk.page.findChildren(Questions) if item.isVisible())


def test_an_abbreviation_and_tab_become_the_block_and_undo_gives_back_what_was_typed(desk: Desk) -> None:
    desk.house.editing.set_fields(desk.id, contact="Bücherei, 0123 45")
    desk.page.open(desk.id)
    cleared(desk)
    QTest.keyClicks(desk.area, "Kommt alle! kontakt")
    QTest.keyClick(desk.area, TAB)
    assert desk.area.text() == "Kommt alle! Fragen beantwortet Bücherei, 0123 45."
    assert desk.post.text == desk.area.text()
    desk.page.session.undo()
    assert desk.area.text() == "Kommt alle! kontakt"


def test_tab_goes_from_gap_to_gap_and_then_leaves_the_text(desk: Desk) -> None:
    cleared(desk)
    desk.area.replace(0, 0, "Am {Tag} in {Raum}.")
    cursor = desk.area.textCursor()
    cursor.setPosition(0)
    desk.area.setTextCursor(cursor)
    QTest.keyClick(desk.area, TAB)
    assert desk.area.textCursor().selectedText() == "{Tag}"
    QTest.keyClicks(desk.area, "Montag")
    QTest.keyClick(desk.area, TAB)
    assert desk.area.textCursor().selectedText() == "{Raum}"
    QTest.keyClicks(desk.area, "Saal")
    assert desk.area.text() == "Am Montag in Saal."
    QTest.keyClick(desk.area, TAB)
    assert not desk.area.hasFocus()


def test_gaps_are_chosen_whole_after_letters_that_count_twice(desk: Desk) -> None:
    cleared(desk)
    desk.area.replace(0, 0, "🎉🎉 {Tag}")
    cursor = desk.area.textCursor()
    cursor.setPosition(2)
    desk.area.setTextCursor(cursor)
    QTest.keyClick(desk.area, TAB)
    assert desk.area.textCursor().selectedText() == "{Tag}"


def test_a_gap_with_choices_offers_them(desk: Desk) -> None:
    cleared(desk)
    desk.area.replace(0, 0, "Die Straße ist {Art|gesperrt|frei}.")
    cursor = desk.area.textCursor()
    cursor.setPosition(0)
    desk.area.setTextCursor(cursor)
    QTest.keyClick(desk.area, TAB)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert desk.area.text() == "Die Straße ist frei."


def test_a_block_is_chosen_by_typing_asks_for_its_gaps_and_is_one_step(desk: Desk) -> None:
    cleared(desk)
    QTest.keyClicks(desk.area, "Neu")
    desk.page.column.box.blocks.click()
    popover = next(item for item in desk.page.findChildren(PickPopover) if item.isVisible())
    QTest.keyClicks(popover.picker.search, "umleitung")
    assert popover.picker.key == "umleitung"
    assert "{Umleitung}" in popover.picker.text.toPlainText()
    QTest.keyClick(popover.picker.search, Qt.Key.Key_Return)
    form = asked(desk)
    assert list(form.lines) == ["Umleitung", "Fuß- und Radverkehr"]
    form.lines["Umleitung"].setText("den Ring")
    assert "über den Ring." in form.preview.toPlainText()
    form.lines["Fuß- und Radverkehr"].setText("Der Weg bleibt frei")
    form.go.click()
    assert desk.area.text() == (
        "Neu Die Umleitung führt über den Ring. Mit dem Rad und zu Fuß: Der Weg bleibt frei."
    )
    desk.page.session.undo()
    assert desk.area.text() == "Neu"


def test_a_gap_left_empty_stays_is_chosen_and_found_by_the_checks(desk: Desk) -> None:
    cleared(desk)
    desk.page.blocks.insert("dank-ehrenamt")
    asked(desk).go.click()
    assert desk.area.text() == "Danke an {Beteiligte}. Ohne Sie ginge es nicht."
    assert desk.area.textCursor().selectedText() == "{Beteiligte}"
    desk.page.check()
    assert any(item.rule == "text.placeholder" for item in desk.page.found)


def test_hashtags_of_the_town_fill_themselves(desk: Desk) -> None:
    cleared(desk)
    desk.page.blocks.insert("hashtags-stadt")
    town = desk.house.plan.municipality.title.replace(" ", "")
    assert desk.area.text() == f"#{town} #Rathaus"


def test_what_is_chosen_in_the_text_becomes_a_block_with_an_abbreviation(desk: Desk) -> None:
    cleared(desk)
    QTest.keyClicks(desk.area, "Bis bald im Rathaus.")
    desk.page.blocks.save_block()
    form = asked(desk)
    form.lines["Name"].setText("Gruß")
    form.lines["Kürzel"].setText("bb")
    form.go.click()
    found = desk.house.stock.library.block_for("bb")
    assert found is not None
    assert (found.name, found.text) == ("Gruß", "Bis bald im Rathaus.")


def test_a_template_fills_what_is_empty_and_the_post_becomes_one(desk: Desk) -> None:
    cleared(desk)
    desk.house.posts.move_to([desk.id], datetime(2026, 12, 11, 15, 0))
    desk.page.blocks.open_templates()
    sheet = next(item for item in desk.page.findChildren(PickSheet) if item.isVisible())
    QTest.keyClicks(sheet.picker.search, "Straße wieder")
    assert sheet.picker.shown[0] == "sperrung-aufgehoben"
    sheet.go.click()
    form = asked(desk)
    assert list(form.lines) == ["Straße"]
    form.lines["Straße"].setText("Ringstraße")
    form.go.click()
    assert "Die Ringstraße ist wieder frei." in desk.post.text
    assert "Freitag, 11. Dezember" in desk.post.text
    assert len(desk.post.checklist) == 2
    desk.page.blocks.save_template()
    form = asked(desk)
    form.lines["Name"].setText("Unsere Freigabe")
    form.go.click()
    assert "Unsere Freigabe" in {item.name for item in desk.house.stock.library.templates.offered()}


def test_emoji_are_found_in_german_by_keys_and_the_last_ones_come_first(desk: Desk) -> None:
    cleared(desk)
    QTest.keyClick(desk.area, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    popover = next(item for item in desk.page.findChildren(EmojiPopover) if item.isVisible())
    QTest.keyClicks(popover.search, "baustelle")
    assert popover.shown[0] == "🚧"
    QTest.keyClick(popover.search, Qt.Key.Key_Return)
    assert desk.area.text() == "🚧"
    desk.page.blocks.open_emoji()
    popover = next(item for item in desk.page.findChildren(EmojiPopover) if item.isVisible())
    assert popover.shown[0] == "🚧"
    assert popover.name.text().startswith("Baustelle")
    popover.close()


def test_a_fourth_emoji_in_a_row_is_warned_of(desk: Desk) -> None:
    cleared(desk)
    desk.area.replace(0, 0, "Hallo 🎉🎉")
    desk.page.blocks.open_emoji()
    popover = next(item for item in desk.page.findChildren(EmojiPopover) if item.isVisible())
    assert popover.warning.isHidden()
    QTest.keyClick(popover.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert not popover.warning.isHidden()
    assert popover.isVisible()
    popover.close()
    assert len(desk.area.text()) >= len("Hallo 🎉🎉") + 1
