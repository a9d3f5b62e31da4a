# SPDX-License-Identifier: EUPL-1.2
"""alt.placeholder: an alt text was filled in so that something stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.alt.described import described, facts_of
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _filler() -> re.Pattern[str]:
    words = "alt(?:ernativ)?-?text|bild(?:beschreibung)?|foto|grafik|beschreibung|platzhalter|test|siehe (?:text|oben)|folgt|kommt noch"
    return re.compile(rf"\W*(?:(?:{words})\s*\d*|x{{2,}}|\.{{2,}}|-+|\?+)\W*", re.IGNORECASE)


def find(case: Case) -> Iterator[Spot]:
    """An alt text was filled in so that something stands there."""
    for shown in described(case):
        if shown.alt.strip() and _filler().fullmatch(shown.alt):
            yield Spot(facts_of(shown, alt=shown.alt.strip()), "", "alt", shown.attachment.id)


RULE = Rule("alt.placeholder", Severity.WARNING, find, "WCAG 2.1, 1.1.1, Fehler F30")
