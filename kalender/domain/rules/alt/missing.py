# SPDX-License-Identifier: EUPL-1.2
"""alt.missing: a picture has no alt text and is not marked as decorative."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.alt.described import described, facts_of
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """A picture has no alt text and is not marked as decorative."""
    for shown in described(case):
        if shown.picture is not None and not shown.alt.strip():
            yield Spot(facts_of(shown), "", "alt", shown.attachment.id)


RULE = Rule("alt.missing", Severity.ERROR, find, "WCAG 2.1, 1.1.1")
