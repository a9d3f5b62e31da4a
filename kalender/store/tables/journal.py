# SPDX-License-Identifier: EUPL-1.2
"""The tables that hold the truth. They are for ever: a change here is a new version of the plan file."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

JOURNAL_TABLES = MetaData()

changeset = Table(
    "changeset",
    JOURNAL_TABLES,
    Column("seq", Integer, primary_key=True),
    Column("id", LargeBinary, nullable=False),
    Column("v", Integer, nullable=False),
    Column("dev", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("deps", LargeBinary, nullable=False),
    Column("here", Integer, nullable=False),
    Column("shared", Integer, nullable=False),
    Index("changeset_id", "id", unique=True),
)
"""One row a changeset, in the order of arrival. here: written in this file; shared: someone else may hold it."""

op = Table(
    "op",
    JOURNAL_TABLES,
    Column("n", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("parents", LargeBinary, nullable=False),
    Column("deleted", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("op_record", "record", "seq"),
    Index("op_seq", "seq"),
)
"""One row an op. parents: ids of 32 bytes one after another; body: the keys it sets, JSON, zlib where that is shorter."""

tip = Table(
    "tip",
    JOURNAL_TABLES,
    Column("record", Text, primary_key=True),
    Column("id", LargeBinary, primary_key=True),
)
"""The heads of each record."""

pending = Table(
    "pending",
    JOURNAL_TABLES,
    Column("id", LargeBinary, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""Changesets that arrived before something they build on, as their canonical bytes."""

seen = Table(
    "seen",
    JOURNAL_TABLES,
    Column("place", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("body", LargeBinary),
)
"""What has been read from a place of exchange, by the name it has there."""

meta = Table(
    "meta",
    JOURNAL_TABLES,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""plan, device, and the fingerprint of the rows."""
