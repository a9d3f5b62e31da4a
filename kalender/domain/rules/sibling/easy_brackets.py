# SPDX-License-Identifier: EUPL-1.2
"""easy.brackets: brackets and signs that easy German does without: (…), &, §, %, /."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.siblings.tongues import is_simple


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    return re.compile(
        r"\([^()\n]{2,}\)|\[[^\[\]\n]{2,}\]|(?<!\w)[&§](?!\w)|(?<=\d) ?%|(?<=[^\W\d_])/(?=[^\W\d_])(?![\w.-]*/)"
    )


def find(case: Case) -> Iterator[Spot]:
    """Brackets and signs that easy German does without; web addresses are left alone."""
    if not is_simple(case.post.language):
        return
    from kalender.domain.rules.read import addresses

    for passage in case.passages:
        links = [(item.start, item.end) for item in addresses(passage.text)]
        for found in _signs().finditer(passage.text):
            if any(start <= found.start() < end for start, end in links):
                continue
            facts = {"found": found.group().strip(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "easy.brackets", Severity.HINT, find, "BITV 2.0, Anlage 2 Teil 2 Nr. 6: keine Sonderzeichen und Klammern"
)
