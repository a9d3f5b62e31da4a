# SPDX-License-Identifier: EUPL-1.2
"""Rule: the same picture stands in another post of the same channel within the days the plan looks back and ahead.

Three weeks by default: with three posts a week that are the nine pictures somebody sees who opens the profile.
"""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A picture is shown again on a channel before it is forgotten; the same in other languages may show it too."""
    kin, near = case.kin, case.around.nearby.same_pictures
    told: set[str] = set()
    for shown in case.pictures:
        id_ = shown.attachment.picture
        here = [outlet for outlet in case.outlets if shown in outlet.pictures and outlet.planned]
        for other in near.get(id_, ()) if id_ not in told else ():
            shared = tuple(outlet.name for outlet in here if outlet.id in other.channels)
            if shared and other.post != case.post.id and other.post not in kin:
                told.add(id_)
                facts = {"other": other.title, "post": other.post, "at": other.planned, "channels": shared}
                yield spot_at(shown, **facts)
                break


RULE = Rule("picture.again", Severity.HINT, find, "Hausregel: Abwechslung im Kanal")
