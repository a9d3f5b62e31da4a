# SPDX-License-Identifier: EUPL-1.2
"""Whose plan it is, and the rules of its review."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kalender.domain.plan import Municipality
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Stage
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.services.setup.closing import closed_text

FIELDS = frozenset(
    {
        "name",
        "form",
        "land",
        "inhabitants",
        "window_before",
        "window_after",
        "review_limit",
        "idea_limit",
        "draft_limit",
        "approved_limit",
        "exported_limit",
        "text_due",
    }
    | {
        "picture_due",
        "approval_due",
        "closed",
        "repeat_days",
        "picture_days",
        "slots_on_holidays",
        "slots_on_silent",
    }
)
"""What can be changed; the time zone is that of the country and stays."""

LIMITS = {
    Stage.IDEA: "idea_limit",
    Stage.DRAFT: "draft_limit",
    Stage.IN_REVIEW: "review_limit",
    Stage.APPROVED: "approved_limit",
    Stage.EXPORTED: "exported_limit",
}
"""The field for the limit of each column of the board that can have one."""


def limits_of(town: Municipality) -> dict[Stage, int]:
    """Return how many posts each column holds before it warns; those without a limit are left out."""
    found = {stage: int(getattr(town, field)) for stage, field in LIMITS.items()}
    return {stage: limit for stage, limit in found.items() if limit > 0}


class Town:
    """Changes the record of the municipality."""

    def __init__(self, desk: Desk, plan: PlanView) -> None:
        self._desk = desk
        self._plan = plan

    def change(self, **values: Any) -> None:
        """Set some of FIELDS. The days an approval covers are those of its day: earlier ones stay as they are.

        closed: texts as people write them (24.12.–31.12., 15.5.2026) or as they are stored. Raises Refused NAME_MISSING,
        BAD_DATE or UNKNOWN_FIELD.
        """
        for key in values.keys() - FIELDS:
            raise Refused(RefusalKind.UNKNOWN_FIELD, field=key, known=sorted(FIELDS))
        if "name" in values:
            values["name"] = " ".join(str(values["name"]).split())
            if not values["name"]:
                raise Refused(RefusalKind.NAME_MISSING)
        if "closed" in values:
            values["closed"] = tuple(closed_text(item) for item in values["closed"] if item.strip())
        with self._desk.action("town.changed") as act:
            now = act.find(Municipality, "municipality") or Municipality()
            town = replace(now, **values)
            act.put(town)
            act.describe(title=town.title)

    def limit(self, stage: Stage, posts: int) -> None:
        """Let a column of the board warn beyond so many posts, 0 never; raises Refused UNKNOWN_FIELD for one that has no end."""
        field = LIMITS.get(stage)
        if field is None:
            raise Refused(RefusalKind.UNKNOWN_FIELD, field=stage.value, known=[item.value for item in LIMITS])
        with self._desk.action("board.limit") as act:
            now = act.find(Municipality, "municipality") or Municipality()
            values: dict[str, Any] = {field: max(0, posts)}
            act.put(replace(now, **values))
