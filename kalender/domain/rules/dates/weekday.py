# SPDX-License-Identifier: EUPL-1.2
"""date.weekday: the weekday beside a date is not the one of that day. Without a year it is the nearest such day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.dates.mentions import facts_of, mentions
from kalender.domain.rules.finding import Rule, Severity, Spot

_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def _better(found: str, right: int) -> str:
    """Return a date with the weekday of that day; nothing where its form is another than those that people write."""
    name = re.match(r"(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)\b", found)
    if name:
        return _DAYS[right] + found[name.end() :]
    short = re.match(r"(Mo|Di|Mi|Do|Fr|Sa|So)\b", found)
    return _DAYS[right][:2] + found[short.end() :] if short else ""


def find(case: Case) -> Iterator[Spot]:
    """The weekday beside a date is not the one of that day. Without a year it is the nearest such day."""
    for passage, _near, mention in mentions(case):
        if mention.day is None or mention.weekday is None or mention.weekday == mention.day.weekday():
            continue
        facts = facts_of(
            passage, mention, day=mention.day, named=mention.weekday, right=mention.day.weekday()
        )
        better = _better(str(facts["found"]), mention.day.weekday())
        if better:
            facts["better"] = better
        severity = None if mention.sure else Severity.WARNING
        yield Spot(facts, passage.channel, passage.field, severity=severity)


RULE = Rule("date.weekday", Severity.ERROR, find, "Kalender", german=True)
