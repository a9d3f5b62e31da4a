# SPDX-License-Identifier: EUPL-1.2
"""What of the plan the page holds now: a month of cards, the basket, what applies to the days; and how it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from kalender.domain.card import Card, Filter
from kalender.domain.days.month import shifted, weeks_of
from kalender.domain.refusal import Refused
from kalender.domain.stage import Flag
from kalender.services.acting.changes import Changes
from kalender.services.posts import Posts
from kalender.ui.calendar.almanac import Almanac, AlmanacOf, Layer
from kalender.ui.calendar.backlog.model import BacklogModel
from kalender.ui.calendar.inspector.values import MonthSheet
from kalender.ui.calendar.month.leaf import AROUND, MOST, Leaf, forget_faces
from kalender.ui.calendar.month.model import MonthModel, Row
from kalender.ui.calendar.sheets import Sheets
from kalender.ui.narrowing.narrowing import OVER
from kalender.wording.dates import day_range
from kalender.wording.terms import FLAGS, STAGES, Term

MANY = 60
"""From so many changed posts on, reading the month anew is cheaper than touching rows."""


SEEN = 30  # ideas are read before the first painting, more than a window shows; the others follow


class Holding:
    """Feeds the models of month and basket from the services, whole or row by row.

    week: first and last day of the week in front, which is counted then instead of the month; span: those of a view that reads
    for itself. edition: another number whenever something such a view shows may be another.
    """

    def __init__(self, posts: Posts, month: MonthModel, ideas: BacklogModel, almanac_of: AlmanacOf) -> None:
        self._posts = posts
        self._model = month
        self._ideas = ideas
        self._almanac_of = almanac_of
        self._leaves: dict[date, Leaf] = {}
        self._known: dict[str, Row] = {}
        self._undated: dict[str, Card] = {}
        self._layers = frozenset(Layer)
        self._complete = False
        self._back = False
        self.filter = Filter()
        self.week: tuple[date, date] | None = None
        self.span: tuple[date, date] | None = None
        self.edition = 0
        self._leaf = Leaf(month=date(1900, 1, 1), read=posts.now())

    @property
    def month(self) -> date:
        """The first day of the month shown."""
        return self._leaf.month

    @property
    def almanac(self) -> Almanac:
        """What applies to the days shown, in the layers shown."""
        return self._leaf.almanac

    def show(self, day: date) -> None:
        """Show the month of a day; the same month is not read again, but a new day is noticed."""
        month = day.replace(day=1)
        if month != self.month:
            self._back = month < self.month
            self._known = {}
            self._turn(month)
        elif self._model.today != self._posts.now().date():
            self._feed()

    def begin(self, day: date) -> None:
        """Show the month of a day and the basket for the first time."""
        self._turn(day.replace(day=1))
        self._read_ideas(SEEN)

    def read_rest(self) -> None:
        """Read the ideas that nobody could see at first."""
        if self._ideas.more:
            self._ideas.complete(found := self._posts.backlog(self.filter))
            self._undated = {card.id: card for card in found}

    def reload(self, *, ideas: int = -1) -> None:
        """Read month and basket again. ideas: how many of them at first, all with -1."""
        self.edition += 1
        self._leaves = {}
        self._turn(self.month)
        self._read_ideas(ideas)

    def forget(self) -> None:
        """Let go of the months that are kept but not shown: something they show has changed."""
        self.edition += 1
        self._leaves, self._known = {self.month: self._leaf}, {}

    def forget_faces(self, picture: str = "") -> None:
        """Let the posts with this picture, or with any, be painted anew in the months that are not shown."""
        for leaf in self._leaves.values():
            if leaf is not self._leaf:
                forget_faces(leaf.rows, picture)
        forget_faces(self._known.values(), picture)

    def ahead(self) -> Iterator[Leaf | None]:
        """Read the months that are likely to be shown next, in steps; a step that ends a month gives it.

        First the neighbour in the direction of the last turn, for a held key waits least; then the month shown, the
        other neighbour, and that of today.
        """
        today = self._posts.now().date().replace(day=1)
        step = -1 if self._back else 1
        yield from self._each((shifted(self.month, step), self.month, shifted(self.month, -step), today))

    def around(self) -> Iterator[Leaf | None]:
        """Read the months of half a year before and after, the nearest first, in the same way."""
        if not date.min.year < self.month.year < date.max.year:
            return  # nothing lies beyond
        self._let_go_of_faces()
        yield from self._each(
            shifted(self.month, sign * months) for months in range(2, AROUND + 1) for sign in (1, -1)
        )

    def _each(self, months: Iterable[date]) -> Iterator[Leaf | None]:
        """Read some months in steps, as far as they are not held; a step that ends a month gives it."""
        if not self._complete:
            return
        kept = self._leaves
        for month in dict.fromkeys(months):
            leaf = self._leaf if month == self.month else self._leaves.get(month)
            if leaf is None or (leaf is not self._leaf and not leaf.holds(self._posts.now())):
                leaf = yield from self._reading(month, weeks_of(month))
                if self._leaves is not kept:
                    return  # something has changed since it was read
                self._keep(leaf)
            yield leaf

    def _let_go_of_faces(self) -> None:
        """Let go of the painted cards of all months but the nearest and that of today."""
        today = self._posts.now().date().replace(day=1)
        for leaf in sorted(self._leaves.values(), key=lambda leaf: abs(leaf.month - self.month))[MOST - 1 :]:
            forget_faces(leaf.rows if leaf.month != today else ())

    def complete(self) -> None:
        """Read what applies to days from now on: not before the first painting, because it takes a moment."""
        if not self._complete:
            self._complete = True
            self.forget()
            self._read_almanac()

    def set_filter(self, value: Filter, *, ideas: int = -1) -> None:
        """Narrow the posts; under another filter those that were shown keep their rows, and how they are painted."""
        if value != self.filter:
            self._known |= self._leaf.by_id()
        self.filter = value
        self.reload(ideas=ideas)

    def set_layers(self, layers: frozenset[Layer]) -> None:
        """Show these layers."""
        self._layers = layers
        self.forget()
        self._leaf.almanac = self._leaf.whole.only(layers)
        self._model.set_almanac(self.almanac)

    def change(self, changes: Changes) -> None:
        """Touch the rows of changed posts; read anew where that is less work or what applies to days is another."""
        self.forget()
        ids = changes.ids("post")
        if self.filter.active or len(ids) > MANY:
            self.reload()
            return
        moved = False
        for id_ in ids:
            moved = self._change(id_) or moved
        if moved or any(changes.ids(kind) for kind in ("blackout", "meeting", "layer", "entry", "event")):
            self._read_almanac()

    def read_layers(self) -> None:
        """Read anew what applies to days, where other layers are shown."""
        self.forget()
        self._read_almanac()

    def cards(self, ids: Iterable[str]) -> list[Card]:
        """Return the posts of ids; those of other months are read."""
        found = (self._cards.get(id_) or self._undated.get(id_) or self._other(id_) for id_ in ids)
        return [card for card in found if card is not None]

    def _other(self, id_: str) -> Card | None:
        """Return a post that lies in a view that reads for itself."""
        try:
            return self._posts.card(id_) if self.span is not None else None
        except Refused:
            return None

    def undone(self, changes: Changes) -> list[str]:
        """Return the post that an undo or redo changed, where it is one and still there."""
        ids = list(changes.ids("post")) if changes.undone else []
        try:
            return [self._posts.card(id_).id for id_ in ids] if len(ids) == 1 else []
        except Refused:
            return []

    def of_day(self, day: date) -> list[Card]:
        """Return the posts of a day in order."""
        if self.span is not None:
            return self.cards_of(day, day)
        return [row.card for row in self._model.posts_of(day) if row.card is not None]

    # What other views read

    @property
    def completed(self) -> bool:
        """Whether what applies to days is read by now."""
        return self._complete

    @property
    def today(self) -> date:
        """The local day."""
        return self._posts.now().date()

    def cards_of(self, first: date, last: date) -> list[Card]:
        """Return the posts of days first to last (inclusive) by time, narrowed as in the month."""
        return list(self._posts.cards_between(first, last, self.filter))

    def counts_of(self, first: date, last: date) -> dict[date, int]:
        """Return how many posts lie on each day from first to last (inclusive); days without are left out."""
        return self._posts.by_day(first, last, self.filter)

    def almanac_of(self, first: date, last: date) -> Almanac:
        """Return what applies to the days from first to last (inclusive), in the layers shown."""
        return self._almanac_of(first, last).only(self._layers) if self._complete else Almanac()

    def empty(self) -> bool:
        """Tell whether the whole plan holds no post."""
        return (
            not self._cards
            and not self._undated
            and not self.filter.active
            and not any(self._posts.counts().values())
        )

    def legend(self) -> list[tuple[str, Term, int]]:
        """Return the looks of the posts of the month, or of the week in front, with how many posts each would show.

        What lies over a stage counts in its stage as well, for the filter by that stage shows it too.
        A stage that is chosen leaves the others counted, so that a hand can go from one to the next.
        """
        if self.filter.stages or self.filter.flags:
            counts = self._counted(*(self.span or self.week or _days_of(self.month)), every=True)
        elif self.span is None:
            shown = [card for card in self._cards.values() if self._inside(card)]
            counts = Counter(card.stage.value for card in shown)
            counts.update(flag.value for card in shown for flag in OVER if flag in card.flags)
        else:
            counts = self._counted(*self.span)
        terms: list[tuple[str, Term]] = [(stage.value, term) for stage, term in STAGES.items()]
        terms[2:2] = [(OVER[0].value, FLAGS[OVER[0]])]
        terms.append((OVER[1].value, FLAGS[OVER[1]]))
        return [(key, term, counts[key]) for key, term in terms]

    def _counted(self, first: date, last: date, *, every: bool = False) -> Counter[str]:
        """Return how many posts each entry of the legend would show of the days first to last.

        every: whatever stages are chosen.
        """
        within = self._within(first, last)
        if every:
            within = replace(within, stages=frozenset(), flags=frozenset())
        counts = Counter({stage.value: count for stage, count in self._posts.counts(within).items()})
        for flag in OVER:
            counts[flag.value] = sum(self._posts.counts(replace(within, flags=frozenset({flag}))).values())
        return counts

    def _within(self, first: date, last: date) -> Filter:
        """Return the filter narrowed to the days first to last."""
        low, high = datetime.combine(first, datetime.min.time()), datetime.combine(last, datetime.max.time())
        return replace(self.filter, first=low, last=high, archived=True)

    def summary(self) -> MonthSheet:
        """Return the month, the week or what else is in front in numbers."""
        if self.span is not None:
            first, last = self.span
            title = f"{day_range(first, last)} {last.year}"
            return MonthSheet(title=title, counts=self._posts.counts(self._within(first, last)))
        if self.week is not None:
            return Sheets.week(*self.week, self._cards.values(), self.almanac)
        return Sheets.month(self._model.month, self._cards.values(), self.almanac)

    def _change(self, id_: str) -> bool:
        """Show one post as it is now; tell whether it was or is on a day, so that gaps may differ."""
        was = self._cards.pop(id_, None)
        self._undated.pop(id_, None)
        try:
            card = self._posts.card(id_)
        except Refused:
            card = None
        if card is None or Flag.DROPPED in card.flags:
            self._model.remove(id_)
            self._ideas.remove(id_)
            return was is not None
        if card.planned is None:
            self._undated[id_] = card
            self._model.remove(id_)
            self._ideas.put(card)
            return was is not None
        self._ideas.remove(id_)
        if self._model.first <= card.planned.date() <= self._model.last:
            self._cards[id_] = card
        self._model.put(card)
        if self._leaf.whole.follows_posts and was is not None and was.digest != card.digest:
            return True
        return was is None or was.planned != card.planned or was.channels != card.channels

    @property
    def _cards(self) -> dict[str, Card]:
        return self._leaf.cards

    def _turn(self, month: date) -> None:
        """Show a month, as it is kept where that still holds."""
        leaf = self._leaves.get(month)
        if leaf is None or not leaf.holds(self._posts.now()):
            leaf = self._read(month)
        self._leaf = leaf
        self._keep(leaf)
        self._model.turn(month, leaf.rows, leaf.almanac, self._posts.now().date())

    def _read(self, month: date) -> Leaf:
        weeks = weeks_of(month)
        steps = self._reading(month, [(weeks[0][0], weeks[-1][-1])])
        while True:
            try:
                next(steps)
            except StopIteration as end:
                leaf: Leaf = end.value
                return leaf

    def _reading(self, month: date, spans: Iterable[Sequence[date]]) -> Generator[None, None, Leaf]:
        """Read a month in steps. spans: stretches of days, first to last, read in one step each."""
        leaf = Leaf(month=month, read=self._posts.now())
        for days in spans:
            found = self._posts.cards_between(days[0], days[-1], self.filter)
            leaf.cards.update((card.id, card) for card in found)
            yield
        if self._complete:
            weeks = weeks_of(month)
            leaf.whole = self._almanac_of(weeks[0][0], weeks[-1][-1])
            leaf.almanac = leaf.whole.only(self._layers)
            yield
        leaf.rows = self._rows_of(leaf)
        yield
        return leaf

    def _keep(self, leaf: Leaf) -> None:
        """Keep a month, and let go of the one that is farthest from the month shown, but for that of today."""
        self._leaves[leaf.month] = leaf
        today = self._posts.now().date().replace(day=1)
        while len(self._leaves) > MOST + 2 * AROUND:
            others = (month for month in self._leaves if month != today)
            del self._leaves[max(others, key=lambda month: abs(month - self.month))]

    def _read_ideas(self, limit: int) -> None:
        found = self._posts.backlog(self.filter, limit)
        more = self._posts.count_backlog(self.filter) - limit if len(found) == limit else 0
        self._undated = {card.id: card for card in found}
        self._ideas.show(found, more)

    def _read_almanac(self) -> None:
        if not self._complete:
            return
        self._leaf.whole = self._almanac_of(self._model.first, self._model.last)
        found = self._leaf.whole.only(self._layers)
        if found != self.almanac:
            self._leaf.almanac = found
            self._model.set_almanac(found)

    def _feed(self) -> None:
        self._leaf.rows = self._rows_of(self._leaf)
        self._model.turn(self.month, self._leaf.rows, self.almanac, self._posts.now().date())

    def _rows_of(self, leaf: Leaf) -> list[Row]:
        return self._model.rows_of(leaf.month, list(leaf.cards.values()), self._known)

    def _inside(self, card: Card) -> bool:
        planned = card.planned
        if planned is not None and self.week is not None:
            return self.week[0] <= planned.date() <= self.week[1]
        return planned is not None and (planned.year, planned.month) == (self.month.year, self.month.month)


def _days_of(month: date) -> tuple[date, date]:
    return month, shifted(month, 1) - timedelta(days=1)
