# SPDX-License-Identifier: EUPL-1.2
"""consent.expires: a consent runs out before the picture appears."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.consent.noted import appears, noted
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A consent runs out before the picture appears."""
    for shown, consent in noted(case):
        last = appears(case, shown)
        if consent.revoked is None and consent.expires is not None and consent.expires < last:
            yield spot_at(shown, person=consent.name, until=consent.expires, planned=last)


RULE = Rule("consent.expires", Severity.ERROR, find, "DSGVO Art. 6 (1) a; KUG § 22")
