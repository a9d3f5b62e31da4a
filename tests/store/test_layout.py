# SPDX-License-Identifier: EUPL-1.2
"""The SQL that makes a plan is that of the declared tables."""

from kalender.store.tables import laid_out, layout
from kalender.store.tables.journal import JOURNAL_TABLES
from kalender.store.tables.rows import ROW_TABLES


def test_the_written_tables_are_the_declared_ones() -> None:
    assert layout.FILE.read_text(encoding="utf-8") == layout.written_out()
    assert laid_out.JOURNAL


def test_every_table_and_index_is_written() -> None:
    made = "\n".join((*laid_out.JOURNAL, *laid_out.ROWS, *laid_out.ROW_INDEXES)).replace('"', "")
    for table in (*JOURNAL_TABLES.sorted_tables, *ROW_TABLES.sorted_tables):
        assert f"CREATE TABLE {table.name} (" in made
        assert all(f" INDEX {index.name} ON " in made for index in table.indexes)
