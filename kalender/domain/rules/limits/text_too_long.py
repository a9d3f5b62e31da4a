# SPDX-License-Identifier: EUPL-1.2
"""text.too_long: the text does not fit by the platform's own way of counting."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.counting import count, limit_of, overflow_position
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """The text does not fit by the platform's own way of counting."""
    for outlet in case.outlets:
        format_ = outlet.text_format
        if format_ is None:
            continue
        own = outlet.channel.text_limit if outlet.channel else 0
        limit = limit_of(format_, pictures=bool(outlet.pictures), own=own)
        if not (limit.value or limit.bytes) or len(outlet.text) * 8 < (limit.value or limit.bytes):
            continue
        counted = count(format_.text_rule, outlet.text)
        excess = limit.excess(counted)
        if not excess:
            continue
        in_bytes = not limit.value or counted.value <= limit.value
        yield Spot(
            {
                "channel": outlet.name,
                "rule": format_.text_rule.value,
                "unit": "bytes" if in_bytes else "units",
                "count": counted.bytes if in_bytes else counted.value,
                "limit": limit.bytes if in_bytes else limit.value,
                "excess": excess,
                "with_pictures": bool(outlet.pictures and format_.text_limit_plain),
                "start": overflow_position(format_.text_rule, outlet.text, limit),
                "end": len(outlet.text),
            },
            outlet.id,
        )


RULE = Rule("text.too_long", Severity.ERROR, find, "Angaben der Plattform (Formate)")
