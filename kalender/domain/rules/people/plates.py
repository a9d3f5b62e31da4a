# SPDX-License-Identifier: EUPL-1.2
"""Rule: an alt text speaks of number plates, name tags or house numbers, and nothing in the picture is covered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

_TELLING = re.compile(
    r"\b(?:Kfz-)?(?:Kennzeichen|Nummernschild\w*|Namensschild\w*|Klingelschild\w*|Hausnummern?|Autos|Pkws?|"
    r"(?:parkende|geparkte)\w* (?:Auto|Wagen|Fahrzeuge?))\b"
)


def find(case: Case) -> Iterator[Spot]:
    """A picture shows what tells who somebody is, as far as its alt text goes, and nothing in it is covered."""
    for shown in case.pictures:
        if shown.picture is None or shown.picture.covers:
            continue
        found = _TELLING.search(shown.alt)
        if found:
            yield spot_at(shown, found=found.group())


RULE = Rule(
    "picture.plates",
    Severity.HINT,
    find,
    "DSGVO Art. 5 (1) c; OVG Niedersachsen 11 LA 16/20",
    sure=False,
    german=True,
)
