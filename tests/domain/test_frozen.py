# SPDX-License-Identifier: EUPL-1.2
"""A frozen value behaves as a frozen dataclass does, without the text that dataclasses compile."""

import pickle
from copy import copy
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.frozen import changeable, filler, frozen, ordered


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


@frozen
class Measured:
    """With a constant of the class, a method of its own, and a field that is not compared."""

    UNIT: ClassVar[str] = "cm"
    size: int
    seen: int = field(default=0, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"{self.size} {self.UNIT}"


@frozen
class Named(Measured):
    """A value of a wider kind."""

    name: str = ""


def test_constants_of_the_class_are_no_fields_and_methods_of_its_own_win() -> None:
    assert Measured.UNIT == "cm"
    assert repr(Measured(size=3)) == "3 cm"
    assert [item.name for item in fields(Measured)] == ["size", "seen"]


def test_a_value_inherits_fields_as_the_standard_one_does() -> None:
    named = Named(size=1, name="a")
    assert [item.name for item in fields(Named)] == ["size", "seen", "name"]
    assert replace(named, size=2, seen=4) == Named(size=2, name="a")
    assert named != Measured(size=1)
    assert pickle.loads(pickle.dumps(named)) == named
    assert is_dataclass(Named)
    assert is_dataclass(named)


def test_a_kind_made_after_its_base_was_asked_about_still_inherits() -> None:
    assert fields(Positive)

    @frozen
    class Late(Positive):
        depth: int = 1

    assert [item.name for item in fields(Late)] == ["size", "remark", "depth"]
    assert Late(size=2) == Late(size=2, remark="x", depth=1)


@ordered
class Mark:
    """Given without names, with a sum that is worked out once."""

    label: str
    size: int = 2
    parts: tuple[int, ...] = ()

    @cached_property
    def total(self) -> int:
        return sum(self.parts)


@changeable
class Count:
    """May be changed."""

    size: int = 0
    names: list[str] = field(default_factory=list)


def test_fields_may_be_given_in_order() -> None:
    assert Mark("a", 3, (1, 2)) == Mark(label="a", size=3, parts=(1, 2)) == Mark("a", parts=(1, 2), size=3)
    assert Mark("a") == Mark("a", 2)
    assert Mark("a", 2, (1, 2)).total == 3
    wrong: Any = Mark
    for placed, named in (((), {}), (("a", 1, (), 4), {}), (("a",), {"label": "b"}), (("a",), {"colour": 1})):
        with pytest.raises(TypeError):
            wrong(*placed, **named)
    with pytest.raises(FrozenInstanceError):
        wrong("a").size = 3
    match Mark("a", 5):
        case Mark(label, size):
            assert (label, size) == ("a", 5)


def test_what_may_be_changed_has_no_hash() -> None:
    count = Count()
    count.size += 1
    count.names.append("a")
    assert count == Count(1, ["a"])
    assert Count().names == []
    with pytest.raises(TypeError):
        hash(count)


def test_what_needs_compiled_text_is_refused() -> None:
    with pytest.raises(TypeError):

        @frozen
        class Outside:
            size: int = field(init=False, default=0)

    with pytest.raises(ValueError, match="notes"):

        @frozen
        class Shared:
            notes: list[str] = []  # noqa: RUF012 - the fault that is to be refused


@frozen
class Longer(Same):
    """With a field of its own after those of another."""

    place: str = "Rathaus"


@pytest.mark.parametrize(
    ("cls", "values"),
    [(Slot, ("2026-12-01", 10, ("x",), ["y"])), (Longer, ("2026-12-01", 10, ("x",), "Markt"))],
)
def test_a_value_that_is_filled_is_the_one_its_constructor_makes(cls: Any, values: tuple[Any, ...]) -> None:
    made = filler(cls)(values)
    same = cls(**dict(zip([item.name for item in fields(cls)], values, strict=True)))
    assert type(made) is cls
    assert (made, repr(made), pickle.loads(pickle.dumps(made))) == (same, repr(same), same)
    with pytest.raises(FrozenInstanceError):
        made.day = "2027-01-01"
    with pytest.raises(ValueError, match="unpack"):
        filler(cls)(values[1:])
