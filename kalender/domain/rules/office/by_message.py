# SPDX-License-Identifier: EUPL-1.2
"""Rule: a text asks people for personal matters in a message or a comment of a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _asking() -> re.Pattern[str]:
    message = (
        r"(?:PN|DM|Direktnachricht|Privatnachricht|private[rn]? Nachricht|Messenger|Instagram-Nachricht)"
    )
    data = (
        r"(?:Namen?|Adresse|Anschrift|Telefonnummer|Geburtsdatum|E-Mail-Adresse|Kundennummer|Kassenzeichen)"
    )
    comments = r"(?:in den Kommentaren|in die Kommentare|als Kommentar)"
    return re.compile(
        rf"\b(?:per|als|über|via) {message}\b|\b[Ss]chreib(?:en Sie|t) uns (?:gern[e]? |einfach )?(?:hier )?(?:eine )?{message}\b"
        rf"|\b{data}\b[^.!?\n]{{0,50}}\b{comments}\b|\b{comments}\b[^.!?\n]{{0,50}}\b{data}\b"
    )


def find(case: Case) -> Iterator[Spot]:
    """People are asked to send personal matters through a network, which reads along."""
    for passage in case.passages:
        found = _asking().search(passage.text)
        if found:
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "text.by_message",
    Severity.HINT,
    find,
    "DSK-Kurzgutachten 18.03./10.11.2022; BfDI: Soziale Netzwerke rechtmäßig nutzen",
    sure=False,
    german=True,
)
