# SPDX-License-Identifier: EUPL-1.2
"""hashtag.not_at_end: a hashtag stands inside a sentence: easier to read, and to hear, is a group at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

if TYPE_CHECKING:
    from kalender.domain.text.hashtags import Hashtag


def find(case: Case) -> Iterator[Spot]:
    """A hashtag stands inside a sentence: easier to read, and to hear, is a group at the end."""
    from kalender.domain.rules.read import hashtags

    for passage in case.passages:
        tags = hashtags(passage.text)
        words = _last_word(passage.text, tags) if tags else -1
        inside = [tag for tag in tags if tag.start < words and not _joined(passage.text, tag)]
        if inside:
            facts = {"found": f"#{inside[0].text}", "start": inside[0].start, "end": inside[0].end}
            edits = _to_the_end(passage.text, inside, tags)
            more = {"count": len(inside)} | ({"edits": edits} if edits else {})
            yield Spot(facts | more, passage.channel, passage.field)


def _joined(text: str, tag: Hashtag) -> bool:
    """Tell whether a hashtag is the first half of a word: #Bookface-Dienstag cannot be taken apart."""
    return text[tag.end : tag.end + 1] == "-" and text[tag.end + 1 : tag.end + 2].isalpha()


def _to_the_end(
    text: str, inside: Sequence[Hashtag], tags: Sequence[Hashtag]
) -> tuple[tuple[int, int, str], ...]:
    """Return what takes the signs out of the sentences and puts the hashtags behind them; nothing where one is of several words."""
    if any(any(sign.isupper() for sign in tag.text[1:]) or "_" in tag.text for tag in inside):
        return ()
    there = {tag.text.casefold() for tag in tags if tag not in inside}
    moved = [tag.text for tag in inside if tag.text.casefold() not in there]
    end = len(text.rstrip())
    last = tags[-1].end == end and tags[-1] not in inside
    words = " ".join(f"#{item}" for item in dict.fromkeys(moved))
    tail = ((end, end, f" {words}" if last else f"\n\n{words}"),) if words else ()
    return (*((tag.start, tag.start + 1, "") for tag in inside), *tail)


def _last_word(text: str, tags: Sequence[Hashtag]) -> int:
    """Return where the last letter or digit outside all hashtags stands, or -1."""
    covered = {place for tag in tags for place in range(tag.start, tag.end)}
    places = (
        place for place in range(len(text) - 1, -1, -1) if place not in covered and text[place].isalnum()
    )
    return next(places, -1)


RULE = Rule("hashtag.not_at_end", Severity.HINT, find, "BITV-Praxis")
