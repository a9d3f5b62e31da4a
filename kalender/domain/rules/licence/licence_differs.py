# SPDX-License-Identifier: EUPL-1.2
"""Rule: the link to a licence leads to another one than was chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

_LINK = re.compile(
    r"creativecommons\.org/(?:licenses/(by(?:-sa|-nd)?)/|publicdomain/(zero|mark)/)", re.IGNORECASE
)
_NAMED = {"by": Licence.CC_BY, "by-sa": Licence.CC_BY_SA, "by-nd": Licence.CC_BY_ND, "zero": Licence.CC0}
_CC = frozenset(_NAMED.values())


def find(case: Case) -> Iterator[Spot]:
    """The address of a licence names another Creative Commons licence than the one that was chosen."""
    for shown in case.pictures:
        picture = shown.picture
        if picture is None or picture.licence not in _CC:
            continue
        found = _LINK.search(picture.licence_link)
        named = _NAMED.get((found[1] or found[2]).lower()) if found else None
        if named is not None and named is not picture.licence:
            yield spot_at(shown, link=picture.licence_link.strip())


RULE = Rule("picture.licence_differs", Severity.WARNING, find, "Creative Commons 4.0, 3 (a) (1) (C)")
