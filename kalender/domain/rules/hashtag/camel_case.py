# SPDX-License-Identifier: EUPL-1.2
"""hashtag.camel_case: a hashtag of several words has no capitals inside: a screen reader reads it as one word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

if TYPE_CHECKING:
    from kalender.domain.text.hashtags import Hashtag


def find(case: Case) -> Iterator[Spot]:
    """A hashtag of several words has no capitals inside: a screen reader reads it as one word.

    Only where its words are known: a long word may be a compound, which is one word and is heard as one.
    """
    from kalender.domain.text.hashtags import camel_case, hashtags

    for passage in case.passages:
        tags = hashtags(passage.text)
        if not tags:
            continue
        known = f"{_outside(passage.text, tags)} {case.post.title} {case.post.place} {case.around.municipality.name}"
        for tag in tags:
            better = camel_case(tag.text, known)
            if better[1:] != tag.text[1:]:
                facts = {"found": f"#{tag.text}", "better": f"#{better}", "start": tag.start, "end": tag.end}
                yield Spot(facts, passage.channel, passage.field)


def _outside(text: str, tags: Sequence[Hashtag]) -> str:
    """Return the text without its hashtags."""
    ends = [0, *(tag.end for tag in tags)]
    starts = [*(tag.start for tag in tags), len(text)]
    return " ".join(text[start:end] for start, end in zip(ends, starts, strict=True))


RULE = Rule(
    "hashtag.camel_case", Severity.WARNING, find, "BITV-Praxis: Großbuchstaben im Hashtag", german=True
)
