# SPDX-License-Identifier: EUPL-1.2
"""sibling.alt_german: a post in another language shows a picture with the description of the library, which is German."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """A post in another language shows a picture with the description of the library, which is German."""
    if case.german:
        return
    for shown in case.pictures:
        item = shown.attachment
        if shown.picture is not None and shown.picture.alt and item.alt is None and not item.decorative:
            facts = {"number": shown.number, "name": shown.name}
            yield Spot(facts, field="alt", attachment=item.id)


RULE = Rule(
    "sibling.alt_german", Severity.WARNING, find, "WCAG 2.1, 3.1.2: Sprache einzelner Abschnitte", sure=False
)
