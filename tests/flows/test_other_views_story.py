# SPDX-License-Identifier: EUPL-1.2
"""Year, quarter and agenda at the window, the small month beside them, and days typed: by mouse and by keys."""

from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from kalender.ui.calendar.agenda.view import AgendaView
from kalender.ui.calendar.mini.going import GoPopover
from kalender.ui.calendar.mini.moving import MovePopover
from kalender.ui.calendar.toolbar import AGENDA
from kalender.ui.calendar.year.view import YearView
from kalender.ui.shell.views.returning import left_at
from tests.flows.sitting import CTRL, Sitting

ALT = Qt.KeyboardModifier.AltModifier
GLASFASER = "Glasfaser: Start in Oberdorf"


def the_agenda(sitting: Sitting) -> AgendaView:
    sitting.calendar.grid().setFocus()
    sitting.key(Qt.Key.Key_4, ALT)
    view = sitting.calendar.grid()
    assert isinstance(view, AgendaView)
    return view


def test_from_the_year_to_a_day_by_mouse_and_back_by_key(sitting: Sitting) -> None:
    sitting.click(sitting.button("Jahr", sitting.calendar.toolbar))
    view = sitting.calendar.grid()
    assert isinstance(view, YearView)
    assert sitting.desktop.preferences.values.calendar_view == "year"
    assert sitting.calendar.toolbar.title.text() == "2026"
    assert view.days.counts[date(2026, 12, 10)] == 1
    sitting.click(view.viewport(), view.rect_of(date(2026, 5, 14)).center())
    assert sitting.calendar.month.isVisible()
    assert sitting.calendar.cursor_day() == date(2026, 5, 14)
    sitting.key(Qt.Key.Key_5, ALT)
    assert sitting.calendar.toolbar.views.current == "quarter"
    sitting.key(Qt.Key.Key_Home, CTRL)
    sitting.key(Qt.Key.Key_Return)
    assert sitting.calendar.month.isVisible()


def test_a_full_day_of_the_year_shows_how_many_posts_it_has_on_a_small_screen(sitting: Sitting) -> None:
    sitting.window.resize(1366, 768)
    for minute in range(10):
        sitting.house.posts.create("Kurz", planned=datetime(2026, 12, 5, 9, minute), channels=["facebook"])
    sitting.click(sitting.button("Jahr", sitting.calendar.toolbar))
    view = sitting.calendar.grid()
    assert isinstance(view, YearView)
    place = view.rect_of(date(2026, 12, 5))
    before = view.viewport().grab(place).toImage()
    sitting.house.posts.create("Eins mehr", planned=datetime(2026, 12, 5, 15), channels=["facebook"])
    sitting.settle()
    assert view.viewport().grab(place).toImage() != before


def test_a_post_is_carried_through_the_agenda_and_comes_back(sitting: Sitting) -> None:
    view = the_agenda(sitting)
    index = view.agenda.index_of(sitting.card(GLASFASER).id)
    view.scrollTo(index)
    port = view.viewport()
    goal = view.rect_of(date(2026, 12, 9))
    sitting.drag(port, view.visualRect(index).center(), port, goal.center())
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 9, 14, 0)
    assert "9. Dez" in sitting.said
    sitting.undo()
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 10, 14, 0)


def test_a_post_is_renamed_looked_at_and_opened_in_the_agenda_by_keys(sitting: Sitting) -> None:
    view = the_agenda(sitting)
    id_ = sitting.card(GLASFASER).id
    view.choose([id_])
    view.setFocus()
    sitting.key(Qt.Key.Key_F2)
    assert view.editing
    sitting.type("Glasfaser in Oberdorf")
    sitting.key(Qt.Key.Key_Return)
    assert sitting.house.posts.get(id_).title == "Glasfaser in Oberdorf"
    view.setFocus()
    sitting.key(Qt.Key.Key_Space)
    assert sitting.calendar.surfaces.shown is not None
    sitting.key(Qt.Key.Key_Escape)
    view.setFocus()
    sitting.key(Qt.Key.Key_Return)
    assert sitting.front == "editor"


def test_a_post_is_renamed_in_the_week(sitting: Sitting) -> None:
    sitting.calendar.month.setFocus()
    sitting.key(Qt.Key.Key_1, ALT)
    week = sitting.calendar.spans.week
    assert week is not None
    title = "Wahllokale offen"
    id_ = sitting.card(title).id
    week.choose([id_])
    sitting.key(Qt.Key.Key_F2)
    assert week.editing
    sitting.type("Wahllokale sind offen")
    sitting.key(Qt.Key.Key_Return)
    assert sitting.house.posts.get(id_).title == "Wahllokale sind offen"


def test_a_day_is_typed_to_go_there_and_to_move_there(sitting: Sitting) -> None:
    sitting.calendar.month.setFocus()
    sitting.key(Qt.Key.Key_G, CTRL)
    popover = sitting.calendar.surfaces.shown
    assert isinstance(popover, GoPopover)
    sitting.type("10.12.2026")
    sitting.key(Qt.Key.Key_Return)
    assert sitting.calendar.model.month == date(2026, 12, 1)
    sitting.click(sitting.calendar.month.viewport(), sitting.on_card(GLASFASER))
    sitting.key(Qt.Key.Key_T, CTRL)
    popover = sitting.calendar.surfaces.shown
    assert isinstance(popover, MovePopover)
    sitting.type("17.12.2026 um 9 Uhr")
    sitting.key(Qt.Key.Key_Return)
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 17, 9, 0)
    sitting.undo()
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 10, 14, 0)


def test_a_card_is_dropped_on_the_small_month(sitting: Sitting) -> None:
    mini = sitting.calendar.mini
    assert mini is not None
    assert mini.isVisible()
    port, goal = sitting.calendar.month.viewport(), mini.days.rect_of(date(2026, 12, 16)).center()
    sitting.drag(port, sitting.on_card(GLASFASER), mini.days.viewport(), goal)
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 16, 14, 0)
    sitting.undo()
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 10, 14, 0)


def test_the_view_of_last_time_is_shown_again(sitting: Sitting) -> None:
    the_agenda(sitting)
    sitting.desktop.open(sitting.home / "plan")
    assert sitting.desktop.preferences.values.calendar_view == "agenda"


def test_the_calendar_opens_where_it_was_left_but_only_for_a_week(home: Path, qapp: QApplication) -> None:
    first = Sitting(qapp, home)
    first.open(home / "plan")
    first.calendar.go_to(date(2027, 2, 10))
    first.close()
    second = Sitting(qapp, home)
    second.open(home / "plan")
    assert (second.calendar.model.month.year, second.calendar.model.month.month) == (2027, 2)
    second.calendar.go_to_today()
    second.close()
    third = Sitting(qapp, home)
    third.open(home / "plan")
    assert third.calendar.model.month == date(2026, 12, 1), "today was left, so today is shown"
    third.close()
    kept = (str(home / "plan"), "2027-02-01", "2026-12-01")
    assert left_at(kept, home / "plan", date(2026, 12, 8)) == date(2027, 2, 1)
    assert left_at(kept, home / "plan", date(2026, 12, 9)) is None
    assert left_at(kept, home / "anderer", date(2026, 12, 2)) is None


def test_earlier_days_of_the_agenda_come_when_one_scrolls_beyond_its_top(sitting: Sitting) -> None:
    sitting.calendar.toolbar.viewed.emit(AGENDA)
    sitting.settle()
    view = sitting.calendar.grid()
    assert isinstance(view, AgendaView)
    top, first = view.top_day(), view.agenda.first
    at = view.viewport().rect().center()
    there = view.viewport().mapToGlobal(at)
    turn = QWheelEvent(
        at.toPointF(), there.toPointF(), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt takes it by position
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turn)
    assert view.agenda.first < first
    assert view.verticalScrollBar().value() > 0
    assert view.top_day() <= top
    assert top - view.top_day() < timedelta(days=14), "what was in sight is near"
