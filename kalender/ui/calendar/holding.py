# SPDX-License-Identifier: EUPL-1.2
"""What of the plan the page holds now: a month of cards, the basket, what applies to the days; and how it changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kalender.domain.card import Card, Filter
from kalender.domain.days.month import weeks_of
from kalender.domain.refusal import Refused
from kalender.domain.stage import Flag
from kalender.services.acting.changes import Changes
from kalender.services.posts import Posts
from kalender.ui.calendar.almanac import Almanac, AlmanacOf, Layer
from kalender.ui.calendar.backlog.model import BacklogModel
from kalender.ui.calendar.inspector.values import MonthSheet
from kalender.ui.calendar.month.model import MonthModel
from kalender.ui.calendar.sheets import Sheets
from kalender.wording.terms import FLAGS, STAGES, Term, look

MANY = 60
"""From so many changed posts on, reading the month anew is cheaper than touching rows."""

_OVER = (Flag.CHANGE_REQUESTED, Flag.HELD)


class Holding:
    """Feeds the models of month and basket from the services, whole or row by row."""

    def __init__(self, posts: Posts, month: MonthModel, ideas: BacklogModel, almanac_of: AlmanacOf) -> None:
        self._posts = posts
        self._model = month
        self._ideas = ideas
        self._almanac_of = almanac_of
        self._cards: dict[str, Card] = {}
        self._undated: dict[str, Card] = {}
        self._layers = frozenset(Layer)
        self._only = ""
        self._whole = Almanac()
        self.almanac = Almanac()
        self._complete = False
        self.filter = Filter()
        self.month = date(1900, 1, 1)

    def show(self, day: date) -> None:
        """Show the month of a day; the same month is not read again, but a new day is noticed."""
        if (day.year, day.month) != (self.month.year, self.month.month):
            self.month = day.replace(day=1)
            self._read_month()
        elif self._model.today != self._posts.now().date():
            self._feed()

    def begin(self, day: date) -> None:
        """Show the month of a day and the basket for the first time."""
        self.month = day.replace(day=1)
        self.reload()

    def reload(self) -> None:
        """Read month and basket again."""
        self._read_month()
        self._read_ideas()

    def complete(self) -> None:
        """Read what applies to days from now on: not before the first painting, because it takes a moment."""
        if not self._complete:
            self._complete = True
            self._read_almanac()

    def set_filter(self, value: Filter) -> None:
        """Narrow the posts."""
        self.filter = value
        self.reload()

    def set_layers(self, layers: frozenset[Layer]) -> None:
        """Show these layers."""
        self._layers = layers
        self.almanac = self._whole.only(layers)
        self._model.set_almanac(self.almanac)

    def show_only(self, key: str) -> None:
        """Show only the posts of a legend entry; all with an empty key."""
        self._only = key
        self._feed()

    def change(self, changes: Changes) -> None:
        """Touch the rows of changed posts; read anew where that is less work or what applies to days is another."""
        ids = changes.ids("post")
        if self.filter.active or len(ids) > MANY:
            self.reload()
            return
        moved = False
        for id_ in ids:
            moved = self._change(id_) or moved
        if moved or changes.ids("blackout") or changes.ids("meeting"):
            self._read_almanac()

    def cards(self, ids: Iterable[str]) -> list[Card]:
        """Return the posts of ids that are held."""
        found = (self._cards.get(id_) or self._undated.get(id_) for id_ in ids)
        return [card for card in found if card is not None]

    def of_day(self, day: date) -> list[Card]:
        """Return the posts of a day in order."""
        return [row.card for row in self._model.posts_of(day) if row.card is not None]

    def empty(self) -> bool:
        """Tell whether the whole plan holds no post."""
        return (
            not self._cards
            and not self._undated
            and not self.filter.active
            and not any(self._posts.counts().values())
        )

    def legend(self) -> list[tuple[str, Term, int]]:
        """Return the looks of the posts of the month with their counts."""
        inside = [card for card in self._cards.values() if self._inside(card)]
        keys = [_key(card) for card in inside]
        terms: list[tuple[str, Term]] = [(stage.value, term) for stage, term in STAGES.items()]
        terms[2:2] = [(_OVER[0].value, FLAGS[_OVER[0]])]
        terms.append((_OVER[1].value, FLAGS[_OVER[1]]))
        return [(key, term, keys.count(key)) for key, term in terms]

    def summary(self) -> MonthSheet:
        """Return the month in numbers."""
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
        if self._fits(card):
            self._model.put(card)
        else:
            self._model.remove(id_)
        return was is None or was.planned != card.planned or was.channels != card.channels

    def _read_month(self) -> None:
        weeks = weeks_of(self.month)
        first, last = weeks[0][0], weeks[-1][-1]
        found = self._posts.cards_between(first, last, self.filter)
        self._cards = {card.id: card for card in found}
        if self._complete:
            self._whole = self._almanac_of(first, last)
            self.almanac = self._whole.only(self._layers)
        self._feed()

    def _read_ideas(self) -> None:
        found = self._posts.backlog(self.filter)
        self._undated = {card.id: card for card in found}
        self._ideas.show(found)

    def _read_almanac(self) -> None:
        if not self._complete:
            return
        self._whole = self._almanac_of(self._model.first, self._model.last)
        found = self._whole.only(self._layers)
        if found != self.almanac:
            self.almanac = found
            self._model.set_almanac(found)

    def _feed(self) -> None:
        shown: Sequence[Card] = [card for card in self._cards.values() if self._fits(card)]
        self._model.show(self.month, shown, self.almanac, self._posts.now().date())

    def _fits(self, card: Card) -> bool:
        return not self._only or _key(card) == self._only

    def _inside(self, card: Card) -> bool:
        planned = card.planned
        return planned is not None and (planned.year, planned.month) == (self.month.year, self.month.month)


def _key(card: Card) -> str:
    term = look(card.stage, card.flags)
    return next((flag.value for flag in _OVER if FLAGS[flag] == term), card.stage.value)
