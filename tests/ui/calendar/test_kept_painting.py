# SPDX-License-Identifier: EUPL-1.2
"""What was painted once is painted again from what is kept, and never after it has become another."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QWidget

from kalender.domain.stage import Flag
from kalender.services.clock import FixedClock
from kalender.services.posts import Posts
from kalender.ui.calendar.listing.rows import PostRows
from kalender.ui.calendar.toolbar import LIST
from kalender.ui.widgets.blocks.signs import StageChip
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.paint.month import MonthCard
from tests.ui.calendar.test_ahead import counted
from tests.ui.calendar.town import Town


def paint(view: QWidget) -> None:
    """Paint all of a view into a picture."""
    view.grab()


def test_a_filter_paints_what_it_leaves_from_the_pictures_that_are_kept(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrowing = town.page.filtering.narrowing
    narrowing.change(channels=frozenset({"website"}))
    narrowing.clear()
    town.page.ahead.finish()
    paint(town.page.month)
    painted = counted(monkeypatch, MonthCard, "paint_plain")
    narrowing.change(channels=frozenset({"facebook"}))
    paint(town.page.month)
    assert painted == []
    assert [row.card.id for row in town.page.model.rows() if row.card is not None] == [
        "markt",
        "glasfaser",
        "müll",
    ]


def test_a_post_that_has_become_overdue_behind_a_filter_is_painted_as_it_is_now(town: Town) -> None:
    narrowing, clock = town.page.filtering.narrowing, town.house.clock
    assert isinstance(clock, FixedClock)
    narrowing.change(channels=frozenset({"instagram"}))
    clock.set(datetime(2026, 12, 5, 8))
    narrowing.clear()
    row = town.page.model.row(town.page.model.index_of("markt"))
    assert row is not None
    assert row.card is not None
    assert Flag.OVERDUE in row.card.flags


def test_other_channels_make_every_card_anew(town: Town) -> None:
    before = list(town.page.model.rows())
    channel = town.house.plan.channel("facebook")
    with town.house.desk.action("plan.settings") as act:
        act.put(replace(channel, name="Facebook der Stadt"))
    assert not any(new is old for new in town.page.model.rows() for old in before)


def test_a_filter_reads_the_ideas_out_of_sight_afterwards(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(60):
        town.post(f"idee{number}", None, title=f"Idee {number}")
    read = counted(monkeypatch, Posts, "backlog")
    town.page.filtering.narrowing.change(channels=frozenset({"facebook"}))
    assert (read, town.page.ideas.rowCount(), town.page.ideas.total) == (["backlog"], 30, 60)
    town.page.reading.read_rest()
    assert town.page.ideas.rowCount() == 60


def test_an_idea_that_is_chosen_stays_chosen_through_a_filter(town: Town) -> None:
    for number in range(60):
        town.post(f"idee{number}", None, title=f"Idee {number}")
    town.page.choose(["idee3"])
    town.page.filtering.narrowing.change(channels=frozenset({"facebook"}))
    assert town.page.ids() == ("idee3",)


def test_a_row_of_the_list_is_painted_once_until_its_post_is_another(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.page.show_view(LIST)
    view = town.page.views[LIST]
    painted = counted(monkeypatch, PostRows, "_post")
    paint(view)
    first = len(painted)
    paint(view)
    assert (first, len(painted)) == (3, 3)
    town.post("markt", datetime(2026, 12, 4, 17), title="Weihnachtsmarkt fällt aus")
    paint(view)
    assert len(painted) == 4
    town.theme.set_scale(120)
    paint(view)
    assert len(painted) == 7


def test_the_list_keeps_no_more_rows_than_are_in_sight(town: Town) -> None:
    for number in range(1, 29):
        for hour in range(8, 14):
            town.post(f"p{number}-{hour}", datetime(2026, 12, number, hour))
    town.page.show_view(LIST)
    view = town.page.views[LIST]
    bar = view.verticalScrollBar()  # type: ignore[attr-defined]  # a list, kept as a widget
    for place in range(0, bar.maximum(), 100):
        bar.setValue(place)
        paint(view)
    kept = sum(len(row.faces) for row in town.page.model.rows())
    assert 0 < kept < view.height() // 36 + 9


def overview(town: Town) -> list[str]:
    """Return what the overview says, from top to bottom."""
    town.page.settle()
    texts = town.page.inspector.findChildren(Text)
    return [text.text() for text in texts if text.isVisibleTo(town.page.inspector) and text.text()]


def test_the_overview_tells_another_month_in_the_widgets_it_has(town: Town) -> None:
    said = overview(town)
    chips = town.page.inspector.findChildren(StageChip)
    town.page.go_to(date(2027, 2, 1))
    assert overview(town) != said
    assert town.page.inspector.findChildren(StageChip) == chips
    town.page.go_to(date(2026, 12, 1))
    assert overview(town) == said


def test_the_overview_comes_back_after_a_post_was_shown(town: Town) -> None:
    said = overview(town)
    town.page.choose(["markt"])
    assert overview(town) != said
    town.page.month.selectionModel().clearSelection()
    assert overview(town) == said
