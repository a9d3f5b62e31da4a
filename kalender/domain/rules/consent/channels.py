# SPDX-License-Identifier: EUPL-1.2
"""consent.channels: a picture goes to a channel that the consent does not name."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.consent.noted import noted, uses
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A picture goes to a channel that the consent does not name."""
    for shown, consent in noted(case):
        beyond = [outlet.name for outlet in uses(case, shown) if not consent.covers(outlet.id)]
        if consent.revoked is None and beyond:
            yield spot_at(shown, person=consent.name, channels=tuple(beyond))


RULE = Rule("consent.channels", Severity.ERROR, find, "DSGVO Art. 6 (1) a; KUG § 22")
