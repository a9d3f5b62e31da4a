# SPDX-License-Identifier: EUPL-1.2
"""picture.ai_unmarked: a picture stands under artificial intelligence and is not marked as such: its file says nothing of it either."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A picture stands under artificial intelligence and is not marked as such: its file says nothing of it either."""
    for shown in case.pictures:
        if shown.picture is not None and shown.picture.licence is Licence.AI and not shown.picture.ai:
            yield spot_at(shown)


RULE = Rule("picture.ai_unmarked", Severity.WARNING, find, "KI-VO Art. 50 (2), (4); IPTC DigitalSourceType")
