# SPDX-License-Identifier: EUPL-1.2
"""hashtag.repeated: the same hashtag twice in a text: it helps nobody, and is read aloud twice."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """The same hashtag stands twice in a text: it helps nobody, and is read aloud twice."""
    from kalender.domain.rules.read import hashtags

    for passage in case.passages:
        seen: set[str] = set()
        for tag in hashtags(passage.text):
            if tag.text.casefold() in seen:
                facts = {"found": f"#{tag.text}", "start": tag.start, "end": tag.end}
                yield Spot(facts, passage.channel, passage.field)
            seen.add(tag.text.casefold())


RULE = Rule("hashtag.repeated", Severity.HINT, find, "Hausregel")
