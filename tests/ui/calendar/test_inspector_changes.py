# SPDX-License-Identifier: EUPL-1.2
"""Date, topic and person changed in the inspector, where they stand."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from kalender.ui.calendar.mini.moving import MovePopover
from kalender.ui.widgets.controls.person import PersonChooser
from tests.ui.calendar.town import Town, undo


@pytest.fixture
def open_town(town: Town) -> Town:
    """A town whose inspector may change posts, with one of them chosen."""
    town.page.change_in_place(town.house.editing.set_fields)
    town.page.choose(["glasfaser"])
    town.page.settle()
    return town


def button(town: Town, name: str) -> QAbstractButton:
    found = town.page.inspector.findChildren(QAbstractButton)
    return next(item for item in found if item.accessibleName().startswith(name))


def test_the_date_opens_the_choice_of_day_and_time(open_town: Town) -> None:
    button(open_town, "Termin: ").click()
    popover = open_town.page.surfaces.shown
    assert isinstance(popover, MovePopover)
    QTest.keyClicks(popover.line, "17.12. 9:30")
    QTest.keyClick(popover.line, Qt.Key.Key_Return)
    assert open_town.planned("glasfaser") == datetime(2026, 12, 17, 9, 30)


def test_the_topic_is_chosen_from_a_menu_and_taken_back_by_undo(open_town: Town) -> None:
    button(open_town, "Thema: ").click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Leben & Kultur").trigger()
    menu.close()
    assert open_town.house.posts.get("glasfaser").topic == "leben"
    open_town.page.settle()
    assert button(open_town, "Thema: ").accessibleName() == "Thema: Leben & Kultur"
    undo(open_town)
    assert open_town.house.posts.get("glasfaser").topic == ""


def test_another_person_takes_charge(open_town: Town) -> None:
    chooser = open_town.page.inspector.findChildren(PersonChooser)[-1]
    assert chooser.accessibleName() == "Zuständig: Katrin Sommer"
    menu = chooser.menu_of_people()
    next(action for action in menu.actions() if action.text() == "Ines Falkner").trigger()
    menu.deleteLater()
    assert open_town.house.posts.get("glasfaser").responsible == "ines"


def test_without_a_way_to_change_fields_they_are_only_shown(town: Town) -> None:
    town.page.choose(["glasfaser"])
    town.page.settle()
    assert not town.page.inspector.findChildren(PersonChooser)
