# SPDX-License-Identifier: EUPL-1.2
"""Other posts around it: two within an hour on one channel, the same text twice within some weeks."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.pace.slots import APART
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def same_hour(case: Case) -> Iterator[Spot]:
    """Another post appears on the same channel less than an hour before or after: one takes the readers of the other."""
    for outlet in case.outlets:
        if outlet.planned is None:
            continue
        away = {
            item: abs(item.planned - outlet.planned)
            for item in case.around.nearby.beside
            if item.post != case.post.id and outlet.id in item.channels
        }
        near = min(away, key=lambda item: away[item], default=None)
        if near is not None and away[near] < APART:
            facts = {"other": near.title, "post": near.post, "at": near.planned, "channel": outlet.name}
            yield Spot(facts, outlet.id, "planned")


def repeated(case: Case) -> Iterator[Spot]:
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


RULES = (
    Rule("load.same_hour", Severity.HINT, same_hour, "house rule"),
    Rule("text.repeated", Severity.HINT, repeated, "house rule; platforms show repeated texts less"),
)
