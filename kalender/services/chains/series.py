# SPDX-License-Identifier: EUPL-1.2
"""Series: posts that recur by a rule, made ahead, each with its own approval; nothing appears by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from kalender.domain.chains.series import (
    OnHoliday,
    Series,
    Skip,
    Turn,
    instance,
    place_in,
    post_id,
    reach,
    series_of,
    total,
    turns,
)
from kalender.domain.days.recurrence import BadRule, Rule, RuleFault
from kalender.domain.frozen import frozen
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Action, Desk
from kalender.services.chains.members import Member, Members
from kalender.services.clock import Clock
from kalender.services.layers import Layers
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

MOST = 400
"""Posts made for one series at once."""


@frozen
class Outlook:
    """What a rule would bring. turns: the times for which posts are made now; of: how many there will be, None: no end."""

    turns: tuple[Turn, ...]
    of: int | None


class Recurring:
    """Every verb is one undo step; what has left the house is never touched."""

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        layers: Layers,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._layers = layers
        self._clock = clock
        self._new_id = new_id
        self._members = Members(store, plan)
        self._free: dict[int, frozenset[date]] = {}

    # Reading

    def today(self) -> date:
        """Return the day of the plan."""
        return self._clock.local(self._plan.municipality.zone).date()

    def all(self) -> list[Series]:
        """Return all series by title."""
        return sorted(self._store.all(Series), key=lambda item: (item.title.casefold(), item.id))

    def find(self, id_: str) -> Series | None:
        """Return a series, or None where there is none (any more)."""
        return self._store.get(Series, id_) if id_ else None

    def get(self, id_: str) -> Series:
        """Return a series; raises Refused NOT_FOUND."""
        found = self.find(id_)
        if found is None:
            raise Refused(RefusalKind.NOT_FOUND, series=id_)
        return found

    def members(self, id_: str) -> list[Member]:
        """Return the posts of a series by planned time."""
        return self._members.of(f"series/{id_}")

    def total(self, series: Series) -> int | None:
        """Return how many posts a series has, None where it has no end."""
        return total(series, self._off)

    def place(self, post: Post) -> tuple[int, int | None]:
        """Return which of its series a post is, and of how many (None: no end); (0, …) where the rule knows it not."""
        series = self.find(post.series)
        if series is None or post.origin is None:
            return 0, None
        return place_in(series, post.origin)

    def preview(
        self,
        post: str,
        rule: str,
        on_holiday: OnHoliday = OnHoliday.KEEP,
        skips: Iterable[date] = (),
    ) -> Outlook:
        """Return what a series begun by a post would bring; raises Refused NOT_FOUND, NO_DATE, BAD_RULE."""
        return self._outlook(self._draft(self._post(post), rule, on_holiday, skips))

    def _outlook(self, series: Series) -> Outlook:
        return Outlook(turns=tuple(self._turns(series)[:MOST]), of=total(series, self._off))

    def _turns(self, series: Series) -> list[Turn]:
        return turns(series, reach(series, self.today()), self._off)

    def _off(self, day: date) -> bool:
        if day.year not in self._free:
            self._free[day.year] = frozenset(self._layers.holidays(day.year))
        return day in self._free[day.year]

    # Beginning, topping up

    def add(
        self,
        post: str,
        rule: str,
        on_holiday: OnHoliday = OnHoliday.KEEP,
        skips: Iterable[date] = (),
    ) -> str:
        """Let a post recur and return the id of the series; it is the first, the others are made as drafts.

        Raises Refused NOT_FOUND, NO_DATE, IN_SERIES, BAD_RULE.
        """
        first = self._post(post)
        self.may_begin(first)
        series = self._draft(first, rule, on_holiday, skips, id_=self._new_id())
        with self._desk.action("series.added", title=series.title) as act:
            act.put(series)
            begun = act.get(Post, post)
            act.put(replace(begun, series=series.id, origin=series.start.date() if series.start else None))
            made = self._make(act, series)
            act.describe(count=made + 1, posts=made + 1)
        return series.id

    def may_begin(self, post: Post) -> None:
        """Raise Refused where a post can begin no series: SERIES_UNDATED, IN_SERIES."""
        if post.planned is None:
            raise Refused(RefusalKind.SERIES_UNDATED, title=post.title)
        if self.find(post.series) is not None:
            raise Refused(RefusalKind.IN_SERIES, title=post.title)

    def due(self) -> bool:
        """Tell whether a series has days ahead for which there is no post yet, and the plan can take them."""
        return not self._store.read_only and any(
            self._missing(series) for series in self._store.all(Series) if not series.paused
        )

    def top_up(self, *, again: bool = False) -> int:
        """Make the posts that are due in all series, as one step, and return how many.

        A post that was deleted does not come back; again: it does, unless its day is an exception.
        """
        made = 0
        with self._desk.action("series.topped_up") as act:
            for series in self._store.all(Series):
                if not series.paused:
                    made += self._make(act, series, again=again)
            act.describe(count=made)
        return made

    def _missing(self, series: Series, *, again: bool = False) -> list[Turn]:
        """Return the turns from today on for which no post was ever made; again: or none is there now."""
        today = self.today()
        wanted = {
            post_id(series, turn.origin): turn for turn in self._turns(series) if turn.planned.date() >= today
        }
        known = self._store.projection.merged(f"post/{id_}" for id_ in wanted)
        there = {ref.partition("/")[2] for ref, found in known.items() if not (again and found.deleted)}
        return [turn for id_, turn in wanted.items() if id_ not in there and id_ != series.source][:MOST]

    def _make(self, act: Action, series: Series, *, again: bool = False) -> int:
        found = self._missing(series, again=again)
        for turn in found:
            act.put(instance(series, turn))
        return len(found)

    def _draft(
        self, post: Post, rule: str, on_holiday: OnHoliday, skips: Iterable[date], *, id_: str = ""
    ) -> Series:
        if post.planned is None:
            raise Refused(RefusalKind.SERIES_UNDATED, title=post.title)
        checked(rule)
        found = series_of(post, id_=id_, rule=rule, on_holiday=on_holiday)
        return replace(found, skips=tuple(Skip(id=day.isoformat()) for day in sorted(set(skips))))

    def _post(self, id_: str) -> Post:
        post = self._store.get(Post, id_)
        if post is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return post

    def pause(self, id_: str, *, paused: bool = True) -> None:
        """Make no more posts of a series for the time being, or go on."""
        code = "series.paused" if paused else "series.resumed"
        with self._desk.action(code) as act:
            series = replace(act.get(Series, id_), paused=paused)
            act.put(series)
            act.describe(title=series.title)
            if not paused:
                self._make(act, series)


def checked(rule: str) -> Rule:
    """Return a rule in parts; raises Refused BAD_RULE, also for one that says more than once a day."""
    try:
        found = Rule.parse(rule)
    except BadRule as bad:
        raise Refused(RefusalKind.BAD_RULE, rule=rule, fault=bad.fault.value) from bad
    if found.hours or found.minutes:
        raise Refused(RefusalKind.BAD_RULE, rule=rule, fault=RuleFault.TOO_FINE.value)
    return found
