# SPDX-License-Identifier: EUPL-1.2
"""The declared tables as SQL. SQLAlchemy is needed for this alone, so an existing plan opens without it."""

from __future__ import annotations

from sqlalchemy import MetaData
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable


def statements(tables: MetaData) -> list[str]:
    """Return what makes the tables and their indexes, in a fixed order."""
    made: list[CreateTable | CreateIndex] = []
    for table in tables.sorted_tables:
        made.append(CreateTable(table))
        made += [CreateIndex(index) for index in sorted(table.indexes, key=lambda item: str(item.name))]
    return [str(item.compile(dialect=sqlite.dialect())) for item in made]
