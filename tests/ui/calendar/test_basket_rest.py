# SPDX-License-Identifier: EUPL-1.2
"""The ideas nobody can see at first are read after the first painting; until then they are counted."""

from datetime import date

from pytestqt.qtbot import QtBot

from kalender.ui.calendar.holding import SEEN
from tests.ui.calendar.town import Town, undo


def test_ideas_beyond_the_window_are_counted_first_and_read_later(town: Town, qtbot: QtBot) -> None:
    for number in range(SEEN + 15):
        town.house.posts.create(f"Idee {number}", idea=True)
    page = town.another_page()
    qtbot.addWidget(page)
    ideas, order = page.ideas, [card.id for card in town.house.posts.backlog()]
    assert ideas.rowCount() == SEEN < ideas.total == len(order)
    page.backlog.list.choose((order[3],))
    qtbot.waitUntil(lambda: ideas.rowCount() == len(order))
    shown = [ideas.card(ideas.index(row)) for row in range(len(order))]
    assert [card.id for card in shown if card is not None] == order
    assert page.backlog.list.ids() == (order[3],)
    assert ideas.total == len(order)


def test_what_came_in_between_is_shown_once(town: Town, qtbot: QtBot) -> None:
    for number in range(SEEN + 15):
        town.house.posts.create(f"Idee {number}", idea=True)
    page = town.another_page()
    qtbot.addWidget(page)
    town.house.desk.subscribe(page.changed)
    newest = town.house.posts.create("Ganz neu", idea=True)
    order = [card.id for card in town.house.posts.backlog()]
    qtbot.waitUntil(lambda: page.ideas.rowCount() == len(order))
    shown = [page.ideas.card(page.ideas.index(row)) for row in range(len(order))]
    assert sorted(card.id for card in shown if card is not None) == sorted(order)
    assert newest in order


def test_an_idea_that_comes_back_lies_where_it_lay_before(town: Town, qtbot: QtBot) -> None:
    for number in range(3):
        town.house.posts.create(f"Idee {number}", idea=True)
    page = town.another_page()
    qtbot.addWidget(page)
    town.house.desk.subscribe(page.changed)
    ideas = page.ideas
    before = [card.id for card in (ideas.card(ideas.index(row)) for row in range(ideas.rowCount())) if card]
    assert len(before) >= 3
    town.house.posts.move_to_day([before[0]], date(2026, 12, 17))
    assert ideas.rowCount() == len(before) - 1
    undo(town)
    assert [
        card.id for card in (ideas.card(ideas.index(row)) for row in range(ideas.rowCount())) if card
    ] == before
