# SPDX-License-Identifier: EUPL-1.2
"""date.relation: heute, morgen or gestern beside a date does not fit the day the post appears."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kalender.domain.rules.case import Case
from kalender.domain.rules.dates.mentions import facts_of, mentions
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """Heute, morgen or gestern beside a date does not fit the day the post appears."""
    for passage, _near, mention in mentions(case):
        planned = case.planned(passage)
        if planned is None or mention.offset is None or mention.day is None:
            continue
        if planned.date() + timedelta(days=mention.offset) != mention.day:
            facts = facts_of(passage, mention, day=mention.day, planned=planned.date())
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("date.relation", Severity.WARNING, find, "Hausregel", german=True)
