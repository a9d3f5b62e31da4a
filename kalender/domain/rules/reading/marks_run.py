# SPDX-License-Identifier: EUPL-1.2
"""text.marks_run: several exclamation or question marks in a row: it shouts, and each is read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![!?])(?:!{2,}|\?{2})(?![!?])|(?=\?*!)[!?]{3,}|(?:\+{3,}|={4,}|~{3,}|\*{4,})")


def find(case: Case) -> Iterator[Spot]:
    """Several exclamation or question marks in a row: it shouts, and each is read aloud."""
    for passage in case.passages:
        for found in _pattern().finditer(passage.text):
            sign = found.group()
            better = "?" if "?" in sign else "!" if "!" in sign else ""
            facts = {"found": sign, "better": better, "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.marks_run", Severity.HINT, find, "BITV-Praxis: Zeichenketten")
