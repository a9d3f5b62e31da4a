# SPDX-License-Identifier: EUPL-1.2
"""The archive: what is done and over leaves board and counts, and stays in calendar and search."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.card import Filter
from kalender.domain.post import Publication
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Flag, Stage
from kalender.services.past.archiving import Archiving, Year
from tests.builders import a_post
from tests.ui.room import a_house


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A house in December 2026 with posts of 2024, 2025 and 2026; d: dropped, u: never published, i: an idea."""
    found = a_house(tmp_path)
    found.desk.acting_as("katrin")
    done = (Publication(id="facebook"),)
    with found.desk.action("plan.filled") as act:
        for id_, day in (("a", 2024), ("b", 2025), ("c", 2026)):
            act.put(a_post(id_, title=f"Markt {day}", channels=["facebook"], planned=datetime(day, 12, 31, 23, 59),
                           publications=done))  # fmt: skip
        act.put(
            a_post("d", title="Verworfen", channels=["facebook"], planned=datetime(2025, 3, 1), dropped=True)
        )
        act.put(a_post("u", title="Vergessen", channels=["facebook"], planned=datetime(2025, 3, 1)))
        act.put(a_post("i", title="Idee", idea=True))
    yield found
    found.close()


@pytest.fixture
def archiving(house: House) -> Archiving:
    return Archiving(house.store, house.desk, house.plan, house.clock)


def shown(house: House, *, archived: bool = False) -> set[str]:
    """Return the ids on the board."""
    wanted = Filter(dropped=True, archived=archived)
    return {card.id for stage in Stage for card in house.posts.column(stage, wanted)}


def test_the_years_of_the_plan_are_counted(archiving: Archiving) -> None:
    assert archiving.years() == [
        Year(year=2026, published=1),
        Year(year=2025, published=1, dropped=1, open=1, over=True),
        Year(year=2024, published=1, over=True),
    ]


def test_a_closed_year_leaves_board_and_counts_and_what_is_not_done_stays(
    house: House, archiving: Archiving
) -> None:
    archiving.close(2025)
    assert shown(house) == {"c", "u", "i"}
    assert shown(house, archived=True) == {"a", "b", "c", "d", "u", "i"}
    assert house.posts.counts()[Stage.PUBLISHED] == 1
    assert house.posts.counts(Filter(archived=True))[Stage.PUBLISHED] == 3
    assert [item.archived for item in archiving.years()] == [False, True, True]


def test_calendar_and_search_still_show_it_with_its_mark(house: House, archiving: Archiving) -> None:
    archiving.close(2025)
    cards = house.posts.cards_between(date(2025, 1, 1), date(2026, 12, 31), Filter(dropped=True))
    assert {card.id: Flag.ARCHIVED in card.flags for card in cards} == {
        "b": True,
        "c": False,
        "d": True,
        "u": False,
    }
    assert {hit.card.id: Flag.ARCHIVED in hit.card.flags for hit in house.posts.find("markt")} == {
        "a": True, "b": True, "c": False,
    }  # fmt: skip
    assert Flag.ARCHIVED in house.posts.card("a").flags


def test_undo_and_reopening_bring_a_year_back(house: House, archiving: Archiving) -> None:
    archiving.close(2025)
    house.desk.undo()
    assert "b" in shown(house)
    house.desk.redo()
    archiving.reopen(2025)
    assert shown(house) == {"b", "c", "d", "u", "i"}
    with pytest.raises(Refused) as refused:
        archiving.reopen(2025)
    assert refused.value.kind is RefusalKind.ALREADY


def test_a_year_that_is_not_over_or_is_closed_already_is_refused(house: House, archiving: Archiving) -> None:
    with pytest.raises(Refused) as refused:
        archiving.close(2026)
    assert refused.value.kind is RefusalKind.YEAR_NOT_OVER
    archiving.close(2025)
    for year in (2025, 2024):
        with pytest.raises(Refused) as refused:
            archiving.close(year)
        assert refused.value.kind is RefusalKind.ALREADY


def test_single_posts_come_out_and_stay_out(house: House, archiving: Archiving) -> None:
    archiving.close(2024)
    archiving.take_out(["a"])
    archiving.close(2025)
    assert shown(house) == {"a", "c", "u", "i"}
    assert Flag.ARCHIVED not in house.posts.card("a").flags
    house.desk.undo()
    house.desk.undo()
    assert "a" not in shown(house)
    with pytest.raises(Refused):
        archiving.take_out(["unknown"])


def test_the_town_and_a_rebuild_do_not_mind_the_archive(house: House, archiving: Archiving) -> None:
    archiving.close(2025)
    assert house.plan.municipality.name == "Lindenbrunn"
    house.store.rebuild()
    assert shown(house) == {"c", "u", "i"}
    assert house.store.verify().ok
