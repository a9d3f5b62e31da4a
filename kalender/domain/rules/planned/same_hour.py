# SPDX-License-Identifier: EUPL-1.2
"""load.same_hour: another post appears on the same channel less than an hour before or after: one takes the readers of the other."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.pace.slots import APART
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """Another post appears on the same channel less than an hour before or after: one takes the readers of the other.

    The same in another language takes none: it is meant to appear beside it.
    """
    kin = case.kin
    for outlet in case.outlets:
        if outlet.planned is None:
            continue
        away = {
            item: abs(item.planned - outlet.planned)
            for item in case.around.nearby.beside
            if item.post != case.post.id and outlet.id in item.channels and item.post not in kin
        }
        near = min(away, key=lambda item: away[item], default=None)
        if near is not None and away[near] < APART:
            facts = {"other": near.title, "post": near.post, "at": near.planned, "channel": outlet.name}
            yield Spot(facts, outlet.id, "planned")


RULE = Rule("load.same_hour", Severity.HINT, find, "Hausregel")
