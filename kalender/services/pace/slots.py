# SPDX-License-Identifier: EUPL-1.2
"""Finds the next free slot of the channels of a post, and takes it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import cache

from kalender.domain.frozen import frozen
from kalender.domain.pace.appearing import Appearance
from kalender.domain.pace.slots import APART, HORIZON, Slot, next_free, taken
from kalender.domain.plan import Channel
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Desk
from kalender.services.clock import Clock
from kalender.services.layers import Layers
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile


@frozen
class Taken:
    """A post that got a slot. channel: name of the one whose usual time it is, empty without channels."""

    post: str
    when: datetime
    channel: str


class Slots:
    """Skips blackouts, and holidays and silent days as the plan wants it."""

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView, clock: Clock, layers: Layers) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._clock = clock
        self._layers = layers

    def next_free(self, channels: Sequence[str], after: datetime | None = None) -> Slot:
        """Return the next free slot of some channels (ids) after a moment, by default now. Raises Refused NO_FREE_SLOT."""
        return self._next(channels, self._later(after), self._others(self._later(after)), ())

    def next_moment(self, channels: Sequence[str]) -> datetime:
        """Return the time of the next free slot of some channels. Raises Refused NO_FREE_SLOT."""
        return self.next_free(channels).when

    def next_of_channels(self, channels: Sequence[str] | None) -> datetime:
        """Return the time of the next free slot of some channels, None for all that are in use. Raises Refused NO_FREE_SLOT."""
        used = [item.id for item in self._plan.channels if item.active] if channels is None else channels
        return self.next_moment(used)

    def within(self, channel: str, first: date, last: date, near: date) -> datetime:
        """Return the free slot of a channel nearest to a day, between two days (inclusive); that day at the usual time without one."""
        item = self._plan.channel(channel)
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        now, others = self._later(None), self._store.appearing(first, last)
        moments = [datetime.combine(day, item.time_on(day)) for day in days if item.publishes_on(day)]
        free = [
            moment
            for moment in moments
            if moment > now
            and not self.closed(moment.date(), [channel])
            and taken(moment, [channel], others) is None
        ]
        usual = datetime.combine(near, item.time_on(near))
        return min(free, key=lambda moment: (abs(moment.date() - near), moment), default=usual)

    def next_of(self, post: str) -> Slot:
        """Return the next free slot of a post, its own not counted. Raises Refused NOT_FOUND, NO_FREE_SLOT."""
        found = self._get(post)
        now = self._later(None)
        return self._next([item.id for item in found.versions], now, self._others(now), (post,))

    def take(self, ids: Sequence[str]) -> list[Taken]:
        """Put each of some posts on its next free slot, in one step; none gets the slot of another.

        Raises Refused NOT_FOUND, NO_FREE_SLOT; nothing is changed then.
        """
        now = self._later(None)
        others = [item for item in self._others(now) if item.post not in ids]
        found: list[Taken] = []
        posts = [self._get(id_) for id_ in ids]
        for post in posts:
            channels = tuple(item.id for item in post.versions)
            slot = self._next(channels, now, others, ())
            names = {item.id: item.name for item in self._plan.channels}
            found.append(Taken(post=post.id, when=slot.when, channel=names.get(slot.channel, "")))
            others = sorted(
                [*others, Appearance(post.id, post.title, slot.when, channels)], key=lambda item: item.planned
            )
        with self._desk.action("post.slotted") as act:
            for item in found:
                act.put(act.get(Post, item.post).moved_to(item.when))
            first = found[0] if len(found) == 1 else None
            act.describe(
                title=posts[0].title if first else "",
                count=len(found),
                when=first.when.isoformat(timespec="minutes") if first else "",
                channel=first.channel if first else "",
            )
        return found

    def in_the_way(self, moment: datetime, channels: Sequence[str], but: Sequence[str] = ()) -> str:
        """Return the title of a post that appears on one of these channels at about that time, empty where none does."""
        day = moment.date()
        near = self._store.appearing(day - timedelta(days=1), day + timedelta(days=1))
        found = taken(moment, channels, near, but)
        return found.title if found is not None else ""

    def closed(self, day: date, channels: Sequence[str]) -> bool:
        """Tell whether no free slot lies on a day: a blackout, or a holiday or silent day that the plan leaves out."""
        town = self._plan.municipality
        if any(item.covers(day, channels) for item in self._plan.blackouts):
            return True
        if not town.slots_on_holidays and day in self._layers.holidays(day.year):
            return True
        return not town.slots_on_silent and day in self._layers.silent_days(day.year)

    def _next(
        self, channels: Sequence[str], after: datetime, others: Sequence[Appearance], but: Sequence[str]
    ) -> Slot:
        known = self._known(channels)
        ids = [item.id for item in known]
        moments = [item.planned for item in others]

        def busy(moment: datetime) -> bool:
            start, end = bisect_left(moments, moment - APART), bisect_left(moments, moment + APART)
            return taken(moment, ids, others[start:end], but) is not None

        closed: Callable[[date], bool] = cache(lambda day: self.closed(day, ids))
        found = next_free(known, after, busy=busy, closed=closed)
        if found is None:
            raise Refused(RefusalKind.NO_FREE_SLOT, days=HORIZON)
        return found

    def _known(self, channels: Sequence[str]) -> list[Channel]:
        """Return the channels in the order of the plan, those in use before retired ones."""
        found = [item for item in self._plan.channels if item.id in channels]
        return sorted(found, key=lambda item: not item.active)

    def _others(self, after: datetime) -> list[Appearance]:
        first = after.date()
        return self._store.appearing(first, first + timedelta(days=HORIZON))

    def _later(self, after: datetime | None) -> datetime:
        return after or self._clock.local(self._plan.municipality.zone)

    def _get(self, id_: str) -> Post:
        post = self._store.get(Post, id_)
        if post is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return post
