# SPDX-License-Identifier: EUPL-1.2
"""picture.licence_link: a Creative Commons licence asks for a link to itself, and none is noted."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

_CC = frozenset({Licence.CC_BY, Licence.CC_BY_SA, Licence.CC_BY_ND})


def find(case: Case) -> Iterator[Spot]:
    """A Creative Commons licence asks for a link to itself, and none is noted."""
    for shown in case.pictures:
        picture = shown.picture
        if picture is not None and picture.licence in _CC and not picture.licence_link.strip():
            yield spot_at(shown)


RULE = Rule("picture.licence_link", Severity.HINT, find, "Creative Commons 4.0, 3 (a) (1) (C)")
