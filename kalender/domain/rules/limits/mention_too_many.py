# SPDX-License-Identifier: EUPL-1.2
"""mention.too_many: more people are mentioned than the platform takes."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """More people are mentioned than the platform takes."""
    for outlet in case.outlets:
        most = outlet.text_format.mention_limit if outlet.text_format else 0
        if not most or outlet.text.count("@") <= most:
            continue
        from kalender.domain.text.mentions import mentions

        count = len(mentions(outlet.text))
        if count > most:
            yield Spot({"channel": outlet.name, "count": count, "limit": most}, outlet.id)


RULE = Rule("mention.too_many", Severity.WARNING, find, "Angaben der Plattform (Formate)")
