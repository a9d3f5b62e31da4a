# SPDX-License-Identifier: EUPL-1.2
"""consent.guardian: a child is shown, and nobody who has custody is named."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.consent.noted import noted
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A child is shown, and nobody who has custody is named."""
    for shown, consent in noted(case):
        if consent.revoked is None and consent.child and not consent.guardian.strip():
            yield spot_at(shown, person=consent.name)


RULE = Rule("consent.guardian", Severity.ERROR, find, "DSGVO Art. 8; BGB § 1626")
