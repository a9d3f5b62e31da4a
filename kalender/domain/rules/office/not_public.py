# SPDX-License-Identifier: EUPL-1.2
"""Rule: a text tells of a meeting that is not public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

_CLOSED = re.compile(
    r"\b(?:nicht[ -]?öffentlich|vertraulich)e?[nrsm]? (?:Sitzung|Teil|Beratung|Vorlage|Beschluss)\w*",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Spot]:
    """A text speaks of what a council deals with behind closed doors; a post that waits for a meeting passes."""
    if case.post.not_before:
        return
    for passage in case.passages:
        found = _CLOSED.search(passage.text)
        if found:
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "text.not_public",
    Severity.HINT,
    find,
    "Gemeindeordnungen: Verschwiegenheit über nichtöffentliche Beratung; Erstinformation des Rates",
    sure=False,
    german=True,
)
