# SPDX-License-Identifier: EUPL-1.2
"""Reads what was typed (days, posts, people) and words what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from kalender.cli.answers import Answer
from kalender.cli.ports import OpenPlan
from kalender.domain.card import Card, Filter
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.rules.checks import Finding
from kalender.domain.stage import Stage
from kalender.wording.cards import flag_words
from kalender.wording.cards import title as title_of
from kalender.wording.dates import WEEKDAYS, clock, day_field
from kalender.wording.findings import message
from kalender.wording.refusals import sentence
from kalender.wording.terms import STAGES

EVERYTHING = Filter(dropped=True)


def refused(refusal: Refused) -> Answer:
    """Return the answer of a command that a rule forbids."""
    facts: dict[str, Any] = {"reason": refusal.kind.value}
    lines: tuple[str, ...] = ()
    found = refusal.facts.get("findings")
    if isinstance(found, Sequence):
        findings = [item for item in found if isinstance(item, Finding)]
        facts["findings"] = [finding_facts(item) for item in findings]
        lines = tuple(message(item) for item in findings)
    return Answer(facts=facts, lines=lines, error=sentence(refusal))


def day(text: str | None) -> date | None:
    """Return a day written as 2026-12-04 or 04.12.2026; raises Refused BAD_DATE."""
    if text is None:
        return None
    try:
        if "." in text:
            return datetime.strptime(text, "%d.%m.%Y").date()
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused(RefusalKind.BAD_DATE, value=text) from error


def stage(text: str | None) -> Stage | None:
    """Return a stage by its English name or German label, whatever the case; raises Refused UNKNOWN_STAGE."""
    if text is None:
        return None
    wanted = text.strip().casefold().replace("-", "_")
    for one, term in STAGES.items():
        if wanted in {one.value, one.name.casefold(), term.label.casefold()}:
            return one
    raise Refused(RefusalKind.UNKNOWN_STAGE, stage=text, known=[one.value for one in Stage])


def cards(house: OpenPlan, choice: Filter = EVERYTHING) -> list[Card]:
    """Return all posts of a choice, dated ones by time, then the others."""
    return [*house.posts.cards_between(date.min, date.max, choice), *house.posts.backlog(choice)]


def post_id(house: OpenPlan, wanted: str) -> str:
    """Return the id of a post named by id, by its unique beginning, or by its exact title.

    Raises Refused NOT_FOUND or AMBIGUOUS.
    """
    if house.store.card(wanted) is not None:
        return wanted
    every = cards(house)
    named = [card for card in every if card.title == wanted.strip()]
    named = named or [card for card in every if wanted and card.id.startswith(wanted)]
    if not named:
        raise Refused(RefusalKind.NOT_FOUND, post=wanted)
    if len(named) > 1:
        raise Refused(RefusalKind.AMBIGUOUS, post=wanted, known=[card.id for card in named[:5]])
    return named[0].id


def iso(moment: datetime | None) -> str | None:
    """Return local time as 2026-12-05T18:00, seconds only where there are some; None stays None."""
    if moment is None:
        return None
    return moment.isoformat(timespec="seconds" if moment.second or moment.microsecond else "minutes")


def in_short(card: Card) -> dict[str, Any]:
    """Return the facts of a post in a list."""
    return {
        "id": card.id,
        "title": card.title,
        "date": iso(card.planned),
        "stage": card.stage.value,
        "channels": list(card.channels),
        "flags": sorted(flag.value for flag in card.flags),
        "topic": card.topic,
        "responsible": card.responsible,
        "language": card.language or "de",
    }


def lines_of(every: Sequence[Card]) -> list[str]:
    """Return posts in one line each, in columns: short id, date, stage, title, channels."""
    rows = [
        (
            card.id[:8],
            _when(card.planned),
            ", ".join([STAGES[card.stage].text, *flag_words(card)]),
            title_of(card) + (f"  ({', '.join(card.channels)})" if card.channels else ""),
        )
        for card in every
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return [
        "  ".join([*(text.ljust(width) for text, width in zip(row[:3], widths, strict=True)), row[3]])
        for row in rows
    ]


def _when(moment: datetime | None) -> str:
    if moment is None:
        return "ohne Termin"
    return f"{WEEKDAYS[moment.weekday()][:2]} {day_field(moment.date())} {clock(moment)}"


def finding_facts(item: Finding) -> dict[str, Any]:
    """Return the facts of a finding."""
    return {
        "rule": item.rule,
        "severity": item.severity.value,
        "post": item.post,
        "channel": item.channel or None,
        "field": item.field,
        "message": message(item),
    }
