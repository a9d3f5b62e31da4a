# SPDX-License-Identifier: EUPL-1.2
"""Rule: an emoji stands inside a word or a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

_BEFORE = re.compile(r"[^\W\d_]\Z|[^\W\d_],? \Z")
_STOP = re.compile(r"[.!?]+(?=\s|\Z)|(?=\s*\n)")
_GOES_ON = re.compile(r"[^\W\d_]| [a-zäöüß]")


def find(case: Case) -> Iterator[Spot]:
    """An emoji stands between the letters of a word, or in a sentence that goes on: it is read aloud in between."""
    from kalender.domain.rules.read import emoji_runs

    for passage in case.passages:
        text = passage.text
        for start, end, _number in emoji_runs(text):
            between = text[start - 1 : start].isalpha() and text[end : end + 1].isalpha()
            if between or (_BEFORE.search(text, max(0, start - 3), start) and _GOES_ON.match(text, end)):
                facts = {
                    "found": text[start:end],
                    "start": start,
                    "end": end,
                    "edits": _to_the_end(text, start, end),
                }
                yield Spot(facts, passage.channel, passage.field)
                break


def _to_the_end(text: str, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
    """Return what puts an emoji behind its sentence."""
    first = start - 1 if text[start - 1 : start] == " " and text[end : end + 1] == " " else start
    stop = _STOP.search(text, end)
    place = stop.end() if stop else len(text.rstrip())
    return (first, end, ""), (place, place, f" {text[start:end]}")


RULE = Rule("text.emoji_inside", Severity.HINT, find, "BITV-Praxis: Emojis sparsam und am Ende")
