# SPDX-License-Identifier: EUPL-1.2
"""The declared tables as SQL, written out as laid_out.py, so that no plan needs SQLAlchemy to be made or derived anew.

After a change of the tables: python -m kalender.store.tables.layout
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Index, MetaData
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from kalender.store.tables.journal import JOURNAL_TABLES
from kalender.store.tables.rows import ROW_TABLES

FILE = Path(__file__).with_name("laid_out.py")

_HEAD = '''# SPDX-License-Identifier: EUPL-1.2
"""The tables of a plan file as SQL, written by layout.py from journal.py and rows.py; not to be changed by hand."""
'''


def apart(tables: MetaData) -> tuple[list[str], list[str]]:
    """Return what makes the tables, and what makes their indexes: these are quicker to make once the rows are there."""
    ordered = tables.sorted_tables
    made = [CreateTable(table) for table in ordered]
    indexes = [CreateIndex(index) for table in ordered for index in sorted(table.indexes, key=_name)]
    return [_text(item) for item in made], [_text(item) for item in indexes]


def _name(index: Index) -> str:
    return str(index.name)


def _text(made: CreateTable | CreateIndex) -> str:
    lines = str(made.compile(dialect=sqlite.dialect())).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def written_out() -> str:
    """Return the text of laid_out.py."""
    journal, journal_indexes = apart(JOURNAL_TABLES)
    rows, row_indexes = apart(ROW_TABLES)
    named = {"JOURNAL": [*journal, *journal_indexes], "ROWS": rows, "ROW_INDEXES": row_indexes}
    return _HEAD + "".join(f"\n{name} = (\n{_listed(texts)})\n" for name, texts in named.items())


def _listed(texts: list[str]) -> str:
    return "".join(f'    """{text}""",\n' for text in texts)


if __name__ == "__main__":
    FILE.write_text(written_out(), encoding="utf-8")
