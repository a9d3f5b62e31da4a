# SPDX-License-Identifier: EUPL-1.2
"""Views under names: kept in the plan, in an order, taken back like everything else."""

import pytest

from kalender.app.house import House
from kalender.domain.card import Filter
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.saved_view import Lanes, SavedView
from kalender.domain.stage import Stage

NARROW = Filter(
    channels=frozenset({"instagram"}),
    stages=frozenset({Stage.DRAFT, Stage.APPROVED}),
    topics=frozenset({"rathaus"}),
    people=frozenset({"katrin"}),
    labels=frozenset({"Winter"}),
    text="Straße",
)


def a_view(value: Filter = NARROW, **more: str) -> SavedView:
    return SavedView(id="", **more).with_filter(value)  # type: ignore[arg-type]  # fields by name


def names(house: House) -> list[str]:
    return [view.name for view in house.views.all()]


def test_a_saved_view_comes_back_with_page_lanes_filter_and_the_words_looked_for(house: House) -> None:
    id_ = house.views.save("  Nur   Instagram ", a_view(page="board", lanes=Lanes.TOPIC))
    found = house.views.find(id_)
    assert found is not None
    assert (found.name, found.page, found.lanes) == ("Nur Instagram", "board", "topic")
    assert found.filter == NARROW
    assert found.shows(a_view(page="board", lanes=Lanes.TOPIC))
    assert not found.shows(a_view(Filter(), page="board", lanes=Lanes.TOPIC))


def test_two_views_cannot_have_one_name_and_none_is_without(house: House) -> None:
    house.views.save("Bauhof", a_view())
    for name, kind in (("bauhof", RefusalKind.NAME_TAKEN), (" ", RefusalKind.NAME_MISSING)):
        with pytest.raises(Refused) as caught:
            house.views.save(name, a_view())
        assert caught.value.kind is kind


def test_views_are_renamed_ordered_changed_and_deleted_each_as_one_step(house: House) -> None:
    first, second = house.views.save("Eins", a_view()), house.views.save("Zwei", a_view())
    house.views.save("Drei", a_view())
    house.views.move(second, -1)
    assert names(house) == ["Zwei", "Eins", "Drei"]
    house.desk.undo()
    assert names(house) == ["Eins", "Zwei", "Drei"]
    house.views.rename(first, "Erste")
    house.views.change(first, a_view(Filter(text="Markt")))
    found = house.views.find(first)
    assert found is not None
    assert (found.name, found.filter) == ("Erste", Filter(text="Markt"))
    house.views.delete(second)
    assert names(house) == ["Erste", "Drei"]
    house.desk.undo()
    assert names(house) == ["Erste", "Zwei", "Drei"]


def test_a_stage_that_only_a_newer_program_knows_is_left_out() -> None:
    view = SavedView(id="v", stages=("draft", "embalmed"))
    assert view.filter.stages == {Stage.DRAFT}
