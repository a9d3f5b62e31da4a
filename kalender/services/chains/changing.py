# SPDX-License-Identifier: EUPL-1.2
"""Changing a series: carrying over what one post says, ending it, another rule; what it would do is told beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from kalender.domain.chains.series import (
    CONTENT,
    OnHoliday,
    Series,
    Skip,
    Turn,
    ended,
    instance,
    reach,
    split,
    turns,
)
from kalender.domain.post import Post
from kalender.services.chains.members import Effect, Member
from kalender.services.chains.series import Outlook, Recurring, checked
from kalender.services.chains.spreading import ALL, spread


class Scope(StrEnum):
    """Which posts of a series are meant."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


class SeriesDesk(Recurring):
    """Every verb is one undo step; what has left the house is never touched."""

    # Carrying a change over

    def differs(self, post: str) -> frozenset[str]:
        """Return what is another in a post than its series says: title, text, time, channels, pictures."""
        given = self._post(post)
        series = self.get(given.series)
        usual = instance(series, Turn(origin=date.min, planned=given.planned or datetime.min))
        clock = series.start.time() if series.start else None
        found = {what for what in ALL - {"time"} if spread(given, usual, frozenset({what}), None) != usual}
        if given.planned is not None and given.planned.time() != clock:
            found.add("time")
        return frozenset(found)

    def effect_of_spreading(
        self, post: str, scope: Scope, what: Iterable[str] = ALL, *, spare: bool = True
    ) -> Effect:
        """Tell what carrying a post's title, text, time, channels, pictures (what) over to others would do."""
        return self._spread(self._post(post), scope, frozenset(what), spare=spare)[0]

    def spread_over(
        self, post: str, scope: Scope, what: Iterable[str] = ALL, *, spare: bool = True
    ) -> Effect:
        """Carry them over, to those that follow or to all, and to the ones made later. spare: keep approvals that would end.

        Those that follow become a series of their own. Raises Refused NOT_FOUND.
        """
        given = self._post(post)
        wanted = frozenset(what)
        effect, changed, series, moved = self._spread(given, scope, wanted, spare=spare)
        with self._desk.action("series.changed", title=given.title) as act:
            for one in series:
                act.put(one)
            for member in moved:
                act.put(replace(act.get(Post, member.post.id), series=series[-1].id))
            for item in changed:
                act.put(replace(item, series=series[-1].id))
            act.describe(count=effect.changed)
        return effect

    def _spread(
        self, given: Post, scope: Scope, what: frozenset[str], *, spare: bool
    ) -> tuple[Effect, list[Post], list[Series], list[Member]]:
        """Return the effect, the posts as they shall be, the series as they shall be, and who goes over to the last of them."""
        old = self.get(given.series)
        members = self._meant(given, scope)
        usual = old.start.time() if old.start else None
        effect, changed, _gone = self._members.outcome(
            members,
            lambda post: spread(given, post, what, usual),
            spare=spare,
            kept=lambda post: (
                "time" in what
                and post.id != given.id
                and post.planned is not None
                and post.planned.time() != usual
            ),
        )
        first = min((item.post.origin for item in members if item.post.origin), default=None)
        begins = old.start is not None and first is not None and first <= old.start.date()
        if scope is Scope.ALL or begins or given.origin is None:
            return effect, changed, [_taught(old, given, what)], []
        before, later = split(old, given.origin, given)
        return effect, changed, [before, _taught(later, given, what)], members

    def _meant(self, given: Post, scope: Scope) -> list[Member]:
        every = self.members(given.series)
        match scope:
            case Scope.THIS:
                return [item for item in every if item.post.id == given.id]
            case Scope.FOLLOWING if given.origin is not None:
                return [item for item in every if item.post.origin and item.post.origin >= given.origin]
        return every

    # Ending

    def effect_of_deleting(self, post: str, scope: Scope) -> Effect:
        """Tell what deleting a post, it and those that follow, or all would do."""
        given = self._post(post)
        return self._members.outcome(self._meant(given, scope), lambda _post: None, spare=False)[0]

    def delete(self, post: str, scope: Scope) -> Effect:
        """Delete one post for good, it and those that follow, or all; what has left the house stays. Raises NOT_FOUND."""
        given = self._post(post)
        series = self.get(given.series)
        effect, _changed, gone = self._members.outcome(
            self._meant(given, scope), lambda _post: None, spare=False
        )
        code = "series.skipped" if scope is Scope.THIS else "series.deleted"
        with self._desk.action(code, title=given.title, count=effect.gone) as act:
            for item in gone:
                act.delete(item)
            if scope is Scope.THIS:
                act.put(_without(series, given))
            elif scope is Scope.ALL or _is_first(series, given):
                act.delete(series)
            else:
                act.put(ended(series, _before(given)))
        return effect

    def effect_of_end(self, id_: str, last: date) -> Effect:
        """Tell what ending a series with a day would do."""
        return self._end(self.get(id_), last)[0]

    def end(self, id_: str, last: date) -> Effect:
        """Let a series end with a day; later posts that have not left the house go into the trash."""
        series = self.get(id_)
        effect, gone = self._end(series, last)
        with self._desk.action("series.ended", title=series.title, day=last.isoformat()) as act:
            act.put(ended(series, last))
            for item in gone:
                act.delete(item)
            act.describe(count=effect.gone)
        return effect

    def _end(self, series: Series, last: date) -> tuple[Effect, list[Post]]:
        late = [item for item in self.members(series.id) if item.post.origin and item.post.origin > last]
        effect, _changed, gone = self._members.outcome(late, lambda _post: None, spare=False)
        return effect, gone

    # Another rule

    def effect_of_rule(
        self, id_: str, rule: str, on_holiday: OnHoliday, skips: Iterable[date]
    ) -> tuple[Effect, Outlook]:
        """Tell what another rule would do to the posts from today on, and what it would bring."""
        series = self._ruled(self.get(id_), rule, on_holiday, skips)
        return self._reconciled(self.get(id_), series)[0], self._outlook(series)

    def change_rule(self, id_: str, rule: str, on_holiday: OnHoliday, skips: Iterable[date]) -> Effect:
        """Give a series another rule from today on. Posts it no longer knows go into the trash, approved ones stay.

        Raises Refused NOT_FOUND, BAD_RULE.
        """
        old = self.get(id_)
        series = self._ruled(old, rule, on_holiday, skips)
        effect, changed, gone = self._reconciled(old, series)
        with self._desk.action("series.ruled", title=series.title) as act:
            act.put(series)
            for item in changed:
                act.put(item)
            for item in gone:
                act.delete(item)
            self._make(act, series)
        return effect

    def _ruled(self, series: Series, rule: str, on_holiday: OnHoliday, skips: Iterable[date]) -> Series:
        checked(rule)
        days = tuple(Skip(id=day.isoformat()) for day in sorted(set(skips)))
        return replace(series, rule=rule, on_holiday=on_holiday, skips=days)

    def _reconciled(self, old: Series, new: Series) -> tuple[Effect, list[Post], list[Post]]:
        """Return what becomes of the posts from today on where a series is ruled otherwise."""
        last = max(reach(old, self.today()), reach(new, self.today()))
        before = {turn.origin: turn.planned for turn in turns(old, last, self._off)}
        after = {turn.origin: turn.planned for turn in turns(new, last, self._off)}

        def change(post: Post) -> Post | None:
            if post.id == new.source or post.origin is None:
                return post
            if post.origin not in after:
                return None
            moved = post.planned == before.get(post.origin) != after[post.origin]
            return post.moved_to(after[post.origin]) if moved else post

        coming = [
            item
            for item in self.members(old.id)
            if item.post.planned is None or item.post.planned.date() >= self.today()
        ]
        effect, changed, gone = self._members.outcome(coming, change, spare=True)
        return replace(effect, made=len(self._missing(new))), changed, gone

    def release(self, post: str) -> None:
        """Take a post out of its series: it stays as it is, and the series leaves its day out."""
        with self._desk.action("series.released") as act:
            given = act.get(Post, post)
            series = act.find(Series, given.series)
            if series is not None:
                act.put(_without(series, given))
            act.put(replace(given, series="", origin=None))
            act.describe(title=given.title)


def _taught(series: Series, given: Post, what: frozenset[str]) -> Series:
    """Return a series whose posts to come begin with what a post says."""
    first = instance(series, Turn(origin=date.min, planned=series.start or datetime.min))
    taught = spread(given, first, what, series.start.time() if series.start else None)
    content = {name: getattr(taught, name) for name in CONTENT}
    return replace(series, start=taught.planned if series.start else None, **content)


def _without(series: Series, post: Post) -> Series:
    if post.origin is None:
        return series
    skip = Skip(id=post.origin.isoformat())
    others = tuple(item for item in series.skips if item.id != skip.id)
    return replace(series, skips=tuple(sorted((*others, skip), key=lambda item: item.id)))


def _is_first(series: Series, post: Post) -> bool:
    return post.origin is None or series.start is None or post.origin <= series.start.date()


def _before(post: Post) -> date:
    assert post.origin is not None
    return date.fromordinal(post.origin.toordinal() - 1)
