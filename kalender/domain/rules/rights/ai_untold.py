# SPDX-License-Identifier: EUPL-1.2
"""picture.ai_untold: a picture was made by a machine, and nobody is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.picture import AiMark, Licence
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

_TELLS = re.compile(r"\bK\.?I\.?\b|\bKI-|künstliche\w* Intelligenz|\bAI\b|computergeneriert", re.IGNORECASE)
"""Words that tell it."""


def find(case: Case) -> Iterator[Spot]:
    """A picture was made by a machine, and nobody is told."""
    for shown in case.pictures:
        picture = shown.picture
        if picture is None or not (picture.ai or picture.licence is Licence.AI):
            continue
        silent = [
            outlet for outlet in case.outlets if shown in outlet.pictures and not _TELLS.search(outlet.text)
        ]
        if silent and not _TELLS.search(shown.alt):
            channels = tuple(outlet.name for outlet in silent)
            yield spot_at(shown, channels=channels, altered=picture.ai is AiMark.ALTERED)


RULE = Rule(
    "picture.ai_untold",
    Severity.WARNING,
    find,
    "KI-VO Art. 50 (4), gilt ab 2026-08-02; Verschiebung in Beratung",
)
