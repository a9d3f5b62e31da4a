# SPDX-License-Identifier: EUPL-1.2
"""Months made ready ahead: turning to them reads and measures nothing, and never shows what holds no longer."""

import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kalender.services.checks import Checks
from kalender.services.posts import Posts
from kalender.ui.calendar.doing.actions import ALWAYS
from kalender.ui.calendar.doing.carry import Carry
from kalender.ui.calendar.doing.joining import PAUSE
from kalender.ui.calendar.grid.view import PostGrid
from kalender.ui.calendar.month.leaf import Leaf
from kalender.ui.calendar.month.scene import Scene
from kalender.ui.calendar.toolbar import MONTH, WEEK
from kalender.ui.calendar.week.scene import WeekScene
from kalender.ui.widgets.paint.text import TextCache
from tests.ui.calendar.december import a_card, carry, day
from tests.ui.calendar.town import Town, on

READ = datetime(2026, 12, 3, 10, 42)


@pytest.fixture
def busy(town: Town) -> Town:
    for number in range(1, 29):
        for hour in range(8, 8 + number % 6):
            town.post(
                f"p{number}-{hour}", datetime(2027, 1, number, hour), title=f"Beitrag {number} um {hour} Uhr"
            )
    return town


def counted(monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> list[str]:
    """Return a list that grows with each call of a method."""
    calls: list[str] = []
    real: Callable[..., object] = getattr(owner, name)

    def called(*args: object, **named: object) -> object:
        calls.append(name)
        return real(*args, **named)

    monkeypatch.setattr(owner, name, called)
    return calls


def test_turning_to_a_neighbour_reads_and_lays_out_nothing(
    busy: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy.page.ahead.finish()
    reads = counted(monkeypatch, Posts, "cards_between")
    scenes = counted(monkeypatch, Scene, "lay_out")
    texts = counted(monkeypatch, TextCache, "_lay_out")
    for months in (1, 0, -1):
        busy.page.go_to(date(2026 + (12 + months > 12), (12 + months - 1) % 12 + 1, 1))
        busy.page.month.viewport().repaint()
        busy.page.ahead.rest()
    assert (reads, scenes, texts) == ([], [], [])


def test_faces_look_like_the_cards_they_stand_for(busy: Town) -> None:
    busy.page.go_to(day(1, 1, 2027))
    busy.page.ahead.rest()
    for row in busy.page.model.rows():
        row.faces.clear()
    plain = busy.page.month.grab().toImage()
    busy.page.ahead.finish()
    assert any(row.faces for row in busy.page.model.rows())
    assert busy.page.month.grab().toImage() == plain


def test_turning_to_the_next_week_reads_and_lays_out_nothing(
    busy: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy.page.go_to(day(11, 1, 2027))
    busy.page.show_view(WEEK)
    busy.page.ahead.finish()
    reads = counted(monkeypatch, Posts, "cards_between")
    scenes = counted(monkeypatch, WeekScene, "lay_out")
    texts = counted(monkeypatch, TextCache, "_lay_out")
    for number in (18, 11, 4):
        busy.page.go_to(day(number, 1, 2027))
        busy.page.grid().viewport().repaint()
        if number == 11:
            busy.page.ahead.finish()
            scenes.clear()
            texts.clear()
    assert (reads, scenes, texts) == ([], [], [])


def test_faces_of_a_week_look_like_the_cards_they_stand_for_and_are_kept_for_weeks_nearby_alone(
    busy: Town,
) -> None:
    busy.page.show_view(WEEK)
    busy.page.go_to(day(4, 1, 2027))
    busy.page.ahead.rest()
    plain = busy.page.grid().grab().toImage()
    busy.page.ahead.finish()
    first = [row for row in busy.page.model.posts_of(day(5, 1, 2027)) if row.faces]
    assert first
    assert busy.page.grid().grab().toImage() == plain
    for number in (11, 18, 25):
        busy.page.go_to(day(number, 1, 2027))
        busy.page.ahead.finish()
    assert not any(row.faces for row in first)


def test_work_ahead_comes_to_an_end_by_itself_and_rests_while_the_month_is_out_of_sight(town: Town) -> None:
    town.page.ahead.wake()
    QTest.qWait(1)
    while town.page.ahead.busy:
        QTest.qWait(1)
    town.page.hide()
    town.page.ahead.wake()
    QTest.qWait(1)
    assert not town.page.ahead.busy


def test_a_change_of_a_month_out_of_sight_shows_when_it_is_turned_to(busy: Town) -> None:
    busy.page.ahead.finish()
    busy.house.posts.rename("p2-8", "Anders genannt")
    busy.page.go_to(day(1, 1, 2027))
    assert "Anders genannt" in {row.card.title for row in busy.page.model.rows() if row.card is not None}


def test_a_post_carried_to_another_month_is_in_one_of_them(busy: Town) -> None:
    busy.page.ahead.finish()
    busy.page.go_to(day(1, 1, 2027))
    busy.house.posts.move_to_day(["p2-8"], day(16))
    assert not busy.page.model.index_of("p2-8").isValid()
    busy.page.go_to(day(1))
    assert [row.card.id for row in busy.page.model.posts_of(day(16)) if row.card is not None] == ["p2-8"]


def test_layers_apply_to_months_made_ready_before(busy: Town) -> None:
    busy.page.ahead.finish()
    busy.page.toolbar.show_layers(())
    busy.page.go_to(day(1, 1, 2027))
    assert not busy.page.model.almanac.holidays


def test_a_month_read_ahead_is_not_kept_when_something_changes_meanwhile(busy: Town) -> None:
    holding = busy.page._holding
    holding.forget()
    steps = holding.ahead()
    next(steps)
    holding.set_layers(frozenset())
    assert set(steps) == {None}
    busy.page.go_to(day(1, 1, 2027))
    assert not busy.page.model.almanac.holidays


@pytest.mark.parametrize(
    ("later", "holds"),
    [
        (timedelta(minutes=10), True),
        (timedelta(minutes=18), False),
        (timedelta(hours=14), False),
        (timedelta(minutes=-1), False),
    ],
)
def test_a_leaf_holds_until_the_time_of_a_post_or_the_day_is_over(later: timedelta, *, holds: bool) -> None:
    card = a_card("eins", day(3), "11:00")
    leaf = Leaf(month=day(1), read=READ, cards={card.id: card})
    assert leaf.holds(READ + later) is holds


def test_months_around_are_read_and_measured_when_nobody_has_done_anything_for_a_while(
    busy: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy.page.go_to(day(1, 9, 2026))
    busy.page.ahead.finish()
    busy.page.ahead.finish_around()
    reads = counted(monkeypatch, Posts, "cards_between")
    scenes = counted(monkeypatch, Scene, "lay_out")
    texts = counted(monkeypatch, TextCache, "_lay_out")
    for month in (date(2027, 1, 1), date(2026, 5, 1)):
        busy.page.go_to(month)
        busy.page.month.viewport().repaint()
        busy.page.ahead.rest()
    assert (reads, scenes, texts) == ([], [], [])


def test_painted_cards_are_kept_for_months_nearby_alone(busy: Town) -> None:
    busy.page.go_to(day(1, 1, 2027))
    busy.page.ahead.finish()
    painted = [row for row in busy.page.model.rows() if row.faces]
    assert painted
    busy.page.go_to(day(1, 6, 2027))
    busy.page.ahead.finish()
    busy.page.ahead.finish_around()
    assert not any(row.faces for row in painted)
    busy.page.go_to(day(1, 1, 2027))
    assert busy.page.model.rows()[0].day == date(2026, 12, 28)


def test_reading_around_ends_where_the_calendar_ends(busy: Town) -> None:
    busy.page.go_to(date(9999, 6, 1))
    busy.page.ahead.finish_around()
    assert busy.page.model.month == date(9999, 6, 1)


def test_what_the_first_hand_needs_is_made_ready_once_after_the_near_months(
    town: Town, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = counted(monkeypatch, Carry, "rehearse")
    for _round in range(2):
        town.page.ahead.wake()
        town.page.ahead._slice()  # what is begun and left for something else goes on where it was left
        town.page.ahead.wake()
        qtbot.waitUntil(lambda: not town.page.ahead.busy)
    assert drawn == ["rehearse"]


def test_the_first_post_chosen_and_carried_imports_nothing_and_asks_no_rule_while_it_hangs(
    town: Town, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: not town.page.ahead.busy)
    before, checks = set(sys.modules), counted(monkeypatch, Checks, "checked")
    port = town.page.month.viewport()
    carry(port, on(town, "müll"), port, on(town, day(16)), release=False)
    qtbot.wait(3 * PAUSE)
    assert town.page.carry.verdict is not None
    assert (sorted(set(sys.modules) - before), checks) == ([], [])
    town.page.carry.cancel()
    qtbot.waitUntil(lambda: town.page.inspector.post == "müll")
    assert sorted(set(sys.modules) - before) == []


def test_a_post_chosen_is_checked_once_for_the_inspector_and_once_for_the_menus(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks = counted(monkeypatch, Checks, "checked")
    town.page.choose(["müll"])
    town.page.settle()
    assert len(checks) == 2
    assert town.page.offers() == {**town.page.actions_.refresh(), **ALWAYS}


def test_begun_in_the_week_the_days_are_read_as_well(town: Town, qtbot: QtBot) -> None:
    again = town.another_page()
    qtbot.addWidget(again)
    again.show_view(WEEK)
    assert day(25) not in again.reading.almanac.holidays
    again.settle()
    assert day(25) in again.reading.almanac.holidays


def test_nothing_is_made_ready_before_the_first_month_was_painted(town: Town, qtbot: QtBot) -> None:
    again = town.another_page()
    qtbot.addWidget(again)
    asked = []
    for begin in (again.ahead.wake, again.complete):
        begin()
        asked.append(again.ahead.busy)
    again.ahead.rest()
    assert asked == [False, True]


def test_nothing_is_made_ready_while_a_post_is_in_hand_not_even_when_the_month_turns(town: Town) -> None:
    port = town.page.month.viewport()
    asked = [town.page.ahead.busy]
    carry(port, on(town, "müll"), port, on(town, day(16)), release=False)
    asked.append(town.page.ahead.busy)
    town.page.go_to(day(1, 1, 2027))
    asked.append(town.page.ahead.busy)
    town.page.carry.cancel()
    asked.append(town.page.ahead.busy)
    town.page.ahead.rest()
    assert asked == [True, False, False, True]


class Painted(QObject):
    """Remembers which part of a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


@pytest.mark.parametrize("view", [MONTH, WEEK])
def test_where_a_post_in_hand_would_fall_is_painted_anew_and_nothing_else(town: Town, view: str) -> None:
    town.page.show_view(view)
    town.page.settle()
    grid, hand = town.page.grid(), frozenset({"müll"})
    assert isinstance(grid, PostGrid)
    here = grid.spot_at(grid.viewport().rect().center())
    assert here is not None
    other = here + timedelta(days=1)
    grid.show_target(here, hand)
    QApplication.processEvents()
    painted = Painted(grid.viewport())
    grid.show_target(other, hand)
    QApplication.processEvents()
    for spot in (here, other):
        assert painted.region.contains(grid.spot_rect(spot).center())
    assert not painted.region.contains(grid.viewport().rect().topLeft())
    assert not painted.region.contains(grid.viewport().rect().bottomRight())
    grid.show_target(None, frozenset())
