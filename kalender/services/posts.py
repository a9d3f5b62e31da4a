# SPDX-License-Identifier: EUPL-1.2
"""What a person can do with posts as a whole: find, create, plan, move, hold, delete."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from kalender.domain.card import Card, Filter, Hit
from kalender.domain.frozen import frozen
from kalender.domain.plan import Blackout
from kalender.domain.post import Comment, Post, Version
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Flag, Stage, inside
from kalender.services.acting.desk import Action, Desk
from kalender.services.clock import Clock
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile
from kalender.store.queries import Part


@frozen
class MoveEffect:
    """What a move would do, said before it is done."""

    keeps_approval: bool
    had_approval: bool
    blackout: Blackout | None


class Posts:
    """Reads cards and changes posts; each verb is one action, one undo step.

    marked: gives cards the flags of deadlines, from the moment on at which someone has the time to ask for holidays.
    """

    def __init__(
        self, store: PlanFile, desk: Desk, plan: PlanView, clock: Clock, new_id: Callable[[], str]
    ) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._clock = clock
        self._new_id = new_id
        self.marked: Callable[[Sequence[Card]], list[Card]] | None = None

    # Reading

    def now(self) -> datetime:
        """Return the local wall time of the plan."""
        return self._clock.local(self._plan.municipality.zone)

    def get(self, id_: str) -> Post:
        """Return a post; raises Refused NOT_FOUND."""
        post = self._store.get(Post, id_)
        if post is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return post

    def card(self, id_: str) -> Card:
        """Return the card of a post; raises Refused NOT_FOUND."""
        card = self._store.card(id_)
        if card is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return self._at_now((card,))[0]

    def cards_between(self, first: date, last: date, filter_: Filter | None = None) -> list[Card]:
        """Return the dated posts of days first to last (inclusive) by time."""
        return self._at_now(self._store.cards_between(first, last, filter_))

    def is_original(self, id_: str) -> bool:
        """Tell whether other posts say the same as a post in other languages."""
        return bool(self._store.posts_using(f"post/{id_}"))

    def by_day(self, first: date, last: date, filter_: Filter | None = None) -> dict[date, int]:
        """Return how many posts lie on each of the days first to last (inclusive); days without are left out."""
        return self._store.posts_by_day(first, last, filter_, self.now())

    def backlog(self, filter_: Filter | None = None, limit: int = -1) -> list[Card]:
        """Return the posts without a date, newest first: so many at most, all with -1."""
        return self._at_now(self._store.backlog(filter_, limit=limit))

    def count_backlog(self, filter_: Filter | None = None) -> int:
        """Return how many posts are without a date."""
        return self._store.count_backlog(filter_)

    def counts(self, filter_: Filter | None = None) -> dict[Stage, int]:
        """Return how many posts are in each stage."""
        return self._store.counts(filter_)

    def column(
        self, stage: Stage, filter_: Filter | None = None, limit: int = 50, offset: int = 0
    ) -> list[Card]:
        """Return a stretch of a column of the board, by date, undated first."""
        return self._at_now(self._store.column(stage, filter_, limit, offset))

    def parted(self, by: str, filter_: Filter | None = None) -> list[Part]:
        """Return how many posts there are of each stage and each topic, responsible, channels or labels (by)."""
        return self._store.parted(by, filter_)

    def archives(self) -> bool:
        """Tell whether anything lies in the archive."""
        return self._store.archive().until is not None

    def labels(self) -> tuple[str, ...]:
        """Return the labels that posts have, in the order of the alphabet."""
        found = {label for values, _stage, _count in self._store.parted("labels") for label in values}
        return tuple(sorted(found, key=str.casefold))

    def find(self, text: str, limit: int = 50) -> list[Hit]:
        """Return posts that contain all words of text (the last one as a beginning), newest first."""
        return self._store.find(text, limit) if text.strip() else []

    def _at_now(self, cards: Iterable[Card]) -> list[Card]:
        now = self.now()
        found = [card.at(now) for card in cards]
        return found if self.marked is None else self.marked(found)

    # Creating

    def create(
        self,
        title: str,
        *,
        planned: datetime | None = None,
        channels: Sequence[str] | None = None,
        idea: bool = False,
        text: str = "",
        topic: str = "",
        responsible: str | None = None,
    ) -> str:
        """Create a post and return its id. channels None: all active channels of the plan for a post, none for an idea."""
        if channels is None:
            channels = [] if idea else [item.id for item in self._plan.channels if item.active]
        post = Post(
            id=self._new_id(),
            title=title.strip(),
            text=text,
            planned=planned,
            zone=self._plan.municipality.zone,
            idea=idea,
            topic=topic,
            responsible=self._desk.person if responsible is None else responsible,
            versions=tuple(Version(id=self._plan.channel(item).id) for item in channels),
        )
        with self._desk.action("post.created", title=post.title) as act:
            act.put(post)
        return post.id

    def duplicate(self, ids: Sequence[str], day: date | None = None) -> list[str]:
        """Copy posts without their reviews, deliveries and comments; the copies are drafts at the same time, on day if given.

        A day that comes with a time places them by move_at. A sibling in another language belongs to the copy of its
        original where that is copied as well; alone it stands for itself and keeps its language.
        """
        copies = []
        twins = {id_: self._new_id() for id_ in ids}
        placed = self._placing(ids, day) if day is not None else None
        for id_ in ids:
            post = self.get(id_)
            copy = replace(
                post,
                id=twins[id_],
                original=twins.get(post.original, ""),
                original_digest=post.original_digest if post.original in twins else "",
                requests=(),
                decisions=(),
                deliveries=(),
                publications=(),
                comments=(),
                checklist=tuple(replace(item, by="", at=None) for item in post.checklist),
                external="",
                hold="",
                dropped=False,
                series="",
                origin=None,
                event="",
                offset=0,
            )
            copies.append(copy if placed is None else placed(copy))
        with self._desk.action("post.duplicated", title=_titles(copies), count=len(copies)) as act:
            for copy in copies:
                act.put(copy)
        return [copy.id for copy in copies]

    # Planning

    def move_to_day(self, ids: Sequence[str], day: date, *, reason: str = "") -> None:
        """Put posts on a day. The clock time stays; an undated post gets the usual time of its channels.

        reason: why it may be a day of a blackout; kept as a comment of each post, in the same step.
        """
        self._place(ids, day, reason)

    def move_at(self, ids: Sequence[str], moment: datetime, *, reason: str = "") -> None:
        """Put the first of some posts at a local time, to the minute; the others keep their distance from it.

        An undated one comes to the same time; where the first is undated, each comes to it. reason: see move_to_day.
        """
        self._place(ids, moment.replace(second=0, microsecond=0, tzinfo=None), reason)

    def _place(self, ids: Sequence[str], place: date, reason: str) -> None:
        target = self._placing(ids, place)

        def placed(post: Post) -> Post:
            moved = target(post)
            if not reason.strip():
                return moved
            word = Comment(id=self._new_id(), by=self._desk.person, at=self.now(), text=reason.strip())
            return replace(moved, comments=(*moved.comments, word))

        self._change(ids, "post.moved", placed, day=_day(place).isoformat())

    def _placing(self, ids: Sequence[str], place: date) -> Callable[[Post], Post]:
        """Return what brings each of some posts to a day, or to a time as move_at says."""
        if not isinstance(place, datetime):
            return lambda post: self._on_day(post, place)
        lead = self.get(ids[0]).planned if ids else None

        def placed(post: Post) -> Post:
            return post.moved_to(place + _apart(post.planned, lead))

        return placed

    def _on_day(self, post: Post, day: date) -> Post:
        if post.planned is None:
            return post.moved_to(self.usual_moment([item.id for item in post.versions], day))
        return replace(post.moved_to_day(day), idea=False)

    def move_to(self, ids: Sequence[str], moment: datetime) -> None:
        """Put posts at a local time, to the minute."""
        at = moment.replace(second=0, microsecond=0, tzinfo=None)
        self._change(ids, "post.moved", lambda post: post.moved_to(at), day=at.date().isoformat())

    def shift(self, ids: Sequence[str], days: int) -> None:
        """Shift dated posts by days; undated ones stay where they are."""

        def shifted(post: Post) -> Post:
            return post if post.planned is None else post.moved_to(post.planned + timedelta(days=days))

        self._change(ids, "post.shifted", shifted, days=days)

    def to_backlog(self, ids: Sequence[str]) -> None:
        """Take the date away; nothing else is lost."""
        self._change(ids, "post.to_backlog", Post.to_backlog)

    def usual_moment(self, channels: Sequence[str], day: date) -> datetime:
        """Return the usual time of the first of these channels on a day, 10:00 where there is none.

        A channel that is retired counts only where there is no other.
        """
        known = [item for item in self._plan.channels if item.id in channels]
        first = next((item for item in known if item.active), known[0] if known else None)
        return datetime.combine(day, first.time_on(day) if first is not None else time(10))

    def preview_move(
        self, ids: Sequence[str], moment: datetime | None, day: date | None = None
    ) -> MoveEffect:
        """Tell what moving posts to a moment (by move_at), a day, or (both None) the backlog would do to approvals and where it lands."""
        had = keeps = False
        lost = False
        channels: set[str] = set()
        days: set[date] = set()
        place = moment or day
        lead = self.card(ids[0]).planned if ids else None
        placed = self._placing(ids, place) if place is not None else Post.to_backlog
        for id_ in ids:
            card = self.card(id_)
            channels.update(card.channels)
            if place is not None:
                days.add(_day(place + _apart(card.planned, lead) if moment is not None else place))
            if not card.approved_by:
                continue
            had = True
            post = self.get(id_)
            approval = next((item for item in post.decisions if item.by == card.approved_by), None)
            target = placed(post)
            lost = lost or not any(
                item.digest == card.digest and inside(item, target) for item in post.decisions
            )
            keeps = approval is not None
        blackout = next(
            (item for item in self._plan.blackouts if any(item.covers(on, channels) for on in sorted(days))),
            None,
        )
        return MoveEffect(keeps_approval=keeps and not lost, had_approval=had, blackout=blackout)

    # Naming, holding, leaving

    def rename(self, id_: str, title: str) -> None:
        """Give a post another working title; it is not part of the approved content."""
        self._change([id_], "post.renamed", lambda post: replace(post, title=title.strip()))

    def to_draft(self, ids: Sequence[str]) -> None:
        """Start writing: an idea becomes a draft."""
        self._change(ids, "post.to_draft", lambda post: replace(post, idea=False))

    def to_idea(self, ids: Sequence[str]) -> None:
        """Put a draft back among the ideas; its date stays."""
        self._change(ids, "post.to_idea", lambda post: replace(post, idea=True))

    def hold(self, ids: Sequence[str], reason: str) -> None:
        """Stop posts until released; raises Refused REASON_MISSING."""
        if not reason.strip():
            raise Refused(RefusalKind.REASON_MISSING)
        self._change(ids, "post.held", lambda post: replace(post, hold=reason.strip()))

    def release(self, ids: Sequence[str]) -> None:
        """Let held posts go on; their approvals hold where nothing has changed."""
        self._change(ids, "post.released", lambda post: replace(post, hold=""))

    def drop(self, ids: Sequence[str], *, dropped: bool = True) -> None:
        """Discard posts (verworfen), or take them up again."""
        label = "post.dropped" if dropped else "post.taken_up"
        self._change(ids, label, lambda post: replace(post, dropped=dropped))

    def delete(self, ids: Sequence[str]) -> None:
        """Put posts into the trash; undo or the trash bring them back."""
        posts = [self.get(id_) for id_ in ids]
        with self._desk.action("post.deleted", title=_titles(posts), count=len(posts)) as act:
            for post in posts:
                act.delete(post)

    def _change(
        self, ids: Sequence[str], label: str, change: Callable[[Post], Post], **facts: object
    ) -> None:
        with self._desk.action(label) as act:
            changed = [self._changed(act, id_, change) for id_ in ids]
            act.describe(title=_titles(changed), count=len(changed), **facts)

    @staticmethod
    def _changed(act: Action, id_: str, change: Callable[[Post], Post]) -> Post:
        post = act.get(Post, id_)
        act.put(change(post))
        return post

    # Looking for trouble

    def overdue(self) -> list[Card]:
        """Return posts whose time has passed without being published, oldest first."""
        now = self.now()
        past = Filter(last=now)
        cards = [
            card
            for stage in (Stage.DRAFT, Stage.IN_REVIEW, Stage.APPROVED, Stage.EXPORTED)
            for card in self._store.column(stage, past, 500, 0)
        ]
        found = [card.at(now) for card in cards if card.planned is not None]
        return sorted(
            (card for card in found if Flag.OVERDUE in card.flags),
            key=lambda card: (card.planned or now, card.id),
        )


def _titles(posts: Sequence[Post]) -> str:
    return posts[0].title if len(posts) == 1 else ""


def _day(place: date) -> date:
    return place.date() if isinstance(place, datetime) else place


def _apart(planned: datetime | None, lead: datetime | None) -> timedelta:
    return planned - lead if planned is not None and lead is not None else timedelta()
