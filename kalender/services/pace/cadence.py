# SPDX-License-Identifier: EUPL-1.2
"""How channels keep their promises, week by week; what was read is kept until a post or a channel changes."""

from __future__ import annotations

from datetime import date, timedelta

from kalender.domain.pace.appearing import Appearance
from kalender.domain.pace.cadence import Strip, reach, strip
from kalender.services.acting.desk import Changes, Desk
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

BEFORE = 2
"""Weeks shown before the one of the day asked for."""


class Cadence:
    """Counts posts by channel and week with one question for all channels."""

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView) -> None:
        self._store = store
        self._plan = plan
        self._kept: dict[tuple[date, int], Strip] = {}
        desk.subscribe(self._forget)

    def around(self, day: date, weeks: int = 10) -> Strip:
        """Return so many weeks; the first ones, at most BEFORE, lie before the week of a day."""
        monday = day - timedelta(days=day.weekday(), weeks=min(BEFORE, weeks // 4))
        key = (monday, weeks)
        if key not in self._kept:
            if len(self._kept) > 24:
                self._kept.clear()
            posts: list[Appearance] = self._store.appearing(*reach(monday, weeks))
            self._kept[key] = strip(self._plan.channels, posts, monday, weeks)
        return self._kept[key]

    def _forget(self, changes: Changes) -> None:
        if changes.ids("post") or changes.ids("channel"):
            self._kept.clear()
