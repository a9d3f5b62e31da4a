# SPDX-License-Identifier: EUPL-1.2
"""Date, topic, person and labels changed in the inspector, where they stand."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from kalender.ui.calendar.inspector.labelling import LabelsLine
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
    next(action for action in menu.actions() if action.text() == "Leben && Kultur").trigger()
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
    assert not town.page.inspector.findChildren(LabelsLine)


def labels(town: Town) -> LabelsLine:
    town.page.settle()
    (line,) = town.page.inspector.findChildren(LabelsLine)
    return line


def test_labels_are_written_in_their_place_and_taken_back_by_undo(open_town: Town) -> None:
    line = labels(open_town)
    assert (line.accessibleName(), line.text()) == ("Schlagworte", "")
    line.setFocus()
    QTest.keyClicks(line, "Winter,  Netz , winter")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert open_town.house.posts.get("glasfaser").labels == ("Winter", "Netz")
    assert labels(open_town).text() == "Winter, Netz"
    undo(open_town)
    assert open_town.house.posts.get("glasfaser").labels == ()
    assert labels(open_town).text() == ""


def test_labels_of_other_posts_are_offered_after_the_last_comma(open_town: Town) -> None:
    open_town.house.editing.set_fields("markt", labels=("Advent", "Altstadt"))
    line = labels(open_town)
    line.setFocus()
    QTest.keyClicks(line, "Winter, Alt")
    completer = line.completer()
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Winter, Altstadt"


def test_escape_takes_back_what_was_typed_into_the_labels(open_town: Town) -> None:
    open_town.house.editing.set_fields("glasfaser", labels=("Netz",))
    line = labels(open_town)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Falsch")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "Netz"
    assert open_town.page.choice.ids() == ("glasfaser",)
    line.clearFocus()
    assert open_town.house.posts.get("glasfaser").labels == ("Netz",)


def test_labels_half_written_stay_where_the_post_changes_meanwhile(open_town: Town) -> None:
    line = labels(open_town)
    line.setFocus()
    QTest.keyClicks(line, "Ne")
    open_town.house.editing.set_fields("glasfaser", topic="leben")
    line = labels(open_town)
    assert line.hasFocus()
    assert open_town.house.posts.get("glasfaser").labels == ()
    QTest.keyClicks(line, "tz")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert open_town.house.posts.get("glasfaser").labels == ("Netz",)


def test_labels_go_to_the_post_they_were_written_for(open_town: Town) -> None:
    line = labels(open_town)
    line.setFocus()
    QTest.keyClicks(line, "Netz")
    open_town.page.choose(["markt"])
    open_town.page.settle()
    assert open_town.house.posts.get("markt").labels == ()
    assert open_town.house.posts.get("glasfaser").labels == ("Netz",)
