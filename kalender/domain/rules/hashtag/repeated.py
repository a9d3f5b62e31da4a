# SPDX-License-Identifier: EUPL-1.2
"""hashtag.repeated: the same hashtag twice in a text: it helps nobody, and is read aloud twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

if TYPE_CHECKING:
    from kalender.domain.text.hashtags import Hashtag


def find(case: Case) -> Iterator[Spot]:
    """The same hashtag stands twice in a text: it helps nobody, and is read aloud twice."""
    from kalender.domain.rules.read import hashtags

    for passage in case.passages:
        seen: set[str] = set()
        for tag in hashtags(passage.text):
            if tag.text.casefold() in seen:
                facts: dict[str, object] = {"found": f"#{tag.text}", "start": tag.start, "end": tag.end}
                facts |= {"edits": (_without(passage.text, tag),)}
                yield Spot(facts, passage.channel, passage.field)
            seen.add(tag.text.casefold())


def _without(text: str, tag: Hashtag) -> tuple[int, int, str]:
    """Return what takes a hashtag away: all of it at the end of a line, in a sentence the sign alone."""
    rest = text[tag.end :].partition("\n")[0]
    if rest.strip() and not rest.lstrip().startswith("#"):
        return tag.start, tag.start + 1, ""
    return (tag.start - 1 if text[tag.start - 1 : tag.start] == " " else tag.start), tag.end, ""


RULE = Rule("hashtag.repeated", Severity.HINT, find, "Hausregel")
