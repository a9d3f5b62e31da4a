# SPDX-License-Identifier: EUPL-1.2
"""planned.blackout: a post is planned on days on which nothing leaves without an exception."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.planned.moments import EXCEPTION, moments


def find(case: Case) -> Iterator[Spot]:
    """A post is planned on days on which nothing leaves without an exception."""
    if any(label.casefold() == EXCEPTION for label in case.post.labels):
        return
    for channel, moment in moments(case):
        meant = [channel] if channel else [item.id for item in case.outlets if item.planned == moment]
        for item in case.around.blackouts:
            if item.covers(moment.date(), meant):
                facts = {"title": item.title, "reason": item.reason, "first": item.first, "last": item.last}
                yield Spot(facts | {"planned": moment}, channel, "planned")


RULE = Rule("planned.blackout", Severity.WARNING, find, "Sperrzeiten des Plans")
