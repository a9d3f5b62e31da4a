# SPDX-License-Identifier: EUPL-1.2
"""The working days of the town hall of a plan: its Land, its own holidays, the days on which it is closed."""

from __future__ import annotations

from datetime import date

from kalender.domain.pace.working import Closed, OfficeDays
from kalender.domain.plan import Municipality
from kalender.services.layers import Layers
from kalender.services.plan_view import PlanView


class Office:
    """Counts working days; each answer is kept until the municipality changes."""

    def __init__(self, plan: PlanView, layers: Layers) -> None:
        self._plan = plan
        self._layers = layers
        self._town: Municipality | None = None
        self._days = OfficeDays(lambda _year: ())
        self._kept: dict[tuple[date, int], date] = {}

    def days(self) -> OfficeDays:
        """Return the working days as they are counted now."""
        town = self._plan.municipality
        if town != self._town:
            self._town = town
            self._kept = {}
            self._days = OfficeDays(self._layers.holidays, closed_days(town.closed))
        return self._days

    def back(self, day: date, count: int) -> date:
        """Return the working day so many working days before a day."""
        days, key = self.days(), (day, count)
        if key not in self._kept:
            self._kept[key] = days.back(day, count)
        return self._kept[key]


def closed_days(texts: tuple[str, ...]) -> tuple[Closed, ...]:
    """Return closed days from their texts; one of a newer version that nobody can read here closes nothing."""
    found = []
    for text in texts:
        try:
            found.append(Closed.parse(text))
        except ValueError:
            continue
    return tuple(found)
