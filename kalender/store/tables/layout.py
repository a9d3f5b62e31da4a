# SPDX-License-Identifier: EUPL-1.2
"""The declared tables as SQL. SQLAlchemy is needed for this alone, so an existing plan opens without it."""

from __future__ import annotations

from sqlalchemy import Index, MetaData
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable


def statements(tables: MetaData) -> list[str]:
    """Return what makes the tables and their indexes, in a fixed order."""
    made, indexes = apart(tables)
    return [*made, *indexes]


def apart(tables: MetaData) -> tuple[list[str], list[str]]:
    """Return what makes the tables, and what makes their indexes: these are quicker to make once the rows are there."""
    ordered = tables.sorted_tables
    made = [CreateTable(table) for table in ordered]
    indexes = [CreateIndex(index) for table in ordered for index in sorted(table.indexes, key=_name)]
    return [_text(item) for item in made], [_text(item) for item in indexes]


def _name(index: Index) -> str:
    return str(index.name)


def _text(made: CreateTable | CreateIndex) -> str:
    return str(made.compile(dialect=sqlite.dialect()))
