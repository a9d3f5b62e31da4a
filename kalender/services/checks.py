# SPDX-License-Identifier: EUPL-1.2
"""Runs the check rules over posts of the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from kalender.domain.picture import Picture
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.rules.checks import Finding, Severity, check
from kalender.media.shelf import Condition
from kalender.services.clock import Clock
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:  # read with the first check
    from kalender.services.pace.nearby import Source, Surrounding

Look = Callable[[Picture], Condition]
"""Looks at the file of a picture without reading it."""


class Checks:
    """Finds what is wrong, doubtful or could be better in a post."""

    def __init__(
        self,
        store: PlanFile,
        plan: PlanView,
        clock: Clock,
        condition: Look,
        surrounding: Callable[[], Surrounding],
    ) -> None:
        self._store = store
        self._plan = plan
        self._clock = clock
        self._condition = condition
        self._make_surrounding = surrounding

    @cached_property
    def _surrounding(self) -> Surrounding:
        """What lies around posts; made for the first check."""
        return self._make_surrounding()

    def of(self, id_: str) -> list[Finding]:
        """Return the findings of a post, errors first; raises Refused NOT_FOUND."""
        post = self._store.get(Post, id_)
        if post is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return self.of_post(post)

    def of_post(self, post: Post) -> list[Finding]:
        """Return the findings of a value, saved or not."""
        return self._found(post, self._condition, self._surrounding)

    def _found(self, post: Post, look: Look, source: Source) -> list[Finding]:
        order = list(Severity)
        around = self._plan.around(post)
        states = {id_: look(picture) for id_, picture in around.pictures.items()}
        unsound = {id_: state.value for id_, state in states.items() if state is not Condition.WHOLE}
        around = replace(around, unsound=unsound, nearby=source.of(post))
        found = check(post, around, now=self._now())
        return sorted(found, key=lambda item: order.index(item.severity))

    def all(self) -> list[Finding]:
        """Return the findings of every post that is not discarded, post by post; each file is looked at once."""
        seen: dict[str, Condition] = {}

        def look(picture: Picture) -> Condition:
            if picture.id not in seen:
                seen[picture.id] = self._condition(picture)
            return seen[picture.id]

        posts = [post for post in self._store.all(Post) if not post.dropped]
        source = self._surrounding.of_all()
        return [finding for post in posts for finding in self._found(post, look, source)]

    def errors(self, post: Post) -> list[Finding]:
        """Return what must be mended before anyone can approve."""
        return [item for item in self.of_post(post) if item.severity is Severity.ERROR]

    def _now(self) -> datetime:
        return self._clock.local(self._plan.municipality.zone)
