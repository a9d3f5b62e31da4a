# SPDX-License-Identifier: EUPL-1.2
"""picture.border_own: a picture that must not be changed lies within a border made from itself, which may be a change."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.content import border_for
from kalender.domain.crop import BLURRED
from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A picture that must not be changed lies within a border made from itself; nobody has decided whether that is one."""
    for outlet in case.outlets:
        for shown in outlet.pictures:
            picture = shown.picture
            if picture is None or picture.licence is not Licence.CC_BY_ND:
                continue
            if any(border_for(outlet.version, shown.attachment, item) == BLURRED for item in outlet.formats):
                yield spot_at(shown, outlet.id, channel=outlet.name)


RULE = Rule("picture.border_own", Severity.WARNING, find, "Creative Commons BY-ND 4.0, 1 (a) und 2 (a) (4)")
