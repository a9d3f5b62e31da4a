# SPDX-License-Identifier: EUPL-1.2
"""Rule: a text invites people and does not say where to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.duty.event_open import inviting, no_meeting
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _place() -> re.Pattern[str]:
    """Return the pattern of words that tell a place: in der Halle, am Markt, Treffpunkt, but not am Montag."""
    times = (
        r"Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Januar|Februar|März|April|Mai|Juni|"
        r"Juli|August|September|Oktober|November|Dezember|Abend|Vormittag|Nachmittag|Mittag|Morgen|Wochenende|Advent|"
        r"Anschluss|Rahmen|Jahr|Uhr|Woche|Zeit|Stunde|Kürze|Winter|Sommer|Frühjahr|Frühling|Herbst"
    )
    before = r"(?:im|ins|in|in der|in die|in den|auf dem|auf der|auf den|beim?|bei der|vor dem|vor der|am|an der|an die|rund um)"
    return re.compile(
        rf"\b(?i:{before}) (?:[a-zäöüß]+ )?(?!{times})[A-ZÄÖÜ][\wäöüß\-]{{3,}}|\bTreffpunkt\b|\bOrt:"
        r"|\b(?:[Oo]nline|[Ll]ivestream|Zoom|Telefon)\b|[Ss]traße\b|[Pp]latz\b|\b[A-ZÄÖÜ]\w*(?:halle|haus|schule|saal|markt|park|bad)\b"
    )


def find(case: Case) -> Iterator[Spot]:
    """A text invites people and names no place, nor do the fields of the post."""
    if case.post.place.strip():
        return
    for passage in case.passages:
        found = inviting().search(passage.text) if passage.field == "text" else None
        if (
            found
            and not no_meeting().search(passage.text[: found.end()])
            and not _place().search(passage.text)
        ):
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "text.event_place", Severity.HINT, find, "Redaktionspraxis: was, wann, wo", sure=False, german=True
)
