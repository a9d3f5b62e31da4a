# SPDX-License-Identifier: EUPL-1.2
"""picture.twice: a post shows the same picture twice."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A post shows the same picture twice."""
    seen: dict[str, int] = {}
    for shown in case.pictures:
        id_ = shown.attachment.picture
        if id_ in seen:
            yield spot_at(shown, other=seen[id_])
        seen.setdefault(id_, shown.number)


RULE = Rule("picture.twice", Severity.HINT, find, "Hausregel")
