# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the settings of a plan, put together."""

from __future__ import annotations

from collections.abc import Callable

from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.services.setup.blackouts import Blackouts
from kalender.services.setup.channels import Channels
from kalender.services.setup.people import People
from kalender.services.setup.topics import Topics
from kalender.services.setup.town import Town
from kalender.store.plan_file import PlanFile


class Setup:
    """Every verb is one action, one undo step, and refuses with Refused where a rule forbids it."""

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView, new_id: Callable[[], str]) -> None:
        self.town = Town(desk, plan)
        self.channels = Channels(store, desk, plan, new_id)
        self.people = People(store, desk, plan, new_id)
        self.topics = Topics(store, desk, plan, new_id)
        self.blackouts = Blackouts(store, desk, plan, new_id)
