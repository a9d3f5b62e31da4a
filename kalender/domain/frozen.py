# SPDX-License-Identifier: EUPL-1.2
"""`@frozen` and its kin: slotted dataclasses whose methods are closures instead of compiled text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from functools import cached_property
from itertools import repeat
from operator import attrgetter, call
from typing import Any, ClassVar, NamedTuple, TypeVar, dataclass_transform

C = TypeVar("C", bound=type)
V = TypeVar("V")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(cls: C) -> C:
    """Make a class what `dataclass(frozen=True, slots=True, kw_only=True)` makes of it.

    `fields`, `replace`, pickling, equality, hash and `__post_init__` are those of dataclasses. The difference: dataclasses
    write six methods per class as text and compile it whenever the program starts, which was a sixth of all its work
    until the first month stood there (Python 3.11; 3.13 is better but not free). What `fields` tells is worked out when
    it is first asked for. Making a value is as fast as before.

    Raises TypeError for what would need that text: fields outside `__init__`.
    """
    return _made(cls, _by_name, _IMMUTABLE)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def ordered(cls: C) -> C:
    """Make a class a frozen one whose fields may be given in their order, without names."""
    return _made(cls, _in_order, _IMMUTABLE)


@dataclass_transform(field_specifiers=(field,))
def changeable(cls: C) -> C:
    """Make a class an ordered one whose fields may be changed; it has no hash then."""
    return _made(cls, _in_order, _MUTABLE)


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


_IMMUTABLE: dict[str, Any] = {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
_MUTABLE: dict[str, Any] = {"__hash__": None}


def _made(cls: C, maker: Callable[..., Callable[..., None]], manners: dict[str, Any]) -> C:
    # mypy sees a decorator that is not the one of dataclasses, so what it means is told here and nowhere else
    content = dict(cls.__dict__)
    known = _declared(cls, content)
    names = tuple(known)
    hints = content.get("__annotations__", {})
    own = {name: content.pop(name) for name in hints if name in known and name in content}
    for name in ("__dict__", "__weakref__"):
        content.pop(name, None)
    compared = tuple(name for name, item in known.items() if item.compare)
    slots: list[_Slot] = []
    puts: list[Callable[[Any, Any], None]] = []
    methods: dict[str, Any] = {
        "__eq__": _equality(compared),
        "__hash__": _hashing(tuple(name for name, item in known.items() if item.hashed)),
        "__repr__": _representation(tuple(name for name, item in known.items() if item.shown)),
    }
    for name, method in methods.items():
        if content.get(name) is None:
            content[name] = method
    above = {name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())}
    later = ("__dict__",) if any(isinstance(item, cached_property) for item in content.values()) else ()
    content.update(
        __slots__=(*(name for name in names if name not in above), *later),
        __qualname__=cls.__qualname__,
        __match_args__=() if maker is _by_name else names,
        __init__=maker(cls.__name__, slots, names, getattr(cls, "__post_init__", None)),
        __getstate__=_state(names),
        __setstate__=_restored(puts),
        __declared__=known,
        __dataclass_fields__=_Asked("__dataclass_fields__", hints, own),
        __dataclass_params__=_Asked("__dataclass_params__", hints, own),
        **manners,
    )
    made: Any = type(cls)(cls.__name__, cls.__bases__, content)  # slots need a new class
    slots += [(name, getattr(made, name).__set__, item.default, item.factory) for name, item in known.items()]
    puts += [put for _name, put, _default, _factory in slots]
    return made  # type: ignore[no-any-return]  # it stands for the given one


def defaults_of(cls: type) -> dict[str, Any]:
    """Return the fields of such a class with their defaults, MISSING where there is none: cheaper than `fields`."""
    known: dict[str, _Declared] = cls.__dict__["__declared__"]
    return {name: item.default for name, item in known.items()}


def filler(cls: type[V]) -> Callable[[Sequence[Any]], V]:
    """Return what makes a value of such a class from all its fields, in their order: 0.5 instead of 6 µs for thirty.

    For what is read by the thousand. Written as text and compiled here, once for a class. A twin with the same slots
    lets itself be filled and becomes a value of the class then; `__post_init__` is not called.
    """
    slots = {"__slots__": cls.__dict__["__slots__"], "__setattr__": object.__setattr__}
    names = ", ".join(f"made.{name}" for name in defaults_of(cls))
    known = {"new": object.__new__, "twin": type(cls.__name__, cls.__bases__, slots), "cls": cls}
    text = f"def fill(values):\n made = new(twin)\n {names}, = values\n made.__class__ = cls\n return made"
    exec(text, known)  # noqa: S102 - nothing in it but names of fields
    return known["fill"]  # type: ignore[return-value]  # the function of that text


class _Declared(NamedTuple):
    """A field as it is declared. compare, hashed, shown: it takes part in equality, hash and the text of a value."""

    default: Any
    factory: Any
    compare: bool = True
    hashed: bool = True
    shown: bool = True


def _declared(cls: Any, content: dict[str, Any]) -> dict[str, _Declared]:
    """Return the fields of a class by name, those of its bases first."""
    found: dict[str, _Declared] = {}
    for base in cls.__mro__[-1:0:-1]:
        found.update(base.__dict__.get("__declared__", {}))
    for name, hint in content.get("__annotations__", {}).items():
        if _of_the_class(hint):
            continue
        value = content.get(name, MISSING)
        if not isinstance(value, Field):
            if value.__class__.__hash__ is None:
                raise ValueError(f"{cls.__name__}: {name} needs a default_factory")
            found[name] = _Declared(value, MISSING)
            continue
        if not value.init:
            raise TypeError(f"{cls.__name__}: a value has no fields outside its constructor")
        hashed = value.compare and value.hash is not False
        found[name] = _Declared(value.default, value.default_factory, value.compare, hashed, value.repr)
    return found


def _of_the_class(hint: object) -> bool:
    """Tell whether a hint, written out or not, is that of a constant of the class."""
    if isinstance(hint, str):
        return hint.startswith(("ClassVar", "typing.ClassVar"))
    return hint is ClassVar or getattr(hint, "__origin__", None) is ClassVar


class _Asked:
    """What the standard library knows of a dataclass, worked out by itself when it is first asked for."""

    def __init__(self, name: str, hints: dict[str, Any], own: dict[str, Any]) -> None:
        self._name, self._hints, self._own = name, hints, own

    def __get__(self, _value: object, cls: Any) -> Any:
        at = next(base for base in cls.__mro__ if base.__dict__.get(self._name) is self)
        plain = {"__annotations__": self._hints, "__module__": at.__module__, "__doc__": "", **self._own}
        known: Any = type(at.__name__, at.__bases__, plain)
        known = dataclass(init=False, repr=False, eq=False, kw_only=True)(known)
        for name in ("__dataclass_fields__", "__dataclass_params__"):
            setattr(at, name, known.__dict__[name])
        return at.__dict__[self._name]


_Slot = tuple[str, Callable[[Any, Any], None], Any, Any]
"""Name, what fills it, default, what makes the default."""


def _by_name(
    kind: str, slots: list[_Slot], names: tuple[str, ...], after: Callable[[Any], None] | None
) -> Callable[..., None]:
    """Return a constructor that fills the slots by their descriptors, past the refusal to set anything."""
    known = frozenset(names)

    def __init__(self: Any, **given: Any) -> None:  # noqa: N807 - it is a constructor
        for name, put, default, factory in slots:
            if name in given:
                put(self, given[name])
            elif default is not MISSING:
                put(self, default)
            elif factory is not MISSING:
                put(self, factory())
            else:
                raise TypeError(f"{kind}: {name} is missing")
        if len(given) > len(slots) or not known.issuperset(given):
            raise TypeError(f"{kind}: no field {', '.join(sorted(given.keys() - known))}")
        if after is not None:
            after(self)

    return __init__


def _in_order(
    kind: str, slots: list[_Slot], names: tuple[str, ...], after: Callable[[Any], None] | None
) -> Callable[..., None]:
    """Return a constructor that takes fields without names too."""
    named = _by_name(kind, slots, names, after)

    def __init__(self: Any, *placed: Any, **given: Any) -> None:  # noqa: N807 - it is a constructor
        if len(placed) == len(slots) and not given and after is None:
            self.__setstate__(placed)
            return
        if len(placed) > len(slots):
            raise TypeError(f"{kind}: {len(placed)} values for {len(slots)} fields")
        first = dict(zip(names, placed, strict=False))
        if first.keys() & given.keys():
            raise TypeError(f"{kind}: {', '.join(sorted(first.keys() & given.keys()))} is given twice")
        named(self, **first, **given)

    return __init__


def _content(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that gives the fields of a value as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda item: tuple(getattr(item, name) for name in names)


def _equality(names: tuple[str, ...]) -> Callable[[Any, object], bool]:
    content = _content(names)

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807 - the method of that name
        if other.__class__ is not self.__class__:
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


def _restored(puts: list[Callable[[Any, Any], None]]) -> Callable[[Any, Sequence[Any]], None]:
    def __setstate__(self: Any, state: Sequence[Any]) -> None:  # noqa: N807 - the method of that name
        if len(state) != len(puts):
            raise ValueError(f"{len(state)} values for {len(puts)} fields")
        any(map(call, puts, repeat(self), state))  # none answers, so all are called

    return __setstate__
