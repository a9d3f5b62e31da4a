# SPDX-License-Identifier: EUPL-1.2
"""Rule: the first comment is longer than the platform takes."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.counting import count
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """The first comment does not fit."""
    for outlet in case.outlets:
        most = outlet.text_format.comment_limit if outlet.text_format else 0
        if not most or outlet.text_format is None or len(outlet.version.first_comment) * 8 < most:
            continue
        counted = count(outlet.text_format.text_rule, outlet.version.first_comment).value
        if counted > most:
            facts = {"channel": outlet.name, "count": counted, "limit": most}
            yield Spot(facts, outlet.id, "first_comment")


RULE = Rule("comment.too_long", Severity.WARNING, find, "Angaben der Plattform (Formate)")
