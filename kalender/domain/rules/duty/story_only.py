# SPDX-License-Identifier: EUPL-1.2
"""format.story_only: a channel shows a post as a story alone: after a day nobody can read it again."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """A channel shows a post as a story alone: after a day nobody can read it again, and it takes no alt text."""
    for outlet in case.outlets:
        names = [item.id for item in outlet.formats]
        if names and all("story" in name for name in names) and outlet.pictures:
            yield Spot({"channel": outlet.name}, outlet.id, "picture")


RULE = Rule("format.story_only", Severity.HINT, find, "BITV-Praxis: Story nie ohne Beitrag")
