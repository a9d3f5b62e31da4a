# SPDX-License-Identifier: EUPL-1.2
"""picture.credit_hidden: a Creative Commons licence asks for the credit in the post, and it is not shown."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

_CREDIT_IN_POST = frozenset({Licence.CC_BY, Licence.CC_BY_SA, Licence.CC_BY_ND})


def find(case: Case) -> Iterator[Spot]:
    """A Creative Commons licence asks for the credit in the post, and it is not shown."""
    for shown in case.pictures:
        picture = shown.picture
        if (
            picture is None
            or picture.credit_shown
            or picture.licence not in _CREDIT_IN_POST
            or not picture.credit
        ):
            continue
        missing = [
            outlet
            for outlet in case.outlets
            if shown in outlet.pictures and picture.credit not in outlet.text
        ]
        if missing:
            yield spot_at(shown, licence=picture.licence.value, credit=picture.credit)


RULE = Rule("picture.credit_hidden", Severity.WARNING, find, "Creative Commons 4.0, 3 (a)")
