# SPDX-License-Identifier: EUPL-1.2
"""planned.clock_gap: the clock skips the planned time in the night summer time begins."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.days.clocks import shown_by_clocks
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.planned.moments import moments


def find(case: Case) -> Iterator[Spot]:
    """The clock skips the planned time in the night summer time begins."""
    for channel, moment in moments(case):
        back = shown_by_clocks(moment, case.post.zone)
        if back != moment:
            yield Spot({"planned": moment, "instead": back}, channel, "planned")


RULE = Rule("planned.clock_gap", Severity.ERROR, find, "Zeitzonen der IANA")
