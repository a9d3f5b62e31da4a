# SPDX-License-Identifier: EUPL-1.2
"""Carries out what is wanted of chosen posts: verbs, putting down, cutting and pasting; asks where a rule asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

from kalender.domain.card import Card
from kalender.domain.days.week import nudged
from kalender.domain.refusal import Refused
from kalender.services.posts import Posts
from kalender.ui.calendar.doing.actions import Verb
from kalender.ui.calendar.doing.carry import Basket, Place
from kalender.ui.calendar.doing.choice import Choice
from kalender.ui.calendar.doing.verbs import Verbs
from kalender.ui.calendar.doing.verdicts import Verdicts, day_of, missing
from kalender.ui.calendar.grid.bars import EVENT
from kalender.ui.calendar.surfaces import Surfaces
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class Host(Protocol):
    """What the deeds ask of the page."""

    def cards(self) -> list[Card]:
        """Return the chosen posts."""

    def show_cut(self, ids: frozenset[str]) -> None:
        """Fade posts that were cut."""

    def follow(self, ids: Sequence[str]) -> None:
        """Show the day of the first of some posts where it is out of sight, and choose them."""

    def opened(self, id_: str) -> None:
        """Open a post."""

    def reviewed(self, id_: str) -> None:
        """Show a post to its reviewer."""

    def looked_back(self, id_: str) -> None:
        """Show the earlier states of a post."""

    def exported(self, ids: list[str]) -> None:
        """Export posts."""

    def chained(self, verb: str, id_: str) -> None:
        """Do something with a post and its series: repeat, spread, show, release, delete."""

    def refuse(self, reason: str) -> None:
        """Say why something was not done."""


class Free(Protocol):
    """Finds slots of channels that nothing lies on; services.pace.slots.Slots is one."""

    def next_moment(self, channels: Sequence[str]) -> datetime:
        """Return the next free slot of some channels; raises Refused where there is none."""

    def within(self, channel: str, first: date, last: date, near: date) -> datetime:
        """Return the free slot of a channel nearest to a day, between two days."""

    def take(self, ids: Sequence[str]) -> object:
        """Put each of some posts on its next free slot; raises Refused."""


class Deeds:
    """Every change the page makes goes through here; each is one undo step."""

    def __init__(
        self, host: Host, choice: Choice, posts: Posts, verbs: Verbs, verdicts: Verdicts, surfaces: Surfaces
    ) -> None:
        self._host = host
        self._choice = choice
        self._posts = posts
        self._verbs = verbs
        self._verdicts = verdicts
        self._surfaces = surfaces
        self._clip: tuple[str, ...] = ()
        self._cutting = False
        self.free: Callable[[], Free] | None = None

    def why_not(self, verb: Verb) -> str | None:
        """Tell why a verb is not possible now, or None."""
        if verb is Verb.SELECT_ALL:
            return None
        if verb is Verb.PASTE:
            return None if self._clip else tr("Es ist nichts ausgeschnitten oder kopiert.")
        return self._verbs.why_not(verb, self._host.cards())

    def reasons(self) -> dict[Verb, str | None]:
        """Tell of every verb why it is not possible now, or None; what is chosen is read once."""
        own = {verb: self.why_not(verb) for verb in (Verb.SELECT_ALL, Verb.PASTE)}
        return own | self._verbs.reasons((verb for verb in Verb if verb not in own), self._host.cards())

    def do(self, verb: Verb) -> None:
        """Carry a verb out on the chosen posts."""
        cards = self._host.cards()
        ids = tuple(card.id for card in cards)
        step = self._verbs.next_of(cards[0]) if verb is Verb.NEXT and cards else verb
        special = self._special(step, cards, ids) if step is not None else None
        if special is not None:
            special()
        elif step is not None:
            plain = self._verbs.plain(step)
            if plain is not None:
                self.attempt(lambda: plain(ids))

    def _special(
        self, verb: Verb, cards: Sequence[Card], ids: tuple[str, ...]
    ) -> Callable[[], object] | None:
        """Return what carries out a verb that asks, shows or chooses, or None for a plain one."""
        host, choice = self._host, self._choice
        return {
            Verb.OPEN: lambda: host.opened(ids[0]),
            Verb.RENAME: lambda: choice.rename(ids[0]),
            Verb.DUPLICATE: lambda: self.make(lambda: self._posts.duplicate(ids)),
            Verb.MOVE: lambda: self._ask_day(cards),
            Verb.SLOT: lambda: self._take_slots(ids),
            Verb.REPEAT: lambda: host.chained("repeat", ids[0]),
            Verb.SPREAD: lambda: host.chained("spread", ids[0]),
            Verb.CHAIN: lambda: host.chained("show", ids[0]),
            Verb.UNCHAIN: lambda: host.chained("release", ids[0]),
            Verb.HOLD: lambda: self._ask_hold(ids),
            Verb.EXPORT: lambda: host.exported(list(ids)),
            Verb.APPROVE: lambda: host.reviewed(ids[0]),
            Verb.HISTORY: lambda: host.looked_back(ids[0]),
            Verb.SELECT_ALL: choice.select_all,
            Verb.DELETE: lambda: self._delete(cards),
            Verb.CUT: lambda: self.keep(ids, cut=True),
            Verb.COPY: lambda: self.keep(ids, cut=False),
            Verb.PASTE: self._paste,
        }.get(verb)

    def press(self, verb: Verb) -> None:
        """Carry a verb out, or say why it is not possible."""
        reason = self.why_not(verb)
        if reason is None:
            self.do(verb)
        else:
            self._host.refuse(reason)

    def begin_free(self, usual: Sequence[str]) -> None:
        """Make a post on the day of the cursor; where that is today or over, on the next free slot of its channels."""
        free, day = self.free, self._choice.cursor_day()
        if free is None or day_of(day) > self._posts.now().date():
            self.begin(day, None, usual=usual)
            return
        found: list[datetime] = []
        if self.attempt(lambda: found.append(free().next_moment(usual))):
            self.begin(found[0], None, usual=usual)

    def fill_gap(self, channel: str, day: date) -> None:
        """Make a post for a channel in the gap that lies on a day: on the slot nearest to that day."""
        first, last = self._verdicts.gap(channel, day)
        moment = self.free().within(channel, first, last, day) if self.free is not None else day
        self.begin(moment, [channel], usual=[channel])

    def begin(self, day: date, channels: Sequence[str] | None, *, usual: Sequence[str]) -> None:
        """Make a post on a day at the usual time of its channels, or at a time of its own, and open it."""
        wanted = usual if channels is None else channels
        moment = day if isinstance(day, datetime) else self._posts.usual_moment(wanted, day)
        made: list[str] = []
        self.attempt(lambda: made.append(self._posts.create("", planned=moment, channels=channels)))
        if made:
            self._host.opened(made[0])

    def rename(self, id_: str, title: str) -> None:
        """Give a post another title."""
        self.attempt(lambda: self._posts.rename(id_, title))

    def note(self, words: str) -> None:
        """Put an idea into the basket."""
        self.attempt(lambda: self._posts.create(words, idea=True))

    def put_down(self, ids: Sequence[str], place: Place, copying: bool) -> None:
        """Put carried posts down, or an event; one that is gone by now is said to be."""
        if ids and ids[0].startswith(EVENT):
            if not isinstance(place, Basket):
                self._host.chained("moved", f"{ids[0]}>{day_of(place).isoformat()}")
            return
        self.attempt(lambda: self._put_down(ids, place, copying=copying))

    def _put_down(self, ids: Sequence[str], place: Place, *, copying: bool) -> None:
        if not isinstance(place, Basket):
            if copying:
                self.make(lambda: self._posts.duplicate(ids, place))
            else:
                self.move(ids, place)
        elif not copying:
            dated = [id_ for id_ in ids if self._posts.card(id_).planned is not None]
            if dated:
                self.attempt(lambda: self._posts.to_backlog(dated))
                self._choice.choose(dated)

    def move(self, ids: Sequence[str], place: date, *, follow: bool = False) -> None:
        """Move posts to a day, or the first of them to a time; into a blackout only with a reason.

        follow: go with them where they leave the days shown.
        """
        moving = [id_ for id_ in ids if not self._lies_on(id_, place)]
        if isinstance(place, datetime) and moving and moving[0] == ids[0]:
            moving = list(ids)  # the others keep their distance from the first, wherever they lie now
        elif isinstance(place, datetime):
            return
        if not moving:
            return
        blackout = self._verdicts.blackout(moving, place)
        if blackout is None:
            self._place(moving, place, "", follow=follow)
            return
        owner, at = self._choice.anchor()
        self._surfaces.exception(
            owner,
            at,
            day_of(place),
            blackout,
            lambda reason: self._place(moving, place, reason, follow=follow),
        )

    def nudge(self, days: int, minutes: int) -> None:
        """Move the chosen posts by days, or the first of them to the next quarter of an hour before or after."""
        dated = [card for card in self._host.cards() if card.planned is not None]
        if not dated or dated[0].planned is None:
            return
        place = nudged(dated[0].planned, days, minutes)
        self.move([card.id for card in dated], place, follow=True)
        if any(missing(card, place, dated[0]) for card in dated):
            self._host.refuse(
                tr("Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden um eine Stunde vorgestellt.")
            )

    def keep(self, ids: tuple[str, ...], *, cut: bool) -> None:
        """Remember posts for a day to come; none lets go of them."""
        self._clip, self._cutting = ids, cut
        self._host.show_cut(frozenset(ids) if cut else frozenset())

    def make(self, make: Callable[[], Sequence[str]]) -> None:
        """Make posts and choose them."""
        made: list[str] = []
        if self.attempt(lambda: made.extend(make())):
            self._choice.choose(made)

    def attempt(self, do: Callable[[], object]) -> bool:
        """Do something and tell whether it was done; a refusal is said."""
        try:
            do()
        except Refused as refusal:
            self._host.refuse(sentence(refusal))
            return False
        return True

    def _lies_on(self, id_: str, place: date) -> bool:
        planned = self._posts.card(id_).planned
        if planned is None:
            return False
        return planned == place if isinstance(place, datetime) else planned.date() == place

    def _place(self, ids: Sequence[str], place: date, reason: str, *, follow: bool = False) -> None:
        def put() -> None:
            if isinstance(place, datetime):
                self._posts.move_at(ids, place, reason=reason)
            else:
                self._posts.move_to_day(ids, place, reason=reason)

        if self.attempt(put):
            (self._host.follow if follow else self._choice.choose)(ids)

    def _take_slots(self, ids: Sequence[str]) -> None:
        free = self.free
        if free is not None and self.attempt(lambda: free().take(ids)):
            self._choice.choose(ids)

    def _paste(self) -> None:
        ids, day = self._clip, self._choice.cursor_day()
        if self._cutting:
            self.keep((), cut=False)
            self.move(ids, day)
        else:
            self.make(lambda: self._posts.duplicate(ids, day))

    def _delete(self, cards: Sequence[Card]) -> None:
        ids = [card.id for card in cards]
        if len(cards) == 1 and cards[0].series:
            self._host.chained("delete", ids[0])
            return
        beside = self._choice.beside(ids)
        if self.attempt(lambda: self._posts.delete(ids)):
            self._choice.choose(beside)

    def _ask_hold(self, ids: Sequence[str]) -> None:
        owner, at = self._choice.anchor()
        self._surfaces.hold(owner, at, lambda reason: self.attempt(lambda: self._posts.hold(ids, reason)))

    def _ask_day(self, cards: Sequence[Card]) -> None:
        owner, at = self._choice.anchor()
        ids = [card.id for card in cards]

        def placed(place: date | None) -> None:
            if place is None:
                self.put_down(ids, Basket.IDEAS, copying=False)
            else:
                self.attempt(lambda: self.move(ids, place))

        self._surfaces.move(
            owner,
            at,
            cards[0].planned,
            self._posts.now().date(),
            count=len(cards),
            judge=lambda place: self._verdicts.of(ids, place, copying=False),
            placed=placed,
        )
