# SPDX-License-Identifier: EUPL-1.2
"""The search in the menu row: results while typing, everything by keyboard."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kalender.ui.shell.commands.actions import plain
from kalender.ui.shell.search.offers import command_offers, fitting


def type_in(opened: Any, text: str) -> None:
    opened.window.field.setFocus()
    QTest.keyClicks(opened.window.field, text)
    opened.window.search.run()


def test_ctrl_k_goes_to_the_search_from_anywhere(opened: Any) -> None:
    opened.page("calendar").list.setFocus()
    QTest.keyClick(opened.window.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert opened.window.focusWidget() is opened.window.field


def test_results_appear_while_typing_and_enter_opens_the_first(qtbot: QtBot, opened: Any) -> None:
    opened.window.field.setFocus()
    QTest.keyClicks(opened.window.field, "markt")
    qtbot.waitUntil(opened.window.search.isVisible)
    assert opened.searched == ["markt"], "one question for one word"
    with qtbot.waitSignal(opened.window.post_opened) as told:
        QTest.keyClick(opened.window.field, Qt.Key.Key_Return)
    assert told.args == ["p1"]
    assert opened.window.search.isHidden()
    assert opened.window.field.text() == ""


def test_arrow_keys_move_in_the_results_while_the_field_keeps_the_focus(opened: Any) -> None:
    type_in(opened, "markt")
    results = opened.window.search.list
    assert results.currentRow() == 0
    QTest.keyClick(opened.window.field, Qt.Key.Key_Down)
    assert results.currentRow() == 1
    QTest.keyClick(opened.window.field, Qt.Key.Key_PageDown)
    assert results.currentRow() == results.count() - 1
    QTest.keyClick(opened.window.field, Qt.Key.Key_PageUp)
    assert results.currentRow() == 0
    assert opened.window.field.hasFocus()


def test_enter_pressed_faster_than_the_search_still_finds(qtbot: QtBot, opened: Any) -> None:
    opened.window.field.setFocus()
    QTest.keyClicks(opened.window.field, "markt")
    with qtbot.waitSignal(opened.window.post_opened):
        QTest.keyClick(opened.window.field, Qt.Key.Key_Return)


def test_nothing_found_is_said_with_the_words_looked_for(opened: Any) -> None:
    type_in(opened, "Schwimbad")
    empty = opened.window.search.empty
    assert empty.isVisible()
    assert empty.title.text() == "Kein Treffer"
    assert empty.text.text() == "Kein Beitrag enthält „Schwimbad“."


def test_commands_are_found_by_their_words_and_done(qtbot: QtBot, opened: Any) -> None:
    type_in(opened, "neuer bei")
    item = opened.window.search.list.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Befehl Neuer Beitrag, Strg N"
    with qtbot.waitSignal(opened.window.action_requested) as told:
        QTest.keyClick(opened.window.field, Qt.Key.Key_Return)
    assert told.args == ["post.new"]


def test_pages_are_commands_too(opened: Any) -> None:
    type_in(opened, "ablauf")
    QTest.keyClick(opened.window.field, Qt.Key.Key_Return)
    assert opened.window.pages.key == "board"


def test_escape_empties_the_field_and_then_leaves_it(opened: Any) -> None:
    type_in(opened, "markt")
    QTest.keyClick(opened.window.field, Qt.Key.Key_Escape)
    assert opened.window.field.text() == ""
    assert opened.window.search.isHidden()
    QTest.keyClick(opened.window.field, Qt.Key.Key_Escape)
    assert not opened.window.field.hasFocus()


def test_a_hit_is_read_out_with_date_and_place(opened: Any) -> None:
    type_in(opened, "markt")
    name = opened.window.search.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert name == (
        "Weihnachtsmarkt ist eröffnet, Freitag, 4. Dezember 2026, 17:00 Uhr, Heute öffnet der Markt"
    )


def test_results_lie_inside_the_window_and_close_when_the_field_is_left(opened: Any) -> None:
    type_in(opened, "markt")
    assert opened.window.rect().contains(opened.window.search.geometry())
    opened.window.grab()
    opened.page("calendar").list.setFocus()
    assert opened.window.search.isHidden()


def test_a_view_is_found_by_the_word_people_say(qtbot: QtBot) -> None:
    week, month = QAction("Woche"), QAction("Monat")
    week.setObjectName("view.week")
    month.setObjectName("view.month")
    ((_group, found, _fit),) = fitting("wochenansicht", command_offers([month, week]), ())
    assert [offer.words for offer in found] == ["Woche"]


def test_the_sign_for_and_stays_in_a_command_that_names_a_post(opened: Any) -> None:
    opened.window.set_undo("Beitrag umbenannt: Markt & Musik", None)
    assert plain(opened.window.actions_["undo"]) == "Rückgängig: Beitrag umbenannt: Markt & Musik"
