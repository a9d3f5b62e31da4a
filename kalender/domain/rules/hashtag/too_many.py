# SPDX-License-Identifier: EUPL-1.2
"""hashtag.too_many: more hashtags than the platform shows or likes."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """More hashtags than the platform shows or likes."""
    from kalender.domain.rules.read import hashtags

    for outlet in case.outlets:
        most = outlet.text_format.hashtag_limit if outlet.text_format else 0
        if not most:
            continue
        tags = hashtags(outlet.text)
        if len(tags) > most:
            facts = {
                "channel": outlet.name,
                "count": len(tags),
                "limit": most,
                "start": tags[most].start,
                "end": tags[-1].end,
            }
            yield Spot(facts, outlet.id)


RULE = Rule("hashtag.too_many", Severity.WARNING, find, "Angaben der Plattform (Formate)")
