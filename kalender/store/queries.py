# SPDX-License-Identifier: EUPL-1.2
"""Reading a plan: cards for calendar, board and lists, values by id, search, and what is undecided."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

import sqlalchemy as sa

from kalender.domain.card import Card, Filter
from kalender.domain.hit import Hit
from kalender.domain.merge import Conflict, Merged
from kalender.domain.post import Post
from kalender.domain.record import Record, restore
from kalender.domain.stage import Flag, Stage
from kalender.store import search
from kalender.store.cards import CARD_COLUMNS, FLAG_BITS, iso, to_card
from kalender.store.connection import Connection
from kalender.store.projection import Projection
from kalender.store.tables.rows import card, conflict, decided, link, record

R = TypeVar("R", bound=Record)

_DROPPED = FLAG_BITS[Flag.DROPPED]
_ORDER = (card.c.planned.is_(None), card.c.planned, card.c.n)
_CARD = sa.select(*CARD_COLUMNS)


class Queries:
    """The questions services ask of a plan. A deleted record is in none of the answers but trash().

    now: where given, flags that depend on the clock (overdue, embargo) are set and can be filtered by.
    """

    def __init__(self, connection: Connection, projection: Projection) -> None:
        self._on = connection
        self._projection = projection

    def get(self, cls: type[R], id_: str) -> R | None:
        """Return a record's current value; None for an unknown or deleted one."""
        rows = self._on.rows(_STATE.where(record.c.ref == f"{cls.KIND}/{id_}", record.c.deleted == 0))
        return self._values(cls, rows)[0] if rows else None

    def some(self, cls: type[R], ids: Iterable[str]) -> list[R]:
        """Return the current values of those records that exist and are not deleted, in the order of ids."""
        refs = [f"{cls.KIND}/{id_}" for id_ in ids]
        rows = self._projection.rows(refs)
        return [
            restore(cls, ref.partition("/")[2], rows[ref].state)
            for ref in refs
            if ref in rows and not rows[ref].deleted
        ]

    def all(self, cls: type[R]) -> list[R]:
        """Return all records of a small kind, oldest first."""
        rows = self._on.rows(
            _STATE.where(record.c.kind == cls.KIND, record.c.deleted == 0).order_by(record.c.n)
        )
        return self._values(cls, rows)

    def trash(self, cls: type[R]) -> list[R]:
        """Return the deleted records of a kind, as they were."""
        rows = self._on.rows(
            _STATE.where(record.c.kind == cls.KIND, record.c.deleted == 1).order_by(record.c.n)
        )
        return self._values(cls, rows)

    def count(self, cls: type[Record]) -> int:
        """Return how many records of a kind there are."""
        statement = sa.select(sa.func.count()).where(record.c.kind == cls.KIND, record.c.deleted == 0)
        return int(self._on.rows(statement)[0][0])

    def merged(self, ref: str) -> Merged | None:
        """Return the state, heads and conflicts of a record, deleted or not; None for an unknown one."""
        return self._projection.merged([ref]).get(ref)

    def card(self, post: str, now: datetime | None = None) -> Card | None:
        """Return the card of a post."""
        found = self._cards(_CARD.where(card.c.id == post), now)
        return found[0] if found else None

    def cards(self, posts: Iterable[str], now: datetime | None = None) -> list[Card]:
        """Return the cards of posts, by planned time."""
        wanted = list(posts)
        found = []
        for start in range(0, len(wanted), 400):
            found += self._cards(_CARD.where(card.c.id.in_(wanted[start : start + 400])), now)
        return sorted(found, key=lambda item: (item.planned is None, item.planned or datetime.min, item.id))

    def cards_between(
        self, first: date, last: date, filter_: Filter | None = None, now: datetime | None = None
    ) -> list[Card]:
        """Return the cards planned from the first to the last day (inclusive), by time."""
        statement = _CARD.where(card.c.planned >= first.isoformat(), card.c.planned < _after(last))
        statement = self._narrowed(statement, filter_, now)
        return self._cards(statement.order_by(card.c.planned, card.c.n), now)

    def backlog(self, filter_: Filter | None = None, now: datetime | None = None) -> list[Card]:
        """Return the cards without a date, newest first."""
        statement = self._narrowed(_CARD.where(card.c.planned.is_(None)), filter_, now)
        return self._cards(statement.order_by(card.c.n.desc()), now)

    def counts(self, filter_: Filter | None = None, now: datetime | None = None) -> dict[Stage, int]:
        """Return how many posts are in each stage."""
        statement = self._narrowed(sa.select(card.c.stage, sa.func.count()), filter_, now)
        found = {row[0]: row[1] for row in self._on.rows(statement.group_by(card.c.stage))}
        return {stage: found.get(stage.value, 0) for stage in Stage}

    def column(
        self,
        stage: Stage,
        filter_: Filter | None = None,
        limit: int = 50,
        offset: int = 0,
        now: datetime | None = None,
    ) -> list[Card]:
        """Return some cards of a stage, by planned time, those without a date last."""
        statement = self._narrowed(_CARD.where(card.c.stage == stage.value), filter_, now)
        return self._cards(statement.order_by(*_ORDER).limit(limit).offset(offset), now)

    def find(self, text: str, limit: int = 50, now: datetime | None = None) -> list[Hit]:
        """Return the posts with all words of a text (beginnings count; "…" is a phrase), undated and newest first."""
        wanted = search.terms(text)
        if not wanted:
            return []
        docs = self._on.sql(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?",
            (search.query(wanted), limit),
        )
        if not docs:
            return []
        rows = self._on.rows(
            sa.select(*CARD_COLUMNS, record.c.state)
            .join(record, record.c.n == card.c.n)
            .where(card.c.doc.in_([row[0] for row in docs]))
            .order_by(card.c.doc.desc())
        )
        return [self._hit(row, wanted, now) for row in rows]

    def _hit(self, row: sa.Row[*tuple[Any, ...]], wanted: Sequence[search.Term], now: datetime | None) -> Hit:
        with self._on.decoding():
            found = to_card(row[:-1])
            post = restore(Post, found.id, json.loads(row[-1]))
        shown = found if now is None else found.at(now)
        for field, text in search.texts(post).items():
            piece = search.excerpt(text, wanted)
            if piece is not None:
                return Hit(card=shown, field=field, excerpt=piece[0], marks=piece[1])
        return Hit(card=shown, field="title", excerpt=found.title, marks=())

    def posts_using(self, ref: str) -> list[str]:
        """Return the ids of posts that use a picture (picture/…) or go to a channel (channel/…), by planned time."""
        statement = sa.select(card.c.id).join(link, link.c.n == card.c.n).where(link.c.target == ref)
        return [row[0] for row in self._on.rows(statement.order_by(*_ORDER))]

    def decided_on(self, day: date) -> list[str]:
        """Return the ids of posts on which someone decided on a day."""
        statement = sa.select(card.c.id).join(decided, decided.c.n == card.c.n)
        return [
            row[0]
            for row in self._on.rows(statement.where(decided.c.day == day.isoformat()).order_by(*_ORDER))
        ]

    def contested(self, ref: str) -> bool:
        """Tell whether a key that an approval covers is undecided, in a post or in what it refers to."""
        return self._projection.contested(ref)

    def conflicts(self) -> dict[str, tuple[Conflict, ...]]:
        """Return what is undecided in the whole plan, by name of the record."""
        statement = sa.select(record.c.n, record.c.ref).where(record.c.clean == 0).order_by(record.c.n)
        refs = {row[0]: row[1] for row in self._on.rows(statement)}
        found = self._projection.conflicts(refs)
        return {refs[n]: undecided for n, (undecided, _blended) in found.items() if undecided}

    def undecided(self) -> int:
        """Return how many conflicts there are."""
        statement = sa.select(sa.func.count()).select_from(conflict).where(conflict.c.kind != "merged")
        return int(self._on.rows(statement)[0][0])

    def _cards(self, statement: sa.Select[Any], now: datetime | None) -> list[Card]:
        rows = self._on.rows(statement)
        with self._on.decoding():
            found = [to_card(row) for row in rows]
        return found if now is None else [item.at(now) for item in found]

    def _values(self, cls: type[R], rows: Sequence[sa.Row[*tuple[Any, ...]]]) -> list[R]:
        with self._on.decoding():
            return [restore(cls, row[0].partition("/")[2], json.loads(row[1])) for row in rows]

    def _narrowed(
        self, statement: sa.Select[Any], filter_: Filter | None, now: datetime | None
    ) -> sa.Select[Any]:
        """Return a statement on cards with the conditions of a filter; dropped posts only where it asks for them."""
        chosen = filter_ or Filter()
        if not chosen.dropped and Flag.DROPPED not in chosen.flags:
            statement = statement.where(card.c.flags.op("&")(_DROPPED) == 0)
        if not chosen.active:
            return statement
        if chosen.channels:
            targets = [f"channel/{id_}" for id_ in sorted(chosen.channels)]
            uses = sa.select(link.c.n).where(link.c.n == card.c.n, link.c.target.in_(targets))
            statement = statement.where(uses.exists())
        if chosen.stages:
            statement = statement.where(card.c.stage.in_([stage.value for stage in sorted(chosen.stages)]))
        if chosen.topics:
            statement = statement.where(card.c.topic.in_(sorted(chosen.topics)))
        if chosen.people:
            statement = statement.where(card.c.responsible.in_(sorted(chosen.people)))
        if chosen.flags:
            statement = statement.where(_flag_condition(chosen.flags, now))
        if chosen.first is not None:
            statement = statement.where(card.c.planned >= iso(chosen.first))
        if chosen.last is not None:
            statement = statement.where(card.c.planned <= iso(chosen.last))
        wanted = search.terms(chosen.text)
        if wanted:
            matches = sa.text("SELECT rowid FROM search WHERE search MATCH :wanted").bindparams(
                wanted=search.query(wanted)
            )
            statement = statement.where(card.c.doc.in_(matches.columns(sa.column("rowid", sa.Integer))))
        return statement


_STATE = sa.select(record.c.ref, record.c.state)


def _after(last: date) -> str:
    """Return the first moment after a day as it sorts among planned times."""
    if last >= date.max:
        return "9999-12-32"
    return datetime.combine(last + timedelta(days=1), time()).date().isoformat()


def _flag_condition(flags: frozenset[Flag], now: datetime | None) -> sa.ColumnElement[bool]:
    """Return the condition for any of these flags, those of the clock judged at now."""
    bits = sum(FLAG_BITS[flag] for flag in flags)
    conditions: list[sa.ColumnElement[bool]] = [card.c.flags.op("&")(bits) != 0]
    if now is not None and Flag.OVERDUE in flags:
        conditions.append(
            sa.and_(
                card.c.planned < iso(now),
                card.c.stage != Stage.PUBLISHED.value,
                card.c.flags.op("&")(_DROPPED) == 0,
            )
        )
    if now is not None and Flag.EMBARGO in flags:
        conditions.append(card.c.embargo > iso(now))
    return sa.or_(*conditions)
