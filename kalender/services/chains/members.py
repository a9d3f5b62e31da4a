# SPDX-License-Identifier: EUPL-1.2
"""The posts of a series or an event, and what a change would do to their approvals."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kalender.domain.card import Card
from kalender.domain.content import digest
from kalender.domain.frozen import frozen
from kalender.domain.post import Post
from kalender.domain.stage import Stage, standing
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile


@frozen
class Effect:
    """What a change of several posts would do, said before it is done.

    changed: posts that become others. gone: posts put into the trash. made: new ones. out: posts that stay as they are
    because they were exported or published. spared: posts that stay because their approval is to be kept.
    own: posts that keep a clock time someone gave them by hand. lapses: approvals that end; recalled: requests that end.
    """

    changed: int = 0
    gone: int = 0
    made: int = 0
    out: int = 0
    spared: int = 0
    own: int = 0
    lapses: int = 0
    recalled: int = 0


@frozen
class Member:
    """A post that belongs to something, and its card."""

    post: Post
    card: Card

    @property
    def out(self) -> bool:
        """Tell whether it has left the house, at least on one channel: then nothing rewrites it."""
        return bool(self.post.publications or self.post.deliveries)

    @property
    def approved(self) -> bool:
        """Tell whether an approval holds."""
        return bool(self.card.approved_by)


class Members:
    """Reads who belongs to a series or an event."""

    def __init__(self, store: PlanFile, plan: PlanView) -> None:
        self._store = store
        self._plan = plan

    def of(self, ref: str) -> list[Member]:
        """Return the posts that belong to series/… or event/…, by planned time, undated ones last."""
        ids = self._store.posts_using(ref)
        cards = {card.id: card for card in self._store.cards(ids)}
        return [Member(post=post, card=cards[post.id]) for post in self._store.some(Post, ids)]

    def lapses(self, member: Member, after: Post) -> bool:
        """Tell whether the approval of a post ends where it becomes another."""
        if not member.approved or after == member.post:
            return False
        return standing(after, digest(after, self._plan.around(after))).approval is None

    def recalled(self, member: Member, after: Post) -> bool:
        """Tell whether an open review ends where the post becomes another."""
        if member.card.stage is not Stage.IN_REVIEW or after == member.post:
            return False
        return standing(after, digest(after, self._plan.around(after))).request is None

    def outcome(
        self,
        members: Iterable[Member],
        change: Callable[[Post], Post | None],
        *,
        spare: bool,
        kept: Callable[[Post], bool] = lambda _post: False,
    ) -> tuple[Effect, list[Post], list[Post]]:
        """Return what a change does, the posts it makes others, and those it takes away.

        change: gives the post as it shall be, None to take it away. spare: leave those whose approval would end.
        kept: whether a post keeps something of its own that the change would not touch, to be counted.
        """
        changed: list[Post] = []
        gone: list[Post] = []
        counts = dict.fromkeys(("out", "spared", "own", "lapses", "recalled"), 0)
        for member in members:
            after = change(member.post)
            if after == member.post:
                counts["own"] += kept(member.post) and not member.out
                continue
            if member.out:
                counts["out"] += 1
                continue
            lapses = member.approved if after is None else self.lapses(member, after)
            if lapses and spare:
                counts["spared"] += 1
                continue
            counts["lapses"] += lapses
            if after is None:
                gone.append(member.post)
                continue
            counts["recalled"] += self.recalled(member, after)
            counts["own"] += kept(member.post)
            changed.append(after)
        return Effect(changed=len(changed), gone=len(gone), **counts), changed, gone
