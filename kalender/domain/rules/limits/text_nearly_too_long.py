# SPDX-License-Identifier: EUPL-1.2
"""text.nearly_too_long: the text is all but full on a platform that does not say exactly how it counts."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.counting import count, limit_of
from kalender.domain.format import Rule as Counting
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

NEAR = 0.98
"""Where a vendor only says "characters", a text this full may already be too long."""


def find(case: Case) -> Iterator[Spot]:
    """The text is all but full on a platform that does not say exactly how it counts."""
    for outlet in case.outlets:
        format_ = outlet.text_format
        if format_ is None or format_.text_rule is not Counting.CODEPOINT:
            continue
        limit = limit_of(format_, pictures=bool(outlet.pictures))
        counted = count(format_.text_rule, outlet.text)
        if not limit.excess(counted) and limit.share(counted) >= NEAR:
            yield Spot({"channel": outlet.name, "count": counted.value, "limit": limit.value}, outlet.id)


RULE = Rule("text.nearly_too_long", Severity.WARNING, find, "Angaben der Plattform (Formate)")
