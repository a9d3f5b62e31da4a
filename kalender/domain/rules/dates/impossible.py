# SPDX-License-Identifier: EUPL-1.2
"""date.impossible: a date in the text is not in the calendar, e.g. 31.11."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.dates.mentions import facts_of, mentions
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """A date in the text is not in the calendar, e.g. 31.11."""
    for passage, _near, mention in mentions(case):
        if mention.day is None:
            yield Spot(facts_of(passage, mention), passage.channel, passage.field)


RULE = Rule("date.impossible", Severity.ERROR, find, "Kalender", german=True)
