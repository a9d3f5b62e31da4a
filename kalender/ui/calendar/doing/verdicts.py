# SPDX-License-Identifier: EUPL-1.2
"""What putting posts down somewhere would do, in the words under the pointer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from kalender.domain.card import Card
from kalender.domain.days.clocks import shown_by_clocks
from kalender.domain.days.month import BandKind
from kalender.domain.plan import Blackout
from kalender.domain.refusal import Refused
from kalender.services.posts import MoveEffect, Posts
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.doing.carry import Basket, Place, Verdict
from kalender.ui.calendar.grid.bars import EVENT
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.dates import day_short, moment_short
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class Beside(Protocol):
    """Knows what else appears; services.pace.slots.Slots does."""

    def in_the_way(self, moment: datetime, channels: Sequence[str], but: Sequence[str] = ()) -> str:
        """Return the title of a post on one of these channels at about a time, but for some posts; or empty."""


class Verdicts:
    """Judges places by the services; nothing is changed. almanac, marks: those of the month as it is shown."""

    def __init__(
        self, posts: Posts, almanac: Callable[[], Almanac], marks: Callable[[], Mapping[str, ChannelMark]]
    ) -> None:
        self._posts = posts
        self._almanac = almanac
        self._marks = marks
        self.bars: Callable[[str, date], Verdict] | None = None
        """Judges where an event (see grid/bars.py) would be put down; set by whoever knows events."""
        self.beside: Callable[[], Beside] | None = None

    def of(self, ids: Sequence[str], place: Place, copying: bool = False) -> Verdict:
        """Return what letting go would do."""
        if ids and ids[0].startswith(EVENT):
            if self.bars is None or isinstance(place, Basket):
                return Verdict(when=tr("Hier nicht möglich"))
            return self.bars(ids[0], day_of(place))
        return self._of_posts(ids, place, copying=copying)

    def _of_posts(self, ids: Sequence[str], place: Place, *, copying: bool) -> Verdict:
        try:
            cards = [self._posts.card(id_) for id_ in ids]
        except Refused as refusal:  # someone deleted it while it was in hand
            return Verdict(when=sentence(refusal), kind="err")
        if isinstance(place, Basket):
            return self._basket(cards, copying=copying)
        when, day = self._when(cards, place), day_of(place)
        if copying:
            blocked = self._almanac().blocked(day)
            note = tr("Liegt in der Sperrzeit") if blocked else ""
            kind = "warn" if blocked else "ok"
            return Verdict(when=tr("Kopie: {when}").format(when=when), note=note, kind=kind)
        effect = self._effect(ids, place)
        if effect.blackout is not None and self.enters(cards, day, effect.blackout):
            return Verdict(when=when, note=tr("Liegt in der Sperrzeit: Ausnahme nötig"), kind="err")
        if any(missing(card, place, cards[0]) for card in cards):
            return Verdict(when=when, note=tr("Diese Uhrzeit gibt es an dem Tag nicht"), kind="warn")
        if effect.had_approval and not effect.keeps_approval:
            return Verdict(when=when, note=tr("Freigabe erlischt"), kind="warn")
        other = self._in_the_way(cards, place)
        if other:
            return Verdict(when=when, note=tr("Zur selben Stunde: {title}").format(title=other), kind="warn")
        closed = self._closes(cards, day)
        kept = tr("Freigabe bleibt gültig") if effect.had_approval else ""
        return Verdict(
            when=when, note=tr("Schließt die {channel}-Lücke").format(channel=closed) if closed else kept
        )

    def blackout(self, ids: Sequence[str], place: date) -> Blackout | None:
        """Return the blackout that posts would come into on a day or at a time, or None."""
        cards = [self._posts.card(id_) for id_ in ids]
        found = self._effect(ids, place).blackout
        return found if found is not None and self.enters(cards, day_of(place), found) else None

    def _effect(self, ids: Sequence[str], place: date) -> MoveEffect:
        if isinstance(place, datetime):
            return self._posts.preview_move(ids, place)
        return self._posts.preview_move(ids, None, place)

    @staticmethod
    def enters(cards: Sequence[Card], day: date, blackout: Blackout) -> bool:
        """Tell whether a post comes into a blackout that it does not lie in already."""
        first, last = blackout.first or day, blackout.last or day
        return any(card.planned is None or not first <= card.planned.date() <= last for card in cards)

    def _basket(self, cards: Sequence[Card], *, copying: bool) -> Verdict:
        if copying:
            return Verdict(when=tr("Hier nicht möglich"), kind="warn")
        if all(card.planned is None for card in cards):
            return Verdict(when=tr("Bleibt im Ideenkorb"))
        effect = self._posts.preview_move([card.id for card in cards], None)
        if effect.had_approval and not effect.keeps_approval:
            return Verdict(when=tr("In den Ideenkorb"), note=tr("Freigabe erlischt"), kind="warn")
        return Verdict(when=tr("In den Ideenkorb"), note=tr("Nur der Termin geht verloren"))

    def _when(self, cards: Sequence[Card], place: date) -> str:
        if isinstance(place, datetime):
            when = moment_short(place)
            return when if len(cards) == 1 else tr("{when}, die übrigen im selben Abstand").format(when=when)
        if len(cards) > 1:
            return tr("{day}, Uhrzeiten bleiben").format(day=day_short(place))
        return moment_short(self._moment(cards[0], place))

    def _moment(self, card: Card, day: date) -> datetime:
        if card.planned is None:
            return self._posts.usual_moment(card.channels, day)
        return datetime.combine(day, card.planned.time())

    def gap(self, channel: str, day: date) -> tuple[date, date]:
        """Return the first and the last day of the gap of a channel that lies on a day; the day itself without one."""
        for band in self._almanac().over(day, BandKind.GAP):
            if band.channel == channel:
                return band.first, band.last
        return day, day

    def _in_the_way(self, cards: Sequence[Card], place: date) -> str:
        """Return the title of a post on the same channel at about that time, for one post that is not there already."""
        if self.beside is None or len(cards) > 1:
            return ""
        moment = place if isinstance(place, datetime) else self._moment(cards[0], place)
        if moment == cards[0].planned:
            return ""
        return self.beside().in_the_way(moment, cards[0].channels, (cards[0].id,))

    def _closes(self, cards: Sequence[Card], day: date) -> str:
        channels = {channel for card in cards for channel in card.channels}
        for band in self._almanac().over(day, BandKind.GAP):
            if band.channel in channels and band.channel in self._marks():
                return self._marks()[band.channel].short
        return ""


def missing(card: Card, place: date, lead: Card) -> bool:
    """Tell whether the time at which a post comes to lie is skipped, in the night of daylight saving.

    lead: the post that is brought to a time, from which the others keep their distance.
    """
    if isinstance(place, datetime):
        dated = card.planned is not None and lead.planned is not None
        moment = place + (card.planned - lead.planned) if dated else place  # type: ignore[operator]  # both are dated
    elif card.planned is None:
        return False
    else:
        moment = datetime.combine(place, card.planned.time())
    return shown_by_clocks(moment, card.zone) != moment


def day_of(place: date) -> date:
    """Return the day of a place that may come with a time."""
    return place.date() if isinstance(place, datetime) else place
