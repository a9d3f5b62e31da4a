# SPDX-License-Identifier: EUPL-1.2
"""Rule: a text is longer than one source says a platform takes together with pictures."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.counting import count
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """A text beside pictures is longer than an unconfirmed figure; the confirmed one is another rule's."""
    for outlet in case.outlets:
        format_ = outlet.text_format
        if format_ is None or not format_.text_limit_media_maybe or not outlet.pictures:
            continue
        counted = count(format_.text_rule, outlet.text).value
        if format_.text_limit_media_maybe < counted <= (format_.text_limit or counted):
            facts = {"channel": outlet.name, "count": counted, "limit": format_.text_limit_media_maybe}
            yield Spot(facts, outlet.id)


RULE = Rule(
    "text.maybe_too_long", Severity.HINT, find, "Angaben der Plattform (Formate), unbestätigt", sure=False
)
