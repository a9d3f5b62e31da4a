# SPDX-License-Identifier: EUPL-1.2
"""Texts and pictures against the limits of a platform."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.counting import count, limit_of, overflow_position
from kalender.domain.format import Rule as Counting
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

NEAR = 0.98
"""Where a vendor only says "characters", a text this full may already be too long."""


def too_long(case: Case) -> Iterator[Spot]:
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


def nearly_too_long(case: Case) -> Iterator[Spot]:
    """The text is all but full on a platform that does not say exactly how it counts."""
    for outlet in case.outlets:
        format_ = outlet.text_format
        if format_ is None or format_.text_rule is not Counting.CODEPOINT:
            continue
        limit = limit_of(format_, pictures=bool(outlet.pictures))
        counted = count(format_.text_rule, outlet.text)
        if not limit.excess(counted) and limit.share(counted) >= NEAR:
            yield Spot({"channel": outlet.name, "count": counted.value, "limit": limit.value}, outlet.id)


def too_many_pictures(case: Case) -> Iterator[Spot]:
    """A channel gets more pictures than the platform takes in one post."""
    for outlet in case.outlets:
        most = outlet.text_format.max_images if outlet.text_format else 0
        if most and len(outlet.pictures) > most:
            facts = {"channel": outlet.name, "count": len(outlet.pictures), "limit": most}
            yield Spot(facts, outlet.id, "picture")


RULES = (
    Rule("text.too_long", Severity.ERROR, too_long, "resources/formats: text_limit and text_rule"),
    Rule("text.nearly_too_long", Severity.WARNING, nearly_too_long, "resources/formats: text_rule codepoint"),
    Rule("picture.too_many", Severity.ERROR, too_many_pictures, "resources/formats: max_images"),
)
