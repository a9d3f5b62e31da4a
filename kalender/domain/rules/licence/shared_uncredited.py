# SPDX-License-Identifier: EUPL-1.2
"""Rule: the picture of a shared link travels on without the name of who made it."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

SHARED = "website.opengraph"
"""The format of the picture that networks show beside a shared link."""

_OF_OTHERS = frozenset(
    {
        Licence.STOCK,
        Licence.STOCK_SOCIAL,
        Licence.CC_BY,
        Licence.CC_BY_SA,
        Licence.CC_BY_ND,
        Licence.PERMISSION,
        Licence.AGENCY,
    }
)


def find(case: Case) -> Iterator[Spot]:
    """A picture of somebody else is shown with every shared link, where its credit is not."""
    for outlet in case.outlets:
        if any(item.id == SHARED for item in outlet.formats):
            for shown in outlet.pictures:
                if shown.picture is not None and shown.picture.licence in _OF_OTHERS:
                    yield spot_at(shown, outlet.id, channel=outlet.name)


RULE = Rule(
    "picture.shared_uncredited", Severity.HINT, find, "UrhG § 13: Linkbilder wandern ohne Bildnachweis"
)
