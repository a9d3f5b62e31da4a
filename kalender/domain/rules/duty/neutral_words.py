# SPDX-License-Identifier: EUPL-1.2
"""planned.neutral_words: words of parties and campaigns in the time in which a town hall holds back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.planned.meant import excepted
from kalender.domain.rules.planned.moments import moments


@lru_cache(maxsize=8)
def _words(own: tuple[str, ...]) -> re.Pattern[str]:
    parties = r"CDU|CSU|SPD|FDP|AfD|BSW|Freie Wähler|Bündnis 90(?:/Die Grünen)?|Die Linke|Die Grünen"
    campaign = r"Wahlkampf\w*|Spitzenkandidat\w*|Kandidat\w*|Wahlprogramm\w*|Erfolgsbilanz|Spatenstich|Grußwort|Wahlversprechen"
    more = "".join(f"|{re.escape(item)}" for item in own)
    return re.compile(rf"(?<![\w#@])(?:{parties}|{campaign}{more})(?!\w)")


@lru_cache(maxsize=1)
def duty() -> re.Pattern[str]:
    """Return words of what has to be said before an election."""
    return re.compile(
        r"\b(?:Wahlbekanntmachung|Briefwahl\w*|Wahllokale?|Wahlhelfer\w*|Wahlschein\w*|Wahlbenachrichtigung\w*|"
        r"Stimmzettel|Wahlberechtigt\w*|wahlberechtigt\w*|Wählerverzeichnis|Wahlausschuss\w*)\b"
    )


def neutral_until(case: Case) -> str:
    """Return the title of the election before which the post appears, or nothing."""
    for _channel, moment in moments(case):
        for item in case.around.nearby.neutral:
            if item.first <= moment.date() <= item.last:
                return item.title
    return ""


def find(case: Case) -> Iterator[Spot]:
    """Words of parties and campaigns in the time in which a town hall holds back; what must be told passes."""
    title = neutral_until(case)
    if not title or excepted(case):
        return
    own = case.around.book.keywords if case.around.book is not None else ()
    for passage in case.passages:
        if duty().search(passage.text):
            continue
        for found in _words(own).finditer(passage.text):
            facts = {"found": found.group(), "title": title, "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "planned.neutral_words",
    Severity.WARNING,
    find,
    "BVerfGE 44, 125 (1977): Neutralität vor Wahlen",
    sure=False,
)
