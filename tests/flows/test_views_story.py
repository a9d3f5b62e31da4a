# SPDX-License-Identifier: EUPL-1.2
"""One filter for calendar and board, kept under a name, found again by mouse and by key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kalender.domain.saved_view import Lanes
from kalender.domain.stage import Flag, Stage
from kalender.ui.calendar.toolbar import LIST, MONTH
from kalender.ui.narrowing.chips import Ticks
from kalender.ui.shell.views.asking import NameDialog
from kalender.ui.shell.views.tray import ViewList
from tests.flows.sitting import CTRL, NONE, SHIFT, Sitting
from tests.ui.room import a_house

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    """Katrin at a plan with four posts."""
    house = a_house(tmp_path)
    house.desk.acting_as("katrin")
    now = house.posts.now()
    for title, channels, topic in (
        ("Eisbahn", ["facebook", "instagram"], "familie"),
        ("Ratssitzung", ["facebook"], "rathaus"),
        ("Stellenanzeige", ["instagram"], "rathaus"),
    ):
        house.posts.create(title, planned=now.replace(day=10), channels=channels, topic=topic)
    house.posts.create("Hundesteuer", idea=True)
    house.close()
    sitting = Sitting(qapp, tmp_path, clock=house.clock)
    sitting.open(house.folder)
    yield sitting
    sitting.close()


def on_board(office: Sitting) -> set[str]:
    """Return the titles of the cards of the board."""
    found = set()
    for place in office.board.arrangement.places():
        found |= {place.model.card(row).title for row in range(place.model.rowCount())}
    return found


def in_month(office: Sitting) -> set[str]:
    return {row.card.title for row in office.calendar.model.rows() if row.card}


def save(office: Sitting, name: str) -> None:
    """Keep what is shown under a name, by the menu."""
    office.menu("views.save")
    (dialog,) = office.window.findChildren(NameDialog)
    assert "Alle, die mit ihm arbeiten, sehen sie." in " ".join(
        child.text() for child in dialog.findChildren(type(dialog._field._label))
    )
    office.type(name)
    office.key(Key.Key_Return)


def views(office: Sitting) -> ViewList:
    """Return the list below the areas."""
    found = office.window.navigation.tray
    assert found is not None
    listed = found.findChild(ViewList)
    assert isinstance(listed, ViewList)
    return listed


def words(office: Sitting) -> list[str]:
    listed = views(office)
    return [listed.item(row).text() for row in range(listed.count())]


def test_a_filter_chosen_on_one_page_holds_on_the_other(office: Sitting) -> None:
    office.to_page(3)
    office.click(office.board.filters.channels["instagram"])
    assert on_board(office) == {"Eisbahn", "Stellenanzeige"}
    office.to_page(2)
    assert in_month(office) == {"Eisbahn", "Stellenanzeige"}
    bar = office.calendar.filtering.made()
    assert bar.isVisible()
    assert bar.channels["instagram"].isChecked()
    office.click(bar.topic)
    (ticks,) = bar.topic.findChildren(Ticks)
    QTest.mouseClick(ticks.boxes["rathaus"], Qt.MouseButton.LeftButton)
    office.settle()
    assert in_month(office) == {"Stellenanzeige"}
    assert bar.topic.text() == "Rathaus"
    assert bar.topic.isChecked()
    ticks.close()
    office.to_page(3)
    assert on_board(office) == {"Stellenanzeige"}
    office.click(office.board.filters.reset)
    assert on_board(office) == {"Eisbahn", "Ratssitzung", "Stellenanzeige", "Hundesteuer"}
    office.to_page(2)
    assert not office.calendar.filtering.made().isVisible()


def test_words_are_looked_for_by_key_in_every_view(office: Sitting) -> None:
    office.key(Key.Key_F, CTRL)
    office.type("eis")
    assert in_month(office) == {"Eisbahn"}
    office.key(Key.Key_3, ALT)
    assert office.calendar.view == LIST
    assert in_month(office) == {"Eisbahn"}
    office.to_page(3)
    assert on_board(office) == {"Eisbahn"}
    office.key(Key.Key_F, CTRL)
    office.key(Key.Key_Escape)
    assert len(on_board(office)) == 4


def test_a_view_is_saved_shown_by_key_and_says_when_it_is_changed(office: Sitting) -> None:
    office.to_page(3)
    office.click(office.board.filters.channels["instagram"])
    office.board.show_lanes(Lanes.TOPIC)
    office.settle()
    save(office, "Nur Instagram")
    assert words(office) == ["Nur Instagram"]
    bar = office.board.filters
    assert bar.view.name.text() == "Nur Instagram"
    office.click(bar.channels["facebook"])
    assert bar.view.name.text() == "Nur Instagram · geändert"
    assert words(office) == ["Nur Instagram · geändert"]
    assert "geändert" in views(office).item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    office.click(bar.view.drop)
    assert on_board(office) == {"Eisbahn", "Stellenanzeige"}
    office.board.show_lanes(Lanes.NONE)
    office.settle()
    assert bar.view.name.text() == "Nur Instagram · geändert"
    office.click(bar.view.keep)
    assert bar.view.name.text() == "Nur Instagram"
    office.click(bar.reset)
    office.to_page(2)
    office.key(Key.Key_1, ALT | SHIFT)
    assert office.front == "board"
    assert office.board.lanes is Lanes.NONE
    assert on_board(office) == {"Eisbahn", "Stellenanzeige"}


def test_views_are_named_ordered_and_deleted_by_key_and_come_back(office: Sitting) -> None:
    office.calendar.toolbar.viewed.emit(LIST)
    office.calendar.filtering.narrowing.change(text="eis", stages=frozenset({Stage.DRAFT}))
    save(office, "Eis")
    office.calendar.toolbar.viewed.emit(MONTH)
    office.calendar.filtering.narrowing.change(text="", topics=frozenset({"rathaus"}))
    save(office, "Rathaus & mehr")
    office.to_page(3)
    assert words(office) == ["Eis", "Rathaus & mehr"]
    listed = views(office)
    listed.setFocus()
    listed.setCurrentRow(1)
    office.key(Key.Key_Up, ALT)
    assert words(office)[0].startswith("Rathaus & mehr")
    office.undo()
    assert words(office)[0] == "Eis"
    listed.setFocus()
    listed.setCurrentRow(0)
    office.key(Key.Key_F2)
    office.type("Eisbahn")
    office.key(Key.Key_Return)
    assert words(office)[0] == "Eisbahn"
    listed.setFocus()
    listed.setCurrentRow(0)
    office.key(Key.Key_Delete)
    assert len(words(office)) == 1
    office.undo()
    assert words(office)[0] == "Eisbahn"
    listed.setFocus()
    listed.setCurrentRow(0)
    office.key(Key.Key_Return)
    assert office.front == "calendar"
    assert office.calendar.view == LIST
    assert in_month(office) == {"Eisbahn"}
    assert office.calendar.filtering.made().words.text() == "eis"


def test_a_name_that_is_taken_is_said_under_the_field(office: Sitting) -> None:
    save(office, "Meine")
    office.menu("views.save")
    office.type("meine")
    office.key(Key.Key_Return)
    (dialog,) = office.window.findChildren(NameDialog)
    assert dialog.isVisible()
    assert "gibt es schon" in dialog._field._words.text()
    office.key(Key.Key_Escape, NONE)


def test_each_number_of_the_legend_is_what_a_click_on_it_shows(sitting: Sitting) -> None:
    page = sitting.calendar
    counts = {key: count for key, _term, count in page.legend() if count}
    assert counts["change_requested"]
    in_month = {row.card.id for row in page.model.rows() if row.card and row.day.month == 12}
    stages = sum(count for key, count in counts.items() if key in set(Stage))
    assert sitting.window.status.left.text() == f"{stages} Beiträge"
    assert stages == len(in_month)
    legend = sitting.window.status.legend()
    for key, count in counts.items():
        sitting.click(legend[key])
        shown = [row.card for row in page.model.rows() if row.card and row.day.month == 12]
        assert len(shown) == count, key
        sitting.click(legend[key])


def test_the_legend_chooses_in_the_filter_that_all_pages_share(sitting: Sitting) -> None:
    legend = sitting.window.status.legend()
    sitting.click(legend["change_requested"])
    narrowing = sitting.calendar.filtering.narrowing
    assert narrowing.value.flags == {Flag.CHANGE_REQUESTED}
    bar = sitting.calendar.filtering.bar
    assert bar is not None
    assert bar.over.isVisible()
    shown = {row.card.title for row in sitting.calendar.model.rows() if row.card is not None}
    assert shown == {"Weihnachtsgruß der Stadt"}
    assert legend["change_requested"].isChecked()
    sitting.click(legend["approved"])
    assert narrowing.value.stages == {Stage.APPROVED}
    assert not narrowing.value.flags
    sitting.click(bar.reset)
    assert not legend["approved"].isChecked()
    assert len([row for row in sitting.calendar.model.rows() if row.card is not None]) > len(shown)
