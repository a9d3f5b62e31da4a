# SPDX-License-Identifier: EUPL-1.2
"""link.not_clickable: a web address stands in a text where the platform makes no link of it."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """A web address stands in a text where the platform makes no link of it."""
    from kalender.domain.rules.read import addresses

    for outlet in case.outlets:
        if outlet.text_format is None or outlet.text_format.link_clickable:
            continue
        found = addresses(outlet.text)
        if found:
            start, end = found[0].start, found[0].end
            facts = {"channel": outlet.name, "link": outlet.text[start:end], "start": start, "end": end}
            yield Spot(facts, outlet.id)
        elif outlet.link:
            yield Spot({"channel": outlet.name, "link": outlet.link}, outlet.id, "link")


RULE = Rule("link.not_clickable", Severity.WARNING, find, "Angaben der Plattform (Formate)")
