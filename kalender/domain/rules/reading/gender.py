# SPDX-License-Identifier: EUPL-1.2
"""text.gender: a short form for women and men that is not the one of the house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.book import Gender
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

_SIGNS = {Gender.STAR: "*", Gender.COLON: ":"}


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    """Return the pattern of Bürger*innen, Bürger:innen, Bürger_innen, Bürger/-innen, Bürger·innen and BürgerInnen."""
    return re.compile(
        r"(?<![#@\w/.])([A-ZÄÖÜ][\w\-]*[a-zäöüß])(?:(\*|:|_|/-?|·)(in(?:nen)?)|(I)(nnen|(?<=erI)n))(?![\w.@])"
    )


def find(case: Case) -> Iterator[Spot]:
    """A short form for women and men is not the one of the house."""
    house = case.around.book.gender if case.around.book is not None else Gender.OFF
    if house is Gender.OFF:
        return
    own = _SIGNS.get(house, "")
    for passage in case.passages:
        for found in _short().finditer(passage.text):
            stem, sign, ending, big, rest = found.groups()
            if own and sign == own:
                continue
            better = f"{stem}{own}{ending or f'{big}{rest}'.lower()}" if own else ""
            facts = {"found": found.group(), "better": better, "house": house.value}
            severity = Severity.WARNING if house is Gender.FORBIDDEN else None
            place = {"start": found.start(), "end": found.end()}
            yield Spot({**facts, **place}, passage.channel, passage.field, severity=severity)


RULE = Rule(
    "text.gender",
    Severity.HINT,
    find,
    "Hausregel; DBSV 2024: neutral, dann Paarform, sonst Stern",
    german=True,
)
