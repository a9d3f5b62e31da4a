# SPDX-License-Identifier: EUPL-1.2
"""The day a post appears: before an election, on a silent day, on a holiday."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.timing import EXCEPTION, moments

_ENDING = re.compile(r"s?(?:montag|sonntag|tag)$")
_COMMON = frozenset({"deutschen", "feiertag", "arbeit"})
_SOLEMN = ("gedenk", "gedenken", "mahnmal", "kranz", "trauer", "erinner", "andacht")
"""Beginnings of words of posts that are meant for a silent day."""


def _excepted(case: Case) -> bool:
    return any(label.casefold() == EXCEPTION for label in case.post.labels)


def _words(case: Case) -> str:
    return " ".join((case.post.title, *(item.text for item in case.passages))).casefold()


def _stems(name: str) -> Iterator[str]:
    """Yield what of the name of a day shows that a text means it: weihnacht of 1. Weihnachtstag, oster of Ostermontag."""
    for word in re.findall(r"[^\W\d]{5,}", name.casefold()):
        stem = _ENDING.sub("", word)
        if word not in _COMMON and len(stem) >= 4:
            yield stem


def _names(words: str, name: str) -> bool:
    return any(stem in words for stem in _stems(name))


def _on(case: Case, days: Mapping[date, str]) -> Iterator[tuple[str, date, str]]:
    """Yield channel, day and name of the days among these on which the post appears, each once."""
    seen = set()
    for channel, moment in moments(case):
        day = moment.date()
        if day in days and day not in seen:
            seen.add(day)
            yield channel, day, days[day]


def neutrality(case: Case) -> Iterator[Spot]:
    """A post appears in the period before an election in which a town hall holds back (Karenzzeit)."""
    if _excepted(case):
        return
    seen = set()
    for channel, moment in moments(case):
        for item in case.around.nearby.neutral:
            if item.first <= moment.date() <= item.last and item.title not in seen:
                seen.add(item.title)
                facts = {"title": item.title, "first": item.first, "last": item.last}
                yield Spot(facts | {"planned": moment}, channel, "planned")


def silent(case: Case) -> Iterator[Spot]:
    """A post appears on a silent day and does not mean that day."""
    words = _words(case)
    if _excepted(case) or any(solemn in words for solemn in _SOLEMN):
        return
    for channel, day, name in _on(case, case.around.nearby.silent):
        if not _names(words, name):
            yield Spot({"title": name, "planned": day}, channel, "planned")


def holiday(case: Case) -> Iterator[Spot]:
    """A post appears on a public holiday, when nobody in the town hall answers, and does not mean that day."""
    words = _words(case)
    if _excepted(case):
        return
    for channel, day, name in _on(case, case.around.nearby.holidays):
        if day not in case.around.nearby.silent and not _names(words, name):
            yield Spot({"title": name, "planned": day}, channel, "planned")


RULES = (
    Rule(
        "planned.neutrality",
        Severity.WARNING,
        neutrality,
        "neutrality of authorities before elections; BVerfGE 44, 125",
    ),
    Rule(
        "planned.silent",
        Severity.WARNING,
        silent,
        "holiday acts of the Länder (stille Tage); resources/practice",
    ),
    Rule(
        "planned.holiday",
        Severity.HINT,
        holiday,
        "holiday acts of the Länder; house rule: someone answers comments",
    ),
)
