# SPDX-License-Identifier: EUPL-1.2
"""Runs the check rules over posts of the plan."""

from __future__ import annotations

from datetime import datetime

from kalender.domain.checks import Finding, Severity, check
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.clock import Clock
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile


class Checks:
    """Finds what is wrong, doubtful or could be better in a post."""

    def __init__(self, store: PlanFile, plan: PlanView, clock: Clock) -> None:
        self._store = store
        self._plan = plan
        self._clock = clock

    def of(self, id_: str) -> list[Finding]:
        """Return the findings of a post, errors first; raises Refused NOT_FOUND."""
        post = self._store.get(Post, id_)
        if post is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return self.of_post(post)

    def of_post(self, post: Post) -> list[Finding]:
        """Return the findings of a value, saved or not."""
        order = list(Severity)
        found = check(post, self._plan.around(post), now=self._now())
        return sorted(found, key=lambda item: order.index(item.severity))

    def all(self) -> list[Finding]:
        """Return the findings of every post that is not discarded, post by post."""
        return [
            finding for post in self._store.all(Post) if not post.dropped for finding in self.of_post(post)
        ]

    def errors(self, post: Post) -> list[Finding]:
        """Return what must be mended before anyone can approve."""
        return [item for item in self.of_post(post) if item.severity is Severity.ERROR]

    def _now(self) -> datetime:
        return self._clock.local(self._plan.municipality.zone)
