# SPDX-License-Identifier: EUPL-1.2
"""Whose plan it is, and the rules of its review."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kalender.domain.plan import Municipality
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView

FIELDS = frozenset(
    {"name", "form", "land", "inhabitants", "window_before", "window_after", "review_limit", "text_due"}
    | {"picture_due", "approval_due", "closed", "repeat_days", "slots_on_holidays", "slots_on_silent"}
)
"""What can be changed; the time zone is that of the country and stays."""


class Town:
    """Changes the record of the municipality."""

    def __init__(self, desk: Desk, plan: PlanView) -> None:
        self._desk = desk
        self._plan = plan

    def change(self, **values: Any) -> None:
        """Set some of FIELDS. The days an approval covers are those of its day: earlier ones stay as they are.

        Raises Refused NAME_MISSING or UNKNOWN_FIELD.
        """
        for key in values.keys() - FIELDS:
            raise Refused(RefusalKind.UNKNOWN_FIELD, field=key, known=sorted(FIELDS))
        if "name" in values:
            values["name"] = " ".join(str(values["name"]).split())
            if not values["name"]:
                raise Refused(RefusalKind.NAME_MISSING)
        with self._desk.action("town.changed") as act:
            now = act.find(Municipality, "municipality") or Municipality()
            town = replace(now, **values)
            act.put(town)
            act.describe(title=town.title)
