# SPDX-License-Identifier: EUPL-1.2
"""alt.too_short: an alt text of one word hardly says what is to be seen."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.alt.described import described, facts_of
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """An alt text of one word hardly says what is to be seen."""
    for shown in described(case):
        alt = shown.alt.strip()
        if alt and len(alt.split()) == 1 and "." not in alt and not any(sign.isdigit() for sign in alt):
            yield Spot(facts_of(shown, alt=alt), "", "alt", shown.attachment.id)


RULE = Rule("alt.too_short", Severity.HINT, find, "WCAG 2.1, 1.1.1; BITV-Praxis", sure=False)
