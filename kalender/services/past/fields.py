# SPDX-License-Identifier: EUPL-1.2
"""The fields of a post that its states have changed: which there are, and what each is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kalender.services.past.comparing import IN_VERSION, OF_PICTURE, PICTURES, PLAIN, Difference


def field_of(key: str) -> str:
    """Return the field a key of the journal belongs to, as restored() takes it; empty for what never comes back."""
    steps = [step for step in key.split("/") if step]
    match steps:
        case [name] if name in PLAIN:
            return name
        case ["version", channel]:
            return f"version/{channel}"
        case ["version", channel, name] if name in IN_VERSION:
            return f"version/{channel}/{name}"
        case ["version", channel, "placement", *_]:
            return f"version/{channel}/placements"
        case ["attachment", id_, name] if name in OF_PICTURE:
            return f"attachment/{id_}/{name}"
        case ["attachment", *_]:
            return PICTURES
        case _:
            return ""


def written(keys: Iterable[str]) -> set[str]:
    """Return the fields a step changed; those of a channel or picture that it brought in are not among them."""
    known = tuple(keys)
    new = tuple(key for key in known if key.endswith("/"))
    return {
        field_of(key) for key in known if key.endswith("/") or not key.startswith(new) or "/placement/" in key
    } - {""}


def brought(keys: Iterable[str], field: str) -> bool:
    """Tell whether a step brought in the channel or picture that a field belongs to."""
    part = "/".join(field.split("/")[:2]) + "/"
    return "/" in field and part in keys


def fields_in(keys: Iterable[Iterable[str]]) -> list[str]:
    """Return the fields that steps changed, those of the post first, then its channels, then its pictures; each once.

    keys: of each step.
    """
    found = {field for some in keys for field in written(some)}
    order = {name: number for number, name in enumerate(PLAIN)}

    def place(field: str) -> tuple[int, int, str]:
        if field in order:
            return 0, order[field], field
        return (1 if field.startswith("version/") else 2), 0, field

    return sorted(found, key=place)


def about(field: str, pictures: Mapping[str, str]) -> Difference:
    """Return what a field is about, without values. pictures: attachment -> picture."""
    steps = field.split("/")
    match steps:
        case ["version", channel]:
            return Difference(field=field, what="channel", channel=channel)
        case ["version", channel, name]:
            return Difference(field=field, what="crop" if name == "placements" else name, channel=channel)
        case ["attachment", id_, name]:
            return Difference(field=field, what=name, picture=pictures.get(id_, ""))
        case _:
            return Difference(field=field, what=field)
