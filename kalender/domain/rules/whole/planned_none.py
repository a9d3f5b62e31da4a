# SPDX-License-Identifier: EUPL-1.2
"""planned.none: a post that is more than an idea has no time; an approval covers days, so it needs one."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """A post that is more than an idea has no time; an approval covers days, so it needs one."""
    if not case.post.idea and any(outlet.planned is None for outlet in case.outlets):
        yield Spot({}, field="planned")


RULE = Rule("planned.none", Severity.WARNING, find, "Freigabe: gilt für die Tage um den Termin")
