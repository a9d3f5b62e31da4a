# SPDX-License-Identifier: EUPL-1.2
"""The calendar page over a real plan: basket, filter, legend, list, inspector, an empty plan."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.domain.card import Filter
from kalender.services.clock import FixedClock
from kalender.ui.calendar.popovers.day_list import DayPopover
from kalender.ui.calendar.toolbar import LIST, MONTH
from tests.ui.calendar.december import day
from tests.ui.calendar.town import Town, key, on

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


# Basket, filter, list, empty


def test_an_idea_is_noted_with_enter_and_the_field_stays(town: Town) -> None:
    town.page.perform("post.idea")
    field = town.page.strip.note
    QTest.keyClicks(field, "Blutspende im Januar")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.isVisible()
    assert field.text() == ""
    assert town.page.ideas.total == 3
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_many_ideas_bring_a_search(town: Town) -> None:
    for number in range(7):
        town.house.posts.create(f"Idee {number}", idea=True)
    panel = town.page.strip
    assert panel.search.isVisible()
    panel.search.setText("hunde")
    assert town.page.ideas.rowCount() == 1
    panel.search.clear()
    assert town.page.ideas.rowCount() == 9


def test_a_filter_narrows_month_and_basket(town: Town) -> None:
    town.page.focus_filter()
    bar = town.page.filtering.made()
    assert bar.words.hasFocus()
    bar.channels["instagram"].click()
    assert not town.page.model.index_of("glasfaser").isValid()
    assert town.page.ideas.rowCount() == 1
    assert town.page.toolbar.filter.text() == "Filter (1)"
    bar.reset.click()
    assert town.page.model.index_of("glasfaser").isValid()
    assert town.page.toolbar.filter.text() == "Filter"


def test_the_row_of_filters_goes_when_it_is_left_with_nothing_in_it(town: Town) -> None:
    town.page.focus_filter()
    bar = town.page.filtering.made()
    QTest.keyClicks(bar.words, "abfuhr")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.isVisible()
    assert town.page.month.hasFocus()
    assert {row.card.title for row in town.page.model.rows() if row.card} == {"Müllabfuhr über Weihnachten"}
    town.page.focus_filter()
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.words.text() == ""
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert town.page.model.index_of("glasfaser").isValid()


def test_the_legend_counts_and_narrows(town: Town) -> None:
    counts = {key_: count for key_, _term, count in town.page.legend()}
    assert (counts["draft"], counts["approved"]) == (2, 1)
    town.page.show_only("approved")
    assert [row.card.id for row in town.page.model.rows() if row.card] == ["markt"]
    assert {key_: count for key_, _term, count in town.page.legend()} == counts, "to go from one to the next"
    town.page.filtering.narrowing.clear()
    assert town.page.model.index_of("müll").isValid()


def test_the_list_shows_the_same_posts(town: Town) -> None:
    town.page.show_view(LIST)
    town.page.choose(["müll"])
    assert town.page.grid().ids() == ("müll",)
    QTest.keyClick(town.page.grid(), Qt.Key.Key_Return)
    assert town.heard == [("open_post", "müll")]
    town.page.show_view(MONTH)
    assert town.page.stack.currentWidget() is town.page.month


def test_a_day_opens_as_a_list(town: Town) -> None:
    town.page.month.set_day(day(10))
    key(town, Qt.Key.Key_Return)
    popover = town.page.surfaces.shown
    assert isinstance(popover, DayPopover)
    QTest.keyClick(popover.list, Qt.Key.Key_Return)
    assert town.heard == [("open_post", "glasfaser")]


def test_a_new_post_on_a_day_gets_the_usual_time(town: Town) -> None:
    QTest.mouseDClick(town.page.month.viewport(), LEFT, pos=on(town, day(22)))
    (_signal, id_) = town.heard[-1]
    assert town.planned(str(id_)) == datetime(2026, 12, 22, 16)


def test_the_inspector_follows_the_choice(town: Town) -> None:
    town.page.choose(["markt"])
    town.page.settle()
    assert town.page.inspector.post == "markt"
    town.page.choose(["markt", "müll"])
    town.page.settle()
    assert town.page.inspector.post == ""
    assert town.page.inspector.isHidden()
    town.page.perform("view.inspector")
    assert town.page.inspector.isVisible()


def test_choosing_in_the_basket_lets_go_in_the_month(town: Town) -> None:
    town.page.choose(["markt"])
    town.page.choose(["steuer"])
    assert town.page.ids() == ("steuer",)
    assert town.page.month.ids() == ()


def test_an_empty_plan_says_how_to_begin(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    town = Town(qapp, tmp_path)
    qtbot.addWidget(town.page)
    assert town.page.stack.currentWidget() is town.page.empty
    town.house.posts.create("Der erste", planned=datetime(2026, 12, 8, 10))
    assert town.page.stack.currentWidget() is town.page.month
    town.close()


def test_layers_can_be_hidden(town: Town) -> None:
    assert town.page.model.almanac.holidays[day(25)] == "1. Weihnachtstag"
    for action in town.page.toolbar.layer_actions():
        action.setChecked(False)
    assert not town.page.model.almanac.holidays
    assert not town.page.model.almanac.bands


def test_every_control_has_a_name(town: Town) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit

    town.page.choose(["markt"])
    town.page.settle()
    for kind in (QAbstractButton, QAbstractItemView, QLineEdit):
        reached = [
            item for item in town.page.findChildren(kind) if item.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert reached
        assert all(widget.accessibleName() for widget in reached), [
            w for w in reached if not w.accessibleName()
        ]


def test_a_filter_keeps_what_the_plan_receives_in_step(town: Town) -> None:
    town.page.filtering.narrowing.put(Filter(channels=frozenset({"website"})))
    town.house.posts.create("Neu", planned=datetime(2026, 12, 9, 10), channels=["instagram"])
    assert not any(row.card and row.card.title == "Neu" for row in town.page.model.rows())


def test_the_pill_of_today_moves_at_midnight(town: Town) -> None:
    clock = town.house.clock
    assert isinstance(clock, FixedClock)
    clock.set(datetime(2026, 12, 4, 0, 5))
    town.page.go_to_today()
    assert town.page.model.today == day(4)
