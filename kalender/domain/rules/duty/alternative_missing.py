# SPDX-License-Identifier: EUPL-1.2
"""post.alternative_missing: something people have to know is told on social networks alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

_OWN_MEDIA = frozenset({"website", "newsletter", "press", "notice"})


@lru_cache(maxsize=1)
def _service() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:gesperrt|Sperrung|Vollsperrung|Umleitung|geschlossen|Öffnungszeiten|Antrag|Anträge|beantragen|"
        r"Abgabefrist|Anmeldefrist|Stromausfall|Trinkwasser|abkochen|Müllabfuhr|Wahlbekanntmachung|Warnung)\b"
    )


def find(case: Case) -> Iterator[Spot]:
    """Something people have to know is told on social networks alone: nobody should need an account for it."""
    post = case.post
    if post.idea or not case.outlets or post.alternative.strip():
        return
    if any(outlet.platform is None or outlet.platform.id in _OWN_MEDIA for outlet in case.outlets):
        return
    found = next((hit for item in case.passages if (hit := _service().search(item.text))), None)
    if found is None:
        return
    from kalender.domain.rules.read import addresses

    if any(outlet.link or addresses(outlet.text) for outlet in case.outlets):
        return
    yield Spot({"found": found.group()}, field="alternative")


RULE = Rule(
    "post.alternative_missing",
    Severity.HINT,
    find,
    "Nutzungskonzepte öffentlicher Stellen: alternative Informationswege; BfDI 2022",
    sure=False,
    german=True,
)
