# SPDX-License-Identifier: EUPL-1.2
"""Rule: a text names somebody who works in the town hall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    who = (
        r"(?:Kolleg(?:e|in)|Mitarbeiter(?:in)?|Sachbearbeiter(?:in)?|Auszubildende[rn]?|Azubi|Hausmeister(?:in)?|"
        r"Erzieher(?:in)?|Praktikant(?:in)?|Amtsleiter(?:in)?)"
    )
    name = r"(?:(?:Herrn?|Frau) )?[A-ZÄÖÜ][a-zäöüß\-]+ [A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?"
    return re.compile(rf"\b{who},? {name}\b|\b{who},? (?:Herrn?|Frau) [A-ZÄÖÜ][a-zäöüß\-]+")


@lru_cache(maxsize=1)
def _mourning() -> re.Pattern[str]:
    """Return the pattern of words of an obituary: who has died needs no consent, and the house knows whom it mourns."""
    return re.compile(
        r"\b(?:Tod|Trauer|trauern?|trauert|verstorben\w*|gestorben|verstarb|starb|Ruhe in Frieden|Nachruf)\b"
    )


def find(case: Case) -> Iterator[Spot]:
    """Somebody of the staff is named: that is voluntary, and comments on people concern the staff council."""
    for passage in case.passages:
        found = _named().search(passage.text)
        if found and not _mourning().search(passage.text):
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "text.employee",
    Severity.HINT,
    find,
    "BVerwG 04.05.2023, 5 P 16.21; DSGVO Art. 88",
    sure=False,
    german=True,
)
