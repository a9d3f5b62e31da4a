# SPDX-License-Identifier: EUPL-1.2
"""Rule: somebody in office is shown in the time in which a town hall holds back."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case, Shown
from kalender.domain.rules.duty.neutral_holder import holders
from kalender.domain.rules.duty.neutral_words import neutral_until
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at
from kalender.domain.rules.planned.meant import excepted


def find(case: Case) -> Iterator[Spot]:
    """A picture shows somebody in office before an election, as far as alt text or register tell."""
    title = neutral_until(case) if case.pictures else ""
    if not title or excepted(case):
        return
    pattern = holders(case)
    for shown in case.pictures:
        names = [case.around.consents[id_].name for id_ in _consents(shown) if id_ in case.around.consents]
        found = pattern.search(" · ".join((shown.alt, *names)))
        if found:
            yield spot_at(shown, found=found.group(), title=title)


def _consents(shown: Shown) -> tuple[str, ...]:
    return shown.picture.consents if shown.picture is not None else ()


RULE = Rule(
    "planned.neutral_portrait",
    Severity.WARNING,
    find,
    "BVerfGE 44, 125 (1977): Neutralität vor Wahlen",
    sure=False,
)
