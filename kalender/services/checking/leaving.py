# SPDX-License-Identifier: EUPL-1.2
"""Leaves a finding as it is, on purpose, and takes that back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from kalender.domain.post import LeftAsIs, Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.rules.book import RuleBook
from kalender.domain.rules.finding import Finding, Severity
from kalender.domain.rules.leaving import place_of
from kalender.services.acting.desk import Desk
from kalender.store.plan_file import PlanFile


class Leaving:
    """The decision belongs to the post and to the place as it is: it falls as soon as the place changes. now: local time."""

    def __init__(self, store: PlanFile, desk: Desk, now: Callable[[], datetime]) -> None:
        self._store = store
        self._desk = desk
        self._now = now

    def leave(self, finding: Finding, reason: str = "") -> None:
        """Leave a finding on its post as it is. Raises Refused MAY_NOT_LEAVE, NOT_FOUND, or REASON_MISSING for what blocks."""
        book = self._store.get(RuleBook, "rules") or RuleBook()
        if not book.may_be_left(finding.rule, finding.severity):
            raise Refused(RefusalKind.MAY_NOT_LEAVE, rule=finding.rule)
        if finding.severity is Severity.ERROR and not reason.strip():
            raise Refused(RefusalKind.REASON_MISSING)
        with self._desk.action("finding.left", rule=finding.rule) as act:
            post = act.get(Post, finding.post)
            said = LeftAsIs(
                id=place_of(finding, post),
                rule=finding.rule,
                reason=" ".join(reason.split()),
                by=self._desk.person,
                at=self._now(),
            )
            act.put(replace(post, left=(*(item for item in post.left if item.id != said.id), said)))
            act.describe(title=post.title)

    def show_again(self, post_id: str, place: str) -> None:
        """Show a finding that was left as it is; nothing happens where it was not. Raises Refused NOT_FOUND."""
        with self._desk.action("finding.shown_again") as act:
            post = act.get(Post, post_id)
            kept = tuple(item for item in post.left if item.id != place)
            act.describe(title=post.title)
            if len(kept) != len(post.left):
                act.put(replace(post, left=kept))
