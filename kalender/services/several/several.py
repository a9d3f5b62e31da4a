# SPDX-License-Identifier: EUPL-1.2
"""Changes several posts in one step, and tells beforehand which approvals lapse and which posts stay as they are."""

from __future__ import annotations

from collections.abc import Iterable

from kalender.domain.card import Card
from kalender.domain.content import canonical, digest_of, manifest
from kalender.domain.frozen import frozen
from kalender.domain.post import Post
from kalender.domain.stage import Stage, Standing, standing
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.services.several.changes import Change, Left
from kalender.store.plan_file import PlanFile

NAMED = 3
"""Posts that stay as they are and are named in the history; the others are counted."""


@frozen
class Prospect:
    """What a change does: to which posts, whose approval lapses by it, and which stay as they are and why.

    unasked: posts that no longer wait for approval, for what waits there is other content.
    """

    changed: tuple[Card, ...]
    lapses: tuple[Card, ...]
    unasked: tuple[Card, ...]
    left: tuple[tuple[Card, Left], ...]


class Several:
    """Every change is one action, one step to undo."""

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView, posts: Posts) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._posts = posts

    def prospect(self, ids: Iterable[str], change: Change) -> Prospect:
        """Tell what a change would do; nothing is written."""
        return self._judged(ids, change)[0]

    def do(self, ids: Iterable[str], change: Change) -> Prospect:
        """Do it, and return what was done; nothing is written where no post changes."""
        found, posts = self._judged(ids, change)
        if not posts:
            return found
        title = posts[0].title if len(posts) == 1 else ""
        named = [card.title for card, why in found.left if why is not Left.SAME]
        with self._desk.action(change.code) as act:
            act.describe(title=title, count=len(posts), **change.facts)
            for post in posts:
                act.get(Post, post.id)
                act.put(post)
            act.describe(left=len(named), named=named[:NAMED])
        return found

    def _judged(self, ids: Iterable[str], change: Change) -> tuple[Prospect, list[Post]]:
        changed: list[Card] = []
        lapses: list[Card] = []
        unasked: list[Card] = []
        left: list[tuple[Card, Left]] = []
        posts: list[Post] = []
        for id_ in dict.fromkeys(ids):
            post, card = self._posts.get(id_), self._posts.card(id_)
            outcome = change.of(post, card)
            if isinstance(outcome, Left):
                left.append((card, outcome))
                continue
            changed.append(card)
            posts.append(outcome)
            if not card.approved_by and card.stage is not Stage.IN_REVIEW:
                continue
            after = self._standing(outcome)
            if card.approved_by and after.approval is None:
                lapses.append(card)
            if card.stage is Stage.IN_REVIEW and after.stage is not Stage.IN_REVIEW:
                unasked.append(card)
        told = Prospect(
            changed=tuple(changed), lapses=tuple(lapses), unasked=tuple(unasked), left=tuple(left)
        )
        return told, posts

    def _standing(self, post: Post) -> Standing:
        digest = digest_of(canonical(manifest(post, self._plan.around(post))))
        return standing(post, digest, contested=self._store.contested(f"post/{post.id}"))
