# SPDX-License-Identifier: EUPL-1.2
"""A value as flat keys and back: what the journal stores of a record.

A key is a path inside the record: title, version/instagram/text, version/instagram/placement/<id>/crop.
A part exists while its presence key (version/instagram/) is true; a part that is taken away keeps its other
keys, so whoever brings it back writes all of them. A missing key or null means the default. Unknown keys and
values of a newer version are left alone: they are not decoded, and a patch never mentions them.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, ClassVar, Protocol, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from kalender.domain.crop import Border, Crop, Focus, border_of
from kalender.domain.frozen import defaults_of, filler, ordered

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
State: TypeAlias = Mapping[str, Json]


class Record(Protocol):
    """What the journal can keep: a frozen dataclass with a kind and an id."""

    KIND: ClassVar[str]

    @property
    def id(self) -> str:
        """Identify the record within its kind."""


R = TypeVar("R")

PART_NAMES = {
    "versions": "version",
    "attachments": "attachment",
    "placements": "placement",
    "requests": "request",
    "decisions": "decision",
    "deliveries": "delivery",
    "publications": "publication",
    "comments": "comment",
    "settlings": "settling",
    "skips": "skip",
    "covers": "cover",
    "pins": "pin",
    "checklist": "todo",
    "left": "left",
    "rulings": "ruling",
    "tile_words": "tileword",
    "tile_shapes": "shape",
}
"""Fields that hold parts, and the word they have in a key."""


def ref(value: Record) -> str:
    """Return the name of a record in the journal, e.g. post/7c0e…."""
    return f"{value.KIND}/{value.id}"


@ordered
class _Scalar:
    """A field with one value. default: as it stands in a state."""

    name: str
    default: Json
    encode: Callable[[Any], Json]


@ordered
class _Parts:
    name: str
    word: str
    cls: type
    at: int


_Place = tuple[str, int, "type | None", Callable[[Json], Any]]
"""Name of a scalar, its place among the fields, the type that stands for itself, and what decodes others."""


@ordered
class _Plan:
    """How values of a class are taken apart and put together. blank: what each field holds where nothing is said.

    needed: places of fields that must be said; fill: makes a value of all its fields.
    """

    scalars: tuple[_Scalar, ...]
    parts: tuple[_Parts, ...]
    blank: tuple[Any, ...]
    places: tuple[_Place, ...]
    id_at: int
    needed: tuple[int, ...]
    fill: Callable[[Sequence[Any]], Any]


def _same(value: Any) -> Any:
    return value


def _strings(value: Json) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return tuple(map(str, value))


def _moment(value: Json) -> datetime:
    return datetime.fromisoformat(str(value))


def _day(value: Json) -> date:
    return date.fromisoformat(str(value))


def _moment_text(value: datetime) -> str:
    whole = value.second == 0 and value.microsecond == 0
    return value.isoformat(timespec="minutes" if whole else "milliseconds")


def _crop(value: Json) -> Crop:
    x, y, w, h = (int(str(part)) for part in value) if isinstance(value, list) else (0, 0, 0, 0)
    return Crop(x=x, y=y, w=w, h=h)


def _focus(value: Json) -> Focus:
    x, y = (int(str(part)) for part in value) if isinstance(value, list) else (-1, -1)
    return Focus(x=x, y=y)


def _codec(hint: Any) -> tuple[Callable[[Any], Json], type | None, Callable[[Json], Any]]:
    """Return how a field is encoded, the type of state that is its own value, and for others how it is decoded."""
    if get_origin(hint) in {types.UnionType, Union}:
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    if get_origin(hint) is tuple:
        return list, None, _strings
    if hint is datetime:
        return _moment_text, None, _moment
    if hint is date:
        return date.isoformat, None, _day
    if hint is Crop:
        return (lambda crop: [crop.x, crop.y, crop.w, crop.h]), None, _crop
    if hint is Border:
        return (lambda border: border.told), None, lambda word: border_of(str(word))
    if hint is Focus:
        return (lambda focus: [focus.x, focus.y]), None, _focus
    if isinstance(hint, type) and issubclass(hint, Enum):
        return (lambda member: member.value), None, {member.value: member for member in hint}.__getitem__
    return _same, hint, _same


_PLANS: dict[type, _Plan] = {}
"""Field plans by class: type hints are resolved once."""


def _plan(cls: type) -> _Plan:
    known = _PLANS.get(cls)
    if known is None:
        known = _PLANS[cls] = _planned(cls)
    return known


def _planned(cls: Any) -> _Plan:
    hints = get_type_hints(cls)
    scalars, parts, places, id_at = [], [], [], 0
    known = defaults_of(cls)
    for at, (name, default) in enumerate(known.items()):
        if name == "id":
            id_at = at
            continue
        hint = hints[name]
        inner = get_args(hint)[0] if get_origin(hint) is tuple else None
        if isinstance(inner, type) and is_dataclass(inner):
            parts.append(_Parts(name, PART_NAMES[name], inner, at))
        else:
            encode, kind, decode = _codec(hint)
            plain = default is MISSING or default is None
            scalars.append(_Scalar(name, None if plain else encode(default), encode))
            places.append((name, at, kind, decode))
    blank = tuple(known.values())
    needed = tuple(at for at, default in enumerate(blank) if default is MISSING and at != id_at)
    return _Plan(tuple(scalars), tuple(parts), blank, tuple(places), id_at, needed, filler(cls))


def flatten(value: Record) -> dict[str, Json]:
    """Return all keys of a value: presence keys, every field of its parts, and its own fields beside the default."""
    state = {name: item for name, item, default in _own(value) if item != default}
    _add_parts(value, "", state)
    return state


def _own(value: Any) -> Iterator[tuple[str, Json, Json]]:
    for scalar in _plan(type(value)).scalars:
        item = getattr(value, scalar.name)
        yield scalar.name, None if item is None else scalar.encode(item), scalar.default


def _add_parts(value: Any, prefix: str, state: dict[str, Json]) -> None:
    for parts in _plan(type(value)).parts:
        for part in getattr(value, parts.name):
            path = f"{prefix}{parts.word}/{part.id}/"
            state[path] = True
            for name, item, _default in _own(part):
                state[path + name] = item
            _add_parts(part, path, state)


def patch(old: Record | None, new: Record) -> dict[str, Json]:
    """Return the keys that turn old into new. A part that goes away only loses its presence key.

    null stands for the default; false only for the presence of a part.
    """
    before = flatten(old) if old is not None else {}
    after = flatten(new)
    changes = {key: item for key, item in after.items() if key not in before or before[key] != item}
    for key in before.keys() - after.keys():
        if key.endswith("/"):
            changes[key] = False
        elif "/" not in key or not _inside_gone(key, before, after):
            changes[key] = None
    return changes


def _inside_gone(key: str, before: Mapping[str, Json], after: Mapping[str, Json]) -> bool:
    """Tell whether a key belongs to a part that the new value no longer has."""
    steps = key.split("/")
    return any(
        (path := "/".join(steps[:end]) + "/") in before and path not in after
        for end in range(2, len(steps), 2)
    )


@lru_cache(maxsize=512)
def _placed(
    cls: type, prefix: str
) -> tuple[_Plan, Sequence[_Place], Mapping[str, _Place], Sequence[tuple[str, type, int]]]:
    """Return how a part with a prefix is put together, with whole keys: its plan, its scalars, these by key, its own parts.

    Most parts have the id of a channel, so they are at hand.
    """
    plan = _plan(cls)
    places = [(prefix + name, at, kind, decode) for name, at, kind, decode in plan.places]
    by_key = {place[0]: place for place in places}
    return plan, places, by_key, [(prefix + parts.word, parts.cls, parts.at) for parts in plan.parts]


def restore(cls: type[R], id_: str, state: State) -> R:
    """Return the value of a record from its keys. What cannot be understood keeps its default."""
    children: dict[str, list[str]] = {}
    for key in [key for key in state if key[-1:] == "/"] if _plan(cls).parts else ():
        if state[key] is True:
            above, _, part = key[:-1].rpartition("/")
            children.setdefault(above, []).append(part)
    return _build(cls, id_, "", state, children)


def _build(cls: type[R], id_: str, prefix: str, state: State, children: Mapping[str, list[str]]) -> R:
    """Return a value, or a part of one. children: ids of the parts present, by the path above them (version)."""
    plan, places, by_key, inner = _placed(cls, prefix)  # type: ignore[arg-type]  # a class can be hashed
    values = list(plan.blank)
    values[plan.id_at] = id_
    if not prefix and len(state) < len(places):  # of many fields few are said
        places = [by_key[key] for key in state if key in by_key]
    for key, at, kind, decode in places:
        item = state.get(key)
        if item is None:
            continue
        if kind is not None:
            if type(item) is kind:
                values[at] = item
            continue
        try:
            values[at] = decode(item)
        except (ValueError, TypeError, KeyError):
            continue  # written by a newer version: the key stays in the journal, here the default holds
    for path, part, at in inner:
        if path in children:
            ids = sorted(children[path])
            values[at] = tuple([_build(part, id_, f"{path}/{id_}/", state, children) for id_ in ids])
    for at in plan.needed:
        if values[at] is MISSING:
            raise TypeError(f"{cls.__name__}: something is missing")
    found: R = plan.fill(values)
    return found
