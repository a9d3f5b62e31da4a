# SPDX-License-Identifier: EUPL-1.2
"""planned.not_before: a post appears before the meeting that has to decide first."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.planned.moments import moments


def find(case: Case) -> Iterator[Spot]:
    """A post appears before the meeting that has to decide first; where nobody knows the meeting, somebody has to look."""
    if not case.post.not_before:
        return
    meeting = case.around.nearby.council
    if meeting is None or meeting.start is None:
        yield Spot({"title": ""}, field="planned", severity=Severity.WARNING)
        return
    for channel, moment in moments(case):
        if moment < meeting.start:
            facts = {"title": meeting.title, "planned": moment, "until": meeting.start}
            yield Spot(facts, channel, "planned")


RULE = Rule("planned.not_before", Severity.ERROR, find, "Erstinformation des Rates; nichtöffentliche Sitzung")
