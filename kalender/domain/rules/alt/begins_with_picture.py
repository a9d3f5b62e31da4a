# SPDX-License-Identifier: EUPL-1.2
"""alt.begins_with_picture: an alt text begins with "Bild von": a screen reader has said so already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.alt.described import described, facts_of
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _openings() -> re.Pattern[str]:
    kinds = "Bild|Foto|Fotografie|Photo|Grafik|Abbildung|Illustration|Symbolbild|Aufnahme"
    return re.compile(
        rf"\s*(?:(?:Ein|Das|Auf dem|Unser)\s+)?(?:{kinds})\s+"
        r"(?:von|vom|der|des|mit|zeigt|ist|sind|sieht man|zu sehen)\b",
        re.IGNORECASE,
    )


def find(case: Case) -> Iterator[Spot]:
    """An alt text begins with "Bild von": a screen reader has said so already."""
    for shown in described(case):
        found = _openings().match(shown.alt)
        if found:
            yield Spot(facts_of(shown, opening=found.group().strip()), "", "alt", shown.attachment.id)


RULE = Rule("alt.begins_with_picture", Severity.HINT, find, "BITV-Praxis", german=True)
