# SPDX-License-Identifier: EUPL-1.2
"""Templates, text blocks, lists and emoji that ship with the program, from resources/practice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from kalender.domain.frozen import defaults_of, frozen
from kalender.domain.templates.template import Block, BlockKind, Purpose, Template
from kalender.formats.resources import folder
from kalender.formats.schema import Fault, Wrong, read

VERSION = 1
TEMPLATES, BLOCKS, LISTS, EMOJI = "vorlagen.toml", "bausteine.toml", "angaben.toml", "emoji.toml"


@frozen
class Emoji:
    """A picture letter with its German words, the first of which names it."""

    letter: str
    words: tuple[str, ...]
    group: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.words[0]


@frozen
class Stock:
    """What there is to begin with. lists: groups, tasks, by name."""

    templates: tuple[Template, ...]
    blocks: tuple[Block, ...]
    lists: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def stock() -> Stock:
    """Return templates, blocks and lists; raises Wrong where a shipped file is not right."""
    lists = _document(LISTS)
    return Stock(
        templates=tuple(
            _value(Template, entry, Purpose, "purpose") for entry in _tables(TEMPLATES, "template")
        ),
        blocks=tuple(_value(Block, entry, BlockKind, "form") for entry in _tables(BLOCKS, "block")),
        lists={name: tuple(entries) for name, entries in lists.items() if isinstance(entries, list)},
    )


@lru_cache(maxsize=1)
def emoji() -> tuple[Emoji, ...]:
    """Return the emoji in the order of the file; raises Wrong."""
    found = []
    for group, entries in _document(EMOJI).items():
        if not isinstance(entries, dict):
            continue
        for letter, words in entries.items():
            parts = tuple(part.strip() for part in str(words).split(",") if part.strip())
            if not parts:
                raise Wrong(f"{group}.{letter}", Fault.WRONG_VALUE, "German words")
            found.append(Emoji(letter=letter, words=parts, group=group))
    return tuple(found)


def _document(name: str) -> dict[str, Any]:
    document = read(folder() / "practice" / name)
    if document.get("schema") != VERSION:
        raise Wrong("schema", Fault.NEWER, str(VERSION))
    return document


def _tables(name: str, key: str) -> list[dict[str, Any]]:
    tables = _document(name).get(key)
    if not isinstance(tables, list) or not all(isinstance(item, dict) for item in tables):
        raise Wrong(key, Fault.MISSING, "list of tables")
    return tables


def _value(cls: type[Any], entry: Mapping[str, Any], words: type[Any], name: str) -> Any:
    """Return a value of a table whose keys are the fields of a class; name: the field that is one of some words."""
    known = defaults_of(cls)
    values: dict[str, Any] = {}
    for key, said in entry.items():
        if key not in known:
            raise Wrong(f"{entry.get('id')}.{key}", Fault.UNKNOWN_KEY, ", ".join(sorted(known)))
        values[key] = (
            tuple(said) if isinstance(said, list) else said.strip() if isinstance(said, str) else said
        )
    try:
        values[name] = words(values.get(name, known[name]))
    except ValueError as error:
        raise Wrong(
            f"{entry.get('id')}.{name}", Fault.WRONG_VALUE, ", ".join(item.value for item in words)
        ) from error
    return cls(**values)
