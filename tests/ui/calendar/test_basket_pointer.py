# SPDX-License-Identifier: EUPL-1.2
"""The card of the basket under the pointer is known without Qt's styles."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.calendar.town import Town


def test_the_card_under_the_pointer_is_known_until_it_leaves(town: Town, qtbot: QtBot) -> None:
    view = town.page.strip.list
    first, second = (view.visualRect(town.page.ideas.index(row)) for row in (0, 1))
    QTest.mouseMove(view.viewport(), second.center())
    QTest.mouseMove(view.viewport(), first.center())
    qtbot.waitUntil(lambda: view.over(first))
    assert not view.over(second)
    QTest.mouseMove(town.page.month.viewport())
    qtbot.waitUntil(lambda: not view.over(first))
