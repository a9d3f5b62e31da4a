# SPDX-License-Identifier: EUPL-1.2
"""picture.expired: the right to use a picture ends before it is published."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """The right to use a picture ends before it is published."""
    for shown in case.pictures:
        until = shown.picture.valid_until if shown.picture else None
        if until is None:
            continue
        used = [outlet.planned or case.now for outlet in case.outlets if shown in outlet.pictures]
        last = max(used, default=case.post.planned or case.now).date()
        if last > until:
            yield spot_at(shown, until=until, planned=last)


RULE = Rule("picture.expired", Severity.ERROR, find, "Lizenz des Bildes")
