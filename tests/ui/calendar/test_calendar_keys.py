# SPDX-License-Identifier: EUPL-1.2
"""The calendar over a real plan without a mouse."""

from datetime import date, datetime

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.domain.stage import Stage
from kalender.ui.calendar.doing.actions import Verb
from kalender.ui.widgets.controls.moment import MomentPopover
from tests.ui.calendar.december import day
from tests.ui.calendar.town import Town, key, undo

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def test_cut_and_paste_move_and_copy_and_paste_double(town: Town) -> None:
    town.page.choose(["glasfaser"])
    key(town, Qt.Key.Key_X, CTRL)
    town.page.month.set_day(day(21))
    key(town, Qt.Key.Key_V, CTRL)
    assert town.planned("glasfaser") == datetime(2026, 12, 21, 14, 15)
    key(town, Qt.Key.Key_C, CTRL)
    town.page.month.set_day(day(22))
    key(town, Qt.Key.Key_V, CTRL)
    (copy,) = town.page.ids()
    assert copy != "glasfaser"
    assert town.planned(copy) == datetime(2026, 12, 22, 14, 15)


def test_a_day_is_asked_for_by_strg_t(town: Town) -> None:
    town.page.choose(["glasfaser"])
    key(town, Qt.Key.Key_T, CTRL)
    popover = town.page.surfaces.shown
    assert isinstance(popover, MomentPopover)
    popover.month.set_day(day(18))
    popover._accept()
    assert town.planned("glasfaser") == datetime(2026, 12, 18, 14, 15)


def test_delete_and_duplicate_by_key(town: Town) -> None:
    town.page.choose(["glasfaser"])
    key(town, Qt.Key.Key_D, CTRL)
    (copy,) = town.page.ids()
    assert town.planned(copy) == datetime(2026, 12, 10, 14, 15)
    key(town, Qt.Key.Key_Delete)
    assert not town.page.model.index_of(copy).isValid()
    assert town.page.ids() == ("müll",)
    undo(town)
    assert town.page.model.index_of(copy).isValid()


def test_a_title_is_changed_by_f2(town: Town, qtbot: QtBot) -> None:
    town.page.choose(["glasfaser"])
    key(town, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Glasfaser in Oberdorf")
    with qtbot.waitSignal(town.page.month.delegate.renamed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert town.house.posts.get("glasfaser").title == "Glasfaser in Oberdorf"


def test_strg_home_comes_back_to_today(town: Town) -> None:
    town.page.go_to(date(2027, 6, 1))
    key(town, Qt.Key.Key_Home, CTRL)
    assert town.page.model.month == day(1)
    assert town.page.month.cursor_day() == day(3)


def test_page_keys_turn_the_month_and_stay_on_the_day(town: Town) -> None:
    town.page.month.set_day(day(16))
    key(town, Qt.Key.Key_PageDown)
    assert town.page.toolbar.title.text() == "Januar 2027"
    assert town.page.month.cursor_day() == date(2027, 1, 16)
    key(town, Qt.Key.Key_PageUp)
    assert town.page.month.cursor_day() == day(16)


def test_stepping_out_of_the_days_shown_turns_the_month(town: Town) -> None:
    town.page.month.set_day(town.page.model.last)
    key(town, Qt.Key.Key_Right)
    assert town.page.model.month == date(2027, 1, 1)
    assert town.page.month.cursor_day() == date(2027, 1, 4)


def test_what_is_not_possible_says_why(town: Town) -> None:
    town.page.month.set_day(day(21))
    key(town, Qt.Key.Key_Delete)
    assert town.heard == [("refused", "Wählen Sie zuerst einen Beitrag aus.")]
    assert town.page.offers()["post.delete"] == "Wählen Sie zuerst einen Beitrag aus."
    town.page.choose(["glasfaser"])
    assert town.page.offers()["post.delete"] == ""
    assert "nicht freigegeben" in town.page.offers()["post.export"]


def test_the_next_step_leads_from_draft_to_review(town: Town) -> None:
    town.page.choose(["glasfaser"])
    town.page.perform(Verb.NEXT.value)
    assert town.house.posts.card("glasfaser").stage is Stage.IN_REVIEW
    town.page.perform(Verb.WITHDRAW.value)
    assert town.house.posts.card("glasfaser").stage is Stage.DRAFT


def test_a_window_that_comes_to_the_front_puts_the_cursor_on_today_not_on_the_first_row(town: Town) -> None:
    month = town.page.month
    month.setCurrentIndex(QModelIndex())
    QApplication.sendEvent(month, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason))
    assert month.currentIndex() == town.page.model.index_of_day(date(2026, 12, 3))
    assert not month.selectionModel().hasSelection()
