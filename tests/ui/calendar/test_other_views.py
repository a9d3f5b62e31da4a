# SPDX-License-Identifier: EUPL-1.2
"""Quarter, year and agenda over the same plan: reading, stepping, carrying, and what screen readers are told."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kalender.ui.calendar.agenda.rows import Kind
from kalender.ui.calendar.agenda.view import AgendaView
from kalender.ui.calendar.toolbar import AGENDA, LIST, MONTH, QUARTER, YEAR
from kalender.ui.calendar.year.view import YearView
from tests.ui.calendar.december import carry, day
from tests.ui.calendar.town import Town, drag, key, undo

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def the_year(town: Town, key_: str = YEAR) -> YearView:
    town.page.complete()
    town.page.toolbar.viewed.emit(key_)
    view = town.page.grid()
    assert isinstance(view, YearView)
    return view


def the_agenda(town: Town) -> AgendaView:
    town.page.complete()
    town.page.toolbar.viewed.emit(AGENDA)
    view = town.page.grid()
    assert isinstance(view, AgendaView)
    return view


def told(view: YearView, on: date) -> str:
    return str(view.days.index_of_day(on).data(SPOKEN))


def test_the_month_is_marked_in_the_toolbar_before_anything_is_chosen(town: Town) -> None:
    assert town.page.toolbar.views.current == MONTH


def test_a_day_of_the_year_says_its_posts_and_what_applies_to_it(town: Town) -> None:
    view = the_year(town)
    assert told(view, day(3)).startswith("Donnerstag 3. Dezember, heute, kein Beitrag")
    assert told(view, day(10)).startswith("Donnerstag 10. Dezember, ein Beitrag")
    assert "Gemeinderat 18:30" in told(view, day(15))
    assert "1. Weihnachtstag" in told(view, day(25))
    root = QAccessible.queryAccessibleInterface(view)
    assert root.childCount() == view.days.rowCount() == 365
    assert root.child(364).text(QAccessible.Text.Name).startswith("Donnerstag 31. Dezember")


def test_a_new_post_changes_the_count_of_its_day_alone(town: Town) -> None:
    view = the_year(town)
    seen: list[int] = []
    view.days.dataChanged.connect(lambda first, _last: seen.append(first.row()))
    town.post("neu", datetime(2026, 3, 5, 9, 0))
    assert view.days.counts[date(2026, 3, 5)] == 1
    assert view.days.index_of_day(date(2026, 3, 5)).row() in seen


def test_keys_step_through_the_year_and_enter_shows_the_day_in_the_month(town: Town) -> None:
    view = the_year(town)
    assert view.cursor_day() == day(3)
    for key_ in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        QTest.keyClick(view, key_)
    assert view.cursor_day() == day(9, 11)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.cursor_day() == day(9, 1, 2027)
    assert view.days.first.year == 2027
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert town.page.view == MONTH
    assert town.page.model.month == date(2027, 1, 1)
    assert town.page.cursor_day() == day(9, 1, 2027)


def test_a_click_on_a_day_or_on_the_name_of_a_month_shows_it(town: Town) -> None:
    view = the_year(town)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.rect_of(day(17, 4)).center())
    assert town.page.view == MONTH
    assert town.page.cursor_day() == day(17, 4)
    view = the_year(town)
    box = view._boxes[6]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.x + 40, box.y + 8))
    assert town.page.model.month == date(2026, 7, 1)


def test_the_quarter_shows_three_months_and_pages_by_them(town: Town) -> None:
    view = the_year(town, QUARTER)
    assert view.days.months == (date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1))
    assert view.titles().words[0] == "Oktober – Dezember 2026"
    assert view.titles().words[2] == "4. Quartal 2026"
    town.page.toolbar.after.click()
    assert view.days.first == date(2027, 1, 1)
    town.page.toolbar.today.click()
    assert view.cursor_day() == day(3)


def test_an_idea_dropped_on_a_day_of_the_year_gets_the_usual_time(town: Town) -> None:
    view = the_year(town)
    town.page.resize(1300, 720)
    ideas = town.page.strip.list
    index = town.page.ideas.index(0, 0)
    id_ = str(index.data(Qt.ItemDataRole.UserRole + 7))
    carry(
        ideas.viewport(),
        ideas.visualRect(index).center(),
        view.viewport(),
        view.rect_of(day(20, 10)).center(),
    )
    planned = town.planned(id_)
    assert planned is not None
    assert planned.date() == day(20, 10)
    assert view.days.counts[day(20, 10)] == 1


def test_nothing_that_is_not_shown_is_chosen_in_the_year(town: Town) -> None:
    town.page.choose(["glasfaser"])
    the_year(town)
    assert town.page.ids() == ()


def test_the_agenda_begins_with_the_day_of_the_cursor_and_folds_empty_days(town: Town) -> None:
    view = the_agenda(town)
    first = view.agenda.rows()[0]
    assert (first.kind, first.day) == (Kind.DAY, day(3))
    assert "heute" in str(view.agenda.index(0).data(SPOKEN))
    shown = [day for row in view.agenda.rows() if row.kind in {Kind.DAY, Kind.FOLDED} for day in row.days]
    assert shown == [view.agenda.first + timedelta(days=at) for at in range(len(shown))]
    assert any(
        row.kind is Kind.LINE and row.line and row.line.title == "Gemeinderat" for row in view.agenda.rows()
    )
    assert "14 Uhr 15" in str(view.agenda.index_of("glasfaser").data(SPOKEN))


def test_a_folded_day_of_the_agenda_says_what_lies_over_it(town: Town) -> None:
    view = the_agenda(town)
    bands = [band for band in view.agenda.almanac.bands if band.short == "Weihnachtsferien"]
    folded = [row for row in view.agenda.rows() if row.kind is Kind.FOLDED]
    whole = next(row for row in folded if all(bands[0].covers(item) for item in row.days))
    assert view.agenda.told_of(whole)[:2] == ["nichts geplant", "Weihnachtsferien"]
    partly = next(row for row in folded if 0 < sum(map(bands[0].covers, row.days)) < len(row.days))
    assert any(words.startswith("Weihnachtsferien (") for words in view.agenda.told_of(partly))
    assert "nichts geplant, Weihnachtsferien" in str(view.agenda.index_of_day(whole.day).data(SPOKEN))


def test_the_agenda_reads_on_at_its_end_and_stops_where_nothing_comes(town: Town) -> None:
    town.post("spät", datetime(2027, 3, 1, 9, 0))
    view = the_agenda(town)
    assert not view.agenda.index_of("spät").isValid()
    while view.agenda.canFetchMore(view.rootIndex()):
        view.agenda.fetchMore(view.rootIndex())
    assert view.agenda.index_of("spät").isValid()
    assert view.agenda.last < date(2027, 12, 31)


def test_a_post_is_carried_to_another_day_of_the_agenda_and_keeps_its_time(town: Town) -> None:
    view = the_agenda(town)
    port = view.viewport()
    start = view.visualRect(view.agenda.index_of("glasfaser")).center()
    carry(port, start, port, view.rect_of(day(7)).center())
    assert town.planned("glasfaser") == datetime(2026, 12, 7, 14, 15)
    assert town.page.ids() == ("glasfaser",)
    undo(town)
    assert town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)


def test_keys_go_through_days_and_rename_in_the_agenda(town: Town) -> None:
    view = the_agenda(town)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.cursor_day() == day(4)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.cursor_day() == day(2)
    view.choose(["glasfaser"])
    QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    assert town.planned("glasfaser") == datetime(2026, 12, 11, 14, 15)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert town.heard[-1] == ("open_post", "glasfaser")
    town.page.choice.rename("glasfaser")
    assert view.editing


def test_a_chosen_post_stays_chosen_from_month_to_agenda_and_back(town: Town) -> None:
    town.page.choose(["glasfaser"])
    view = the_agenda(town)
    assert view.ids() == ("glasfaser",)
    town.page.toolbar.viewed.emit(MONTH)
    assert town.page.month.ids() == ("glasfaser",)


def test_alt_and_arrows_move_a_post_in_the_month_and_follow_it_out_of_it(town: Town) -> None:
    town.page.choose(["glasfaser"])
    key(town, Qt.Key.Key_Right, ALT)
    assert town.planned("glasfaser") == datetime(2026, 12, 11, 14, 15)
    key(town, Qt.Key.Key_Up, ALT)
    key(town, Qt.Key.Key_Up, ALT)
    assert town.planned("glasfaser") == datetime(2026, 11, 27, 14, 15)
    assert town.page.model.month == date(2026, 11, 1)
    assert town.page.ids() == ("glasfaser",)


def test_esc_shows_again_the_month_from_which_a_post_was_taken(town: Town) -> None:
    port = town.page.month.viewport()
    start = port.rect().center()
    start = town.page.month.visualRect(town.page.model.index_of("glasfaser")).center()
    edge = QPoint(port.width() - 3, 300)
    carry(port, start, port, edge, release=False)
    town.page.carry.edge.timeout.emit()
    assert town.page.model.month == date(2027, 1, 1)
    QTest.keyClick(town.page.month, Qt.Key.Key_Escape)
    assert not town.page.carry.active
    assert town.page.model.month == date(2026, 12, 1)
    assert town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=edge)


def test_the_ghost_names_the_month_that_comes(town: Town) -> None:
    port = town.page.month.viewport()
    start = town.page.month.visualRect(town.page.model.index_of("glasfaser")).center()
    carry(port, start, port, QPoint(8, 300), release=False)
    assert town.page.carry.verdict is not None
    assert town.page.carry.verdict.when == "November 2026"
    town.page.carry.cancel()


def test_days_with_a_note_alone_appear_in_the_list_when_holidays_are_read(town: Town) -> None:
    town.page.toolbar.viewed.emit(LIST)
    town.page.complete()
    listing = town.page.grid()
    index = town.page.model.index_of_day(day(26))
    assert not listing.isRowHidden(index.row())
    assert listing.isRowHidden(town.page.model.index_of_day(day(27)).row())


def test_each_of_forty_posts_of_a_day_is_reached_by_key_and_by_mouse(town: Town) -> None:
    for number in range(40):
        town.post(f"voll{number}", datetime(2026, 12, 16, 8 + number % 12, number))
    page = town.page
    page.month.setFocus()
    page.month.set_day(day(16))
    seen = set()
    for _ in range(41):
        key(town, Qt.Key.Key_Down)
        seen.add(page.month.current_id())
    assert {f"voll{number}" for number in range(40)} <= seen
    page.list_day(day(16))
    popover = page.surfaces.shown
    assert popover is not None
    rows = popover.list  # type: ignore[attr-defined]  # it is the list of the day
    rows.setCurrentRow(rows.count() - 1)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert town.heard[-1][0] == "open_post"


def test_the_small_month_goes_to_a_day_and_takes_what_is_dropped_on_it(town: Town) -> None:
    page = town.page
    page.complete()
    page.tray.setParent(None)
    page.tray.setGeometry(1500, 0, 200, 700)
    page.tray.show()
    QApplication.processEvents()
    mini = page.mini
    assert mini is not None
    assert mini.month == date(2026, 12, 1)
    drag_to = mini.days.rect_of(day(18)).center()
    start = page.month.visualRect(page.model.index_of("glasfaser")).center()
    carry(page.month.viewport(), start, mini.days.viewport(), drag_to)
    assert town.planned("glasfaser") == datetime(2026, 12, 18, 14, 15)
    mini.after.click()
    assert mini.month == date(2027, 1, 1)
    QTest.mouseClick(
        mini.days.viewport(), Qt.MouseButton.LeftButton, pos=mini.days.rect_of(day(5, 1, 2027)).center()
    )
    assert page.model.month == date(2027, 1, 1)
    assert page.cursor_day() == day(5, 1, 2027)
    page.tray.close()
    page.tray.setParent(page)


def test_a_drag_still_ends_where_it_is_dropped(town: Town) -> None:
    drag(town, "glasfaser", day(17))
    assert town.planned("glasfaser") == datetime(2026, 12, 17, 14, 15)
