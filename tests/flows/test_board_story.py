# SPDX-License-Identifier: EUPL-1.2
"""A week at the board: lanes, a limit, folded columns, what lies too long, all by hand and by key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kalender.domain.saved_view import Lanes
from kalender.domain.stage import Stage
from kalender.ui.board.heads.limit import LimitPopover
from tests.flows.sitting import LEFT, NONE, SHIFT, Sitting
from tests.ui.stages import a_staged_house

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    """Katrin at the board of a plan with a post in every stage."""
    house, _posts = a_staged_house(tmp_path)
    house.close()
    sitting = Sitting(qapp, tmp_path, clock=house.clock)
    sitting.open(house.folder)
    sitting.to_page(3)
    yield sitting
    sitting.close()


def entry(office: Sitting, words: str) -> None:
    """Choose an entry of the menu that has just opened."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(item for item in menu.actions() if item.text() == words)
    assert action.isEnabled(), action.toolTip()
    menu.hide()
    action.trigger()
    menu.close()
    office.settle()


def is_folded(office: Sitting, lane: str) -> bool:
    wall = office.board.arrangement.wall
    assert wall is not None
    return wall.lanes[lane].folded


def test_lanes_are_chosen_folded_and_remembered(office: Sitting) -> None:
    office.click(office.board.display)
    entry(office, "Bahnen nach Kanal")
    wall = office.board.arrangement.wall
    assert wall is not None
    head = wall.lanes["facebook"].head
    office.click(head)
    assert is_folded(office, "facebook")
    kept = office.desktop.preferences.values
    assert (kept.board_lanes, kept.lanes_folded) == ("channel", ("facebook",))
    head.setFocus()
    office.key(Key.Key_Right)
    assert not is_folded(office, "facebook")
    office.key(Key.Key_Down)
    assert office.board.selected()
    office.click(office.board.display)
    entry(office, "Keine Bahnen")
    assert office.board.lanes is Lanes.NONE
    assert office.desktop.preferences.values.board_lanes == ""


def test_a_card_goes_by_keys_from_idea_to_review_and_is_refused_where_rules_forbid(office: Sitting) -> None:
    office.board.select(office.card("Wahlergebnis").id)
    office.key(Key.Key_Right, ALT)
    assert office.card("Wahlergebnis").stage is Stage.IN_REVIEW
    office.key(Key.Key_Right, ALT)
    assert office.card("Wahlergebnis").stage is Stage.IN_REVIEW
    assert "Freigeben kann nur Ines Falkner" in office.said
    office.undo()
    assert office.card("Wahlergebnis").stage is Stage.DRAFT


def test_a_limit_is_set_in_the_menu_of_a_column_and_taken_back(office: Sitting) -> None:
    column = office.board.columns[Stage.DRAFT]
    office.click(column.head.menu)
    entry(office, "Grenze festlegen …")
    (asked,) = [item for item in office.window.findChildren(LimitPopover) if item.isVisible()]
    asked.stepper.less.click()
    asked.stepper.less.click()
    office.click(asked.accept)
    assert column.head.said() == "2 von 1"
    assert column.limit.isVisible()
    QTest.keyClick(column.view, Key.Key_Home)
    office.undo()
    assert column.head.said() == "2"


def test_a_column_is_folded_by_its_menu_and_stays_so(office: Sitting) -> None:
    column = office.board.columns[Stage.EXPORTED]
    office.click(column.head.menu)
    entry(office, "Spalte einklappen")
    assert column.folded
    assert office.desktop.preferences.values.board_folded == ("exported",)
    office.click(column.strip)
    assert not column.folded


def test_ideas_are_noted_one_after_the_other_and_the_last_is_opened(office: Sitting) -> None:
    quick = office.board.columns[Stage.IDEA].quick
    assert quick is not None
    office.click(quick.line)
    for words in ("Sternsinger", "Blutspende"):
        office.type(words)
        office.key(Key.Key_Return)
    assert quick.line.hasFocus()
    office.type("Rodelhang")
    office.key(Key.Key_Return, SHIFT)
    assert office.front == "editor"
    assert office.card("Blutspende").stage is Stage.IDEA


def test_the_menu_of_a_card_has_what_that_of_the_calendar_has(office: Sitting) -> None:
    office.board.select(office.card("Wahlergebnis").id)
    view = office.board.columns[Stage.DRAFT].view
    office.board._menu([], view.mapToGlobal(view.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = {item.text().split("\t")[0] for item in menu.actions()}
    menu.close()
    office.to_page(2)
    office.calendar.choose([office.card("Wahlergebnis").id])
    office.settle()
    own = office.calendar.actions_.menu(office.calendar)
    theirs = {item.text().split("\t")[0] for item in own.actions() if not item.isSeparator()}
    own.close()
    places = {"Ausschneiden", "Kopieren", "Auf diesen Tag einfügen", "Serie"}
    assert {word for word in theirs if not word.startswith("Nächsten freien")} - places <= words


def test_a_drag_over_the_board_says_the_reason_in_the_forbidden_column(office: Sitting) -> None:
    board = office.board
    source, target = board.columns[Stage.IN_REVIEW], board.columns[Stage.EXPORTED]
    start = source.view.visualRect(source.model.index(0)).center()
    over = target.view.viewport()
    end = source.view.viewport().mapFromGlobal(over.mapToGlobal(over.rect().center()))
    QTest.mousePress(source.view.viewport(), LEFT, NONE, start)
    QTest.mouseMove(source.view.viewport(), end)
    assert "nicht freigegeben" in target.target()
    QTest.keyClick(source.view, Key.Key_Escape)
    QTest.mouseRelease(source.view.viewport(), LEFT, NONE, end)
    office.settle()
    assert target.target() == ""
