# SPDX-License-Identifier: EUPL-1.2
"""A weekly market: one post becomes a series, is changed for those that follow, and ends; by keys and by mouse."""

from datetime import date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from kalender.ui.chains.day_dialog import DayDialog
from kalender.ui.chains.scope_dialog import DeleteDialog, SpreadDialog
from kalender.ui.chains.series_dialog import SeriesDialog
from kalender.ui.widgets.controls.link import Link
from tests.flows.sitting import CTRL, NONE, SHIFT, Sitting

T = TypeVar("T", bound=QDialog)
TUESDAY = datetime(2026, 12, 8, 17, 0)


@pytest.fixture
def market(sitting: Sitting) -> str:
    """A post on a Tuesday, chosen in the month."""
    id_ = sitting.house.posts.create(
        "Wochenmarkt", planned=TUESDAY, text="Heute ist Wochenmarkt.", channels=["facebook"]
    )
    sitting.calendar.go_to(TUESDAY.date())
    sitting.calendar.choose([id_])
    sitting.settle()
    return id_


def dialog(kind: type[T]) -> T:
    """Return the dialog that stands open."""
    found = [item for item in QApplication.topLevelWidgets() if isinstance(item, kind) and item.isVisible()]
    assert len(found) == 1
    return found[0]


def days(sitting: Sitting) -> list[date]:
    """Return the days of the posts called Wochenmarkt."""
    cards = sitting.house.posts.cards_between(date(2026, 12, 1), date(2028, 1, 1))
    return [card.planned.date() for card in cards if card.title == "Wochenmarkt" and card.planned]


def test_a_post_becomes_a_series_by_keys_alone(sitting: Sitting, market: str) -> None:
    sitting.key(Qt.Key.Key_R, CTRL)
    asked = dialog(SeriesDialog)
    assert asked.words.text() == "Jeden Dienstag um 17:00, ohne Ende"
    asked.form.end.button("count").setFocus()
    sitting.key(Qt.Key.Key_Space)
    asked.form.count.setFocus()
    asked.form.count.selectAll()
    sitting.type("5")
    assert asked.words.text() == "Jeden Dienstag um 17:00 (5 Beiträge)"
    asked.dates.setFocus()
    asked.dates.setCurrentRow(2)
    sitting.key(Qt.Key.Key_Space)
    assert asked.words.text() == "Jeden Dienstag um 17:00 (4 Beiträge)"
    asked.go.setFocus()
    sitting.key(Qt.Key.Key_Return)
    assert days(sitting) == [date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 29), date(2027, 1, 5)]
    assert "Serie angelegt" in sitting.said
    sitting.undo()
    assert days(sitting) == [date(2026, 12, 8)]
    sitting.redo()
    assert len(days(sitting)) == 4


def a_series(sitting: Sitting, market: str) -> list[str]:
    """Return the ids of a series of five Tuesdays."""
    series = sitting.house.series.add(market, "FREQ=WEEKLY;BYDAY=TU;COUNT=5")
    sitting.settle()
    return [item.post.id for item in sitting.house.series.members(series)]


def test_the_inspector_says_what_a_post_belongs_to_and_leads_there(sitting: Sitting, market: str) -> None:
    ids = a_series(sitting, market)
    sitting.calendar.choose([ids[1]])
    sitting.settle()
    words = [item.text() for item in sitting.calendar.inspector.findChildren(Link)]
    assert "Zur Serie" in words
    link = next(item for item in sitting.calendar.inspector.findChildren(Link) if item.text() == "Zur Serie")
    sitting.click(link)
    assert sitting.front == "chains"
    sitting.click(sitting.button("Im Kalender ansehen: Wochenmarkt"))
    assert sitting.front == "calendar"


def test_a_change_goes_over_to_those_that_follow(sitting: Sitting, market: str) -> None:
    ids = a_series(sitting, market)
    sitting.house.editing.set_text(ids[2], "Ab heute mit Glühwein.")
    sitting.calendar.choose([ids[2]])
    sitting.settle()
    sitting.key(Qt.Key.Key_R, CTRL | SHIFT)
    asked = dialog(SpreadDialog)
    assert asked.what == {"text"}
    assert asked.words.text() == "2 Beiträge werden geändert."
    sitting.click(asked.go)
    texts = [sitting.house.posts.get(id_).text for id_ in ids]
    assert texts == ["Heute ist Wochenmarkt."] * 2 + ["Ab heute mit Glühwein."] * 3
    sitting.undo()
    assert sitting.house.posts.get(ids[4]).text == "Heute ist Wochenmarkt."


def test_one_post_of_a_series_is_moved_by_mouse_and_stays_one_of_it(sitting: Sitting, market: str) -> None:
    ids = a_series(sitting, market)
    sitting.house.posts.rename(ids[1], "Markt am Donnerstag")
    sitting.settle()
    sitting.drag_to_day("Markt am Donnerstag", date(2026, 12, 17))
    moved = sitting.house.posts.get(ids[1])
    assert (moved.planned, moved.origin) == (datetime(2026, 12, 17, 17, 0), date(2026, 12, 15))
    assert sitting.house.series.place(moved) == (2, 5)


def test_deleting_asks_how_much(sitting: Sitting, market: str) -> None:
    ids = a_series(sitting, market)
    sitting.calendar.choose([ids[3]])
    sitting.settle()
    sitting.key(Qt.Key.Key_Delete)
    asked = dialog(DeleteDialog)
    sitting.click(asked.scope.button("following"))
    assert asked.words.text() == "2 Beiträge kommen in den Papierkorb."
    sitting.click(asked.go)
    assert days(sitting) == [date(2026, 12, day) for day in (8, 15, 22)]
    sitting.undo()
    assert len(days(sitting)) == 5


def test_esc_leaves_the_series_as_it_is(sitting: Sitting, market: str) -> None:
    ids = a_series(sitting, market)
    sitting.calendar.choose([ids[3]])
    sitting.settle()
    sitting.key(Qt.Key.Key_Delete)
    QTest.keyClick(dialog(DeleteDialog), Qt.Key.Key_Escape, NONE)
    sitting.settle()
    assert len(days(sitting)) == 5


def test_the_list_of_series_pauses_changes_and_ends(sitting: Sitting, market: str) -> None:
    a_series(sitting, market)
    sitting.menu("tools.chains")
    assert sitting.front == "chains"
    sitting.button("Anhalten: Wochenmarkt").setFocus()
    sitting.key(Qt.Key.Key_Space)
    assert sitting.button("Fortsetzen: Wochenmarkt").hasFocus()
    sitting.click(sitting.button("Fortsetzen: Wochenmarkt"))
    sitting.click(sitting.button("Wiederholung ändern …: Wochenmarkt"))
    asked = dialog(SeriesDialog)
    asked.form.interval.set_value(2)
    asked.form.interval.changed.emit(2)
    assert asked.words.text() == "Jeden zweiten Dienstag um 17:00 (5 Beiträge)"
    sitting.click(asked.go)
    assert days(sitting) == [
        date(2026, 12, 8), date(2026, 12, 22), date(2027, 1, 5), date(2027, 1, 19), date(2027, 2, 2)
    ]  # fmt: skip
    sitting.click(sitting.button("Beenden …: Wochenmarkt"))
    ending = dialog(DayDialog)
    ending.day.set_day(date(2026, 12, 31))
    ending.refresh()
    assert ending.words.text() == "3 Beiträge kommen in den Papierkorb."
    sitting.click(ending.go)
    assert days(sitting) == [date(2026, 12, 8), date(2026, 12, 22)]


def test_what_is_due_is_made_when_the_plan_has_been_open_a_moment(sitting: Sitting, market: str) -> None:
    series = sitting.house.series.add(market, "FREQ=MONTHLY;BYDAY=2TU")
    lost = sitting.house.series.members(series)[-1].post
    assert sitting.desktop.place is not None
    sitting.desktop.place.visits.top_up()
    assert sitting.house.series.members(series)[-1].post == lost
    sitting.house.clock.set(datetime(2027, 3, 1, 8, 0))  # type: ignore[attr-defined]  # the clock of tests
    sitting.desktop.place.visits.top_up()
    sitting.settle()
    assert len(sitting.house.series.members(series)) == 10
    assert "Serien nachgefüllt" in sitting.said


def test_the_board_repeats_a_post_and_asks_which_of_a_series_are_deleted(
    sitting: Sitting, market: str
) -> None:
    sitting.window.show_page("board")
    board = sitting.board
    board.select(market)
    sitting.settle()
    sitting.key(Qt.Key.Key_R, CTRL)
    asked = dialog(SeriesDialog)
    asked.form.end.button("count").setFocus()
    sitting.key(Qt.Key.Key_Space)
    asked.form.count.setFocus()
    asked.form.count.selectAll()
    sitting.type("3")
    asked.go.setFocus()
    sitting.key(Qt.Key.Key_Return)
    assert len(days(sitting)) == 3
    board.select(market)
    board.perform("post.delete")
    dialog(DeleteDialog).reject()
    assert len(days(sitting)) == 3, "nothing goes before it is said which"


def test_the_editor_takes_the_next_free_slot_and_shows_the_series(sitting: Sitting, market: str) -> None:
    sitting.window.post_opened.emit(market)
    sitting.settle()
    editor = sitting.editor
    words = [action.text() for action in editor.verbs.more().actions()]
    assert "Als Serie wiederholen …" in words
    assert "Zur Serie" not in words, "it belongs to none"
    before = sitting.planned("Wochenmarkt")
    sitting.key(Qt.Key.Key_T, CTRL | SHIFT)
    assert sitting.planned("Wochenmarkt") != before
    sitting.undo()
    editor.perform("post.repeat")
    assert dialog(SeriesDialog).isVisible()
    dialog(SeriesDialog).reject()


def test_a_click_on_the_box_of_a_date_leaves_it_out_at_twice_the_size_too(
    sitting: Sitting, market: str
) -> None:
    sitting.desktop.theme.set_scale(200)
    sitting.key(Qt.Key.Key_R, CTRL)
    asked = dialog(SeriesDialog)
    rect = asked.dates.visualItemRect(asked.dates.item(1))
    sitting.click(asked.dates.viewport(), rect.topLeft() + QPoint(40, rect.height() // 2))
    assert [asked.dates.item(at).checkState() for at in (0, 1)] == [
        Qt.CheckState.Checked, Qt.CheckState.Unchecked
    ]  # fmt: skip
    asked.reject()
