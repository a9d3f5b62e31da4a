# SPDX-License-Identifier: EUPL-1.2
"""planned.holiday: a post appears on a public holiday, when nobody in the town hall answers, and does not mean that day."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.planned.meant import excepted, named, on_days, words_of


def find(case: Case) -> Iterator[Spot]:
    """A post appears on a public holiday, when nobody in the town hall answers, and does not mean that day."""
    words = words_of(case)
    if excepted(case):
        return
    for channel, day, name in on_days(case, case.around.nearby.holidays):
        if day not in case.around.nearby.silent and not named(words, name):
            yield Spot({"title": name, "planned": day}, channel, "planned")


RULE = Rule(
    "planned.holiday", Severity.HINT, find, "Feiertagsgesetze der Länder; Hausregel: jemand antwortet"
)
