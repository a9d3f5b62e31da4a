# SPDX-License-Identifier: EUPL-1.2
"""Runs the check rules over posts of the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from kalender.domain.content import Surroundings
from kalender.domain.frozen import frozen
from kalender.domain.picture import Picture
from kalender.domain.post import LeftAsIs, Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.rules.checks import Finding, Severity, check, families, rehearsal
from kalender.media.shelf import Condition
from kalender.services.clock import Clock
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:  # read with the first check
    from kalender.domain.rules.book import RuleBook
    from kalender.services.pace.nearby import Source, Surrounding
    from kalender.services.siblings.families import Families, Kindred

Look = Callable[[Picture], Condition]
"""Looks at the file of a picture without reading it."""

Progress = Callable[[int, int], None]
"""Hears how many posts of all are checked; raises to stop."""


@frozen
class Checked:
    """What was found in a post. left: what somebody has left as it is on purpose, with who said so."""

    findings: list[Finding] = field(default_factory=list)
    left: list[tuple[Finding, LeftAsIs]] = field(default_factory=list)


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

    @cached_property
    def _families(self) -> Families:
        """Who says the same as a post in other languages; made for the first check."""
        from kalender.services.siblings.families import Families

        return Families(self._store)

    @property
    def book(self) -> RuleBook:
        """What the plan makes of the rules."""
        from kalender.domain.rules.book import RuleBook

        return self._store.get(RuleBook, "rules") or RuleBook()

    def of(self, id_: str) -> list[Finding]:
        """Return the findings of a post, errors first; raises Refused NOT_FOUND."""
        post = self._store.get(Post, id_)
        if post is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return self.of_post(post)

    def of_post(self, post: Post) -> list[Finding]:
        """Return the findings of a value, saved or not, without those left as they are on purpose."""
        return self.checked(post).findings

    def checked(self, post: Post) -> Checked:
        """Return the findings of a value, saved or not, and those left as they are on purpose."""
        return self._found(post, self._condition, self._surrounding, self._families, self.book)

    def _found(self, post: Post, look: Look, source: Source, families: Kindred, book: RuleBook) -> Checked:
        from kalender.domain.rules.leaving import parted

        around = self._around(post, look, source, families, book)
        found = check(post, around, now=self._now(), severities=book.severities)
        findings, left = parted(found, post, book)
        return Checked(findings=findings, left=left)

    def ready(self, id_: str) -> Iterator[None]:
        """Import the rules and ask them about a post in short steps while nobody waits, so that the first check needs nothing."""
        for _family in families():
            yield
        post = self._store.get(Post, id_)
        if post is not None:
            self._surrounding.of(post)
            yield
            around = self._around(post, self._condition, self._surrounding, self._families, self.book)
            yield from rehearsal(post, around, now=self._now())

    def _around(
        self, post: Post, look: Look, source: Source, families: Kindred, book: RuleBook
    ) -> Surroundings:
        around = self._plan.around(post)
        states = {id_: look(picture) for id_, picture in around.pictures.items()}
        unsound = {id_: state.value for id_, state in states.items() if state is not Condition.WHOLE}
        return replace(around, unsound=unsound, nearby=source.of(post), book=book, family=families.of(post))

    def all(self) -> list[Finding]:
        """Return the findings of every post that is not discarded, post by post; each file is looked at once."""
        return [finding for _post, found in self.each() for finding in found.findings]

    def each(self, progress: Progress = lambda _done, _total: None) -> Iterator[tuple[Post, Checked]]:
        """Yield every post that is not discarded with what was found in it; each file is looked at once."""
        seen: dict[str, Condition] = {}

        def look(picture: Picture) -> Condition:
            if picture.id not in seen:
                seen[picture.id] = self._condition(picture)
            return seen[picture.id]

        posts = [post for post in self._store.all(Post) if not post.dropped]
        source, families, book = self._surrounding.of_all(), self._families.among(posts), self.book
        for number, post in enumerate(posts):
            progress(number, len(posts))
            yield post, self._found(post, look, source, families, book)
        progress(len(posts), len(posts))

    def errors(self, post: Post) -> list[Finding]:
        """Return what must be mended before anyone can approve."""
        return [item for item in self.of_post(post) if item.severity is Severity.ERROR]

    def _now(self) -> datetime:
        return self._clock.local(self._plan.municipality.zone)
