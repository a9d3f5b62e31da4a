# SPDX-License-Identifier: EUPL-1.2
"""planned.embargo: a post is planned before its embargo ends."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.planned.moments import moments


def find(case: Case) -> Iterator[Spot]:
    """A post is planned before its embargo ends."""
    until = case.post.embargo
    for channel, moment in moments(case) if until else ():
        if until is not None and moment < until:
            yield Spot({"planned": moment, "until": until}, channel, "planned")


RULE = Rule("planned.embargo", Severity.ERROR, find, "Vereinbarung der Sperrfrist")
