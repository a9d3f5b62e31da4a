# SPDX-License-Identifier: EUPL-1.2
"""Counting and finding posts by what filters ask for without reading cards: by facets, and where words or days matter by marks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from kalender.domain.archive import Archive
from kalender.domain.card import Filter
from kalender.domain.stage import Flag, Stage
from kalender.store.connection import Connection
from kalender.store.journal import listed
from kalender.store.rows import search
from kalender.store.rows.narrowing import DROPPED, Conditions, narrow

_CLOCK = frozenset({Flag.OVERDUE, Flag.EMBARGO})
_SETTLED = f"(stage = '{Stage.PUBLISHED.value}' OR flags & {DROPPED} != 0)"
"""What may be in the archive."""

_KEPT = "mark.doc IN (SELECT doc FROM card WHERE id IN (SELECT value FROM json_each(?)))"
_BORNE = "mark.doc IN (SELECT doc FROM labelled WHERE label IN (SELECT value FROM json_each(?)))"


def told_by_facets(filter_: Filter, now: datetime | None) -> bool:
    """Tell whether a filter asks for nothing but words, labels and what facets hold: no events, days, no clock."""
    clock = now is not None and not _CLOCK.isdisjoint(filter_.flags)
    return not ("" in filter_.labels or filter_.events or filter_.first or filter_.last or clock)


def _facets(filter_: Filter, more: str = "") -> Conditions:
    """Return the conditions of the facets that a filter chooses."""
    found = narrow(Conditions(), replace(filter_, text="", labels=frozenset()), None)
    return found.add(more) if more else found


def _end(archive: Archive) -> int:
    """Return the first doc after the days that are in the archive."""
    assert archive.until is not None
    return (
        search.UNDATED if archive.until >= date.max else search.doc_numbers(archive.until, archive.until)[1]
    )


def _within(found: Conditions, chosen: Conditions) -> Conditions:
    """Add that a mark has one of the facets chosen."""
    return found.add(f"mark.f IN (SELECT f FROM facet{chosen.where})", *chosen.values)  # noqa: S608 - own conditions


def any_of(on: Connection, filter_: Filter, stage: Stage) -> bool:
    """Tell whether there are posts of a stage that a filter may choose; words, labels and the archive are left aside."""
    chosen = _facets(filter_).add("stage = ?", stage.value)
    return bool(on.sql(f"SELECT 1 FROM facet{chosen.where} LIMIT 1", chosen.values))  # noqa: S608 - own conditions


def marks(
    on: Connection, filter_: Filter, archive: Archive, words: str, stage: Stage | None = None
) -> tuple[str, str, Conditions]:
    """Return where the posts that a filter chooses are found, by what they are in order of time, and the conditions.

    words: as a query of the index, or empty. Only for filters that told_by_facets() allows.
    """
    source, doc, found = "mark", "mark.doc", Conditions()
    if words:
        source, doc = "search CROSS JOIN mark ON mark.doc = search.rowid", "search.rowid"
        found.add("search MATCH ?", words)
    if filter_.labels:
        found.add(_BORNE, listed(sorted(filter_.labels)))
    if stage is not None:
        found.add(f"mark.stage = {tuple(Stage).index(stage)}")
    chosen = _facets(filter_)
    others = f"SELECT 1 FROM facet WHERE NOT ({' AND '.join(chosen.texts)}) LIMIT 1"  # noqa: S608 - own conditions
    if chosen.texts and on.sql(others, chosen.values):  # what chooses all need not be asked of each
        _within(found, chosen)
    if archive.until is not None:
        kept = f" OR {_KEPT}" if archive.kept else ""
        found.add(
            f"(mark.doc >= ? OR mark.f IN (SELECT f FROM facet WHERE NOT {_SETTLED}){kept})",  # noqa: S608 - own words
            _end(archive),
            *([listed(archive.kept)] if archive.kept else ()),
        )
    return source, doc, found


def counts(on: Connection, filter_: Filter, archive: Archive, words: str) -> dict[Stage, int]:
    """Return how many posts of each stage a filter chooses; words and what is allowed as in marks()."""
    if words or filter_.labels:
        source, _doc, chosen = marks(on, filter_, archive, words)
        found = _summed(on, source, chosen)
    elif archive.until is None:
        found = _added(on, _facets(filter_))
    else:
        found = _added(on, _facets(filter_, f"NOT {_SETTLED}"))
        settled = _facets(filter_, _SETTLED)
        found += _summed(on, "mark", _within(Conditions().add("mark.doc >= ?", _end(archive)), settled))
        if archive.kept:
            kept = Conditions().add("mark.doc < ?", _end(archive)).add(_KEPT, listed(archive.kept))
            found += _summed(on, "mark", _within(kept, settled))
    return {stage: found[stage] for stage in Stage}


def parted(
    on: Connection, column: str, filter_: Filter, archive: Archive, words: str
) -> list[tuple[Any, ...]]:
    """Return value, stage and number of posts for each value of a column of the facets and each stage."""
    if words or filter_.labels or archive.until is not None:
        source, _doc, chosen = marks(on, filter_, archive, words)
        alike = f"SELECT mark.f AS f, count(*) AS found FROM {source}{chosen.where} GROUP BY 1"  # noqa: S608 - own conditions
        text = f"SELECT {column}, stage, sum(found) FROM ({alike}) JOIN facet USING (f) GROUP BY 1, 2"  # noqa: S608 - own names
    else:
        chosen = _facets(filter_)
        text = f"SELECT {column}, stage, sum(posts) FROM facet{chosen.where} GROUP BY 1, 2"  # noqa: S608 - own names
    return on.sql(text, chosen.values)


def _added(on: Connection, chosen: Conditions) -> Counter[Stage]:
    text = f"SELECT stage, sum(posts) FROM facet{chosen.where} GROUP BY 1"  # noqa: S608 - own conditions
    return Counter({Stage(stage): posts for stage, posts in on.sql(text, chosen.values)})


def _summed(on: Connection, source: str, chosen: Conditions) -> Counter[Stage]:
    """Count marks by stage in one walk, which is quicker than to group them; only stages there are cost something."""
    there = [Stage(row[0]) for row in on.sql("SELECT DISTINCT stage FROM facet")]
    sums = ", ".join(f"sum(mark.stage = {tuple(Stage).index(stage)})" for stage in there) or "0"
    (row,) = on.sql(f"SELECT {sums} FROM {source}{chosen.where}", chosen.values)  # noqa: S608 - own conditions
    return Counter({stage: posts or 0 for stage, posts in zip(there, row, strict=bool(there))})
