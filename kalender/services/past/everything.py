# SPDX-License-Identifier: EUPL-1.2
"""All of the past of an open plan, built when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.media.shelf import Shelf
from kalender.services.acting.desk import Desk
from kalender.services.clock import Clock
from kalender.services.past.archiving import Archiving
from kalender.services.past.records import Records, Words
from kalender.services.past.states import PastStates
from kalender.services.past.sweeping import Sweeping, SweepReport
from kalender.services.past.taking_back import TakingBack
from kalender.services.past.timeline import Timeline
from kalender.services.past.trash import Trash
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:
    from kalender.services.backups.places import Places


class Past:
    """Timeline, steps taken back, states of posts, trash, sweep and archive of one plan.

    words: make the files for the records office.
    """

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        clock: Clock,
        shelf: Shelf,
        words: Words,
    ) -> None:
        self.timeline = Timeline(store)
        self.taking_back = TakingBack(store, desk)
        self.states = PastStates(store, desk, plan)
        self.archiving = Archiving(store, desk, plan, clock)
        self.records = Records(store, plan, clock, words)
        self.sweeping = Sweeping(store, shelf, self.archiving.today)
        self.trash = Trash(store, desk, self.sweeping.leaving, self.sweeping.gone)
        self._store = store

    def sweep(self, places: Places) -> SweepReport:
        """Mark and remove files of deleted pictures that neither the plan nor a backup at these places needs."""
        from kalender.services.past.in_backups import InBackups

        return self.sweeping.sweep((InBackups(self._store, lambda: places),))
