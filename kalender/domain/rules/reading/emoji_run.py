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
                facts = {"count": number, "limit": MOST_EMOJI, "start": start, "end": end}
                yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.emoji_run", Severity.WARNING, find, "BITV-Praxis")
