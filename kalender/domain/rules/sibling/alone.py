# SPDX-License-Identifier: EUPL-1.2
"""sibling.alone: the original of a sibling was discarded or deleted: what it says may no longer hold."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.siblings.family import Where


def find(case: Case) -> Iterator[Spot]:
    """The original of a sibling was discarded or deleted: what it says may no longer hold."""
    original = case.around.family.original if case.around.family is not None else None
    if original is not None and original.where is not Where.HERE:
        yield Spot({"title": original.title, "where": original.where.value})


RULE = Rule("sibling.alone", Severity.WARNING, find, "Hausregel: Fassungen sagen dasselbe wie ihr Original")
