# SPDX-License-Identifier: EUPL-1.2
"""post.third_party: a post may promote a business, and no task of the municipality is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _selling() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:Rabatt\w*|Sonderangebote?|Sonderpreis|Aktionspreis|Gutscheincode|Happy Hour|Schnäppchen|Ausverkauf|"
        r"im Angebot|jetzt kaufen|Kaufen Sie|jetzt bestellen|Bestellen Sie|Neueröffnung|Speisekarte|Mittagstisch|"
        r"\d{1,2} ?(?:%|Prozent) (?:auf|Nachlass|Rabatt))(?!\w)"
    )


def find(case: Case) -> Iterator[Spot]:
    """A post may promote a business, and no task of the municipality is named."""
    if case.post.task.strip():
        return
    for passage in case.passages:
        found = _selling().search(passage.text)
        if found:
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "post.third_party",
    Severity.HINT,
    find,
    "Staatsferne der Presse: BGH 20.12.2018, I ZR 112/17; 14.07.2022, I ZR 97/21",
    sure=False,
    german=True,
)
