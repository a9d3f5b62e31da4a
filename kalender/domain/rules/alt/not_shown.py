# SPDX-License-Identifier: EUPL-1.2
"""alt.not_shown: a channel knows no alt texts: what is to be seen has to be said in the text."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.alt.described import facts_of
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """A channel knows no alt texts: what is to be seen has to be said in the text."""
    for outlet in case.outlets:
        if outlet.text_format is None or outlet.text_format.alt_supported or not outlet.text:
            continue
        for shown in outlet.pictures:
            alt = shown.alt.strip()
            if alt and not shown.attachment.decorative and alt.lower() not in outlet.text.lower():
                facts = facts_of(shown, channel=outlet.name, alt=alt)
                yield Spot(facts, outlet.id, "text", shown.attachment.id)


RULE = Rule("alt.not_shown", Severity.HINT, find, "Angaben der Plattform (Formate)")
