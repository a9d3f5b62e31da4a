# SPDX-License-Identifier: EUPL-1.2
"""Gathers what lies around the planned days of posts, for the checks: days, elections, other posts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Protocol

from kalender.domain.content import times
from kalender.domain.pace.appearing import Appearance, Nearby
from kalender.domain.plan import Meeting
from kalender.domain.post import Post
from kalender.services.acting.changes import Changes
from kalender.services.acting.desk import Desk
from kalender.services.layers import Layers
from kalender.services.pace.shown import Shown
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

_DAY = timedelta(days=1)


class Source(Protocol):
    """Tells what lies around a post."""

    def of(self, post: Post) -> Nearby:
        """Return what lies around the planned days of a post, saved or not."""


class Surrounding:
    """Asks the plan for each post: two small stretches of it."""

    def __init__(self, store: PlanFile, plan: PlanView, layers: Layers, desk: Desk) -> None:
        self._store = store
        self._plan = plan
        self._layers = layers
        self._texts: dict[tuple[date, date], dict[str, frozenset[str]]] = {}
        self._found: dict[tuple[date, date], Sequence[Appearance]] = {}
        self._pictures = Shown(store)
        desk.subscribe(self._heard)

    def _heard(self, changes: Changes) -> None:
        """Read again after posts changed, and only then: while someone types, every letter asks the same."""
        if changes.ids("post"):
            self._texts.clear()
            self._found.clear()
            self._pictures.forget()

    def _appearing(self, first: date, last: date) -> Sequence[Appearance]:
        if (first, last) not in self._found:
            self._found[first, last] = self._store.appearing(first, last)
        return self._found[first, last]

    def _saying(self, first: date, last: date) -> dict[str, frozenset[str]]:
        """Return the posts of some days by what they say."""
        if (first, last) not in self._texts:
            by_mark: dict[str, set[str]] = {}
            for id_, text in self._store.texts(first, last):
                by_mark.setdefault(text_mark(text), set()).add(id_)
            self._texts[first, last] = {mark: frozenset(ids) for mark, ids in by_mark.items()}
        return self._texts[first, last]

    def of(self, post: Post) -> Nearby:
        """Return what lies around the planned days of a post, saved or not."""
        days = _days(post)
        if not days:
            return Nearby()
        beside = self._appearing(_before(days[0]), _after(days[-1]))
        shown, same = self._shown(post, days[0]), self._same(post, days[0])
        return self.around(days, beside, same, self.council(post), shown)

    def council(self, post: Post) -> Meeting | None:
        """Return the meeting that has to be over before a post, or None; one of a calendar is entry@day."""
        wanted = post.not_before
        if not wanted:
            return None
        entered = next((item for item in self._plan.meetings if item.id == wanted), None)
        if entered is not None or "@" not in wanted:
            return entered
        try:
            day = date.fromisoformat(wanted.rpartition("@")[2])
        except ValueError:
            return None
        return next((item for item in self._layers.between(day, day).meetings if item.id == wanted), None)

    def of_all(self) -> Source:
        """Return what answers the same for many posts after reading the whole plan once."""
        found, texts = self._store.appearing(date.min, date.max), self._store.texts(date.min, date.max)
        return _Whole(self, found, texts, Shown(self._store))

    def reach(self) -> int:
        """Return within how many days the same text is pointed out."""
        return self._plan.municipality.repeat_days

    def reach_of_pictures(self) -> int:
        """Return within how many days the same picture is pointed out."""
        return self._plan.municipality.picture_days

    def _shown(self, post: Post, day: date) -> dict[str, tuple[Appearance, ...]]:
        reach = self.reach_of_pictures()
        if not reach or not post.attachments:
            return {}
        return self._pictures.among(post, self._appearing(_before(day, reach), _after(day, reach)))

    def _same(self, post: Post, day: date) -> tuple[Appearance, ...]:
        mark, reach = text_mark(post.text), self.reach()
        if not mark or not reach:
            return ()
        first, last = _before(day, reach), _after(day, reach)
        same = self._saying(first, last).get(mark, frozenset()) - {post.id}
        if not same:
            return ()
        others = self._appearing(first, last)
        return tuple(item for item in others if item.post in same and not item.repeats(post.series))

    def around(
        self,
        days: Sequence[date],
        beside: Sequence[Appearance],
        same: Sequence[Appearance],
        council: Meeting | None,
        shown: Mapping[str, tuple[Appearance, ...]],
    ) -> Nearby:
        """Return these posts together with the holidays, silent days and elections of some days."""
        holidays: dict[date, str] = {}
        silent: dict[date, str] = {}
        for year in sorted({day.year for day in days}):
            holidays |= self._layers.holidays(year)
            silent |= self._layers.silent_days(year)
        return Nearby(
            holidays={day: holidays[day] for day in days if day in holidays},
            silent={day: silent[day] for day in days if day in silent},
            neutral=self._layers.neutral(days[0], days[-1]),
            beside=tuple(beside),
            same_text=tuple(same),
            same_pictures=shown,
            council=council,
        )


class _Whole:
    """Answers from lists that were read once."""

    def __init__(
        self,
        around: Surrounding,
        found: Sequence[Appearance],
        texts: Iterable[tuple[str, str]],
        shown: Shown,
    ) -> None:
        self._around = around
        self._pictures = shown
        self._found = found
        self._moments = [item.planned for item in found]
        marks = {id_: text_mark(text) for id_, text in texts}
        self._same: dict[str, list[Appearance]] = {}
        for item in found:
            self._same.setdefault(marks.get(item.post, ""), []).append(item)

    def of(self, post: Post) -> Nearby:
        """Return what lies around the planned days of a post."""
        days = _days(post)
        if not days:
            return Nearby()
        moments = times(post)
        start = bisect_left(self._moments, moments[0] - _DAY)
        end = bisect_right(self._moments, moments[-1] + _DAY)
        mark, reach = text_mark(post.text), timedelta(days=self._around.reach())
        same = self._same.get(mark, []) if mark and reach else []
        near = [
            item
            for item in same
            if item.post != post.id
            and not item.repeats(post.series)
            and abs(item.planned.date() - days[0]) <= reach
        ]
        council = self._around.council(post)
        return self._around.around(days, self._found[start:end], near, council, self._shown(post, days[0]))

    def _shown(self, post: Post, day: date) -> dict[str, tuple[Appearance, ...]]:
        reach = self._around.reach_of_pictures()
        if not reach or not post.attachments:
            return {}
        start = bisect_left(self._moments, datetime.combine(_before(day, reach), time.min))
        end = bisect_right(self._moments, datetime.combine(_after(day, reach), time.max))
        return self._pictures.among(post, self._found[start:end])


def text_mark(text: str) -> str:
    """Return a text as it is compared: blanks and capitals do not count; empty for one of a few letters."""
    plain = " ".join(text.casefold().split())
    return plain if len(plain) >= SHORT else ""


SHORT = 20
"""Letters below which the same words are no repetition worth a hint."""


def _days(post: Post) -> list[date]:
    return sorted({moment.date() for moment in times(post)})


def _before(day: date, days: int = 1) -> date:
    return date.fromordinal(max(1, day.toordinal() - days))


def _after(day: date, days: int = 1) -> date:
    return date.fromordinal(min(date.max.toordinal(), day.toordinal() + days))
