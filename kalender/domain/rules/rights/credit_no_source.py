# SPDX-License-Identifier: EUPL-1.2
"""picture.credit_no_source: a network or a search engine is named as the maker of a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

_NO_MAKER = re.compile(
    r"(?:(?:Quelle|Foto|Bild|©)\s*:?\s*)?(?:www\.)?"
    r"(?:Facebook|Instagram|Google(?: Bilder)?|Internet|WhatsApp|Pinterest|privat|unbekannt|Web|Netz|KI)(?:\.com|\.de)?",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Spot]:
    """A network or a search engine is named as the maker of a picture."""
    for shown in case.pictures:
        credit = shown.picture.credit.strip() if shown.picture is not None else ""
        if credit and _NO_MAKER.fullmatch(credit):
            yield spot_at(shown, credit=credit)


RULE = Rule(
    "picture.credit_no_source", Severity.WARNING, find, "UrhG § 13: genannt wird, wer das Bild gemacht hat"
)
