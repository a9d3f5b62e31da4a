# SPDX-License-Identifier: EUPL-1.2
"""A value as flat keys and back: what the journal stores of a record.

A key is a path inside the record: title, version/instagram/text, version/instagram/placement/<id>/crop.
A part exists while its presence key (version/instagram/) is true; a part that is taken away keeps its other
keys, so whoever brings it back writes all of them. A missing key or null means the default. Unknown keys and
values of a newer version are left alone: they are not decoded, and a patch never mentions them.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar, Protocol, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from kalender.domain.crop import Crop, Focus

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
    "skips": "skip",
}
"""Fields that hold parts, and the word they have in a key."""


def ref(value: Record) -> str:
    """Return the name of a record in the journal, e.g. post/7c0e…."""
    return f"{value.KIND}/{value.id}"


@dataclass(frozen=True, slots=True)
class _Scalar:
    name: str
    default: Any
    encode: Callable[[Any], Json]
    decode: Callable[[Json], Any]


@dataclass(frozen=True, slots=True)
class _Parts:
    name: str
    word: str
    cls: type


@dataclass(frozen=True, slots=True)
class _Plan:
    scalars: tuple[_Scalar, ...]
    parts: tuple[_Parts, ...]


def _same(value: Any) -> Any:
    return value


def _strings(value: Json) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return tuple(str(item) for item in value)


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


def _typed(kind: type) -> Callable[[Json], Any]:
    def decode(value: Json) -> Any:
        if type(value) is not kind:
            raise TypeError(f"not a {kind.__name__}")
        return value

    return decode


def _codec(hint: Any) -> tuple[Callable[[Any], Json], Callable[[Json], Any]]:
    if get_origin(hint) in {types.UnionType, Union}:
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    if get_origin(hint) is tuple:
        return list, _strings
    if hint is datetime:
        return _moment_text, _moment
    if hint is date:
        return date.isoformat, _day
    if hint is Crop:
        return (lambda crop: [crop.x, crop.y, crop.w, crop.h]), _crop
    if hint is Focus:
        return (lambda focus: [focus.x, focus.y]), _focus
    if isinstance(hint, type) and issubclass(hint, Enum):
        return (lambda member: member.value), hint
    return _same, _typed(hint)


_PLANS: dict[type, _Plan] = {}
"""Field plans by class: type hints are resolved once."""


def _plan(cls: type) -> _Plan:
    known = _PLANS.get(cls)
    if known is None:
        known = _PLANS[cls] = _planned(cls)
    return known


def _planned(cls: Any) -> _Plan:
    hints = get_type_hints(cls)
    scalars, parts = [], []
    for field in fields(cls):
        if field.name == "id":
            continue
        hint = hints[field.name]
        inner = get_args(hint)[0] if get_origin(hint) is tuple else None
        if isinstance(inner, type) and is_dataclass(inner):
            parts.append(_Parts(field.name, PART_NAMES[field.name], inner))
        else:
            default = None if field.default is MISSING else field.default
            scalars.append(_Scalar(field.name, default, *_codec(hint)))
    return _Plan(tuple(scalars), tuple(parts))


def flatten(value: Record) -> dict[str, Json]:
    """Return all keys of a value: presence keys, every field of its parts, and its own fields beside the default."""
    state = {name: item for name, item, default in _own(value) if item != default}
    _add_parts(value, "", state)
    return state


def _own(value: Any) -> Iterator[tuple[str, Json, Json]]:
    for scalar in _plan(type(value)).scalars:
        item = getattr(value, scalar.name)
        yield (
            scalar.name,
            None if item is None else scalar.encode(item),
            (None if scalar.default is None else scalar.encode(scalar.default)),
        )


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


def restore(cls: type[R], id_: str, state: State) -> R:
    """Return the value of a record from its keys. What cannot be understood keeps its default."""
    children = _children(state)
    return _build(cls, id_, "", state, children)


def _children(state: State) -> dict[str, list[str]]:
    """Return for each prefix and part word the ids present, e.g. {'version/': ['facebook']}."""
    found: dict[str, list[str]] = {}
    for key, present in state.items():
        if present is True and key.endswith("/"):
            steps = key.split("/")
            found.setdefault("/".join(steps[:-2]) + "/", []).append(steps[-2])
    return found


def _build(cls: type[R], id_: str, prefix: str, state: State, children: Mapping[str, list[str]]) -> R:
    plan = _plan(cls)
    values: dict[str, Any] = {"id": id_}
    for scalar in plan.scalars:
        item = state.get(prefix + scalar.name)
        if item is None:
            continue
        try:
            values[scalar.name] = scalar.decode(item)
        except (ValueError, TypeError):
            continue  # written by a newer version: the key stays in the journal, here the default holds
    for parts in plan.parts:
        path = f"{prefix}{parts.word}/"
        ids = sorted(children.get(path, ()))
        if ids:
            values[parts.name] = tuple(
                _build(parts.cls, part, f"{path}{part}/", state, children) for part in ids
            )
    return cls(**values)
