# SPDX-License-Identifier: EUPL-1.2
"""The tables of a plan file as SQL, written by layout.py from journal.py and rows.py; not to be changed by hand."""

JOURNAL = (
    """CREATE TABLE changeset (
seq INTEGER NOT NULL,
id BLOB NOT NULL,
v INTEGER NOT NULL,
dev TEXT NOT NULL,
"by" TEXT NOT NULL,
at TEXT NOT NULL,
label TEXT NOT NULL,
deps BLOB NOT NULL,
here INTEGER NOT NULL,
shared INTEGER NOT NULL,
PRIMARY KEY (seq)
)""",
    """CREATE TABLE meta (
"key" TEXT NOT NULL,
value TEXT NOT NULL,
PRIMARY KEY ("key")
)""",
    """CREATE TABLE op (
n INTEGER NOT NULL,
seq INTEGER NOT NULL,
record TEXT NOT NULL,
parents BLOB NOT NULL,
deleted INTEGER NOT NULL,
body BLOB NOT NULL,
PRIMARY KEY (n)
)""",
    """CREATE TABLE pending (
id BLOB NOT NULL,
body BLOB NOT NULL,
PRIMARY KEY (id)
)""",
    """CREATE TABLE seen (
place TEXT NOT NULL,
name TEXT NOT NULL,
body BLOB,
PRIMARY KEY (place, name)
)""",
    """CREATE TABLE tip (
record TEXT NOT NULL,
id BLOB NOT NULL,
PRIMARY KEY (record, id)
)""",
    """CREATE UNIQUE INDEX changeset_id ON changeset (id)""",
    """CREATE INDEX op_record ON op (record, seq)""",
    """CREATE INDEX op_seq ON op (seq)""",
)

ROWS = (
    """CREATE TABLE card (
n INTEGER NOT NULL,
id TEXT NOT NULL,
title TEXT NOT NULL,
planned TEXT,
zone TEXT NOT NULL,
stage TEXT NOT NULL,
flags INTEGER NOT NULL,
channels TEXT NOT NULL,
own TEXT NOT NULL,
topic TEXT NOT NULL,
responsible TEXT NOT NULL,
picture TEXT NOT NULL,
pictures INTEGER NOT NULL,
labels TEXT NOT NULL,
embargo TEXT,
hold TEXT NOT NULL,
digest TEXT NOT NULL,
reason TEXT,
waiting_since TEXT,
approved_by TEXT NOT NULL,
approved_at TEXT,
published TEXT NOT NULL,
delivered TEXT NOT NULL,
links INTEGER NOT NULL,
comments INTEGER NOT NULL,
last_comment TEXT NOT NULL,
missing_alt INTEGER NOT NULL,
series TEXT NOT NULL,
event TEXT NOT NULL,
language TEXT NOT NULL,
doc INTEGER NOT NULL,
PRIMARY KEY (doc)
)""",
    """CREATE TABLE "conflict" (
n INTEGER NOT NULL,
"key" TEXT NOT NULL,
kind TEXT NOT NULL,
body TEXT NOT NULL,
PRIMARY KEY (n, "key")
)
WITHOUT ROWID""",
    """CREATE TABLE decided (
day TEXT NOT NULL,
n INTEGER NOT NULL,
PRIMARY KEY (day, n)
)
WITHOUT ROWID""",
    """CREATE TABLE facet (
f INTEGER NOT NULL,
stage TEXT NOT NULL,
flags INTEGER NOT NULL,
topic TEXT NOT NULL,
responsible TEXT NOT NULL,
channels TEXT NOT NULL,
posts INTEGER NOT NULL,
PRIMARY KEY (f)
)""",
    """CREATE TABLE labelled (
label TEXT NOT NULL,
doc INTEGER NOT NULL,
PRIMARY KEY (label, doc)
)
WITHOUT ROWID""",
    """CREATE TABLE link (
target TEXT NOT NULL,
n INTEGER NOT NULL,
PRIMARY KEY (target, n)
)
WITHOUT ROWID""",
    """CREATE TABLE mark (
doc INTEGER NOT NULL,
f INTEGER NOT NULL,
stage INTEGER NOT NULL,
PRIMARY KEY (doc)
)""",
    """CREATE TABLE record (
n INTEGER NOT NULL,
ref TEXT NOT NULL,
kind TEXT NOT NULL,
deleted INTEGER NOT NULL,
clean INTEGER NOT NULL,
state TEXT NOT NULL,
PRIMARY KEY (n)
)""",
    """CREATE TABLE step (
stack TEXT NOT NULL,
seq INTEGER NOT NULL,
PRIMARY KEY (stack, seq)
)
WITHOUT ROWID""",
    """CREATE TABLE step_part (
seq INTEGER NOT NULL,
step INTEGER NOT NULL,
PRIMARY KEY (seq)
)""",
    """CREATE TABLE tally (
month TEXT NOT NULL,
stage TEXT NOT NULL,
flags INTEGER NOT NULL,
posts INTEGER NOT NULL,
PRIMARY KEY (month, stage, flags)
)
WITHOUT ROWID""",
    """CREATE TABLE word (
word TEXT NOT NULL,
posts INTEGER NOT NULL,
PRIMARY KEY (word)
)
WITHOUT ROWID""",
)

ROW_INDEXES = (
    """CREATE UNIQUE INDEX card_id ON card (id)""",
    """CREATE UNIQUE INDEX card_n ON card (n)""",
    """CREATE INDEX card_stage ON card (stage)""",
    """CREATE INDEX decided_n ON decided (n)""",
    """CREATE UNIQUE INDEX facet_all ON facet (stage, flags, topic, responsible, channels)""",
    """CREATE INDEX link_n ON link (n)""",
    """CREATE INDEX record_kind ON record (kind, deleted)""",
    """CREATE UNIQUE INDEX record_ref ON record (ref)""",
    """CREATE INDEX step_part_step ON step_part (step)""",
)
