# SPDX-License-Identifier: EUPL-1.2
"""picture.licence_unknown: nobody has said on what ground a picture may be used."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """Nobody has said on what ground a picture may be used."""
    for shown in case.pictures:
        if shown.picture is not None and shown.picture.licence is Licence.UNKNOWN:
            yield spot_at(shown)


RULE = Rule("picture.licence_unknown", Severity.WARNING, find, "UrhG §§ 13, 72")
