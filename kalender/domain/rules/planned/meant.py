# SPDX-License-Identifier: EUPL-1.2
"""Whether a post means the day on which it appears."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from kalender.domain.rules.case import Case
from kalender.domain.rules.planned.moments import EXCEPTION, moments

_ENDING = re.compile(r"s?(?:montag|sonntag|tag)$")


_COMMON = frozenset({"deutschen", "feiertag", "arbeit"})


def excepted(case: Case) -> bool:
    """Tell whether somebody has labelled the post as an exception."""
    return any(label.casefold() == EXCEPTION for label in case.post.labels)


def words_of(case: Case) -> str:
    """Return title and texts in small letters."""
    return " ".join((case.post.title, *(item.text for item in case.passages))).casefold()


def _stems(name: str) -> Iterator[str]:
    """Yield what of the name of a day shows that a text means it: weihnacht of 1. Weihnachtstag, oster of Ostermontag."""
    for word in re.findall(r"[^\W\d]{5,}", name.casefold()):
        stem = _ENDING.sub("", word)
        if word not in _COMMON and len(stem) >= 4:
            yield stem


def named(words: str, name: str) -> bool:
    """Tell whether words mean the day of a name."""
    return any(stem in words for stem in _stems(name))


def on_days(case: Case, days: Mapping[date, str]) -> Iterator[tuple[str, date, str]]:
    """Yield channel, day and name of the days among these on which the post appears, each once."""
    seen = set()
    for channel, moment in moments(case):
        day = moment.date()
        if day in days and day not in seen:
            seen.add(day)
            yield channel, day, days[day]
