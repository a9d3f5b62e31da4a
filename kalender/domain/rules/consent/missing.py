# SPDX-License-Identifier: EUPL-1.2
"""picture.consent_missing: single people can be recognised, and neither the register nor the note of the picture knows a consent."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.picture import People
from kalender.domain.rules.case import Case
from kalender.domain.rules.consent.noted import consents_of
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """Single people can be recognised, and neither the register nor the note of the picture knows a consent."""
    for shown in case.pictures:
        picture = shown.picture
        if picture is None or picture.people is not People.INDIVIDUALS:
            continue
        if not consents_of(case, shown) and "inwilligung" not in picture.note:
            yield spot_at(shown)


RULE = Rule("picture.consent_missing", Severity.WARNING, find, "DSGVO Art. 6; KUG §§ 22, 23")
