# SPDX-License-Identifier: EUPL-1.2
"""text.placeholder: a gap of a template was not filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

_ORDINARY = frozenset(
    (
        "anzeige",
        "werbung",
        "update",
        "symbolbild",
        "archivbild",
        "archiv",
        "foto",
        "fotos",
        "video",
        "bild",
        "live",
        "sic",
        "neu",
        "eilmeldung",
        "leichte",
    )
)
"""Words in square brackets that are meant to stay."""


@lru_cache(maxsize=1)
def _gaps() -> re.Pattern[str]:
    cross = "[Xx]"
    return re.compile(
        r"(?<!\])\[[A-ZÄÖÜ][^\]\[\n]{0,40}\](?!\()"
        r"|\{[^{}\n]{0,300}\}+"
        rf"|\b{cross}{{2,4}}(?:[.:/]\s?{cross}{{2,4}})+\.?"
        rf"|\b{cross}{{2,4}}(?=\s(?:Uhr|Euro|€|Prozent|%|Personen|Plätze)(?!\w))"
        r"|\b(?:TBD|TBA|tbd|tba)\b|\bT[O]DO\b|\bLorem ipsum\b|\b(?:Blind|Platzhalter)text\b|\?{3,}|_{3,}"
    )


def find(case: Case) -> Iterator[Spot]:
    """A gap of a template was not filled in."""
    for passage in case.passages:
        for found in _gaps().finditer(passage.text):
            word = found.group().strip("[]{} ").split(" ")[0].lower().rstrip(":")
            if found.group().startswith("[") and word in _ORDINARY:
                continue
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.placeholder", Severity.ERROR, find, "Hausregel")
