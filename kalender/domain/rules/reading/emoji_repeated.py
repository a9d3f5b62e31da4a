# SPDX-License-Identifier: EUPL-1.2
"""text.emoji_repeated: the same emoji again and again: a screen reader says its name each time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

MOST = 3


def find(case: Case) -> Iterator[Spot]:
    """The same emoji again and again: a screen reader says its name each time."""
    from kalender.domain.text.emoji import emoji_sequences

    for passage in case.passages:
        if passage.text.isascii():
            continue
        for emoji, count in Counter(emoji_sequences(passage.text)).most_common(1):
            if count > MOST and not emoji.isascii():
                places = [found.span() for found in re.finditer(f" ?{re.escape(emoji)}", passage.text)]
                start = passage.text.index(emoji)
                facts: dict[str, object] = {
                    "found": emoji,
                    "count": count,
                    "start": start,
                    "end": start + len(emoji),
                }
                facts["edits"] = tuple((first, last, "") for first, last in places[1:])
                yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.emoji_repeated", Severity.HINT, find, "BITV-Praxis: Emojis nicht wiederholen")
