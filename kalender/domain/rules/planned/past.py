# SPDX-License-Identifier: EUPL-1.2
"""planned.past: the planned time is over and the post is not ticked off as published everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """The planned time is over and the post is not ticked off as published everywhere."""
    done = {item.id for item in case.post.publications}
    if case.post.dropped:
        return
    late = [item for item in case.outlets if item.planned and item.planned < case.now and item.id not in done]
    if late:
        first = min(outlet.planned for outlet in late if outlet.planned)
        facts = {"planned": first, "channels": tuple(outlet.name for outlet in late)}
        yield Spot(facts, "" if len(late) > 1 else late[0].id, "planned")


RULE = Rule("planned.past", Severity.WARNING, find, "Nichts geht von selbst verspätet hinaus")
