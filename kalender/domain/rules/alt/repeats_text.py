# SPDX-License-Identifier: EUPL-1.2
"""alt.repeats_text: an alt text says what the post says already, not what is to be seen."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.alt.described import described, facts_of
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

SHORT = 20


def find(case: Case) -> Iterator[Spot]:
    """An alt text says what the post says already, not what is to be seen."""
    said = [case.post.title.strip().casefold(), *(item.text.strip().casefold() for item in case.passages)]
    for shown in described(case):
        alt = shown.alt.strip().casefold()
        if alt and (alt in said or (len(alt) >= SHORT and any(text.startswith(alt) for text in said))):
            yield Spot(facts_of(shown), "", "alt", shown.attachment.id)


RULE = Rule("alt.repeats_text", Severity.HINT, find, "WCAG 2.1, 1.1.1; BITV-Praxis")
