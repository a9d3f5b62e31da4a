# SPDX-License-Identifier: EUPL-1.2
"""text.emoji_run: more than three emoji in a row: each is read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

MOST_EMOJI = 3


def find(case: Case) -> Iterator[Spot]:
    """More than three emoji in a row: each is read aloud."""
    from kalender.domain.rules.read import emoji_runs

    for passage in case.passages:
        for start, end, number in emoji_runs(passage.text):
            if number > MOST_EMOJI:
                facts: dict[str, object] = {"count": number, "limit": MOST_EMOJI, "start": start, "end": end}
                facts["edits"] = ((_after(passage.text, start, end), end, ""),)
                yield Spot(facts, passage.channel, passage.field)


def _after(text: str, start: int, end: int) -> int:
    """Return where the last emoji that may stay ends."""
    from kalender.domain.text.emoji import coloured_emoji

    place = start
    for emoji in coloured_emoji(text[start:end])[:MOST_EMOJI]:
        place = text.index(emoji, place, end) + len(emoji)
    return place


RULE = Rule("text.emoji_run", Severity.WARNING, find, "BITV-Praxis")
