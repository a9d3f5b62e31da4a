# SPDX-License-Identifier: EUPL-1.2
"""Rule: a post reports on what is probably no task of a municipality."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _beyond() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:Bundesliga\w*|Champions League|Länderspiel\w*|[Dd]eutsche[rn]? Meister(?:schaft)?|Weltmeister(?:schaft)?|"
        r"Formel 1|Kinoprogramm|Kinostart|Filmkritik|Konzertkritik|Restaurant-?[Tt]ipps?|Ausgeh-?[Tt]ipps?|"
        r"Shopping-?[Tt]ipps?|Horoskop|Immobilienangebote?|Promi(?:s|news)?)(?!\w)"
    )


def find(case: Case) -> Iterator[Spot]:
    """A text reports like a newspaper, on matters of sport, leisure or business, and no task is named."""
    if case.post.task.strip():
        return
    for passage in case.passages:
        found = _beyond().search(passage.text)
        if found:
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "post.beyond_task",
    Severity.HINT,
    find,
    "Staatsferne der Presse: BGH 20.12.2018, I ZR 112/17; 14.07.2022, I ZR 97/21",
    sure=False,
    german=True,
)
