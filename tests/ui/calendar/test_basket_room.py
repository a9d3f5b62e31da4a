# SPDX-License-Identifier: EUPL-1.2
"""The cards of the basket have the room that their titles need at the width they are painted in."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.ui.calendar.town import Town


def test_a_title_that_just_breaks_gets_its_second_line(
    town: Town, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.house.posts.create("Rückblick 2026 in Zahlen", idea=True)
    page = town.another_page()
    qtbot.addWidget(page)
    basket = page.backlog.list
    index = next(
        basket.model().index(row, 0)
        for row in range(basket.model().rowCount())
        if "Rückblick" in str(basket.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    )
    look = page.ideas.look(page.ideas.card(index))  # type: ignore[arg-type]  # it was just made
    seen = set()
    for width in range(120, 320):
        monkeypatch.setattr(basket, "card_width", lambda width=width: width)
        given = basket.delegate.sizeHint(QStyleOptionViewItem(), index)
        card = basket.delegate.place(QRect(0, 0, given.width(), given.height()))
        needed = basket.delegate._card.height(look, card.width())
        assert card.height() >= needed - 3, f"at {width} px"
        seen.add(needed)
    assert len(seen) == 2, "one line where there is room, two where not"
