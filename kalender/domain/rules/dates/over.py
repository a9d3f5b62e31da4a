# SPDX-License-Identifier: EUPL-1.2
"""date.over: every date in the text lies before the day it appears: the post may have been moved too far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.dates.mentions import facts_of, mentions
from kalender.domain.rules.finding import Rule, Severity, Spot

_FAR = timedelta(days=300)


@lru_cache(maxsize=1)
def _looking_back() -> re.Pattern[str]:
    words = "war|waren|wurde|wurden|fand|fanden|gab|kam|kamen|ging|gingen|feierten|besuchten|hatte|hatten|konnten|haben"
    return re.compile(rf"\b(?:{words}|[Gg]estern|seit|Seit)\b")


def find(case: Case) -> Iterator[Spot]:
    """Every date in the text lies before the day it appears: the post may have been moved too far.

    A text that looks back on what was passes.
    """
    for passage in case.passages:
        planned = case.planned(passage)
        if planned is None or _looking_back().search(passage.text):
            continue
        named = [mention for found, _near, mention in mentions(case) if found is passage and mention.day]
        days = [mention.day for mention in named if mention.day]
        if days and max(days) < planned.date() and planned.date() - max(days) < _FAR:
            last = named[days.index(max(days))]
            facts = facts_of(passage, last, day=max(days), planned=planned.date())
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("date.over", Severity.WARNING, find, "Hausregel", german=True)
