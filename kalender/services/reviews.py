# SPDX-License-Identifier: EUPL-1.2
"""Asking for approval and giving it: bound to exactly the content that was shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from kalender.domain.card import Card
from kalender.domain.content import Surroundings, canonical, digest_of, manifest, times
from kalender.domain.covered import covered
from kalender.domain.frozen import frozen
from kalender.domain.journal.record import Json
from kalender.domain.plan import Person, Role
from kalender.domain.post import Comment, Decision, DecisionKind, LeftAsIs, Post, ReviewRequest
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.rules.checks import Finding
from kalender.domain.stage import Flag, Stage, Standing, standing, window
from kalender.services.acting.desk import Action, Desk
from kalender.services.acting.history import History
from kalender.services.checks import Checks
from kalender.services.clock import Clock
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:
    from kalender.services.talk.conversations import Conversations


@frozen
class ReviewSheet:
    """What a reviewer sees. content and digest are those of the post as rendered: approve() wants this digest back.

    edition: number of this content among all that were ever submitted, from 1; previous: the content of the latest
    approval that does not hold any more, with its edition; refusal: why the acting person cannot approve, or None. left: findings
    that somebody has left as they are on purpose.
    """

    post: Post
    around: Surroundings
    content: dict[str, Json]
    digest: str
    edition: int
    standing: Standing
    previous: dict[str, Json] | None
    previous_edition: int
    findings: tuple[Finding, ...]
    refusal: Refused | None
    left: tuple[tuple[Finding, LeftAsIs], ...] = ()


class Reviews:
    """The verbs of the review; each one checks the rules anew inside its transaction."""

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        checks: Checks,
        history: History,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._checks = checks
        self._history = history
        self._clock = clock
        self._new_id = new_id

    @cached_property
    def conversations(self) -> Conversations:
        """What can be done with comments."""
        from kalender.services.talk.conversations import Conversations

        return Conversations(self._store, self._desk, self._plan, self._history, self._clock, self._new_id)

    def waiting(self) -> list[Card]:
        """Return the posts in review: resubmitted ones first, then by planned time."""
        cards = self._store.column(Stage.IN_REVIEW, None, 1000, 0)
        now = self._now()
        return sorted(
            (card.at(now) for card in cards),
            key=lambda card: (Flag.RESUBMITTED not in card.flags, card.planned or datetime.max, card.id),
        )

    def decided_today(self) -> list[tuple[Card, Decision]]:
        """Return what the acting person decided today, newest first."""
        today = self._now().date()
        found = []
        for id_ in self._store.decided_on(today):
            post = self._store.get(Post, id_)
            card = self._store.card(id_)
            if post is None or card is None:
                continue
            mine = [
                item
                for item in post.decisions
                if item.by == self._desk.person and item.at is not None and item.at.date() == today
            ]
            if mine:
                found.append((card, max(mine, key=lambda item: item.at or datetime.min)))
        return sorted(found, key=lambda item: item[1].at or datetime.min, reverse=True)

    def sheet(self, id_: str) -> ReviewSheet:
        """Return everything about one post under review; raises Refused NOT_FOUND."""
        post = self._post(id_)
        around = self._plan.around(post)
        content = manifest(post, around)
        digest = digest_of(canonical(content))
        found = standing(post, digest, contested=self._store.contested("post/" + id_))
        checked = self._checks.checked(post)
        return ReviewSheet(
            post=post,
            around=around,
            content=content,
            digest=digest,
            edition=edition(post, digest),
            standing=found,
            previous=_content_of(found.lapsed),
            previous_edition=edition(post, found.lapsed.digest) if found.lapsed else 0,
            findings=tuple(checked.findings),
            left=tuple(checked.left),
            refusal=self._why_not(post, found, urgent=""),
        )

    def request(self, id_: str, due: date | None = None) -> None:
        """Ask for approval of the content as it is now.

        Raises Refused NO_DATE, NO_CHANNEL, NO_TEXT, HAS_ERRORS, DROPPED, CONFLICT, IN_REVIEW or ALREADY.
        """
        self.request_all([id_], due)

    def request_all(self, ids: Sequence[str], due: date | None = None) -> None:
        """Ask for approval of several posts as one step: of all of them, or of none. Raises as request()."""
        with self._desk.action("review.requested") as act:
            posts = [self._requested(act, id_, due) for id_ in ids]
            act.describe(title=posts[0].title if len(posts) == 1 else "", count=len(posts))

    def _requested(self, act: Action, id_: str, due: date | None) -> Post:
        post = act.get(Post, id_)
        digest = self._digest(post)
        found = standing(post, digest, contested=self._store.contested("post/" + id_))
        refusal = self._why_not_request(post, found)
        if refusal is not None:
            raise refusal
        asked = ReviewRequest(id=self._new_id(), digest=digest, by=self._desk.person, at=self._now(), due=due)
        act.put(replace(post, idea=False, requests=(*post.requests, asked)))
        return post

    def withdraw(self, id_: str) -> None:
        """Take an open request back: the post is a draft again. Raises Refused NOT_REQUESTED."""
        self.withdraw_all([id_])

    def withdraw_all(self, ids: Sequence[str]) -> None:
        """Take the open requests of several posts back as one step: all, or none. Raises Refused NOT_REQUESTED."""
        with self._desk.action("review.withdrawn") as act:
            posts = []
            for id_ in ids:
                post = act.get(Post, id_)
                found = standing(post, self._digest(post))
                if found.request is None:
                    raise Refused(RefusalKind.NOT_REQUESTED, title=post.title)
                kept = tuple(item for item in post.requests if item.id != found.request.id)
                act.put(replace(post, requests=kept))
                posts.append(post)
            act.describe(title=posts[0].title if len(posts) == 1 else "", count=len(posts))

    def approve(
        self, id_: str, digest: str, *, urgent: str = "", comment: str = "", evidence: str = ""
    ) -> None:
        """Approve exactly the content with this digest, as the acting person.

        urgent: reason of an urgent approval (Eilfreigabe), which lifts four eyes and the need of a request.
        Raises Refused CONTENT_CHANGED when the content is no longer the one that was shown, and all reasons of the rules.
        """
        with self._desk.action("review.approved") as act:
            post = act.get(Post, id_)
            content = manifest(post, self._plan.around(post))
            now_digest = digest_of(canonical(content))
            if digest != now_digest:
                raise Refused(RefusalKind.CONTENT_CHANGED, title=post.title)
            found = standing(post, now_digest, contested=self._store.contested("post/" + id_))
            refusal = self._why_not(post, found, urgent=urgent)
            if refusal is not None:
                raise refusal
            town = self._plan.municipality
            days = window(times(post), town.window_before, town.window_after)
            assert days is not None  # _why_not has seen a date
            said = Decision(
                id=self._new_id(),
                kind=DecisionKind.URGENT if urgent else DecisionKind.APPROVED,
                digest=now_digest,
                manifest=canonical(content),
                request=found.request.id if found.request else "",
                after=tuple(item.id for item in post.decisions),
                by=self._desk.person,
                at=self._now(),
                first=days[0],
                last=days[1],
                comment=urgent or comment,
                evidence=evidence,
            )
            act.put(replace(post, decisions=(*post.decisions, said)))
            act.describe(title=post.title)

    def ask_change(self, id_: str, digest: str, comment: str) -> None:
        """Ask for a change of the content with this digest; revokes an approval of it.

        Raises Refused COMMENT_MISSING, CONTENT_CHANGED, MAY_NOT_APPROVE or NOT_REQUESTED.
        """
        if not comment.strip():
            raise Refused(RefusalKind.COMMENT_MISSING)
        with self._desk.action("review.change_asked") as act:
            post = act.get(Post, id_)
            content = manifest(post, self._plan.around(post))
            now_digest = digest_of(canonical(content))
            if digest != now_digest:
                raise Refused(RefusalKind.CONTENT_CHANGED, title=post.title)
            person = self._plan.person(self._desk.person)
            if person is None or person.role is Role.EDITING:
                raise self._may_not()
            found = standing(post, now_digest)
            if found.request is None and found.approval is None:
                raise Refused(RefusalKind.NOT_REQUESTED, title=post.title)
            said = Decision(
                id=self._new_id(),
                kind=DecisionKind.CHANGE,
                digest=now_digest,
                manifest=canonical(content),
                request=found.request.id if found.request else "",
                after=tuple(item.id for item in post.decisions),
                by=self._desk.person,
                at=self._now(),
                comment=comment.strip(),
            )
            word = Comment(id=self._new_id(), by=self._desk.person, at=said.at, text=said.comment)
            act.put(replace(post, decisions=(*post.decisions, said), comments=(*post.comments, word)))
            act.describe(title=post.title)

    def comment(self, id_: str, text: str) -> None:
        """Add a word to the conversation; raises Refused COMMENT_MISSING."""
        if not text.strip():
            raise Refused(RefusalKind.COMMENT_MISSING)
        with self._desk.action("post.commented") as act:
            post = act.get(Post, id_)
            word = Comment(id=self._new_id(), by=self._desk.person, at=self._now(), text=text.strip())
            act.put(replace(post, comments=(*post.comments, word)))
            act.describe(title=post.title)

    def approvers(self) -> list[Person]:
        """Return the people who may approve."""
        return [item for item in self._plan.people if item.role is Role.APPROVAL and item.active]

    def why_not_request(self, id_: str) -> Refused | None:
        """Tell why nobody can ask for approval of a post now, or None."""
        post = self._post(id_)
        found = standing(post, self._digest(post), contested=self._store.contested("post/" + id_))
        return self._why_not_request(post, found)

    def _why_not_request(self, post: Post, found: Standing) -> Refused | None:
        if found.stage is Stage.PUBLISHED or found.approval is not None:
            return Refused(RefusalKind.ALREADY, title=post.title)
        if found.request is not None:
            return Refused(RefusalKind.IN_REVIEW, title=post.title)
        try:
            self._ready_for_review(post)
        except Refused as refusal:
            return refusal
        return None

    def why_not_decide(self, id_: str, *, urgent: str = "") -> Refused | None:
        """Tell why the acting person cannot approve a post now, or None."""
        post = self._post(id_)
        digest = self._digest(post)
        found = standing(post, digest, contested=self._store.contested("post/" + id_))
        return self._why_not(post, found, urgent=urgent)

    def _why_not(self, post: Post, found: Standing, *, urgent: str) -> Refused | None:
        person = self._plan.person(self._desk.person)
        if person is None or person.role is not Role.APPROVAL or not person.active:
            return self._may_not()
        if Flag.CONFLICT in found.flags:
            return Refused(RefusalKind.CONFLICT, title=post.title)
        if found.approval is not None:
            return Refused(RefusalKind.ALREADY, title=post.title)
        if found.request is None and not urgent:
            return Refused(RefusalKind.NOT_REQUESTED, title=post.title)
        try:
            self._ready_for_review(post)
        except Refused as refusal:
            return refusal
        if not urgent and person.id in self._editors_since_approval(post):
            return Refused(RefusalKind.OWN_WORK, title=post.title, person=person.name)
        return None

    def _editors_since_approval(self, post: Post) -> set[str]:
        """Return who wrote covered content since it was last approved, in the post or in a picture it uses."""
        approvals = {item.id for item in post.decisions if item.kind is not DecisionKind.CHANGE}
        since = 0
        found = set()
        for entry in self._history.of_post(post.id):
            keys = {change.key for change in entry.changes}
            if any(f"decision/{id_}/" in keys for id_ in approvals):
                since = entry.number
                break
            if any(covered("post", key) for key in keys):
                found.add(entry.by)
        for picture in {item.picture for item in post.attachments}:
            for entry in self._history.of(f"picture/{picture}"):
                if entry.number < since:
                    break
                if any(covered("picture", change.key) for change in entry.changes):
                    found.add(entry.by)
        return found

    def _ready_for_review(self, post: Post) -> None:
        if post.dropped:
            raise Refused(RefusalKind.DROPPED, title=post.title)
        if not times(post):
            raise Refused(RefusalKind.NO_DATE, title=post.title)
        if not post.versions:
            raise Refused(RefusalKind.NO_CHANNEL, title=post.title)
        if not any(post.text_for(version).strip() for version in post.versions):
            raise Refused(RefusalKind.NO_TEXT, title=post.title)
        errors = self._checks.errors(post)
        if errors:
            raise Refused(RefusalKind.HAS_ERRORS, title=post.title, findings=errors, count=len(errors))

    def _may_not(self) -> Refused:
        return Refused(RefusalKind.MAY_NOT_APPROVE, people=[item.name for item in self.approvers()])

    def _post(self, id_: str) -> Post:
        post = self._store.get(Post, id_)
        if post is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return post

    def _digest(self, post: Post) -> str:
        return digest_of(canonical(manifest(post, self._plan.around(post))))

    def _now(self) -> datetime:
        return self._clock.local(self._plan.municipality.zone)


def edition(post: Post, digest: str) -> int:
    """Return the number of a content among all that were ever submitted or decided on, from 1 (Fassung 3)."""
    said: list[ReviewRequest | Decision] = [*post.requests, *post.decisions]
    asked = [(item.at or datetime.min, item.id, item.digest) for item in said]
    known = list(dict.fromkeys(found for _at, _id, found in sorted(asked)))
    return known.index(digest) + 1 if digest in known else len(known) + 1


def _content_of(decision: Decision | None) -> dict[str, Json] | None:
    if decision is None or not decision.manifest:
        return None
    found = json.loads(decision.manifest)
    return found if isinstance(found, dict) else None
