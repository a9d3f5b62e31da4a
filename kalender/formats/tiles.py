# SPDX-License-Identifier: EUPL-1.2
"""Shapes and templates of tiles that ship with the program, from resources/tiles."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from kalender.domain.frozen import defaults_of, frozen
from kalender.domain.tiles.tile import TileField, TileShape, TileTemplate
from kalender.formats.resources import folder
from kalender.formats.schema import Fault, Wrong, read

VERSION = 1
FILE = "kacheln.toml"


@frozen
class TileStock:
    """What there is to begin with. The first shape is that of the picture itself."""

    shapes: tuple[TileShape, ...]
    templates: tuple[TileTemplate, ...]

    def template(self, id_: str) -> TileTemplate | None:
        """Return a template by its id, or None."""
        return next((item for item in self.templates if item.id == id_), None)


@lru_cache(maxsize=1)
def tile_stock() -> TileStock:
    """Return shapes and templates; raises Wrong where the shipped file is not right."""
    document = read(folder() / "tiles" / FILE)
    if document.get("schema") != VERSION:
        raise Wrong("schema", Fault.NEWER, str(VERSION))
    shapes = tuple(_value(TileShape, entry) for entry in _tables(document, "shape"))
    templates = tuple(
        _value(TileTemplate, entry, fields=tuple(_value(TileField, item) for item in _tables(entry, "field")))
        for entry in _tables(document, "template")
    )
    return TileStock(shapes=shapes, templates=templates)


def _tables(document: dict[str, Any], key: str) -> list[dict[str, Any]]:
    tables = document.get(key)
    if not isinstance(tables, list) or not tables or not all(isinstance(item, dict) for item in tables):
        raise Wrong(key, Fault.MISSING, "list of tables")
    return tables


def _value(cls: Any, entry: dict[str, Any], **parts: Any) -> Any:
    """Return a value of a class from its table; what it does not know is wrong."""
    known = defaults_of(cls)
    values = {**{key: item for key, item in entry.items() if not isinstance(item, list)}, **parts}
    for key in values:
        if key not in known:
            raise Wrong(key, Fault.UNKNOWN_KEY, ", ".join(known))
    try:
        return cls(**values)
    except TypeError as error:
        raise Wrong(str(entry.get("id", "")), Fault.MISSING, str(error)) from error
