# SPDX-License-Identifier: EUPL-1.2
"""Rule: several other posts appear on the same channel on the same day."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.pace.slots import APART
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

MOST = 2
"""Posts of a day that readers of a channel take in good part."""


def find(case: Case) -> Iterator[Spot]:
    """A channel gets more than two posts on a day; what is less than an hour apart is another rule's.

    The same in other languages counts as one with the post itself.
    """
    kin = case.kin
    for outlet in case.outlets:
        if outlet.planned is None:
            continue
        others = [
            item
            for item in case.around.nearby.beside
            if item.post != case.post.id
            and item.post not in kin
            and outlet.id in item.channels
            and item.planned.date() == outlet.planned.date()
        ]
        if len(others) < MOST or any(abs(item.planned - outlet.planned) < APART for item in others):
            continue
        titles = tuple(item.title for item in others)
        facts = {"channel": outlet.name, "count": len(others) + 1, "others": titles}
        yield Spot(facts | {"planned": outlet.planned.date()}, outlet.id, "planned")


RULE = Rule("load.same_day", Severity.HINT, find, "Hausregel")
