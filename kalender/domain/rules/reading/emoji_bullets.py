# SPDX-License-Identifier: EUPL-1.2
"""text.emoji_bullets: emoji stand where the dots of a list should: each is read aloud before its line."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

MOST = 2
"""Lines that may begin with an emoji."""


def find(case: Case) -> Iterator[Spot]:
    """Emoji stand where the dots of a list should: each is read aloud before its line."""
    from kalender.domain.rules.read import emoji_runs

    for passage in case.passages:
        runs = emoji_runs(passage.text)
        first = [
            (start, end)
            for start, end, _number in runs
            if not passage.text[passage.text.rfind("\n", 0, start) + 1 : start].strip()
            and passage.text[end : end + 2].strip(" ").strip()
        ]
        if len(first) > MOST:
            edits = tuple((start, end, "–") for start, end in first)
            facts = {"count": len(first), "start": first[0][0], "end": first[0][1], "edits": edits}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.emoji_bullets", Severity.HINT, find, "BITV-Praxis: Emojis sparsam und am Ende")
