# SPDX-License-Identifier: EUPL-1.2
"""Days typed with Strg+G and Strg+T: where the calendar goes, and what a move would do, said before it is done."""

from datetime import date, datetime

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from kalender.ui.calendar.mini.going import GoPopover
from kalender.ui.calendar.mini.moving import MovePopover
from tests.ui.calendar.december import day
from tests.ui.calendar.town import Town, key

CTRL = Qt.KeyboardModifier.ControlModifier


def going(town: Town) -> GoPopover:
    town.page.perform("view.date")
    popover = town.page.surfaces.shown
    assert isinstance(popover, GoPopover)
    return popover


def moving(town: Town, *ids: str) -> MovePopover:
    town.page.choose(ids)
    key(town, Qt.Key.Key_T, CTRL)
    popover = town.page.surfaces.shown
    assert isinstance(popover, MovePopover)
    return popover


def test_a_typed_day_is_gone_to(town: Town) -> None:
    popover = going(town)
    QTest.keyClicks(popover.line, "kw 3")
    assert popover.month.day == date(2027, 1, 18)
    assert "18. Januar 2027" in popover.told.text()
    QTest.keyClick(popover.line, Qt.Key.Key_Return)
    assert town.page.model.month == date(2027, 1, 1)
    assert town.page.cursor_day() == date(2027, 1, 18)


def test_words_that_mean_no_day_go_nowhere(town: Town) -> None:
    popover = going(town)
    QTest.keyClicks(popover.line, "Quatsch")
    QTest.keyClick(popover.line, Qt.Key.Key_Return)
    assert popover.isVisible()
    assert "nicht zu verstehen" in popover.told.text()
    popover.close()
    assert town.page.model.month == date(2026, 12, 1)


def test_days_with_posts_are_marked_in_the_small_month(town: Town) -> None:
    popover = going(town)
    assert popover.month.dateTextFormat(day_of(popover, 10)).fontUnderline()
    assert not popover.month.dateTextFormat(day_of(popover, 27)).fontUnderline()
    popover.close()


def day_of(popover: GoPopover, number: int) -> QDate:
    """Return a day of the month in front of a popover."""
    return QDate(popover.month.yearShown(), popover.month.monthShown(), number)


def test_a_typed_day_keeps_the_clock_and_a_typed_time_changes_it(town: Town) -> None:
    popover = moving(town, "glasfaser")
    QTest.keyClicks(popover.line, "18.12.")
    assert popover.when.text() == "Fr 18. Dez., 14:15"
    QTest.keyClick(popover.line, Qt.Key.Key_Return)
    assert town.planned("glasfaser") == datetime(2026, 12, 18, 14, 15)
    popover = moving(town, "glasfaser")
    QTest.keyClicks(popover.line, "morgen um 9 Uhr")
    QTest.keyClick(popover.line, Qt.Key.Key_Return)
    assert town.planned("glasfaser") == datetime(2026, 12, 4, 9, 0)


def test_several_posts_go_to_one_day_each_at_its_own_time_in_one_step(town: Town) -> None:
    before = town.planned("glasfaser"), town.planned("müll")
    popover = moving(town, "glasfaser", "müll")
    QTest.keyClicks(popover.line, "21.12.")
    assert "Uhrzeiten bleiben" in popover.when.text()
    QTest.keyClick(popover.line, Qt.Key.Key_Return)
    for id_, old in zip(("glasfaser", "müll"), before, strict=True):
        assert old is not None
        assert town.planned(id_) == datetime.combine(day(21), old.time())
    town.house.desk.undo()
    assert (town.planned("glasfaser"), town.planned("müll")) == before


def test_the_blackout_is_named_before_and_asked_about_after(town: Town) -> None:
    popover = moving(town, "glasfaser")
    QTest.keyClicks(popover.line, "29.12.")
    assert "Sperrzeit" in popover.told.text()
    QTest.keyClick(popover.line, Qt.Key.Key_Return)
    assert town.page.surfaces.shown is not popover
    assert town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)
    assert town.page.surfaces.shown is not None
    town.page.surfaces.shown.close()
