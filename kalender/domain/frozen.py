# SPDX-License-Identifier: EUPL-1.2
"""`@frozen`: an immutable, slotted, keyword-only dataclass whose methods are closures instead of compiled text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

C = TypeVar("C", bound=type)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(cls: C) -> C:
    """Make a class what `dataclass(frozen=True, slots=True, kw_only=True)` makes of it.

    `fields`, `replace`, pickling, equality, hash and `__post_init__` are those of dataclasses. The difference: dataclasses
    write six methods per class as text and compile it whenever the program starts, which was a sixth of all its work
    until the first month stood there (Python 3.11; 3.13 is better but not free). Making a value is as fast as before.

    Raises TypeError for what would need that text: methods of one's own that must win, and fields outside `__init__`.
    """
    # mypy sees a decorator that is not the one of dataclasses, so the arguments are given here and nowhere else
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)
    known = fields(made)
    if not all(item.init for item in known):
        raise TypeError(f"{cls.__name__}: a value has no fields outside its constructor")
    made.__init__ = _maker(made)
    compared = tuple(item.name for item in known if item.compare)
    _give(made, "__eq__", _equality(made, compared))
    _give(
        made,
        "__hash__",
        _hashing(tuple(item.name for item in known if item.compare and item.hash is not False)),
    )
    _give(made, "__repr__", _representation(tuple(item.name for item in known if item.repr)))
    made.__setattr__ = _refuse_to_set
    made.__delattr__ = _refuse_to_delete
    made.__getstate__ = _state(tuple(item.name for item in known))
    made.__setstate__ = _restored(tuple((item.name, getattr(made, item.name).__set__) for item in known))
    return made  # type: ignore[no-any-return]  # slots need a new class, and it stands for the given one


def _give(cls: Any, name: str, method: Callable[..., object]) -> None:
    """Add a method unless the class has its own."""
    if cls.__dict__.get(name) is None:
        setattr(cls, name, method)


def _maker(cls: Any) -> Callable[..., None]:
    """Return a constructor that fills the slots by their descriptors, past the refusal to set anything."""
    slots = tuple(
        (item.name, getattr(cls, item.name).__set__, item.default, item.default_factory)
        for item in fields(cls)
    )
    names = frozenset(name for name, *_ in slots)
    after = getattr(cls, "__post_init__", None)

    def __init__(self: Any, **given: Any) -> None:  # noqa: N807 - it is a constructor
        for name, put, default, factory in slots:
            if name in given:
                put(self, given[name])
            elif default is not MISSING:
                put(self, default)
            elif factory is not MISSING:
                put(self, factory())
            else:
                raise TypeError(f"{cls.__name__}: {name} is missing")
        if len(given) > len(slots) or not names.issuperset(given):
            raise TypeError(f"{cls.__name__}: no field {', '.join(sorted(given.keys() - names))}")
        if after is not None:
            after(self)

    return __init__


def _content(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that gives the fields of a value as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda item: tuple(getattr(item, name) for name in names)


def _equality(cls: Any, names: tuple[str, ...]) -> Callable[[Any, object], bool]:
    content = _content(names)

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807 - the method of that name
        if other.__class__ is not cls:
            return NotImplemented
        return content(self) == content(other)

    return __eq__


def _hashing(names: tuple[str, ...]) -> Callable[[Any], int]:
    content = _content(names)
    return lambda self: hash(content(self))


def _representation(names: tuple[str, ...]) -> Callable[[Any], str]:
    def __repr__(self: Any) -> str:  # noqa: N807 - the method of that name
        inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({inner})"

    return __repr__


def _state(names: tuple[str, ...]) -> Callable[[Any], list[Any]]:
    return lambda self: [getattr(self, name) for name in names]


def _restored(slots: tuple[tuple[str, Callable[[Any, Any], None]], ...]) -> Callable[[Any, list[Any]], None]:
    def __setstate__(self: Any, state: list[Any]) -> None:  # noqa: N807 - the method of that name
        for (_name, put), item in zip(slots, state, strict=True):
            put(self, item)

    return __setstate__


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
