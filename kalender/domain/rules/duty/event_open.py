# SPDX-License-Identifier: EUPL-1.2
"""text.event_open: a text invites people, and says no hour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def inviting() -> re.Pattern[str]:
    """Return the pattern of words that invite."""
    return re.compile(
        r"\b(?:laden|lädt|ladet)\b(?:[^.!?\n]|(?<=\d)\.){0,80}\bein\b|\bfindet\b(?:[^.!?\n]|(?<=\d)\.){0,80}\bstatt\b|\bEinladung zu[mr]?\b"
    )


@lru_cache(maxsize=1)
def _hour() -> re.Pattern[str]:
    return re.compile(
        r"\d\s?Uhr\b|\b\d{1,2}[:.]\d{2}\b(?!\.)|\bganztägig\b|\bmittags\b|\bMitternacht\b|\b(?:ab|von|um) \d{1,2}\b(?!\.)"
    )


@lru_cache(maxsize=1)
def no_meeting() -> re.Pattern[str]:
    """Return what takes place without people meeting in one spot: elections and votes, collections, closures."""
    return re.compile(
        r"(?:[Ww]ahl(?:gang)?|[Ee]ntscheid|[Aa]bstimmung|(?<!er)[Ss]ammlung|[Aa]bfuhr|(?<!Ve)[Rr]einigung|[Pp]robealarm)\b[^.!?\n]{0,30} findet\b"
    )


@lru_cache(maxsize=1)
def _several_days() -> re.Pattern[str]:
    """Return the pattern of a span or row of days: no one hour holds for all of them, the programme tells it."""
    return re.compile(r"\d\.(?: \w+)?,? (?:bis|und)\b.{0,25}\d\.|\d\. ?[–-] ?\d|\d\. \w+,? und .{0,25}\d\.")


def find(case: Case) -> Iterator[Spot]:
    """A text invites people, and says no hour."""
    for passage in case.passages:
        found = inviting().search(passage.text) if passage.field == "text" else None
        if found is None or no_meeting().search(passage.text[: found.end()]):
            continue
        if not _several_days().search(found.group()) and not _hour().search(passage.text):
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "text.event_open", Severity.HINT, find, "Redaktionspraxis: was, wann, wo", sure=False, german=True
)
