# SPDX-License-Identifier: EUPL-1.2
"""picture.too_many: a channel gets more pictures than the platform takes in one post."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """A channel gets more pictures than the platform takes in one post."""
    for outlet in case.outlets:
        most = outlet.text_format.max_images if outlet.text_format else 0
        if most and len(outlet.pictures) > most:
            facts = {"channel": outlet.name, "count": len(outlet.pictures), "limit": most}
            yield Spot(facts, outlet.id, "picture")


RULE = Rule("picture.too_many", Severity.ERROR, find, "Angaben der Plattform (Formate)")
