# SPDX-License-Identifier: EUPL-1.2
"""consent.revoked: somebody in a picture has taken the consent back."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.consent.noted import noted
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """Somebody in a picture has taken the consent back."""
    for shown, consent in noted(case):
        if consent.revoked is not None:
            yield spot_at(shown, person=consent.name, revoked=consent.revoked)


RULE = Rule("consent.revoked", Severity.ERROR, find, "DSGVO Art. 7 (3)")
