# SPDX-License-Identifier: EUPL-1.2
"""channel.none: a post without a channel reaches nobody."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """A post without a channel reaches nobody."""
    if not case.post.versions:
        yield Spot({}, field="channels")


RULE = Rule("channel.none", Severity.ERROR, find, "Freigabe: ohne Kanal gibt es nichts freizugeben")
