# SPDX-License-Identifier: EUPL-1.2
"""planned.silent: a post appears on a silent day and does not mean that day."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.planned.meant import excepted, named, on_days, words_of

_SOLEMN = ("gedenk", "gedenken", "mahnmal", "kranz", "trauer", "erinner", "andacht")
"""Beginnings of words of posts that are meant for a silent day."""


def find(case: Case) -> Iterator[Spot]:
    """A post appears on a silent day and does not mean that day."""
    words = words_of(case)
    if excepted(case) or any(solemn in words for solemn in _SOLEMN):
        return
    for channel, day, name in on_days(case, case.around.nearby.silent):
        if not named(words, name):
            yield Spot({"title": name, "planned": day}, channel, "planned")


RULE = Rule("planned.silent", Severity.WARNING, find, "Feiertagsgesetze der Länder: stille Tage")
