# SPDX-License-Identifier: EUPL-1.2
"""text.repeated: another post says the very same on the same channel within the days the plan looks back and ahead."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """Another post says the very same on the same channel within the days the plan looks back and ahead.

    Versions of one post are never compared with each other: they are meant to say the same.
    """
    if case.post.planned is None:
        return
    for item in case.around.nearby.same_text:
        shared = [
            outlet for outlet in case.outlets if outlet.id in item.channels and outlet.version.text is None
        ]
        if item.post != case.post.id and shared:
            days = abs((item.planned.date() - case.post.planned.date()).days)
            facts = {"other": item.title, "post": item.post, "at": item.planned, "days": days}
            yield Spot(facts | {"channels": tuple(outlet.name for outlet in shared)})
            return


RULE = Rule("text.repeated", Severity.HINT, find, "Hausregel; Netzwerke zeigen wiederholte Texte seltener")
