# SPDX-License-Identifier: EUPL-1.2
"""consent.child: a child of fourteen or more is shown, and only those who have custody agreed.

KUG § 22 names no age. Courts and schools ask for the consent of both from about fourteen on, when a child can judge what
it means to be shown; so the rule warns and says "in der Regel", and a plan may let it block.
"""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.consent.noted import noted
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A child of fourteen or more is shown, and only those who have custody agreed."""
    for shown, consent in noted(case):
        if consent.asks_the_child:
            yield spot_at(shown, person=consent.name)


RULE = Rule(
    "consent.child",
    Severity.WARNING,
    find,
    "KUG § 22: Einsichtsfähigkeit, in der Praxis etwa ab 14 Jahren (kein festes Alter im Gesetz)",
    sure=False,
)
