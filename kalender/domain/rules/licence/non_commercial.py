# SPDX-License-Identifier: EUPL-1.2
"""Rule: what is noted of a picture allows it for purposes that are not commercial alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

_NOT_COMMERCIAL = re.compile(
    r"\bby-nc\b|\bCC BY-NC|non-?commercial|nicht[- ]?kommerziell|keine kommerzielle", re.IGNORECASE
)


def find(case: Case) -> Iterator[Spot]:
    """Link or terms of a licence speak of uses that are not commercial; whether a town hall's is one is disputed."""
    for shown in case.pictures:
        picture = shown.picture
        if picture is None:
            continue
        found = _NOT_COMMERCIAL.search(f"{picture.licence_link} {picture.terms} {picture.note}")
        if found:
            yield spot_at(shown, found=found.group())


RULE = Rule("picture.non_commercial", Severity.HINT, find, "Creative Commons BY-NC 4.0, 1 (i)", sure=False)
