# SPDX-License-Identifier: EUPL-1.2
"""Several posts chosen by mouse and keys in month, list and board, and changed in one step that is told beforehand."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kalender.domain.stage import Stage
from kalender.ui.calendar.toolbar import LIST
from kalender.ui.several.popover import (
    ChangePopover,
    LabelPopover,
    PickPopover,
    ReasonChangePopover,
    ShiftPopover,
)
from tests.flows.sitting import CTRL, LEFT, NONE, SHIFT, Sitting
from tests.ui.stages import a_staged_house

Key = Qt.Key
DRAFT, EMPTY, APPROVED = "Wahlergebnis", "Noch ohne Text", "Weihnachtsmarkt"


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    """Katrin at a plan with a post in every stage."""
    house, _posts = a_staged_house(tmp_path)
    house.close()
    sitting = Sitting(qapp, tmp_path, clock=house.clock)
    sitting.open(house.folder)
    yield sitting
    sitting.close()


def popover(office: Sitting, kind: type[ChangePopover]) -> ChangePopover:
    """Return what has just opened."""
    found = [item for item in office.window.findChildren(kind) if item.isVisible()]
    assert len(found) == 1
    return found[0]


def choose_in_month(office: Sitting, *titles: str) -> None:
    """Click on cards, the later ones with Strg."""
    viewport = office.calendar.month.viewport()
    for at, title in enumerate(titles):
        QTest.mouseClick(viewport, LEFT, CTRL if at else NONE, office.on_card(title))
    office.settle()


def test_posts_of_the_month_are_shifted_together_and_a_lapsing_approval_is_named_first(
    office: Sitting,
) -> None:
    choose_in_month(office, DRAFT, APPROVED)
    office.click(office.button("Verschieben um …", office.calendar.inspector))
    asked = popover(office, ShiftPopover)
    assert isinstance(asked, ShiftPopover)
    assert asked.said() == []
    assert asked.accept.text() == "2 Beiträge verschieben"
    asked.unit.setCurrentIndex(1)
    asked.number.more.click()
    assert asked.said() == [f"Die Freigabe erlischt bei „{APPROVED}“."]
    office.click(asked.accept)
    assert office.planned(DRAFT) == datetime(2026, 12, 20, 10, 0)
    assert office.planned(APPROVED) == datetime(2026, 12, 18, 10, 0)
    assert office.said == "2 Beiträge um 2 Wochen verschoben"
    office.undo()
    assert office.planned(DRAFT) == datetime(2026, 12, 6, 10, 0)
    assert office.card(APPROVED).stage is Stage.APPROVED


def test_a_frame_over_free_ground_chooses_what_it_touches(office: Sitting) -> None:
    month = office.calendar.month
    model = office.calendar.model

    def at(day: int) -> QPoint:
        return month.visualRect(model.index_of_day(date(2026, 12, day))).bottomRight() - QPoint(4, 4)

    start = month.visualRect(model.index_of_day(date(2026, 12, 1))).bottomLeft() + QPoint(6, -6)
    end = at(13)
    QTest.mousePress(month.viewport(), LEFT, NONE, start)
    QTest.mouseMove(month.viewport(), QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2))
    QTest.mouseMove(month.viewport(), end)
    QTest.mouseRelease(month.viewport(), LEFT, NONE, end)
    office.settle()
    titles = {card.title for card in office.calendar.cards()}
    assert EMPTY in titles
    assert "Haushalt" not in titles


def test_the_list_takes_a_stretch_by_keys_and_gives_it_a_topic(office: Sitting) -> None:
    office.calendar.toolbar.viewed.emit(LIST)
    office.settle()
    office.calendar.choose([office.card(DRAFT).id])
    office.calendar.grid().setFocus()
    for _ in range(4):
        office.key(Key.Key_Down, SHIFT)
    chosen = office.calendar.cards()
    assert len(chosen) >= 2
    office.click(office.button("Thema …", office.calendar.inspector))
    asked = popover(office, PickPopover)
    assert isinstance(asked, PickPopover)
    asked.pick.setCurrentIndex(asked.pick.findData("rathaus"))
    office.click(asked.accept)
    assert all(office.house.posts.card(card.id).topic == "rathaus" for card in chosen)
    office.undo()
    assert not any(office.house.posts.card(card.id).topic for card in chosen)


def test_strg_a_in_the_month_takes_all_and_what_stays_is_said(office: Sitting) -> None:
    office.house.posts.hold([office.card(DRAFT).id], "Trauer")
    office.calendar.month.setFocus()
    office.key(Key.Key_A, CTRL)
    assert len(office.calendar.cards()) == 5
    office.click(office.button("Anhalten …", office.calendar.inspector))
    asked = popover(office, ReasonChangePopover)
    assert isinstance(asked, ReasonChangePopover)
    assert not asked.accept.isEnabled()
    asked.reason.setText("Staatstrauer")
    assert asked.said() == [f"„{DRAFT}“ bleibt, wie es ist (ist schon so)."]
    assert asked.accept.text() == "4 Beiträge anhalten"
    office.click(asked.accept)
    assert office.post(EMPTY).hold == "Staatstrauer"
    assert office.post(DRAFT).hold == "Trauer"


def test_the_board_says_how_many_are_chosen_and_changes_them(office: Sitting) -> None:
    office.to_page(3)
    board = office.board
    board.select(office.card(DRAFT).id)
    column = board.columns[Stage.IN_REVIEW]
    middle = column.view.visualRect(column.model.index(0)).center()
    QTest.mouseClick(column.view.viewport(), LEFT, CTRL, middle)
    office.settle()
    assert board.several.isVisible()
    assert board.several.accessibleName() == "2 Beiträge ausgewählt"
    office.click(office.button("Kanal …", board.several))
    asked = popover(office, PickPopover)
    assert isinstance(asked, PickPopover)
    asked.pick.setCurrentIndex(asked.pick.findData("instagram"))
    assert asked.said() == ["Wieder Entwurf, weil sich der Inhalt ändert: „Müllabfuhr“."]
    office.click(asked.accept)
    assert office.card(DRAFT).channels == ("facebook", "instagram")
    assert office.card("Müllabfuhr").channels == ("facebook", "instagram")
    office.undo()
    assert office.card("Müllabfuhr").channels == ("facebook",)
    board.columns[Stage.DRAFT].view.setFocus()
    office.key(Key.Key_A, CTRL)
    office.click(board.several.close_button)
    assert not board.selected()
    assert not board.several.isVisible()


def test_several_cards_of_the_board_are_deleted_and_copied_as_one_step(office: Sitting) -> None:
    office.to_page(3)
    view = office.board.columns[Stage.DRAFT].view
    view.setFocus()
    office.key(Key.Key_A, CTRL)
    assert len(office.board.selected()) == 2
    office.key(Key.Key_D, CTRL)
    assert office.board.columns[Stage.DRAFT].model.total == 4
    office.undo()
    assert office.board.columns[Stage.DRAFT].model.total == 2
    view.setFocus()
    office.key(Key.Key_A, CTRL)
    office.key(Key.Key_Delete)
    assert office.board.columns[Stage.DRAFT].model.total == 0
    office.undo()
    assert office.board.columns[Stage.DRAFT].model.total == 2


def test_a_new_label_is_written_for_several_posts_and_known_afterwards(office: Sitting) -> None:
    choose_in_month(office, DRAFT, APPROVED)
    office.click(office.button("Schlagwort …", office.calendar.inspector))
    asked = popover(office, LabelPopover)
    assert isinstance(asked, LabelPopover)
    assert not asked.accept.isEnabled()
    QTest.keyClicks(asked.line, "Advent")
    assert asked.accept.text() == "2 Beiträge ändern"
    assert asked.said() == [], "a label is no part of what is approved"
    QTest.keyClick(asked.line, Key.Key_Return)
    office.settle()
    assert office.house.posts.labels() == ("Advent",)
    assert office.said == "2 Beiträgen das Schlagwort „Advent“ gegeben"
    assert office.card(APPROVED).stage is Stage.APPROVED
    assert office.house.posts.labels() == ("Advent",)
    office.undo()
    assert office.house.posts.labels() == ()
