# SPDX-License-Identifier: EUPL-1.2
"""All of the past of an open plan, built when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection

from kalender.media.shelf import Shelf
from kalender.services.acting.desk import Desk
from kalender.services.clock import Clock
from kalender.services.past.archiving import Archiving
from kalender.services.past.records import Records, Words
from kalender.services.past.states import PastStates
from kalender.services.past.sweeping import KeepsPictures, Sweeping
from kalender.services.past.taking_back import TakingBack
from kalender.services.past.timeline import Timeline
from kalender.services.past.trash import Trash
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile


class Past:
    """Timeline, steps taken back, states of posts, trash, sweep and archive of one plan.

    keepers: the backups. words: make the files for the records office.
    """

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        clock: Clock,
        shelf: Shelf,
        keepers: Callable[[], Collection[KeepsPictures]] = tuple,
        *,
        words: Words,
    ) -> None:
        self.timeline = Timeline(store)
        self.taking_back = TakingBack(store, desk)
        self.states = PastStates(store, desk, plan)
        self.archiving = Archiving(store, desk, plan, clock)
        self.records = Records(store, plan, clock, words)
        self.sweeping = Sweeping(store, shelf, self.archiving.today, keepers)
        self.trash = Trash(store, desk, self.sweeping.leaving, self.sweeping.gone)
