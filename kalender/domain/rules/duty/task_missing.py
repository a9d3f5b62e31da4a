# SPDX-License-Identifier: EUPL-1.2
"""post.task_missing: nobody has said which task of the municipality a post serves. Off unless the plan asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """Nobody has said which task of the municipality a post serves."""
    if not case.post.idea and not case.post.task.strip():
        yield Spot({}, field="task")


RULE = Rule(
    "post.task_missing",
    Severity.HINT,
    find,
    "Staatsferne der Presse: BGH 20.12.2018, I ZR 112/17",
    on=False,
)
