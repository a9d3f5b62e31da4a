# SPDX-License-Identifier: EUPL-1.2
"""Rule: an emoji stands inside a word or a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

_BEFORE = re.compile(r"[^\W\d_]\Z|[^\W\d_],? \Z")
_GOES_ON = re.compile(r"[^\W\d_]| [a-zäöüß]")


def find(case: Case) -> Iterator[Spot]:
    """An emoji stands between the letters of a word, or in a sentence that goes on: it is read aloud in between."""
    from kalender.domain.rules.read import emoji_runs

    for passage in case.passages:
        text = passage.text
        for start, end, _number in emoji_runs(text):
            between = text[start - 1 : start].isalpha() and text[end : end + 1].isalpha()
            if between or (_BEFORE.search(text, max(0, start - 3), start) and _GOES_ON.match(text, end)):
                yield Spot(
                    {"found": text[start:end], "start": start, "end": end}, passage.channel, passage.field
                )
                break


RULE = Rule("text.emoji_inside", Severity.HINT, find, "BITV-Praxis: Emojis sparsam und am Ende")
