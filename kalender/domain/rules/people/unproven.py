# SPDX-License-Identifier: EUPL-1.2
"""Rule: a consent says neither when it was given nor where the paper lies."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.consent.noted import noted
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """The register does not say when somebody agreed, or where the paper lies: it could not be shown."""
    for shown, consent in noted(case):
        if consent.revoked is None and (consent.given is None or not consent.place.strip()):
            yield spot_at(shown, person=consent.name)


RULE = Rule("consent.unproven", Severity.HINT, find, "DSGVO Art. 7 (1): Nachweis der Einwilligung")
