# SPDX-License-Identifier: EUPL-1.2
"""picture.children: an alt text speaks of children, and nobody has said whether they can be recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.picture import People
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

CHILD = re.compile(
    r"\b(?:Kind(?:er|ern)?|Schüler\w*|Schulklasse|Jungen?|Mädchen|Babys?|Kita-Kinder|Jugendliche\w*)\b"
)


def find(case: Case) -> Iterator[Spot]:
    """An alt text speaks of children, and nobody has said whether they can be recognised."""
    for shown in case.pictures:
        picture = shown.picture
        if picture is not None and picture.people is People.UNKNOWN and CHILD.search(shown.alt):
            yield spot_at(shown)


RULE = Rule("picture.children", Severity.HINT, find, "KUG § 22; DSGVO Art. 8", sure=False)
