# SPDX-License-Identifier: EUPL-1.2
"""What SQLite itself keeps in step with the cards, the index of words, and both as they are filled anew."""

from __future__ import annotations

from kalender.domain.stage import Stage

STAGES = tuple(stage.value for stage in Stage)
"""The stages in the order of their numbers in mark."""

_ALIKE = ("stage", "flags", "topic", "responsible", "channels")
_ALL = ", ".join(_ALIKE)
_NEW = ", ".join(f"new.{name}" for name in _ALIKE)
_MONTH = "coalesce(substr({}planned, 1, 7), '')"
_WHEN = " ".join(f"WHEN '{stage}' THEN {n}" for n, stage in enumerate(STAGES))
_NUMBER = f"CASE stage {_WHEN} END"

_MORE = f"""INSERT INTO tally VALUES ({_MONTH.format("new.")}, new.stage, new.flags, 1)
ON CONFLICT (month, stage, flags) DO UPDATE SET posts = posts + 1;
INSERT INTO facet ({_ALL}, posts) VALUES ({_NEW}, 1) ON CONFLICT ({_ALL}) DO UPDATE SET posts = posts + 1;
INSERT INTO mark SELECT new.doc, f, {_NUMBER} FROM facet WHERE ({_ALL}) = ({_NEW});"""  # noqa: S608 - own names
_LESS = f"""UPDATE tally SET posts = posts - 1
WHERE month = {_MONTH.format("old.")} AND stage = old.stage AND flags = old.flags;
DELETE FROM tally WHERE posts = 0
AND month = {_MONTH.format("old.")} AND stage = old.stage AND flags = old.flags;
UPDATE facet SET posts = posts - 1 WHERE f = (SELECT f FROM mark WHERE doc = old.doc);
DELETE FROM facet WHERE posts = 0 AND f = (SELECT f FROM mark WHERE doc = old.doc);
DELETE FROM mark WHERE doc = old.doc;"""  # noqa: S608 - own names
_BORNE = "INSERT INTO labelled SELECT DISTINCT value, new.doc FROM json_each(new.labels);"
_UNBORNE = "DELETE FROM labelled WHERE doc = old.doc AND label IN (SELECT value FROM json_each(old.labels));"
_DIFFERS = " OR ".join(f"old.{name} != new.{name}" for name in _ALIKE)

TRIGGERS = (
    f"CREATE TRIGGER card_more AFTER INSERT ON card BEGIN {_MORE} END",
    f"CREATE TRIGGER card_less AFTER DELETE ON card BEGIN {_LESS} END",
    f"""CREATE TRIGGER card_other AFTER UPDATE OF planned, {_ALL} ON card
WHEN {_DIFFERS} OR old.planned IS NOT new.planned
BEGIN {_LESS} {_MORE} END""",
    f"CREATE TRIGGER card_labelled AFTER INSERT ON card WHEN new.labels != '[]' BEGIN {_BORNE} END",
    f"CREATE TRIGGER card_unlabelled AFTER DELETE ON card WHEN old.labels != '[]' BEGIN {_UNBORNE} END",
    f"""CREATE TRIGGER card_relabelled AFTER UPDATE OF labels ON card WHEN old.labels != new.labels
BEGIN {_UNBORNE} {_BORNE} END""",
)

COUNTED = (
    f"INSERT INTO tally SELECT {_MONTH.format('')}, stage, flags, count(*) FROM card GROUP BY 1, 2, 3",  # noqa: S608 - own names
    f"INSERT INTO facet ({_ALL}, posts) SELECT {_ALL}, count(*) FROM card GROUP BY {_ALL}",  # noqa: S608 - own names
    f"INSERT INTO mark SELECT doc, f, {_NUMBER} FROM card JOIN facet USING ({_ALL}) ORDER BY doc",  # noqa: S608 - own names
    "INSERT INTO labelled SELECT DISTINCT value, doc FROM card, json_each(labels) WHERE labels != '[]' ORDER BY 1, 2",
)
"""What the triggers would have counted, for cards that were all written before there were any."""

SEARCH = """CREATE VIRTUAL TABLE search USING fts5(
title, text, channel, notes, comments, place, labels, spelled, tokenize='unicode61 remove_diacritics 2', prefix='2 3')"""
"""The full-text index; its rowid is the doc of the card, which grows with the planned time."""

_SETTING = "INSERT INTO search (search, rank) VALUES ('{}', {})"

GATHERED = (_SETTING.format("automerge", 0), _SETTING.format("crisismerge", 999))
"""What keeps FTS5 from merging what it wrote while there is more to come …"""

MERGED = (
    "INSERT INTO search (search) VALUES ('optimize')",
    _SETTING.format("automerge", 4),
    _SETTING.format("crisismerge", 16),
)
"""… and what merges all of it once, with the numbers FTS5 has of itself."""
