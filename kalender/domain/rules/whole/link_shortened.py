# SPDX-License-Identifier: EUPL-1.2
"""link.shortened: a shortened link hides where it leads, and a third party counts who follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.whole.link_places import link_places


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:https?://)?(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|buff\.ly|is\.gd|lnkd\.in|rb\.gy|cutt\.ly)/[\w\-]+",
        re.IGNORECASE,
    )


def find(case: Case) -> Iterator[Spot]:
    """A shortened link hides where it leads, and a third party counts who follows it."""
    return link_places(case, _pattern())


RULE = Rule("link.shortened", Severity.HINT, find, "DSGVO Art. 5 (1) c; WCAG 2.1, 2.4.4")
