# SPDX-License-Identifier: EUPL-1.2
"""A filter as conditions on the table of cards."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from datetime import date, datetime, timedelta
from typing import Any

from kalender.domain.card import Filter
from kalender.domain.frozen import changeable
from kalender.domain.stage import Flag, Stage
from kalender.store.journal import listed
from kalender.store.rows import search
from kalender.store.rows.cards import FLAG_BITS, iso

DROPPED = FLAG_BITS[Flag.DROPPED]


@changeable
class Conditions:
    """What a row must fulfil, as SQL with its values."""

    texts: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, text: str, *values: Any) -> Conditions:
        """Add a condition; return these."""
        self.texts.append(text)
        self.values += values
        return self

    @property
    def where(self) -> str:
        """The WHERE clause, or nothing."""
        return f" WHERE {' AND '.join(self.texts)}" if self.texts else ""


def narrow(
    found: Conditions,
    filter_: Filter | None,
    now: datetime | None,
    *,
    asked: Callable[[Sequence[search.Term]], str] = search.query,
    between: tuple[int, int] | None = None,
) -> Conditions:
    """Add the conditions of a filter; dropped posts only where it asks for them.

    asked: puts words as a query of the index. between: the first and the end of the rows of the index that matter,
    where words need not be looked for in all.
    """
    chosen = filter_ or Filter()
    if not chosen.dropped and Flag.DROPPED not in chosen.flags:
        found.add(f"flags & {DROPPED} = 0")
    if not chosen.active:
        return found
    _holds(found, "channels", chosen.channels)
    _holds(found, "labels", chosen.labels)
    _any(found, "event", chosen.events)
    _any(found, "stage", (stage.value for stage in chosen.stages))
    _any(found, "topic", chosen.topics)
    _any(found, "responsible", chosen.people)
    if chosen.flags:
        _flags(found, chosen.flags, now)
    undated = " OR planned IS NULL" if chosen.undated else ""
    if chosen.first is not None:
        found.add(f"(planned >= ?{undated})", iso(chosen.first))
        if not chosen.undated:
            found.add("card.doc >= ?", search.doc_number(chosen.first, 0))
    if chosen.last is not None:
        found.add(f"(planned <= ?{undated})", iso(chosen.last))
        if not chosen.undated:
            found.add("card.doc < ?", search.doc_number(chosen.last, 0) + (1 << search.NUMBER_BITS))
    wanted = search.terms(chosen.text)
    if wanted:
        within = "" if between is None else " AND rowid >= ? AND rowid < ?"
        condition = f"card.doc IN (SELECT rowid FROM search WHERE search MATCH ?{within})"  # noqa: S608 - own words
        found.add(condition, asked(wanted), *(between or ()))
    return found


def _holds(found: Conditions, column: str, values: Iterable[str]) -> None:
    """Add the condition that a column that lists words as JSON has any of these; "" stands for an empty list."""
    wanted = sorted(values)
    names = [json.dumps(word, ensure_ascii=False) if word else "[]" for word in wanted]
    if names:
        found.add(f"({' OR '.join([f'instr({column}, ?)'] * len(names))})", *names)


def _any(found: Conditions, column: str, values: Iterable[str]) -> None:
    wanted = list(values)
    if wanted:
        condition = f"{column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - the name of a column
        found.add(condition, listed(wanted))


def _flags(found: Conditions, flags: frozenset[Flag], now: datetime | None) -> None:
    """Add the condition for any of these flags, those of the clock judged at now."""
    either = [f"flags & {sum(FLAG_BITS[flag] for flag in flags)} != 0"]
    values: list[Any] = []
    if now is not None and Flag.OVERDUE in flags:
        either.append(f"(planned < ? AND stage != ? AND flags & {DROPPED} = 0)")
        values += [iso(now), Stage.PUBLISHED.value]
    if now is not None and Flag.EMBARGO in flags:
        either.append("embargo > ?")
        values.append(iso(now))
    found.add(f"({' OR '.join(either)})", *values)


def after(last: date) -> str:
    """Return the first moment after a day as it sorts among planned times."""
    return "9999-12-32" if last >= date.max else (last + timedelta(days=1)).isoformat()
