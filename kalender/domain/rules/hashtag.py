# SPDX-License-Identifier: EUPL-1.2
"""Hashtags: readable aloud, not too many, at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

if TYPE_CHECKING:
    from kalender.domain.text.hashtags import Hashtag


def not_camel_case(case: Case) -> Iterator[Spot]:
    """A hashtag of several words has no capitals inside: a screen reader reads it as one word."""
    from kalender.domain.text.hashtags import camel_case, hashtags

    for passage in case.passages:
        tags = hashtags(passage.text)
        if not tags:
            continue
        known = f"{_outside(passage.text, tags)} {case.post.title} {case.post.place} {case.around.municipality.name}"
        for tag in tags:
            better = camel_case(tag.text, known)
            if better != tag.text:
                facts = {"found": f"#{tag.text}", "better": f"#{better}", "start": tag.start, "end": tag.end}
                yield Spot(facts, passage.channel, passage.field)


def _outside(text: str, tags: Sequence[Hashtag]) -> str:
    """Return the text without its hashtags."""
    ends = [0, *(tag.end for tag in tags)]
    starts = [*(tag.start for tag in tags), len(text)]
    return " ".join(text[start:end] for start, end in zip(ends, starts, strict=True))


def too_many(case: Case) -> Iterator[Spot]:
    """More hashtags than the platform shows or likes."""
    from kalender.domain.text.hashtags import hashtags

    for outlet in case.outlets:
        most = outlet.text_format.hashtag_limit if outlet.text_format else 0
        if not most:
            continue
        tags = hashtags(outlet.text)
        if len(tags) > most:
            facts = {
                "channel": outlet.name,
                "count": len(tags),
                "limit": most,
                "start": tags[most].start,
                "end": tags[-1].end,
            }
            yield Spot(facts, outlet.id)


def not_at_end(case: Case) -> Iterator[Spot]:
    """A hashtag stands inside a sentence: easier to read, and to hear, is a group at the end."""
    from kalender.domain.text.hashtags import hashtags

    for passage in case.passages:
        tags = hashtags(passage.text)
        words = _last_word(passage.text, tags) if tags else -1
        inside = [tag for tag in tags if tag.start < words]
        if inside:
            facts = {"found": f"#{inside[0].text}", "start": inside[0].start, "end": inside[0].end}
            yield Spot(facts | {"count": len(inside)}, passage.channel, passage.field)


def _last_word(text: str, tags: Sequence[Hashtag]) -> int:
    """Return where the last letter or digit outside all hashtags stands, or -1."""
    covered = {place for tag in tags for place in range(tag.start, tag.end)}
    places = (
        place for place in range(len(text) - 1, -1, -1) if place not in covered and text[place].isalnum()
    )
    return next(places, -1)


RULES = (
    Rule("hashtag.camel_case", Severity.WARNING, not_camel_case, "BITV practice: CamelCase"),
    Rule("hashtag.too_many", Severity.WARNING, too_many, "resources/formats: hashtag_limit"),
    Rule("hashtag.not_at_end", Severity.HINT, not_at_end, "BITV practice"),
)
