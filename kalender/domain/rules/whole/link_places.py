# SPDX-License-Identifier: EUPL-1.2
"""Where a pattern is met in links: in the fields for links, and in texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Spot


def link_places(
    case: Case, pattern: re.Pattern[str], better: Callable[[str], str] | None = None
) -> Iterator[Spot]:
    """Yield the places that a pattern meets; it has to match a whole address, to its end."""
    fields = (("", case.post.link), *((item.id, item.link or "") for item in case.post.versions))
    for channel, link in fields:
        if link and pattern.match(link.strip()):
            facts: dict[str, object] = {"link": link.strip()}
            if better is not None:
                facts["edits"] = ((0, len(link), better(link.strip())),)
            yield Spot(facts, channel, "link")
    for passage in case.passages:
        for found in pattern.finditer(passage.text):
            facts = {"link": found.group(), "start": found.start(), "end": found.end()}
            if better is not None:
                facts["edits"] = ((found.start(), found.end(), better(found.group())),)
            yield Spot(facts, passage.channel, passage.field)
