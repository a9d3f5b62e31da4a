# SPDX-License-Identifier: EUPL-1.2
"""text.private_data: a mobile number or a mailbox that looks private stands in a text.

A mobile number that belongs to a service, or to somebody named with an office, is one of the house: forester, on-call
duty, apprentices' chat. Nobody need be warned of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _private() -> re.Pattern[str]:
    houses = "gmail|googlemail|gmx|web|t-online|freenet|outlook|hotmail|yahoo|icloud|posteo|aol"
    return re.compile(
        rf"\b[\w.+\-]+@(?:{houses})\.(?:com|de|net|at|org)\b"
        r"|(?<![\d/])(?:\+49[ /\-]?|0)1[5-7]\d(?:[ /\-]?\d){7,9}(?!\d)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _of_office() -> re.Pattern[str]:
    """Return the pattern of services and offices whose telephones go about."""
    services = r"dienst(?:handy|telefon)?|bereitschaft|notruf|hotline|leitstelle|wache|bauhof|werke?|jugend(?:haus|treff)|jugendamt"
    offices = (
        r"förster|meister|wart|leiter|leitung|beauftragte|sozialarbeiter|berater|vorsteher|kommandant|streetworker|"
        r"azubi|auszubildende|ansprechpartner"
    )
    return re.compile(rf"\b\w*(?:{services})s?\b|\b\w*(?:{offices})(?:in|[nrs])?\b", re.IGNORECASE)


def _house(text: str, start: int) -> bool:
    """Tell whether a mobile number belongs to a service or an office: its paragraph names one before the number."""
    paragraph = max(text.rfind("\n\n", 0, start), 0)
    return _of_office().search(text, paragraph, start) is not None


def find(case: Case) -> Iterator[Spot]:
    """A mobile number or a mailbox that looks private stands in a text, and no service or office is named with it."""
    for passage in case.passages:
        for found in _private().finditer(passage.text):
            if "@" not in found.group() and _house(passage.text, found.start()):
                continue
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.private_data", Severity.WARNING, find, "DSGVO Art. 5 (1) c: Datenminimierung", sure=False)
