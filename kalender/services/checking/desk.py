# SPDX-License-Identifier: EUPL-1.2
"""Everything a person can do about rules and what they find."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kalender.services.acting.desk import Desk
from kalender.services.checking.leaving import Leaving
from kalender.services.checking.rulings import Rulings
from kalender.store.plan_file import PlanFile


class RuleDesk:
    """rulings: what the plan makes of the rules; leaving: findings left as they are. now: local time."""

    def __init__(self, store: PlanFile, desk: Desk, now: Callable[[], datetime]) -> None:
        self.rulings = Rulings(store, desk, now)
        self.leaving = Leaving(store, desk, now)
