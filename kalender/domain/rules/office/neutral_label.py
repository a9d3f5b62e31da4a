# SPDX-License-Identifier: EUPL-1.2
"""Rule: title or labels speak of what waits until after an election."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.duty.neutral_words import duty, neutral_until
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.planned.meant import excepted

_SHOWY = re.compile(
    r"\b(?:(?:Ober)?[Bb]ürgermeister(?:in)?|Fraktion(?:en)?|Erfolgsbilanz|Grußwort|Spatenstich|Ehrung(?:en)?|"
    r"Einweihung|Richtfest|Jahresbilanz)\b"
)


def find(case: Case) -> Iterator[Spot]:
    """Title or labels of a post speak of honours, first cuts of the spade or office holders before an election."""
    title = neutral_until(case)
    if not title or excepted(case) or any(duty().search(item.text) for item in case.passages):
        return
    found = _SHOWY.search(" · ".join((*case.post.labels, case.post.title)))
    if found and not any(found.group() in item.text for item in case.passages):
        yield Spot({"found": found.group(), "title": title}, field="planned")


RULE = Rule(
    "planned.neutral_label",
    Severity.WARNING,
    find,
    "BVerfGE 44, 125 (1977): Neutralität vor Wahlen",
    sure=False,
    german=True,
)
