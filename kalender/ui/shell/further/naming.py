# SPDX-License-Identifier: EUPL-1.2
"""The names of what a plan knows by id, for pages that tell of the past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.domain.refusal import Refused
from kalender.ui.past.changes import Names
from kalender.wording.templates.fields import meeting_name

if TYPE_CHECKING:
    from kalender.ui.opened import Open


def names_of(house: Open) -> Names:
    """Return names by id; empty for what the plan does not know."""
    plan = house.plan

    def picture(id_: str) -> str:
        try:
            return house.pictures.get(id_).name
        except Refused:
            found = house.past.timeline.titles({f"picture/{id_}"})
            return found.get(f"picture/{id_}", "")

    def person(id_: str) -> str:
        found = plan.person(id_)
        return found.name if found else ""

    return Names(
        channel=lambda id_: next((item.name for item in plan.channels if item.id == id_), ""),
        person=person,
        topic=lambda id_: next((item.name for item in plan.topics if item.id == id_), ""),
        picture=picture,
        meeting=lambda id_: meeting_name(id_, plan.meetings),
        format=lambda id_: plan.formats[id_].label if id_ in plan.formats else "",
    )
