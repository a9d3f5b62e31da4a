# SPDX-License-Identifier: EUPL-1.2
"""picture.no_derivatives: a picture that must not be changed is cropped."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.content import crop_for
from kalender.domain.crop import WHOLE
from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A picture that must not be changed is cropped."""
    for outlet in case.outlets:
        for shown in outlet.pictures:
            picture = shown.picture
            if picture is None or picture.licence is not Licence.CC_BY_ND:
                continue
            formats = [
                item.label
                for item in outlet.formats
                if crop_for(outlet.version, shown.attachment, picture, item) != WHOLE
            ]
            if formats:
                yield spot_at(shown, outlet.id, channel=outlet.name, formats=tuple(formats))


RULE = Rule("picture.no_derivatives", Severity.ERROR, find, "Creative Commons BY-ND 4.0, 2 (a)")
