# SPDX-License-Identifier: EUPL-1.2
"""link.broken: the link field holds something no browser opens."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """The link field holds something no browser opens."""
    from kalender.domain.text.web_address import is_web_address

    if case.post.link and not is_web_address(case.post.link.strip(), bare=True):
        yield Spot({"link": case.post.link}, field="link")
    for version in case.post.versions:
        if version.link and not is_web_address(version.link.strip(), bare=True):
            yield Spot({"link": version.link}, version.id, "link")


RULE = Rule("link.broken", Severity.ERROR, find, "RFC 3986")
