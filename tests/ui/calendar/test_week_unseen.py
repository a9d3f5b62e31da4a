# SPDX-License-Identifier: EUPL-1.2
"""Posts of the week that lie above or below the hours in sight are counted at the edge, and a click leads to them."""

from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kalender.ui.calendar.toolbar import WEEK
from kalender.ui.calendar.week.unseen import Sign
from kalender.ui.calendar.week.view import WeekView
from tests.ui.calendar.town import Town


def the_week(town: Town) -> WeekView:
    """Show the week of 10 December, in which one post lies, at 14:15."""
    town.page.resize(1300, 560)
    town.page.show_view(WEEK)
    town.page.go_to(date(2026, 12, 10))
    week = town.page.spans.week
    assert week is not None
    week.settled()
    return week


def seen_from(week: WeekView, hour: int) -> list[Sign]:
    """Scroll to an hour and return all signs that can be found under the pointer."""
    week.verticalScrollBar().setValue(hour * week.settled().hour)
    column = week.settled().column(date(2026, 12, 10)).center()
    found: dict[str, Sign] = {}
    for y in range(week.viewport().height()):
        sign = week.sign_at(QPoint(column.x(), y))
        if sign is not None:
            found[sign.words] = sign
    return list(found.values())


def test_a_post_above_or_below_the_hours_in_sight_is_counted_and_one_in_sight_is_not(town: Town) -> None:
    week = the_week(town)
    assert [sign.words for sign in seen_from(week, 0)] == ["1 später"]
    assert [sign.words for sign in seen_from(week, 12)] == []
    assert [sign.words for sign in seen_from(week, 17)] == ["1 früher"]


def test_a_click_on_the_sign_brings_the_post_into_sight_and_makes_no_other(town: Town) -> None:
    week = the_week(town)
    before = len(town.page.model.rows())
    (sign,) = seen_from(week, 17)
    QTest.mouseClick(
        week.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, sign.rect.center()
    )
    place = week.visualRect(town.page.model.index_of("glasfaser"))
    assert week.viewport().rect().adjusted(0, week.settled().head, 0, 0).contains(place)
    QTest.mouseDClick(
        week.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        seen_from(week, 17)[0].rect.center(),
    )
    assert len(town.page.model.rows()) == before


def test_a_post_that_comes_out_of_sight_is_counted_anew(town: Town) -> None:
    week = the_week(town)
    town.post("nachts", datetime(2026, 12, 10, 2, 30))
    town.page.reload()
    assert [sign.words for sign in seen_from(week, 8)] == ["1 früher"]
    assert [sign.words for sign in seen_from(week, 18)] == ["2 früher"]
