# SPDX-License-Identifier: EUPL-1.2
"""Changes which rules block, warn, hint or are off in this plan, and the choices of the house that rules ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.rules.book import Gender, Level, RuleBook, Ruling
from kalender.domain.rules.checks import rules
from kalender.services.acting.desk import Desk
from kalender.store.plan_file import PlanFile

RULES = "rules"
"""Id of the record."""


class Rulings:
    """Every change is one step with a reason; two people who change different rules do not meet. now: local time."""

    def __init__(self, store: PlanFile, desk: Desk, now: Callable[[], datetime]) -> None:
        self._store = store
        self._desk = desk
        self._now = now

    def book(self) -> RuleBook:
        """Return what the plan makes of the rules."""
        return self._store.get(RuleBook, RULES) or RuleBook()

    def change(self, rule: str, level: Level, reason: str, *, leavable: bool = False) -> None:
        """Let a rule block, warn, hint or be off, and say why; leavable: what blocks may be left on a post, with a reason.

        Raises Refused UNKNOWN_RULE or REASON_MISSING.
        """
        if rule not in rules():
            raise Refused(RefusalKind.UNKNOWN_RULE, rule=rule, known=sorted(rules()))
        if not reason.strip():
            raise Refused(RefusalKind.REASON_MISSING)
        ruling = Ruling(
            id=rule,
            level=level,
            leavable=leavable and level is Level.ERROR,
            reason=" ".join(reason.split()),
            by=self._desk.person,
            at=self._now(),
        )
        with self._desk.action("rules.changed", rule=rule) as act:
            book = act.find(RuleBook, RULES) or RuleBook()
            kept = tuple(item for item in book.rulings if item.id != rule)
            act.put(replace(book, rulings=(*kept, ruling)))

    def reset(self, rule: str) -> None:
        """Let a rule do again what it is made for; nothing happens where nobody has changed it."""
        with self._desk.action("rules.reset", rule=rule) as act:
            book = act.find(RuleBook, RULES) or RuleBook()
            kept = tuple(item for item in book.rulings if item.id != rule)
            if len(kept) != len(book.rulings):
                act.put(replace(book, rulings=kept))

    def gender(self, gender: Gender) -> None:
        """Say which form the house writes."""
        with self._desk.action("rules.house") as act:
            act.put(replace(act.find(RuleBook, RULES) or RuleBook(), gender=gender))

    def holders(self, names: Iterable[str]) -> None:
        """Name those in office and the candidates, whom a town hall does not praise before an election."""
        with self._desk.action("rules.house") as act:
            act.put(replace(act.find(RuleBook, RULES) or RuleBook(), holders=_lines(names)))

    def keywords(self, words: Iterable[str]) -> None:
        """Name words that do not belong into the time before an election."""
        with self._desk.action("rules.house") as act:
            act.put(replace(act.find(RuleBook, RULES) or RuleBook(), keywords=_lines(words)))


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(item.split()) for item in texts if item.strip()))
