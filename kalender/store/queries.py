# SPDX-License-Identifier: EUPL-1.2
"""Reading a plan: cards for calendar, board and lists, values by id, search, and what is undecided."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from kalender.domain.archive import Archive
from kalender.domain.card import Card, Filter, Hit
from kalender.domain.frozen import filler
from kalender.domain.journal.merge import Conflict, Merged
from kalender.domain.journal.record import Record, restore
from kalender.domain.pace.appearing import Appearance, Owing
from kalender.domain.stage import Flag, Stage
from kalender.store import counting, shelved
from kalender.store.connection import Connection
from kalender.store.journal import decoded, listed
from kalender.store.rows import search, vocabulary
from kalender.store.rows.cards import CARD_COLUMNS, FLAG_BITS, listed_in, to_card
from kalender.store.rows.narrowing import Conditions, after, narrow
from kalender.store.rows.projection import Projection

R = TypeVar("R", bound=Record)

_CARD = f"SELECT {', '.join(f'card.{name}' for name in CARD_COLUMNS)} FROM card"  # noqa: S608 - names of columns
_BY_TIME = " ORDER BY card.doc"
_VALUES = "SELECT ref, state FROM record WHERE kind = ? AND deleted = ? ORDER BY n"

Part = tuple[tuple[str, ...], Stage, int]
"""Values of a column, a stage, and how many posts have both."""

PARTED = frozenset({"topic", "responsible", "channels", "labels"})
"""Columns by which posts can be counted apart."""


class Queries:
    """The questions services ask of a plan. A deleted record is in none of the answers but trash().

    What is in the archive is left out of counts() and column() alone, and bears its flag everywhere else.

    now: where given, flags that depend on the clock (overdue, embargo) are set and can be filtered by.
    """

    def __init__(self, connection: Connection, projection: Projection) -> None:
        self._on = connection
        self._projection = projection

    def get(self, cls: type[R], id_: str) -> R | None:
        """Return a record's current value; None for an unknown or deleted one."""
        text = "SELECT ref, state FROM record WHERE ref = ? AND deleted = 0"
        rows = self._on.sql(text, (f"{cls.KIND}/{id_}",))
        return self._values(cls, rows)[0] if rows else None

    def some(self, cls: type[R], ids: Iterable[str]) -> list[R]:
        """Return the current values of those records that exist and are not deleted, in the order of ids."""
        refs = [f"{cls.KIND}/{id_}" for id_ in ids]
        rows = self._projection.rows(refs)
        with self._on.decoding():
            return [
                restore(cls, ref.partition("/")[2], rows[ref].state)
                for ref in refs
                if ref in rows and not rows[ref].deleted
            ]

    def all(self, cls: type[R]) -> list[R]:
        """Return all records of a small kind, oldest first."""
        return self._values(cls, self._on.sql(_VALUES, (cls.KIND, 0)))

    def trash(self, cls: type[R]) -> list[R]:
        """Return the deleted records of a kind, as they were."""
        return self._values(cls, self._on.sql(_VALUES, (cls.KIND, 1)))

    def count(self, cls: type[Record]) -> int:
        """Return how many records of a kind there are."""
        text = "SELECT count(*) FROM record WHERE kind = ? AND deleted = 0"
        return int(self._on.sql(text, (cls.KIND,))[0][0])

    def merged(self, ref: str) -> Merged | None:
        """Return the state, heads and conflicts of a record, deleted or not; None for an unknown one."""
        return self._projection.merged([ref]).get(ref)

    def card(self, post: str, now: datetime | None = None) -> Card | None:
        """Return the card of a post."""
        found = self._cards(Conditions().add("id = ?", post), now)
        return found[0] if found else None

    def cards(self, posts: Iterable[str], now: datetime | None = None) -> list[Card]:
        """Return the cards of posts, by planned time."""
        chosen = Conditions().add("id IN (SELECT value FROM json_each(?))", listed(posts))
        return self._cards(chosen, now, _BY_TIME)

    def cards_between(
        self, first: date, last: date, filter_: Filter | None = None, now: datetime | None = None
    ) -> list[Card]:
        """Return the cards planned from the first to the last day (inclusive), by time."""
        chosen = self._between(first, last)
        stretch = search.doc_numbers(first, last)
        return self._cards(narrow(chosen, filter_, now, asked=self._asked, between=stretch), now, _BY_TIME)

    @staticmethod
    def _between(first: date, last: date) -> Conditions:
        """Return the conditions of cards planned on these days: their stretch of the table, and the days themselves."""
        chosen = Conditions().add("card.doc >= ? AND card.doc < ?", *search.doc_numbers(first, last))
        return chosen.add("planned >= ? AND planned < ?", first.isoformat(), after(last))

    def days_of_channels(self, first: date, last: date) -> list[tuple[date, tuple[str, ...]]]:
        """Return day and channels of each post planned from the first to the last day (inclusive), dropped ones left out."""
        found = narrow(self._between(first, last), None, None)
        text = f"SELECT substr(planned, 1, 10), channels FROM card{found.where}"  # noqa: S608 - own conditions
        rows = self._on.sql(text, found.values)
        with self._on.decoding():
            return [(date.fromisoformat(day), listed_in(channels)) for day, channels in rows]

    def posts_by_day(
        self, first: date, last: date, filter_: Filter | None = None, now: datetime | None = None
    ) -> dict[date, int]:
        """Return how many posts are planned on each day from the first to the last (inclusive); days without are left out."""
        stretch = search.doc_numbers(first, last)
        found = narrow(self._between(first, last), filter_, now, asked=self._asked, between=stretch)
        text = f"SELECT substr(planned, 1, 10), count(*) FROM card{found.where} GROUP BY 1"  # noqa: S608 - own conditions
        rows = self._on.sql(text, found.values)
        with self._on.decoding():
            return {date.fromisoformat(day): int(count) for day, count in rows}

    def appearing(self, first: date, last: date) -> list[Appearance]:
        """Return when posts appear from the first to the last day (inclusive), by time; dropped ones left out."""
        found = narrow(self._between(first, last), None, None)
        text = f"SELECT id, title, planned, channels, series FROM card{found.where}{_BY_TIME}"  # noqa: S608 - own conditions
        rows = self._on.sql(text, found.values)
        with self._on.decoding():
            return [
                Appearance(id_, title, datetime.fromisoformat(planned), listed_in(channels), series)
                for id_, title, planned, channels, series in rows
            ]

    def texts(self, first: date, last: date) -> list[tuple[str, str]]:
        """Return id and common text of the posts planned from the first to the last day (inclusive), dropped ones left out."""
        found = narrow(self._between(first, last), None, None)
        text = f"SELECT id, state ->> '$.text' FROM card JOIN record ON record.n = card.n{found.where}"  # noqa: S608 - own conditions
        return [(id_, said or "") for id_, said in self._on.sql(text, found.values)]

    def owing(self, first: date, last: date) -> list[Owing]:
        """Return the posts planned from the first to the last day (inclusive) that nobody has approved, by time.

        Ideas are left out, and what is held or dropped.
        """
        found = narrow(self._between(first, last), None, None)
        found.add("stage IN (?, ?)", Stage.DRAFT.value, Stage.IN_REVIEW.value)
        found.add(f"flags & {FLAG_BITS[Flag.HELD]} = 0")
        text = f"SELECT {_OWING}{found.where}{_BY_TIME}"
        rows = self._on.sql(text, found.values)
        with self._on.decoding():
            return [
                Owing(
                    id_,
                    title,
                    datetime.fromisoformat(planned),
                    listed_in(channels),
                    pictures,
                    not missing,
                    bool(said),
                )
                for id_, title, planned, channels, pictures, missing, said in rows
            ]

    def written(self, posts: Iterable[str]) -> frozenset[str]:
        """Return which of these posts have a text: one for all channels, or one of a channel's own."""
        rows = self._on.sql(_WRITTEN, (listed(posts),))
        return frozenset(row[0] for row in rows)

    def backlog(
        self, filter_: Filter | None = None, now: datetime | None = None, limit: int = -1
    ) -> list[Card]:
        """Return the cards without a date, newest first: so many at most, all with -1."""
        order = f" ORDER BY card.doc DESC LIMIT {limit:d}"
        return self._cards(self._undated(filter_, now), now, order)

    def count_backlog(self, filter_: Filter | None = None, now: datetime | None = None) -> int:
        """Return how many cards are without a date."""
        found = self._undated(filter_, now)
        text = f"SELECT count(*) FROM card{found.where}"  # noqa: S608 - own conditions
        return int(self._on.sql(text, found.values)[0][0])

    def _undated(self, filter_: Filter | None, now: datetime | None) -> Conditions:
        chosen = Conditions().add("card.doc >= ?", search.UNDATED)
        undated = (search.UNDATED, search.LAST)
        return narrow(chosen, filter_, now, asked=self._asked, between=undated)

    def counts(self, filter_: Filter | None = None, now: datetime | None = None) -> dict[Stage, int]:
        """Return how many posts are in each stage."""
        chosen = filter_ or Filter()
        archive = Archive() if chosen.archived else self.archive()
        if not chosen.active and shelved.whole_months(archive):
            found = shelved.left_out_of_months(narrow(Conditions(), filter_, now), archive)
            text = f"SELECT stage, sum(posts) FROM tally{found.where} GROUP BY 1"  # noqa: S608 - own conditions
        elif counting.told_by_facets(chosen, now):
            return counting.counts(self._on, chosen, archive, self._words(chosen))
        else:
            found = shelved.left_out(narrow(Conditions(), filter_, now, asked=self._asked), archive)
            text = f"SELECT stage, count(*) FROM card NOT INDEXED{found.where} GROUP BY 1"  # noqa: S608 - own conditions
        counted = dict(self._on.sql(text, found.values))
        return {stage: counted.get(stage.value, 0) for stage in Stage}

    def column(
        self,
        stage: Stage,
        filter_: Filter | None = None,
        limit: int = 50,
        offset: int = 0,
        now: datetime | None = None,
    ) -> list[Card]:
        """Return some cards of a stage by planned time (what is published: the newest first), undated ones last."""
        if filter_ is not None and filter_.active and counting.told_by_facets(filter_, now):
            return self._marked(stage, filter_, limit, offset, now)

        archive = self.archive()
        without = Archive() if filter_ is not None and filter_.archived else archive

        def chosen(more: str = "") -> Conditions:
            about = Conditions().add("stage = ?", stage.value)
            about = about.add(more) if more else about
            return shelved.left_out(narrow(about, filter_, now, asked=self._asked), without)

        by_doc = " ORDER BY card.doc LIMIT ? OFFSET ?"
        if stage is not Stage.PUBLISHED:  # undated ones have the last docs
            return self._cards(chosen(), now, by_doc, (limit, offset), archive)
        dated, undated = f"card.doc < {search.UNDATED}", f"card.doc >= {search.UNDATED}"
        order = " ORDER BY card.doc DESC LIMIT ? OFFSET ?"
        found = self._cards(chosen(dated), now, order, (limit, offset), archive)
        if len(found) == limit:
            return found
        passed = chosen(dated)
        text = f"SELECT count(*) FROM card{passed.where}"  # noqa: S608 - own conditions
        before = offset - int(self._on.sql(text, passed.values)[0][0]) if offset else 0
        rest = (limit - len(found), max(0, before))
        return found + self._cards(chosen(undated), now, by_doc, rest, archive)

    def _marked(
        self, stage: Stage, filter_: Filter, limit: int, offset: int, now: datetime | None
    ) -> list[Card]:
        """Return some cards of a stage as column() does, found by their marks."""
        if not counting.any_of(self._on, filter_, stage):
            return []
        archive = Archive() if filter_.archived else self.archive()
        source, doc, chosen = counting.marks(self._on, filter_, archive, self._words(filter_), stage)
        where, values = f"FROM {source}{chosen.where}", chosen.values

        def docs(order: str, limit: int, offset: int) -> list[int]:
            found = self._on.sql(f"SELECT mark.doc {where}{order} LIMIT ? OFFSET ?", [*values, limit, offset])
            return [row[0] for row in found]

        if stage is not Stage.PUBLISHED:  # undated ones have the last docs
            found = docs(f" ORDER BY {doc}", limit, offset)
        else:
            dated = f" AND {doc} < {search.UNDATED}"
            found = docs(f"{dated} ORDER BY {doc} DESC", limit, offset)
            if len(found) < limit:
                before = self._on.sql(f"SELECT count(*) {where}{dated}", values)[0][0] if offset else 0
                undated = f" AND {doc} >= {search.UNDATED} ORDER BY {doc}"
                found += docs(undated, limit - len(found), max(0, offset - before))
        about = Conditions().add("card.doc IN (SELECT value FROM json_each(?))", listed(found))
        cards = self._cards(about, now, _BY_TIME)
        ahead = [item for item in cards if item.planned is not None]
        return [*(reversed(ahead) if stage is Stage.PUBLISHED else ahead), *cards[len(ahead) :]]

    def _words(self, filter_: Filter) -> str:
        """Return the words of a filter as a query of the index, or nothing."""
        wanted = search.terms(filter_.text)
        return self._asked(wanted) if wanted else ""

    def find(self, text: str, limit: int = 50, now: datetime | None = None) -> list[Hit]:
        """Return the posts with all words of a text (beginnings count; "…" is a phrase), undated and newest first."""
        wanted = search.terms(text)
        if not wanted:
            return []
        rows = self._on.sql(_FOUND, (self._asked(wanted), limit))
        sought = search.Sought(wanted)
        with self._on.decoding():
            cards = shelved.marked(
                [to_card(row[:-1]).at(now) if now else to_card(row[:-1]) for row in rows], self.archive()
            )
            return [self._hit(card, row[-1], sought) for card, row in zip(cards, rows, strict=True)]

    def _asked(self, wanted: Sequence[search.Term]) -> str:
        """Return terms as a query of the index; parts of compounds stand for the words that hold them."""
        return search.query(wanted, lambda part: vocabulary.inside(self._on, part))

    @staticmethod
    def _hit(card: Card, state: str, sought: search.Sought) -> Hit:
        piece = search.excerpt(card.title, sought)
        if piece is not None:
            return _filled((card, "title", *piece))
        for field, text in search.said(card.id, decoded(state)):
            piece = search.excerpt(text, sought)
            if piece is not None:
                return _filled((card, field, *piece))
        return Hit(card=card, field="title", excerpt=card.title, marks=())

    def parted(self, column: str, filter_: Filter | None = None, now: datetime | None = None) -> list[Part]:
        """Return how many posts there are of each stage and each value of a column: topic, responsible, channels or labels.

        A post with several channels is told once, with all of them. What is archived is left out as in counts().
        """
        if column not in PARTED:
            raise ValueError(column)
        asked = filter_ or Filter()
        if column != "labels" and counting.told_by_facets(asked, now):
            archive = Archive() if asked.archived else self.archive()
            rows = counting.parted(self._on, column, asked, archive, self._words(asked))
        else:
            archive = Archive() if asked.archived else self.archive()
            chosen = shelved.left_out(narrow(Conditions(), filter_, now, asked=self._asked), archive)
            text = f"SELECT {column}, stage, count(*) FROM card NOT INDEXED{chosen.where} GROUP BY 1, 2"  # noqa: S608 - names of columns
            rows = self._on.sql(text, chosen.values)
        many = column in {"channels", "labels"}
        with self._on.decoding():
            return [
                (listed_in(value) if many else (value,), Stage(stage), count) for value, stage, count in rows
            ]

    def said(self, field: str) -> tuple[str, ...]:
        """Return what living posts say in a field (contact, labels …), each once, most used first."""
        from kalender.store.said import said

        return said(self._on, field)

    def posts_calling(self, name: str) -> list[str]:
        """Return the ids of living posts whose comments hold the words of a name in a row, newest planned first."""
        from kalender.store.said import calling

        return calling(self._on, name)

    def posts_using(self, ref: str) -> list[str]:
        """Return the ids of posts that use a picture (picture/…), go to a channel, or belong to a series or an event, by planned time."""
        text = "SELECT id FROM card JOIN link ON link.n = card.n WHERE target = ?"
        return [row[0] for row in self._on.sql(text + _BY_TIME, (ref,))]

    def decided_on(self, day: date) -> list[str]:
        """Return the ids of posts on which someone decided on a day."""
        text = "SELECT id FROM card JOIN decided ON decided.n = card.n WHERE day = ?"
        return [row[0] for row in self._on.sql(text + _BY_TIME, (day.isoformat(),))]

    def contested(self, ref: str) -> bool:
        """Tell whether a key that an approval covers is undecided, in a post or in what it refers to."""
        return self._projection.contested(ref)

    def conflicts(self) -> dict[str, tuple[Conflict, ...]]:
        """Return what is undecided in the whole plan, by name of the record."""
        refs: dict[int, str] = dict(self._on.sql("SELECT n, ref FROM record WHERE clean = 0 ORDER BY n"))
        found = self._projection.conflicts(refs)
        return {refs[n]: undecided for n, (undecided, _blended) in found.items() if undecided}

    def undecided(self) -> int:
        """Return how many conflicts there are."""
        return int(self._on.sql("SELECT count(*) FROM conflict WHERE kind != 'merged'")[0][0])

    def archive(self) -> Archive:
        """Return what the plan has put into its archive."""
        return shelved.archive_of(self._on)

    def years(self) -> list[shelved.YearCount]:
        """Return the years in which posts are planned, the newest first."""
        return shelved.years(self._on)

    def _cards(
        self, chosen: Conditions, now: datetime | None, order: str = "", more: Sequence[Any] = (),
        archive: Archive | None = None,
    ) -> list[Card]:  # fmt: skip
        rows = self._on.sql(_CARD + chosen.where + order, [*chosen.values, *more])
        with self._on.decoding():
            found = shelved.marked(map(to_card, rows), self.archive() if archive is None else archive)
        return found if now is None else [item.at(now) for item in found]

    def _values(self, cls: type[R], rows: Sequence[tuple[Any, ...]]) -> list[R]:
        with self._on.decoding():  # one call for all: ten thousand small ones cost twice as much
            states = json.loads(f"[{','.join([state for _, state in rows])}]")
            pairs = zip(rows, states, strict=True)
            return [restore(cls, row[0].partition("/")[2], state) for row, state in pairs]


_filled = filler(Hit)
_OWING = (
    "id, title, planned, channels, pictures, missing_alt, own != '[]' OR trim(coalesce(state ->> '$.text', '')) != '' "
    "FROM card JOIN record ON record.n = card.n"
)

_WRITTEN = (
    "SELECT id FROM card JOIN record ON record.n = card.n WHERE id IN (SELECT value FROM json_each(?)) "
    "AND (own != '[]' OR trim(coalesce(state ->> '$.text', '')) != '')"
)

_FOUND = (
    f"SELECT {', '.join(f'card.{name}' for name in CARD_COLUMNS)}, state "  # noqa: S608 - names of columns
    "FROM (SELECT rowid AS doc FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) AS found "
    "JOIN card ON card.doc = found.doc JOIN record ON record.n = card.n ORDER BY card.doc DESC"
)
