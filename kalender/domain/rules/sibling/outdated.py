# SPDX-License-Identifier: EUPL-1.2
"""sibling.outdated: the original says something else since the sibling was matched with it."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.siblings.family import Where


def find(case: Case) -> Iterator[Spot]:
    """The original says something else since the sibling was matched with it."""
    original = case.around.family.original if case.around.family is not None else None
    if original is None or original.where in {Where.TRASH, Where.GONE}:
        return
    if original.digest != case.post.original_digest:
        yield Spot({"title": original.title, "post": original.id})


RULE = Rule(
    "sibling.outdated", Severity.WARNING, find, "Hausregel: Fassungen sagen dasselbe wie ihr Original"
)
