# SPDX-License-Identifier: EUPL-1.2
"""link.unencrypted: a link without encryption: browsers warn of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.whole.link_places import link_places


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(r"http://[^\s<>\"]+", re.IGNORECASE)


def find(case: Case) -> Iterator[Spot]:
    """A link without encryption: browsers warn of it."""
    return link_places(case, _pattern(), lambda link: f"https{link[4:]}")


RULE = Rule("link.unencrypted", Severity.HINT, find, "BSI: verschlüsselte Verbindungen")
