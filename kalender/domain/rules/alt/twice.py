# SPDX-License-Identifier: EUPL-1.2
"""alt.twice: two pictures of a post have the same alt text."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.alt.described import described, facts_of
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """Two pictures of a post have the same alt text."""
    seen: dict[str, int] = {}
    for shown in described(case):
        alt = shown.alt.strip().lower()
        if alt and alt in seen:
            yield Spot(facts_of(shown, other=seen[alt]), "", "alt", shown.attachment.id)
        seen.setdefault(alt, shown.number)


RULE = Rule("alt.twice", Severity.HINT, find, "BITV-Praxis")
