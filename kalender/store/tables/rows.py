# SPDX-License-Identifier: EUPL-1.2
"""The tables derived from the journal: thrown away and rebuilt whenever their fingerprint differs. laid_out.py says them as SQL."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

ROW_TABLES = MetaData()

record = Table(
    "record",
    ROW_TABLES,
    Column("n", Integer, primary_key=True),
    Column("ref", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("deleted", Integer, nullable=False),
    Column("clean", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Index("record_ref", "ref", unique=True),
    Index("record_kind", "kind", "deleted"),
)
"""The current state of every record as JSON; clean: no conflict and no blended text."""

card = Table(
    "card",
    ROW_TABLES,
    Column("n", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("planned", Text),
    Column("zone", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("flags", Integer, nullable=False),
    Column("channels", Text, nullable=False),
    Column("own", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("responsible", Text, nullable=False),
    Column("picture", Text, nullable=False),
    Column("pictures", Integer, nullable=False),
    Column("labels", Text, nullable=False),
    Column("embargo", Text),
    Column("hold", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("reason", Text),
    Column("waiting_since", Text),
    Column("approved_by", Text, nullable=False),
    Column("approved_at", Text),
    Column("published", Text, nullable=False),
    Column("delivered", Text, nullable=False),
    Column("links", Integer, nullable=False),
    Column("comments", Integer, nullable=False),
    Column("last_comment", Text, nullable=False),
    Column("missing_alt", Integer, nullable=False),
    Column("series", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("doc", Integer, primary_key=True, autoincrement=False),
    Index("card_id", "id", unique=True),
    Index("card_n", "n", unique=True),
    Index("card_stage", "stage"),
)
"""One row a post that is not deleted, in the fields of Card; n is the record's, doc the row of the search index.

doc grows with the planned time: a month lies together on the disk, and each index that ends in it is in that order.
"""

tally = Table(
    "tally",
    ROW_TABLES,
    Column("month", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("flags", Integer, primary_key=True),
    Column("posts", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many cards there are of each planned month (2026-12, empty: no date), stage and flags; kept by TRIGGERS."""

facet = Table(
    "facet",
    ROW_TABLES,
    Column("f", Integer, primary_key=True),
    Column("stage", Text, nullable=False),
    Column("flags", Integer, nullable=False),
    Column("topic", Text, nullable=False),
    Column("responsible", Text, nullable=False),
    Column("channels", Text, nullable=False),
    Column("posts", Integer, nullable=False),
    Index("facet_all", "stage", "flags", "topic", "responsible", "channels", unique=True),
)
"""How many cards are alike in all that filters ask for: some hundred rows, and not more in a larger plan; kept by TRIGGERS."""

mark = Table(
    "mark",
    ROW_TABLES,
    Column("doc", Integer, primary_key=True, autoincrement=False),
    Column("f", Integer, nullable=False),
    Column("stage", Integer, nullable=False),
)
"""Which facet a card has, and its stage as a number (STAGES): a card in ten bytes, to be gone through; kept by TRIGGERS."""

labelled = Table(
    "labelled",
    ROW_TABLES,
    Column("label", Text, primary_key=True),
    Column("doc", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Which cards bear a label, in order of time; those without any are in none; kept by TRIGGERS."""

word = Table(
    "word",
    ROW_TABLES,
    Column("word", Text, primary_key=True),
    Column("posts", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""The long words of the index, and in how many posts they stand (rows/vocabulary.py)."""

link = Table(
    "link",
    ROW_TABLES,
    Column("target", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Index("link_n", "n"),
    sqlite_with_rowid=False,
)
"""Which record a post refers to: picture/…, channel/…, whose change changes its card, and its original (post/…)."""

decided = Table(
    "decided",
    ROW_TABLES,
    Column("day", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Index("decided_n", "n"),
    sqlite_with_rowid=False,
)
"""On which days someone decided on a post."""

conflict = Table(
    "conflict",
    ROW_TABLES,
    Column("n", Integer, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What is undecided (kind of the conflict) or blended (kind merged), with its candidates as JSON."""

step = Table(
    "step",
    ROW_TABLES,
    Column("stack", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""The undo stack: the first changeset of each own action, and whether undo or redo would take it next."""

step_part = Table(
    "step_part",
    ROW_TABLES,
    Column("seq", Integer, primary_key=True),
    Column("step", Integer, nullable=False),
    Index("step_part_step", "step"),
)
"""The later changesets of an action that needed more than one."""
