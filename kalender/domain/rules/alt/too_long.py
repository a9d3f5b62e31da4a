# SPDX-License-Identifier: EUPL-1.2
"""alt.too_long: an alt text is longer than a channel takes."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.alt.described import facts_of
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """An alt text is longer than a channel takes."""
    for outlet in case.outlets:
        limit = outlet.text_format.alt_limit if outlet.text_format else 0
        for shown in outlet.pictures:
            if limit and len(shown.alt) > limit and not shown.attachment.decorative:
                facts = facts_of(shown, channel=outlet.name, count=len(shown.alt), limit=limit)
                yield Spot(facts, outlet.id, "alt", shown.attachment.id)


RULE = Rule("alt.too_long", Severity.ERROR, find, "Angaben der Plattform (Formate)")
