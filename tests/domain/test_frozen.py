# SPDX-License-Identifier: EUPL-1.2
"""A frozen value behaves as a frozen dataclass does, without the text that dataclasses compile."""

import pickle
from copy import copy
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.frozen import frozen


@frozen
class Slot:
    """A day and what is on it."""

    day: str
    hour: int = 9
    tags: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The same as a dataclass of the standard library."""

    day: str
    hour: int = 9
    tags: tuple[str, ...] = ()


@frozen
class Same:
    """Without a list, so that it has a hash."""

    day: str
    hour: int = 9
    tags: tuple[str, ...] = ()


@frozen
class Positive:
    """Checks itself."""

    size: int
    remark: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.size <= 0:
            raise ValueError("size")


def test_a_value_cannot_be_changed_and_takes_no_further_attributes() -> None:
    slot: Any = Slot(day="Mo")
    with pytest.raises(FrozenInstanceError):
        slot.day = "Di"
    with pytest.raises(FrozenInstanceError):
        del slot.day
    with pytest.raises(FrozenInstanceError):
        slot.colour = "red"
    assert not hasattr(slot, "__dict__")


@pytest.mark.parametrize("wrong", [{}, {"hour": 3}, {"day": "Mo", "colour": 1}, {"dya": "Mo"}])
def test_missing_and_unknown_fields_are_refused(wrong: dict[str, object]) -> None:
    make: Any = Slot
    with pytest.raises(TypeError):
        make(**wrong)


def test_defaults_are_made_anew_for_each_value() -> None:
    first, second = Slot(day="Mo"), Slot(day="Mo")
    assert first == second
    assert first.notes is not second.notes
    assert repr(first) == "Slot(day='Mo', hour=9, tags=(), notes=[])"


def test_a_value_checks_itself_and_compares_what_it_shall() -> None:
    with pytest.raises(ValueError, match="size"):
        Positive(size=0)
    assert Positive(size=1, remark="a") == Positive(size=1, remark="b")
    assert hash(Positive(size=1, remark="a")) == hash(Positive(size=1, remark="b"))
    with pytest.raises(ValueError, match="size"):
        replace(Positive(size=1), size=-1)


@given(day=st.text(), hour=st.integers(), tags=st.lists(st.text()).map(tuple))
def test_it_does_what_the_standard_one_does(day: str, hour: int, tags: tuple[str, ...]) -> None:
    ours, theirs = Same(day=day, hour=hour, tags=tags), Model(day=day, hour=hour, tags=tags)
    assert [item.name for item in fields(ours)] == [item.name for item in fields(theirs)]
    assert asdict(ours) == asdict(theirs)
    assert hash(ours) == hash(theirs)
    assert repr(ours).removeprefix("Same") == repr(theirs).removeprefix("Model")
    assert pickle.loads(pickle.dumps(ours)) == ours == copy(ours) == replace(ours)
    assert replace(ours, hour=hour + 1) != ours
    assert ours.__eq__(theirs) is NotImplemented
