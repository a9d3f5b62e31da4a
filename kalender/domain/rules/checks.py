# SPDX-License-Identifier: EUPL-1.2
"""Checks a post by rules: pure, each with an id, a severity and a ground; wording/ says them in German.

The rules are imported with the first check: start-up is measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from kalender.domain.content import Surroundings
from kalender.domain.post import Post
from kalender.domain.rules.finding import Finding, Severity

if TYPE_CHECKING:
    from kalender.domain.rules.finding import Rule

__all__ = ["Finding", "Severity", "check", "families", "rehearsal", "rules"]

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


def families() -> Iterator[tuple[Rule, ...]]:
    """Yield the rules family by family, in the order in which they are told; each step imports one family."""
    from kalender.domain.rules.whole.every import RULES as WHOLE

    yield WHOLE

    from kalender.domain.rules.limits.every import RULES as LIMITS

    yield LIMITS

    from kalender.domain.rules.alt.every import RULES as ALT

    yield ALT

    from kalender.domain.rules.picture.every import RULES as PICTURE

    yield PICTURE

    from kalender.domain.rules.film.every import RULES as FILM

    yield FILM

    from kalender.domain.rules.rights.every import RULES as RIGHTS

    yield RIGHTS

    from kalender.domain.rules.licence.every import RULES as LICENCE

    yield LICENCE

    from kalender.domain.rules.consent.every import RULES as CONSENT

    yield CONSENT

    from kalender.domain.rules.people.every import RULES as PEOPLE

    yield PEOPLE

    from kalender.domain.rules.dates.every import RULES as DATES

    yield DATES

    from kalender.domain.rules.planned.every import RULES as PLANNED

    yield PLANNED

    from kalender.domain.rules.load.every import RULES as LOAD

    yield LOAD

    from kalender.domain.rules.duty.every import RULES as DUTY

    yield DUTY

    from kalender.domain.rules.office.every import RULES as OFFICE

    yield OFFICE

    from kalender.domain.rules.hashtag.every import RULES as HASHTAG

    yield HASHTAG

    from kalender.domain.rules.reading.every import RULES as READING

    yield READING

    from kalender.domain.rules.plain.every import RULES as PLAIN

    yield PLAIN

    from kalender.domain.rules.sibling.every import RULES as SIBLING

    yield SIBLING


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Rule]:
    """Return every rule by its id, in the order of the families."""
    return {rule.id: rule for family in families() for rule in family}


def check(
    post: Post,
    around: Surroundings,
    *,
    now: datetime,
    severities: Mapping[str, Severity | None] | None = None,
) -> list[Finding]:
    """Return what the rules find in a post, errors first, then in the order of the rules.

    now: local time in the zone of the plan, naive. severities: what this plan makes of a rule; None switches it off.
    """
    from kalender.domain.rules.case import case_of

    changed = severities or {}
    case = case_of(post, around, now)
    found: list[Finding] = []
    for rule in rules().values():
        if rule.german and not case.german:
            continue
        severity = changed.get(rule.id, rule.severity if rule.on else None)
        if severity is None:
            continue
        found.extend(
            Finding(
                rule=rule.id,
                severity=severity if rule.id in changed else spot.severity or severity,
                post=post.id,
                channel=spot.channel,
                field=spot.field,
                attachment=spot.attachment,
                facts=spot.facts,
            )
            for spot in rule.find(case)
        )
    return sorted(found, key=lambda item: _ORDER[item.severity])


def rehearsal(post: Post, around: Surroundings, *, now: datetime) -> Iterator[None]:
    """Ask one rule after the other in steps, and forget the answers: what rules make for their first question is made then."""
    from kalender.domain.rules.case import case_of

    case = case_of(post, around, now)
    for rule in rules().values():
        yield
        list(rule.find(case))
