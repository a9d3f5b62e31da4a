# SPDX-License-Identifier: EUPL-1.2
"""planned.neutrality: a post appears in the period before an election in which a town hall holds back (Karenzzeit)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.duty.neutral_words import duty
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.planned.meant import excepted
from kalender.domain.rules.planned.moments import moments


@lru_cache(maxsize=1)
def _danger() -> re.Pattern[str]:
    """Return words of warnings: nobody holds back with them."""
    return re.compile(
        r"\b(?:Warnung|Unwetter\w*|Hochwasser\w*|Stromausfall|Trinkwasser|abkochen|Evakuierung|Vollsperrung|Sirenen\w*)\b"
    )


def find(case: Case) -> Iterator[Spot]:
    """A post appears in the period before an election in which a town hall holds back (Karenzzeit).

    What has to be told of the election itself, and warnings, pass.
    """
    if excepted(case) or any(
        duty().search(item.text) or _danger().search(item.text) for item in case.passages
    ):
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
