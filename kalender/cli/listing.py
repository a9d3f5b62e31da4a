# SPDX-License-Identifier: EUPL-1.2
"""The commands list, check, history and verify: they only read, so a window may be open on the plan."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Sequence
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from kalender.cli.answers import Answer, Counted
from kalender.cli.ports import Plans
from kalender.cli.values import cards, day, finding_facts, in_short, iso, lines_of, post_id, stage
from kalender.domain.card import Filter
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.rules.checks import Severity, rules
from kalender.services.acting.history import Entry
from kalender.wording.actions import label
from kalender.wording.dates import clock, day_field
from kalender.wording.findings import message
from kalender.wording.keeping import verification

_GRAVITY = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.HINT: "Hinweis"}


def list_posts(given: Namespace, plans: Plans) -> Answer:
    """List posts. Raises Refused BAD_DATE, UNKNOWN_STAGE, UNKNOWN_CHANNEL and those of opening a plan."""
    first, last, wanted = day(given.first), day(given.last), stage(given.stage)
    with closing(plans.open(Path(given.plan), read_only=True)) as house:
        channels = frozenset({house.plan.channel(given.channel).id}) if given.channel else frozenset()
        choice = Filter(
            channels=channels,
            stages=frozenset({wanted}) if wanted else frozenset(),
            first=datetime.combine(first, time()) if first else None,
            last=datetime.combine(last, time.max) if last else None,
            dropped=True,
        )
        if first or last:
            found = house.posts.cards_between(first or date.min, last or date.max, choice)
        else:
            found = cards(house, choice)
    return Answer(
        facts={"posts": [in_short(card) for card in found]},
        lines=(*lines_of(found), f"{len(found)} Beiträge" if len(found) != 1 else "1 Beitrag"),
    )


def check(given: Namespace, plans: Plans) -> Answer:
    """Name the findings of a post, or of all posts, narrowed to some rules and severities.

    Raises Refused NOT_FOUND, AMBIGUOUS, UNKNOWN_RULE and those of opening a plan.
    """
    wanted = _chosen_rules(given.rule)
    grave_enough = {Severity(item) for item in given.severity} or set(Severity)
    with closing(plans.open(Path(given.plan), read_only=True)) as house:
        if given.post:
            found = house.checks.of(post_id(house, given.post))
        else:
            told = Counted("Geprüft: {done} von {total} Beiträgen")
            found = [item for _post, some in house.checks.each(told) for item in some.findings]
            told.end()
        found = [item for item in found if item.rule in wanted and item.severity in grave_enough]
        titles = {card.id: card.title for card in cards(house)}
    grave = sum(1 for item in found if item.severity is Severity.ERROR)
    lines = [
        f"{_GRAVITY[item.severity]}: {titles.get(item.post, item.post)}: {message(item)}" for item in found
    ]
    return Answer(
        facts={"findings": [finding_facts(item) for item in found]},
        lines=(*lines, f"Befunde: {len(found)}, davon Fehler: {grave}"),
    )


def _chosen_rules(named: Sequence[str]) -> Collection[str]:
    """Return the rules that are asked for, all where none is named; raises Refused UNKNOWN_RULE."""
    known = rules()
    for name in named:
        if name not in known:
            raise Refused(RefusalKind.UNKNOWN_RULE, rule=name, known=sorted(known))
    return set(named) or set(known)


def history(given: Namespace, plans: Plans) -> Answer:
    """Tell what happened to the plan, or to a post, the newest first. Raises Refused NOT_FOUND, AMBIGUOUS and those of opening a plan."""
    with closing(plans.open(Path(given.plan), read_only=True)) as house:
        if given.post:
            entries = house.history.of_post(post_id(house, given.post))
        else:
            entries = house.history.of_plan(limit=max(1, house.store.changesets()))
        people = {item.id: item.name for item in house.plan.people}
    said = [(item, _what(item), people.get(item.by, item.by)) for item in entries]
    return Answer(
        facts={"entries": [_entry(item, words) for item, words, _who in said]},
        lines=tuple(
            f"{day_field(item.at.date())} {clock(item.at)}  {who or '–'}: {words}"
            for item, words, who in said
        ),
    )


def _what(entry: Entry) -> str:
    words = label(entry.label.code, entry.label.facts)
    return {"undo": f"Zurückgenommen: {words}", "redo": f"Wiederholt: {words}"}.get(entry.undone, words)


def _entry(entry: Entry, words: str) -> dict[str, Any]:
    return {
        "at": iso(entry.at),
        "by": entry.by,
        "action": entry.label.code,
        "text": words,
        "undone": entry.undone or None,
        "changeset": entry.id,
        "records": list(entry.refs),
        "changes": [
            {"field": change.key, "before": change.before, "after": change.after} for change in entry.changes
        ],
    }


def verify(given: Namespace, plans: Plans) -> Answer:
    """Read the whole history, rebuild the plan from it and compare, and read every picture. Fails where anything does not hold."""
    with closing(plans.open(Path(given.plan), read_only=True)) as house:
        found = house.verifying.run()
    facts = {
        "ok": found.ok,
        "changesets": found.changesets,
        "posts": found.posts,
        "pictures": found.pictures,
        "problems": [
            {
                "kind": item.kind,
                "where": item.where,
                "name": item.name,
                "posts": list(item.posts),
                "message": verification.message(item),
            }
            for item in found.troubles
        ],
        "strays": list(found.strays),
    }
    error = "" if found.ok else "Der Plan ist nicht unversehrt. Was zu tun ist, steht bei jedem Fehler."
    return Answer(facts=facts, lines=tuple(verification.report(found)), error=error)
