# SPDX-License-Identifier: EUPL-1.2
"""picture.enlarged: a crop has fewer pixels than the format needs."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.content import border_for, crop_for
from kalender.domain.crop import enlarged_to
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A crop has fewer pixels than the format needs."""
    for outlet in case.outlets:
        for shown in outlet.pictures:
            picture = shown.picture
            if picture is None or not picture.width or not picture.height:
                continue
            for item in outlet.formats:
                border = border_for(outlet.version, shown.attachment, item)
                own = border or crop_for(outlet.version, shown.attachment, picture, item)
                percent = enlarged_to(own, picture.shaped(item.ratio).size, item.ratio)
                if percent > 100:
                    yield spot_at(
                        shown,
                        outlet.id,
                        channel=outlet.name,
                        format=item.id,
                        label=item.label,
                        percent=percent,
                    )


RULE = Rule("picture.enlarged", Severity.WARNING, find, "Angaben der Plattform (Formate)")
