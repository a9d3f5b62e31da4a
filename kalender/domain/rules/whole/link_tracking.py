# SPDX-License-Identifier: EUPL-1.2
"""link.tracking: a link counts who came from where: people have to be told of that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.whole.link_places import link_places

_COUNTS = re.compile(r"(?:utm_\w+|fbclid|gclid|igshid|mc_eid)=", re.IGNORECASE)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:https?://)?[^\s<>\"?]+\?[^\s<>\"]*\b(?:utm_\w+|fbclid|gclid|igshid|mc_eid)=[^\s<>\"]*",
        re.IGNORECASE,
    )


def find(case: Case) -> Iterator[Spot]:
    """A link counts who came from where: people have to be told of that."""
    return link_places(case, _pattern(), _plain)


def _plain(link: str) -> str:
    """Return a link without what counts; all else in it stays."""
    bare = link.rstrip(".,;:!?)")
    tail = link[len(bare) :]
    address, mark, fragment = bare.partition("#")
    page, _, asked = address.partition("?")
    kept = [item for item in asked.split("&") if not _COUNTS.match(item)]
    return page + ("?" + "&".join(kept) if kept else "") + mark + fragment + tail


RULE = Rule("link.tracking", Severity.HINT, find, "DSGVO Art. 5 (1) c, 13")
