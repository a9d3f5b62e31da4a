# SPDX-License-Identifier: EUPL-1.2
"""picture.credit_missing: a picture whose author has a right to be named has no credit."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

_FREE_OF_CREDIT = frozenset({Licence.CC0, Licence.UNKNOWN})


def find(case: Case) -> Iterator[Spot]:
    """A picture whose author has a right to be named has no credit."""
    for shown in case.pictures:
        picture = shown.picture
        if picture is None or picture.credit.strip() or picture.licence in _FREE_OF_CREDIT:
            continue
        if picture.tile and not picture.tile_back:
            continue  # made from words of the house: there is nobody to be named
        yield spot_at(shown, licence=picture.licence.value)


RULE = Rule("picture.credit_missing", Severity.WARNING, find, "UrhG § 13")
