# SPDX-License-Identifier: EUPL-1.2
"""planned.neutrality: a post appears in the period before an election in which a town hall holds back (Karenzzeit)."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.planned.meant import excepted
from kalender.domain.rules.planned.moments import moments


def find(case: Case) -> Iterator[Spot]:
    """A post appears in the period before an election in which a town hall holds back (Karenzzeit)."""
    if excepted(case):
        return
    seen = set()
    for channel, moment in moments(case):
        for item in case.around.nearby.neutral:
            if item.first <= moment.date() <= item.last and item.title not in seen:
                seen.add(item.title)
                facts = {"title": item.title, "first": item.first, "last": item.last}
                yield Spot(facts | {"planned": moment}, channel, "planned")


RULE = Rule(
    "planned.neutrality",
    Severity.WARNING,
    find,
    "BVerfGE 44, 125 (1977): Neutralität vor Wahlen",
)
