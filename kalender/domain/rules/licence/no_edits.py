# SPDX-License-Identifier: EUPL-1.2
"""Rule: a picture that must not be changed was turned, straightened, lightened or covered."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A picture that must not be changed was turned, straightened, lightened or covered."""
    for shown in case.pictures:
        picture = shown.picture
        if picture is not None and picture.licence is Licence.CC_BY_ND and not picture.work.plain:
            yield spot_at(shown)


RULE = Rule("picture.no_edits", Severity.ERROR, find, "Creative Commons BY-ND 4.0, 2 (a)")
