# SPDX-License-Identifier: EUPL-1.2
"""The week through its page: what it shows, what the mouse and the keys do to times, and what is said of it."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kalender.domain.days.week import STEP
from kalender.ui.calendar.toolbar import LIST, MONTH, WEEK
from kalender.ui.calendar.week.hands import WeekHands
from kalender.ui.calendar.week.view import WeekView
from tests.ui.calendar.december import carry
from tests.ui.calendar.town import Town, undo

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Hours:
    """The week of a town, and where its slots are."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.page = town.page
        self.page.show_view(WEEK)
        week = self.page.spans.week
        assert week is not None
        self.view: WeekView = week
        self.see(date(2026, 12, 10))

    def see(self, day: date, hour: int = 7) -> None:
        """Show the week of a day from an hour on."""
        self.page.go_to(day)
        self.view.settled()
        self.view.verticalScrollBar().setValue(hour * self.view.scene.hour)

    def on(self, place: datetime | str) -> QPoint:
        """Return a point in a slot, a quarter of an hour high, or at the upper edge of a card."""
        scene = self.view.settled()
        if isinstance(place, str):
            rect = self.view.visualRect(self.page.model.index_of(place))
            return QPoint(rect.x() + 12, rect.y() + 1)
        rect = scene.slot(place).translated(0, -self.view.down)
        return QPoint(rect.right() - 4, rect.y() + 3)

    def carry(
        self, id_: str, to: datetime, *, release: bool = True, keys: Qt.KeyboardModifier = NONE
    ) -> None:
        """Carry a post by mouse."""
        port = self.view.viewport()
        carry(port, self.on(id_), port, self.on(to), release=release, keys=keys)

    def click(self, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        """Click."""
        QTest.mouseClick(self.view.viewport(), LEFT, keys, at)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in the week."""
        QTest.keyClick(self.view, key, keys)


@pytest.fixture
def hours(town: Town) -> Hours:
    return Hours(town)


def test_the_week_is_not_made_before_it_is_visited(town: Town) -> None:
    assert town.page.spans.week is None
    town.page.show_view(WEEK)
    assert town.page.spans.week is not None


def test_the_title_names_number_and_days_and_the_arrows_lead_to_other_weeks(hours: Hours) -> None:
    page = hours.page
    page.resize(2400, 720)
    assert page.toolbar.title.text() == "KW 50 · 7.–13. Dezember 2026"
    assert page.toolbar.after.accessibleName() == "Nächste Woche"
    for _ in range(3):
        page.toolbar.after.click()
    assert page.toolbar.title.text() == "KW 53 · 28. Dezember 2026 – 3. Januar 2027"
    page.toolbar.after.click()
    assert page.toolbar.title.text() == "KW 1 · 4.–10. Januar 2027"
    page.toolbar.today.click()
    assert page.toolbar.title.text() == "KW 49 · 30. November – 6. Dezember 2026"
    assert hours.view.day() == date(2026, 12, 3)


def test_only_the_posts_of_the_week_have_a_place(hours: Hours) -> None:
    places = {id_: hours.view.visualRect(hours.page.model.index_of(id_)) for id_ in ("markt", "glasfaser")}
    assert places["markt"].isNull()
    assert not places["glasfaser"].isNull()
    assert hours.view.in_sight() == ["glasfaser"]


def test_the_week_in_front_is_what_is_counted_and_another_view_keeps_its_month(hours: Hours) -> None:
    page = hours.page
    assert sum(count for _key, _term, count in page.legend()) == 1
    hours.see(date(2026, 12, 3))
    hours.view.step_to(datetime(2026, 11, 30, 9, 0))
    page.show_view(MONTH)
    assert page.toolbar.title.text() == "Dezember 2026"
    assert sum(count for _key, _term, count in page.legend()) == 3


def test_what_is_chosen_stays_chosen_in_every_view(hours: Hours) -> None:
    hours.click(hours.on("glasfaser"))
    for view in (MONTH, WEEK, LIST, WEEK, MONTH):
        hours.page.show_view(view)
        assert hours.page.ids() == ("glasfaser",)
        assert hours.page.grid().isVisible()


def test_a_post_carried_falls_on_a_quarter_of_an_hour_and_comes_back(hours: Hours) -> None:
    hours.carry("glasfaser", datetime(2026, 12, 8, 9, 45), release=False)
    assert hours.page.carry.verdict is not None
    assert hours.page.carry.verdict.when == "Di 8. Dez., 09:45"
    QTest.mouseRelease(hours.view.viewport(), LEFT, NONE, hours.on(datetime(2026, 12, 8, 9, 45)))
    assert hours.town.planned("glasfaser") == datetime(2026, 12, 8, 9, 45)
    undo(hours.town)
    assert hours.town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)


def test_escape_puts_back_and_a_tremble_does_not_move(hours: Hours) -> None:
    hours.carry("glasfaser", datetime(2026, 12, 8, 9, 45), release=False)
    QTest.keyClick(hours.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(hours.view.viewport(), LEFT, NONE, hours.on(datetime(2026, 12, 8, 9, 45)))
    assert hours.town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)
    start = hours.on("glasfaser")
    carry(hours.view.viewport(), start, hours.view.viewport(), start + QPoint(3, 2))
    assert hours.town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)


def test_a_card_is_held_where_it_was_taken(hours: Hours) -> None:
    start = hours.view.visualRect(hours.page.model.index_of("glasfaser")).center()
    down = QPoint(0, hours.view.scene.hour)
    carry(hours.view.viewport(), start, hours.view.viewport(), start + down)
    assert hours.town.planned("glasfaser") == datetime(2026, 12, 10, 15, 15)


def test_several_keep_their_distance_and_are_one_step(hours: Hours) -> None:
    hours.town.post("aufbau", datetime(2026, 12, 9, 8, 10))
    hours.click(hours.on("aufbau"))
    hours.click(hours.on("glasfaser"), CTRL)
    hours.carry("glasfaser", datetime(2026, 12, 11, 15, 15))
    assert hours.town.planned("glasfaser") == datetime(2026, 12, 11, 15, 15)
    assert hours.town.planned("aufbau") == datetime(2026, 12, 10, 9, 10)
    undo(hours.town)
    assert hours.town.planned("aufbau") == datetime(2026, 12, 9, 8, 10)
    assert hours.town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)


def test_strg_leaves_the_post_and_puts_a_copy_at_the_time(hours: Hours) -> None:
    hours.carry("glasfaser", datetime(2026, 12, 9, 11, 30), keys=CTRL)
    assert hours.town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)
    found = hours.town.house.posts.cards_between(date(2026, 12, 9), date(2026, 12, 9))
    assert [card.planned for card in found] == [datetime(2026, 12, 9, 11, 30)]


def test_held_at_the_right_edge_the_next_week_comes(hours: Hours) -> None:
    port = hours.view.viewport()
    edge = QPoint(port.width() - 3, hours.on("glasfaser").y())
    carry(port, hours.on("glasfaser"), port, edge, release=False)
    hours.page.carry.edge.timeout.emit()
    assert hours.view.days[0] == date(2026, 12, 14)
    hours.page.carry.cancel()


def test_held_at_the_lower_edge_the_hours_scroll(hours: Hours) -> None:
    port, bar = hours.view.viewport(), hours.view.verticalScrollBar()
    bar.setValue(0)
    hours.see(date(2026, 12, 10), 10)
    before = bar.value()
    at = QPoint(hours.on("glasfaser").x(), port.height() - 4)
    carry(port, hours.on("glasfaser"), port, at, release=False)
    place = hours.page.carry.place
    hands = hours.view.findChild(WeekHands)
    assert isinstance(hands, WeekHands)
    hands.roll()
    assert bar.value() > before
    assert hours.page.carry.place != place
    hours.page.carry.cancel()


def test_an_idea_comes_to_the_time_it_is_dropped_at_and_back_into_the_basket(hours: Hours) -> None:
    ideas = hours.page.strip.list if hours.page.strip.isVisible() else hours.page.backlog.list
    start = ideas.visualRect(hours.page.ideas.index_of("steuer")).center()
    port = hours.view.viewport()
    carry(ideas.viewport(), start, port, hours.on(datetime(2026, 12, 9, 10, 30)))
    assert hours.town.planned("steuer") == datetime(2026, 12, 9, 10, 30)
    carry(port, hours.on("steuer"), ideas.viewport(), QPoint(20, 20))
    assert hours.town.planned("steuer") is None


def test_on_the_head_of_a_day_a_post_keeps_its_clock(hours: Hours) -> None:
    cell = hours.view.settled().column(date(2026, 12, 12))
    carry(hours.view.viewport(), hours.on("glasfaser"), hours.view.viewport(), cell.center())
    assert hours.town.planned("glasfaser") == datetime(2026, 12, 12, 14, 15)


def test_keys_move_by_quarters_and_days(hours: Hours) -> None:
    hours.town.post("krumm", datetime(2026, 12, 9, 14, 7))
    hours.click(hours.on("krumm"))
    hours.key(Qt.Key.Key_Down, ALT)
    assert hours.town.planned("krumm") == datetime(2026, 12, 9, 14, 15)
    hours.key(Qt.Key.Key_Down, ALT)
    hours.key(Qt.Key.Key_Right, ALT)
    assert hours.town.planned("krumm") == datetime(2026, 12, 10, 14, 30)
    hours.key(Qt.Key.Key_Up, ALT)
    hours.key(Qt.Key.Key_Left, ALT)
    assert hours.town.planned("krumm") == datetime(2026, 12, 9, 14, 15)
    assert hours.page.ids() == ("krumm",)


def test_cut_and_paste_brings_a_post_to_the_slot_of_the_cursor(hours: Hours) -> None:
    hours.click(hours.on("glasfaser"))
    hours.key(Qt.Key.Key_X, CTRL)
    hours.click(hours.on(datetime(2026, 12, 9, 11, 45)))
    hours.key(Qt.Key.Key_V, CTRL)
    assert hours.town.planned("glasfaser") == datetime(2026, 12, 9, 11, 45)


def test_the_cursor_steps_by_quarters_through_posts_and_into_other_weeks(hours: Hours) -> None:
    view = hours.view
    hours.click(hours.on(datetime(2026, 12, 10, 13, 45)))
    hours.key(Qt.Key.Key_Down)
    assert (view.current_id(), view.cursor_day()) == ("", datetime(2026, 12, 10, 14, 0))
    hours.key(Qt.Key.Key_Down)
    assert (view.current_id(), view.ids()) == ("glasfaser", ("glasfaser",))
    hours.key(Qt.Key.Key_Down)
    assert view.cursor_day() == datetime(2026, 12, 10, 14, 30)
    hours.key(Qt.Key.Key_Up, CTRL)
    assert view.current_id() == "glasfaser"
    for _ in range(4):
        hours.key(Qt.Key.Key_Right)
    assert view.days[0] == date(2026, 12, 14)
    assert view.cursor_day() == datetime(2026, 12, 14, 14, 15)
    hours.key(Qt.Key.Key_PageUp)
    assert view.cursor_day() == datetime(2026, 12, 7, 14, 15)
    hours.key(Qt.Key.Key_End)
    assert view.cursor_day() == datetime(2026, 12, 13, 14, 15)


def test_enter_and_a_double_click_begin_a_post_at_that_time(hours: Hours) -> None:
    hours.click(hours.on(datetime(2026, 12, 9, 11, 15)))
    hours.key(Qt.Key.Key_Return)
    QTest.mouseDClick(hours.view.viewport(), LEFT, NONE, hours.on(datetime(2026, 12, 11, 16, 30)))
    made = [str(id_) for signal, id_ in hours.town.heard if signal == "open_post"]
    assert [hours.town.planned(id_) for id_ in made] == [
        datetime(2026, 12, 9, 11, 15),
        datetime(2026, 12, 11, 16, 30),
    ]


def test_a_title_is_changed_in_its_place(hours: Hours) -> None:
    hours.click(hours.on("glasfaser"))
    hours.page.perform("post.rename")
    field = hours.view.viewport().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("Glasfaser kommt")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert hours.town.house.posts.card("glasfaser").title == "Glasfaser kommt"


def test_the_skipped_hour_is_flagged_when_carried_and_when_moved_by_key(hours: Hours) -> None:
    hours.town.post("nacht", datetime(2026, 3, 29, 1, 45), channels=("facebook",))
    hours.see(date(2026, 3, 29), 0)
    hours.carry("nacht", datetime(2026, 3, 29, 2, 30), release=False)
    assert hours.page.carry.verdict is not None
    assert hours.page.carry.verdict.note == "Diese Uhrzeit gibt es an dem Tag nicht"
    hours.page.carry.cancel()
    hours.page.choose(["nacht"])
    hours.key(Qt.Key.Key_Down, ALT)
    assert hours.town.planned("nacht") == datetime(2026, 3, 29, 2, 0)
    assert [what for what, _said in hours.town.heard] == ["refused"]
    hours.view.step_to(datetime(2026, 3, 29, 2, 30))
    assert "entfällt" in hours.view.slot_name()


def test_the_night_in_autumn_has_every_time_once(hours: Hours) -> None:
    hours.town.post("nacht", datetime(2026, 10, 25, 1, 0), channels=("facebook",))
    hours.see(date(2026, 10, 25), 0)
    hours.carry("nacht", datetime(2026, 10, 25, 2, 30))
    assert hours.town.planned("nacht") == datetime(2026, 10, 25, 2, 30)
    assert not hours.town.heard


def test_a_blackout_asks_for_a_reason_before_a_time_in_it(hours: Hours) -> None:
    hours.town.post("gruß", datetime(2026, 12, 30, 9, 0), channels=("facebook",))
    hours.town.post("rückblick", datetime(2027, 1, 2, 9, 0), channels=("facebook",))
    hours.see(date(2026, 12, 30))
    hours.carry("rückblick", datetime(2026, 12, 31, 10, 0))
    assert hours.town.planned("rückblick") == datetime(2027, 1, 2, 9, 0)
    assert hours.page.surfaces.shown is not None
    hours.page.surfaces.shown.close()


def test_two_posts_at_one_minute_are_both_seen_and_a_crowd_is_counted(hours: Hours) -> None:
    for number in range(2):
        hours.town.post(f"zwei-{number}", datetime(2026, 12, 8, 9, 0))
    for number in range(9):
        hours.town.post(f"viele-{number}", datetime(2026, 12, 9, 9, 0))
    view, model = hours.view, hours.page.model
    assert all(view.visible(model.index_of(f"zwei-{number}").row()) for number in range(2))
    counted = [number for number in range(9) if not view.visible(model.index_of(f"viele-{number}").row())]
    assert [count.posts for count in view.settled().counts] == [len(counted)]
    hours.click(view.visualRect(model.index_of(f"viele-{counted[0]}")).center())
    shown = hours.page.surfaces.shown
    assert shown is not None
    assert shown.isVisible()
    shown.close()


def test_a_change_of_one_post_touches_its_row_alone(hours: Hours) -> None:
    resets: list[bool] = []
    hours.page.model.modelReset.connect(lambda: resets.append(True))
    hours.carry("glasfaser", datetime(2026, 12, 9, 10, 0))
    assert hours.town.planned("glasfaser") == datetime(2026, 12, 9, 10, 0)
    assert not resets


def test_a_screen_reader_finds_cards_and_hears_slots(hours: Hours) -> None:
    interface = QAccessible.queryAccessibleInterface(hours.view)
    assert interface.text(QAccessible.Text.Name) == "Woche"
    row = hours.page.model.index_of("glasfaser").row()
    assert "14 Uhr 15" in interface.child(row).text(QAccessible.Text.Name)
    hours.view.step_to(datetime(2026, 12, 8, 9, 15))
    assert hours.view.slot_name() == "Dienstag 8. Dezember, 9 Uhr 15, frei"


def test_the_working_day_is_in_sight_at_the_first_visit(town: Town) -> None:
    town.page.show_view(WEEK)
    week = town.page.spans.week
    assert week is not None
    town.page.grab()
    first = week.settled().slot(datetime(2026, 12, 3, 7, 0)).translated(0, -week.down)
    assert week.scene.head <= first.top() < week.scene.head + week.scene.hour


def test_every_quarter_under_the_pointer_is_the_one_that_is_painted(hours: Hours) -> None:
    moment = datetime(2026, 12, 9, 8, 0)
    for _ in range(20):
        assert hours.view.spot_at(hours.on(moment)) == moment
        moment += timedelta(minutes=STEP)
