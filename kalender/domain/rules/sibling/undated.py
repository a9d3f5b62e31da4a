# SPDX-License-Identifier: EUPL-1.2
"""sibling.undated: a sibling has a date and its original has none yet."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.content import times
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.siblings.family import Where


def find(case: Case) -> Iterator[Spot]:
    """A sibling has a date and its original has none yet."""
    original = case.around.family.original if case.around.family is not None else None
    first = next(iter(times(case.post)), None)
    if original is None or original.where is not Where.HERE or first is None:
        return
    if original.first is None:
        yield Spot({"title": original.title, "planned": first}, field="planned")


RULE = Rule("sibling.undated", Severity.WARNING, find, "Hausregel: das Original zuerst oder zugleich")
