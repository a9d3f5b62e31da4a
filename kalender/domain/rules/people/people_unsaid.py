# SPDX-License-Identifier: EUPL-1.2
"""Rule: an alt text speaks of people, and nobody has said whether they can be recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.picture import People
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at
from kalender.domain.rules.rights.children import CHILD

_PERSON = re.compile(
    r"\b(?:Frau(?:en)?|Mann|Männern?|Herr(?:en)?|(?:Ober)?[Bb]ürgermeister(?:in)?|Person(?:en)?|Menschen|Leuten?|"
    r"Familien?|Senior(?:en|in|innen)|Besucher(?:n|in|innen)?|Mitarbeiter(?:n|in|innen)?|Feuerwehrleuten?)\b"
)


def find(case: Case) -> Iterator[Spot]:
    """An alt text speaks of people, and the picture does not say whether they can be recognised; children: see there."""
    for shown in case.pictures:
        picture = shown.picture
        if picture is None or picture.people is not People.UNKNOWN or CHILD.search(shown.alt):
            continue
        found = _PERSON.search(shown.alt)
        if found:
            yield spot_at(shown, found=found.group())


RULE = Rule(
    "picture.people_unsaid",
    Severity.HINT,
    find,
    "KUG §§ 22, 23; DSGVO Art. 6; OVG Niedersachsen 19.01.2021, 11 LA 16/20",
    sure=False,
    german=True,
)
