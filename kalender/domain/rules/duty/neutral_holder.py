# SPDX-License-Identifier: EUPL-1.2
"""planned.neutral_holder: somebody in office is named in the time in which a town hall holds back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.duty.neutral_words import neutral_until
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.planned.meant import excepted


@lru_cache(maxsize=8)
def _holders(names: tuple[str, ...]) -> re.Pattern[str]:
    offices = (
        r"(?:Ober)?[Bb]ürgermeister(?:in)?|Landrat|Landrätin|Beigeordnete\w?|Stadtrat|Stadträtin|Fraktion\w*"
    )
    more = "".join(f"|{re.escape(item)}" for item in names)
    return re.compile(rf"(?<![\w#@])(?:{offices}{more})(?!\w)")


def holders(case: Case) -> re.Pattern[str]:
    """Return the pattern of offices, and of the names the house holds in it."""
    return _holders(case.around.book.holders if case.around.book is not None else ())


def find(case: Case) -> Iterator[Spot]:
    """Somebody in office is named in the time in which a town hall holds back; once a text is enough."""
    title = neutral_until(case)
    if not title or excepted(case):
        return
    pattern = holders(case)
    for passage in case.passages:
        found = pattern.search(passage.text)
        if found:
            facts = {"found": found.group(), "title": title, "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "planned.neutral_holder",
    Severity.WARNING,
    find,
    "BVerfGE 44, 125 (1977); VG Gießen 8 E 4139/05: Zurückhaltung der Amtsinhaber",
    sure=False,
)
