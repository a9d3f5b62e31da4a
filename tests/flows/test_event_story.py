# SPDX-License-Identifier: EUPL-1.2
"""A festival over three days: a bar with a chain of posts, carried by mouse and moved by keys; posts come along."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from kalender.domain.chains.events import Event
from kalender.domain.stage import Stage
from kalender.ui.calendar.toolbar import WEEK
from kalender.ui.calendar.week.view import WeekView
from kalender.ui.chains.day_dialog import DayDialog
from kalender.ui.chains.event_dialog import DropDialog, EventDialog
from kalender.ui.widgets.controls.link import Link
from kalender.wording.chains.events import chain
from tests.flows.sitting import Sitting

T = TypeVar("T", bound=QDialog)
FIRST, LAST = date(2026, 12, 15), date(2026, 12, 17)


def dialog(kind: type[T]) -> T:
    """Return the dialog that stands open."""
    found = [item for item in QApplication.topLevelWidgets() if isinstance(item, kind) and item.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def festival(sitting: Sitting) -> str:
    """An event from Tuesday to Thursday with four posts around it."""
    desk = sitting.house.events
    id_ = desk.add("Lichterfest", FIRST, LAST, place="Marktplatz")
    desk.add_posts(id_, chain(desk.get(id_), "event"))
    sitting.calendar.go_to(FIRST)
    sitting.settle()
    return id_


def events_of(sitting: Sitting) -> list[Event]:
    """Return the events beside the Christmas market of the sample."""
    return [item for item in sitting.house.events.all() if item.title != "Weihnachtsmarkt"]


def planned(sitting: Sitting, id_: str) -> list[datetime | None]:
    """Return when the posts around an event appear."""
    return [item.post.planned for item in sitting.house.events.members(id_)]


def on_bar(sitting: Sitting, day: date) -> QPoint:
    """Return a point on the bar over a day of the month."""
    scene = sitting.calendar.month.settled()
    cell = scene.cell(day)
    assert cell is not None
    strip = next(
        item
        for item in scene.strips
        if item.piece.band.id.startswith("event/") and item.rect.left() <= cell.rect.center().x() <= item.rect.right()
        and cell.rect.top() <= item.rect.center().y() <= cell.rect.bottom()
    )  # fmt: skip
    return QPoint(cell.rect.center().x(), strip.rect.center().y())


def shown(sitting: Sitting) -> list[str]:
    """Return the links of the inspector."""
    return [item.text() for item in sitting.calendar.inspector.findChildren(Link)]


def right_click(widget: QWidget, at: QPoint) -> None:
    """Ask for the menu at a point."""
    where = widget.mapToGlobal(at)
    QCursor.setPos(where)
    QApplication.sendEvent(
        widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPointF(at).toPoint(), where)
    )


def test_an_event_is_made_with_a_chain_from_the_list(sitting: Sitting) -> None:
    sitting.menu("tools.chains")
    sitting.click(sitting.button("Veranstaltung anlegen …"))
    asked = dialog(EventDialog)
    asked.title.setFocus()
    sitting.type("Neujahrskonzert")
    asked.first.set_day(date(2027, 1, 6))
    asked.first.chosen.emit(date(2027, 1, 6))
    assert [row.box.text() for row in asked._rows][:2] == [
        "Ankündigung, 14 Tage vorher", "Erinnerung, 2 Tage vorher"
    ]  # fmt: skip
    sitting.click(asked.go)
    (event,) = events_of(sitting)
    assert (event.title, event.first, event.last) == ("Neujahrskonzert", date(2027, 1, 6), date(2027, 1, 6))
    titles = [item.post.title for item in sitting.house.events.members(event.id)]
    assert titles == [
        "Ankündigung: Neujahrskonzert", "Erinnerung: Neujahrskonzert", "Heute: Neujahrskonzert",
        "Rückblick: Neujahrskonzert",
    ]  # fmt: skip
    sitting.to_page(2)
    sitting.undo()
    assert events_of(sitting) == []


def test_the_days_and_times_of_a_chain_are_changed_and_own_posts_added(sitting: Sitting) -> None:
    sitting.menu("tools.chains")
    sitting.click(sitting.button("Veranstaltung anlegen …"))
    asked = dialog(EventDialog)
    asked.title.setText("Neujahrskonzert")
    announcement, reminder, live, review = asked._rows
    announcement.days.setFocus()
    announcement.days.selectAll()
    sitting.type("10")
    asked.first.set_day(date(2027, 1, 20))
    asked.first.chosen.emit(date(2027, 1, 20))
    assert announcement.box.text() == "Ankündigung, 10 Tage vorher", "another day leaves what was changed"
    live.clock.setFocus()
    sitting.type("07:30")
    sitting.click(reminder.box)
    sitting.click(review.box)
    sitting.click(asked.more)
    sitting.click(asked.go)
    assert asked.isVisible(), "an own post needs a title"
    sitting.type("Vorverkauf beginnt")
    own = asked._rows[-1]
    own.days.set_value(30)
    own.way.setCurrentIndex(0)
    sitting.click(asked.go)
    (event,) = events_of(sitting)
    made = {item.post.title: item.post.planned for item in sitting.house.events.members(event.id)}
    assert list(made) == ["Vorverkauf beginnt", "Ankündigung: Neujahrskonzert", "Heute: Neujahrskonzert"]
    days = [moment.date() for moment in made.values() if moment is not None]
    assert days == [date(2026, 12, 21), date(2027, 1, 10), date(2027, 1, 20)]
    assert made["Heute: Neujahrskonzert"] == datetime(2027, 1, 20, 7, 30)


def test_the_bar_is_carried_by_mouse_and_its_posts_come_along(sitting: Sitting, festival: str) -> None:
    before = planned(sitting, festival)
    viewport = sitting.calendar.month.viewport()
    seen: list[str] = []
    carry = sitting.calendar.carry
    carry.dropped.connect(lambda *_: seen.append("put down"))
    start, end = on_bar(sitting, date(2026, 12, 16)), sitting.on_day(date(2026, 12, 23))
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(viewport, start + QPoint(12, 12))
    QTest.mouseMove(viewport, end)
    assert carry.verdict is not None
    assert carry.verdict.when == "22.–24. Dezember 2026"
    assert carry.verdict.note == "4 Beiträge rücken mit"
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    sitting.settle()
    event = sitting.house.events.get(festival)
    assert (event.first, event.last) == (date(2026, 12, 22), date(2026, 12, 24))
    assert planned(sitting, festival) == [at and at + timedelta(days=7) for at in before]
    assert "4 Beiträge mitgenommen" in sitting.said
    sitting.undo()
    assert planned(sitting, festival) == before
    assert sitting.house.events.get(festival).first == FIRST


def test_esc_puts_the_bar_back(sitting: Sitting, festival: str) -> None:
    viewport = sitting.calendar.month.viewport()
    start = on_bar(sitting, FIRST)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(viewport, start + QPoint(12, 12))
    QTest.mouseMove(viewport, sitting.on_day(date(2026, 12, 23)))
    QTest.keyClick(sitting.window, Qt.Key.Key_Escape)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    sitting.settle()
    assert sitting.house.events.get(festival).first == FIRST


def test_a_click_shows_the_event_and_keys_move_it(sitting: Sitting, festival: str) -> None:
    sitting.click(sitting.calendar.month.viewport(), on_bar(sitting, FIRST))
    assert "Verschieben nach …" in shown(sitting)
    assert "Ankündigung: Lichterfest" in shown(sitting)
    link = next(
        item for item in sitting.calendar.inspector.findChildren(Link) if item.text() == "Verschieben nach …"
    )
    link.setFocus()
    sitting.key(Qt.Key.Key_Space)
    asked = dialog(DayDialog)
    asked.day.set_day(date(2026, 12, 18))
    asked.refresh()
    assert asked.words.text() == "4 Beiträge rücken mit."
    asked.go.setFocus()
    sitting.key(Qt.Key.Key_Return)
    assert sitting.house.events.get(festival).first == date(2026, 12, 18)
    sitting.calendar.choose([sitting.card("Heute: Lichterfest").id])
    sitting.settle()
    assert "Zur Veranstaltung" in shown(sitting)


def test_only_the_posts_of_an_event_are_shown(sitting: Sitting, festival: str) -> None:
    sitting.click(sitting.calendar.month.viewport(), on_bar(sitting, FIRST))
    link = next(
        item
        for item in sitting.calendar.inspector.findChildren(Link)
        if item.text() == "Nur ihre Beiträge zeigen"
    )
    sitting.click(link)
    ids = {row.card.id for row in sitting.calendar.model.rows() if row.card is not None}
    assert ids == {item.post.id for item in sitting.house.events.members(festival)}
    assert sitting.house.posts.counts(sitting.desktop.place.visits.narrowing.value)[Stage.IDEA] == 4  # type: ignore[union-attr]  # it is open
    sitting.desktop.place.visits.narrowing.clear()  # type: ignore[union-attr]  # it is open
    sitting.settle()
    assert len([row for row in sitting.calendar.model.rows() if row.card is not None]) > 4


def test_the_bar_is_carried_in_the_week_as_well(sitting: Sitting, festival: str) -> None:
    sitting.calendar.show_view(WEEK)
    sitting.calendar.go_to(FIRST)
    sitting.settle()
    week = sitting.calendar.grid()
    assert isinstance(week, WeekView)
    scene = week.settled()
    strip = next(item for item in scene.strips if item.piece.band.id.startswith("event/"))
    start = QPoint(strip.rect.left() + 20, strip.rect.center().y())
    friday = next(cell for cell in scene.cells if cell.day == date(2026, 12, 18))
    end = QPoint(friday.rect.center().x(), strip.rect.center().y())
    viewport = week.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(viewport, start + QPoint(12, 0))
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    sitting.settle()
    assert sitting.house.events.get(festival).first == date(2026, 12, 18)


def test_a_post_moved_by_hand_keeps_its_own_distance(sitting: Sitting, festival: str) -> None:
    post = sitting.card("Erinnerung: Lichterfest")
    sitting.house.posts.move_to([post.id], datetime(2026, 12, 10, 8, 30))
    sitting.settle()
    sitting.house.events.move(festival, date(2026, 12, 16))
    assert sitting.planned("Erinnerung: Lichterfest") == datetime(2026, 12, 11, 8, 30)
    live = sitting.planned("Heute: Lichterfest")
    assert live is not None
    assert live.date() == date(2026, 12, 16)


def test_the_menu_of_the_bar_deletes_it_alone_or_with_its_posts(sitting: Sitting, festival: str) -> None:
    right_click(sitting.calendar.month.viewport(), on_bar(sitting, FIRST))
    sitting.settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [item.text() for item in menu.actions()] == [
        "Bearbeiten …", "Verschieben nach …", "Kette anlegen …", "Löschen …"
    ]  # fmt: skip
    sitting.choose("Löschen …")
    asked = dialog(DropDialog)
    assert asked.words.text() == "Die Beiträge bleiben einzeln stehen."
    sitting.click(asked.posts)
    assert asked.words.text() == "4 Beiträge kommen in den Papierkorb."
    sitting.click(asked.go)
    assert events_of(sitting) == []
    sitting.undo()
    assert len(sitting.house.events.members(festival)) == 4


def test_an_entry_of_a_layer_becomes_an_event_with_a_chain(sitting: Sitting, tmp_path: Path) -> None:
    file = tmp_path / "feste.ics"
    file.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@x\r\nSUMMARY:Stadtlauf\r\n"
        "DTSTART;VALUE=DATE:20261217\r\nDTEND;VALUE=DATE:20261218\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        encoding="utf-8",
    )
    calendars = sitting.house.calendars
    calendars.take(calendars.preview(file, calendars.read(file), name="Vereine"))
    sitting.calendar.go_to(date(2026, 12, 17))
    sitting.settle()
    cell = sitting.calendar.month.settled().cell(date(2026, 12, 17))
    assert cell is not None
    slot = cell.plan.lines[0]
    right_click(sitting.calendar.month.viewport(), cell.line(slot.top, slot.height).center())
    sitting.settle()
    sitting.choose("Kette anlegen …")
    asked = dialog(EventDialog)
    assert asked.title.text() == "Stadtlauf"
    sitting.click(asked.go)
    (event,) = events_of(sitting)
    assert (event.title, event.first) == ("Stadtlauf", date(2026, 12, 17))
    assert len(sitting.house.events.members(event.id)) == 4
    assert all(at is not None and at.time() >= time(0) for at in planned(sitting, event.id))
